"""Grades that stand before their own numbers with no sign between them: giỏi 14,5% khá 79,1%; tốt 214 khá 112.

Guideline section 3 c.
"""

from __future__ import annotations

from figures.naming.phrase_joints import GRADES
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, Token

_ATTAINED = frozenset({"hoàn thành xuất sắc", "hoàn thành tốt", "hoàn thành", "đạt", "đạt yêu cầu", "chưa đạt", "không đạt"})  # fmt: skip
"""Grades that are verbs elsewhere."""
_NOT = frozenset({"chưa", "không"})
_GRADED = GRADES | _ATTAINED | {word for word in lx.entries() if word.rpartition(" ")[2] in GRADES}
"""These, and all that ends in a grade: loại khá, xếp loại giỏi."""


def run_grade(tokens: list[Token], number: int, behind: int, floor: int) -> int:
    """Where the grade begins that has the number at `number`, if grades run on without signs; `number` if not.

    `behind` is where the number and its unit end, `floor` where the figure before does.
    """
    start = _start(tokens, number)
    if start == number or start < floor:
        return number
    step = behind + (behind < len(tokens) and tokens[behind].low in _NOT)
    follows = step + 1 < len(tokens) and tokens[step].low in _GRADED
    follows = follows and tokens[step + 1].kind == NUMBER
    goes_on = 0 < start == floor
    return start if follows or (goes_on and _had_grade(tokens, floor)) else number


def _start(tokens: list[Token], number: int) -> int:
    if not number or tokens[number - 1].low not in _GRADED:
        return number
    return number - 1 - (number > 1 and tokens[number - 2].low in _NOT)


def _had_grade(tokens: list[Token], end: int) -> bool:
    """Whether the figure that ends there has its grade before it."""
    number = end - 1 - (tokens[end - 1].kind != NUMBER)
    return number > 0 and tokens[number].kind == NUMBER and tokens[number - 1].low in _GRADED
