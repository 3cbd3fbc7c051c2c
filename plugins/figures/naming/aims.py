"""Labels of which a line tells what was planned and what was reached.

Tỷ lệ hòa giải thành: | kế hoạch | 60%, | thực hiện | 63,4%: both are of what stands before the colon.
"""

from __future__ import annotations

from figures.text import lexicon as lx
from figures.text.tokens import PERIOD_TOKEN, SIGN, WORD, Token

LOOSE = lx.LINK | lx.ADVERB | lx.HEDGE | lx.CHANGE | lx.NEW_LEVEL
"""Roles of words that may stand between a label, or what is measured, and its number."""
LABEL = 14
"""As many tokens as a label has at most."""
_STAGES = frozenset({"mục tiêu", "kết quả", "thực hiện", "thực tế", "kết quả thực hiện", "kết quả đạt được", "đạt được", "năm nay", "đề ra", "giao", "được giao"})  # fmt: skip
"""Say, like the words for plans, at which stage a number stands, not what it counts."""
_ABOUT = frozenset(
    {"về", "đối với", "riêng", "công tác", "lĩnh vực", "mặt", "tình hình", "kết quả"}
)
"""Words before what a label is about: Về | công tác | thu ngân sách."""
_ENDS_ITEM = frozenset({";", "."})
_BOUNDS = frozenset({":", "≥", "≤", ">", "<"})


def stage_begin(tokens: list[Token], at: int, floor: int) -> int:
    """Where the words begin that only say whether the number at `at` was planned or reached; `at` for none."""
    begin, told = at, False
    while begin > floor:
        token = tokens[begin - 1]
        plan = "plan" in token.entry.cues and "vốn" not in token.low
        stage = token.kind == WORD and (plan or token.low in _STAGES)
        loose = token.kind == PERIOD_TOKEN or (token.kind == WORD and token.tags & LOOSE)
        bound = token.kind == SIGN and token.low in _BOUNDS and not told
        if not (stage or loose or bound):
            break
        told = told or stage
        begin -= 1
    return begin if told else at


def label_before(tokens: list[Token], colon: int, floor: int) -> tuple[int, int] | None:
    """Where the label stands that ends at `colon`: an item, or what a sentence opens with; None if more is said there."""
    begin = colon
    while begin > floor and tokens[begin - 1].low not in _ENDS_ITEM:
        begin -= 1
    if begin == floor and floor:
        return None
    begin += tokens[begin].low in "-–•+*" if begin < colon else 0
    while begin < colon and tokens[begin].low in _ABOUT:
        begin += 1
    end = colon
    if tokens[end - 1].low == ")":
        end = next((at for at in range(end - 1, begin, -1) if tokens[at].low == "("), end)
    named = all(token.kind == WORD or token.low in ",/-" for token in tokens[begin:end])
    return (begin, end) if named and 0 < end - begin <= LABEL else None
