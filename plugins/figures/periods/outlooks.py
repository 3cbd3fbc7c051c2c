"""Meetings and reports that look back on one time and ahead to another (guideline section 5)."""

from __future__ import annotations

from itertools import pairwise

from figures.periods.memory import Memory
from figures.periods.place import Place
from figures.refusing.names import is_year
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import SIGN, WORD, Token

_PLANNED_FOR = frozenset(
    {"kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán", "nhiệm vụ", "phương hướng"}
)
_LOOKS_BACK = (
    "tổng kết",
    "sơ kết",
    "tình hình",
    "đánh giá",
    "kiểm điểm",
    "nhìn lại",
    "kết quả",
    "báo cáo kết quả",
)
_REVIEWS = frozenset({"kiểm điểm", "nhìn lại"}) | {phrase for phrase in lx.entries() if phrase.startswith(_LOOKS_BACK)}  # fmt: skip
_AIMS = ("nhiệm vụ", "phương hướng", "mục tiêu")
_PLANS = frozenset({"triển khai", "phát động", "kế hoạch", "đề ra", "ký kết giao ước", "bàn phương hướng", "bàn", "định hướng"}) | {phrase for phrase in lx.entries() if phrase.startswith(_AIMS)}  # fmt: skip
_HEADS = (
    _PLANNED_FOR
    | _REVIEWS
    | {
        phrase
        for phrase in lx.entries()
        if phrase.startswith((*_AIMS, "chỉ tiêu", "kế hoạch", "định hướng"))
    }
)
HEADED = mark(_HEADS)
_OPENS_AIMS = frozenset(phrase for phrase in _HEADS if phrase.startswith((*_AIMS, "định hướng")))
AIMING = mark(_OPENS_AIMS)
REVIEWING, PLANNING = mark(_REVIEWS), mark(_PLANS)


def headed_years(line: Line) -> list[int]:
    """Where years stand that a heading names without "năm": kế hoạch | 2019: doanh thu 455 tỷ; Kết quả công tác | 2019: …."""
    tokens = line.tokens
    return [at for at in line.numbers if _is_headed(tokens, at) and is_year(tokens, at)]


def _is_headed(tokens: list[Token], at: int) -> bool:
    """Whether nothing but words stands between a word of plans or reviews and the number at `at`."""
    if at and tokens[at - 1].low in _PLANNED_FOR:
        return True
    if at + 1 < len(tokens) and tokens[at + 1].kind != SIGN and tokens[at + 1].low != "là":
        return False
    for place in range(at - 1, max(-1, at - _HEADING), -1):
        if tokens[place].low in _HEADS:
            return not place or "against" not in tokens[place - 1].entry.cues
        if tokens[place].kind != WORD or tokens[place].tags & lx.LINK:
            return False
    return False


_HEADING = 7
"""So far from its first word a heading may name its year."""


def look_ahead(tokens: list[Token], found: list[Place]) -> None:
    """Of two times, tells the one that is planned: tổng kết năm 2020, triển khai nhiệm vụ năm 2021."""
    for first, place in pairwise(found):
        later = first.stated.period < place.stated.period and not place.compared
        looked_back = any(token.low in _REVIEWS for token in tokens[: first.at])
        goes_on = first.ahead and first.stated.period <= place.stated.period
        planned = later and looked_back and _is_planned(tokens, first.at, place.at)
        place.ahead = goes_on or planned


def look_on(tokens: list[Token], first: Place, memory: Memory) -> None:
    """Tells of a year that just began whether a sentence opens with its aims: Nhiệm vụ trọng tâm năm | 2020."""
    opened = tokens[0].low in _OPENS_AIMS
    named = opened and all(token.kind == WORD or token.low == "," for token in tokens[1 : first.at])
    soon = memory.date is not None and memory.date.month <= _SOON
    first.ahead = first.ahead or (named and soon and first.stated.period == str(memory.now))


_SOON = 3
"""Up to this month results are rarely of the year itself, if its aims are told."""
_CARRIES_OUT = frozenset({"thực hiện", "theo", "hoàn thành", "đạt", "vượt"})
"""What is done by a plan is no plan any more: thực hiện | kế hoạch năm 2021, huyện trồng 84 ha."""


def _is_planned(tokens: list[Token], floor: int, at: int) -> bool:
    """Whether a word of plans leads to the time at `at`, no comma between: nhiệm vụ, giải pháp | năm 2022."""
    for place in range(at - 1, floor, -1):
        if tokens[place].low in _PLANS and tokens[place - 1].low not in _CARRIES_OUT:
            return True
        if tokens[place].kind == SIGN and tokens[place - 1].low not in _PLANS:
            return False
    return False
