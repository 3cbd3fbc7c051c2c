"""Periods that one figure alone has: in a bracket of their own, of a level, at a date.

Guideline section 5. What is in brackets is asked only where the sentence has some.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.periods.memory import Memory
from figures.periods.place import Place
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, WORD, Token

OPENED, _BRACKETS, _LEVELS = mark("("), mark("(;"), mark({"mức"})


def owned(line: Line, drafts: list[Draft], found: list[Place], memory: Memory) -> set[int]:
    """Where periods stand that one figure alone has: từ 5,6% năm 2021, (năm 2018: 26 lớp).

    A day is, if the others have a period from before.
    """
    tokens, first = line.tokens, drafts[0].at if drafts else len(line.tokens)
    own = set()
    for place in found:
        mention, at = place.stated.mention, place.at
        since = mention is not None and mention.form == "since" and first < at
        if (
            since
            or in_own_bracket(line, place)
            or dates_level(line, place)
            or any(_leads_level(tokens, d.at) for d in drafts if 0 <= at - d.behind <= 1)
        ):
            own.add(at)
    lone = [place.at for place in found if dates_one(tokens, place)]
    if lone and (len(found) > 1 or memory.past is not None):
        own.update(lone)
    return own


def _leads_level(tokens: list[Token], at: int) -> bool:
    """Whether a level is told that has a period of its own: từ | 26 lớp năm 2018 lên 38 lớp năm 2019."""
    return any(token.low in _LEADS_LEVEL for token in tokens[max(0, at - 2) : at])


_LEADS_LEVEL = frozenset({"từ", "từ mức", "mức tăng", "mức giảm", "mức"})
"""Words before a number with a period of its own."""


def dates_one(tokens: list[Token], place: Place) -> bool:
    """Whether a day dates one stock alone: tổng đàn lợn tại thời điểm 1/4/2016 là 794 nghìn con."""
    if not place.at or tokens[place.at - 1].kind != WORD:
        return False
    if tokens[place.at].low.startswith(("tại thời điểm", "thời điểm")):
        return True
    if place.stated.mention is None or place.stated.mention.form != "as_of":
        return False
    begin = place.at
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    return any(token.tags & lx.AMOUNTS for token in tokens[begin : place.at])


def dates_level(line: Line, place: Place) -> bool:
    """Whether a year belongs to the level that something is beyond: vượt mức lợi nhuận năm 2018 | là 8 tỷ."""
    if not line.marks & _LEVELS:
        return False
    tokens, at = line.tokens, place.at
    told = at + 1 < len(tokens) and tokens[at + 1].low == "là"
    levels = (i for i in range(max(1, at - 4), at) if tokens[i].low == "mức")
    return told and any(
        tokens[i - 1].tags & lx.CHANGE or tokens[i - 1].low in ("bằng", "gần bằng", "so với")
        for i in levels
    )


def in_own_bracket(line: Line, place: Place) -> bool:
    """Whether a bracket dates what it follows: dân số (năm 2016) là 17.988 người."""
    if not line.marks & OPENED:
        return False
    tokens, at = line.tokens, place.at
    closed = 1 < at < len(tokens) - 1 and tokens[at - 1].low == "(" and tokens[at + 1].low == ")"
    return closed and bool(tokens[at - 2].tags & lx.AMOUNTS)


def told_aside(line: Line, place: int) -> bool:
    """Whether a bracket with the period tells figures of its own: (năm 2019 đã tiếp 1.012 lượt)."""
    if not line.marks & OPENED:
        return False
    tokens, opened = line.tokens, place - 1
    while opened > max(0, place - 6) and tokens[opened].kind == WORD:
        opened -= 1
    return place > 0 and tokens[opened].low == "(" and tells_inside(tokens, place)


def closed_off(line: Line, place: int, number: int) -> bool:
    """Whether the bracket that begins with a period is closed before the number: (tháng trước 8 tỷ)."""
    if not line.marks & _BRACKETS:
        return False
    tokens = line.tokens
    if told_aside(line, place):
        return any(token.low == ")" for token in tokens[place:number])
    if not place or tokens[place - 1].low not in ("(", ";"):
        return False
    told = place + 1 < len(tokens) and tokens[place + 1].kind == NUMBER
    listed = place + 2 < len(tokens) and tokens[place + 1].low == ":"
    if tokens[place - 1].low == ";" and not listed:
        return False
    if not told and not (listed and tokens[place + 2].kind == NUMBER):
        return False
    closed = next((token for token in tokens[place:number] if token.low in "()"), None)
    return closed is not None and closed.low == ")"


def tells_inside(tokens: list[Token], at: int) -> bool:
    """Whether the bracket with the period at `at` tells figures of its own: (hiện còn 157 hộ)."""
    for token in tokens[at + 1 :]:
        if token.low == ")":
            return False
        if token.kind == NUMBER:
            return True
    return False
