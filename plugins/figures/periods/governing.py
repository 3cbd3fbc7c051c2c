"""Which of the periods that a sentence names is a figure's, if any is.

Guideline section 5.
"""

from __future__ import annotations

from dataclasses import replace

from figures.draft import Draft
from figures.periods.compared_levels import COMPARED_LEVELS, is_compared_level
from figures.periods.meanings import months, year_before
from figures.periods.memory import Memory, Stated
from figures.periods.own_periods import (
    OPENED,
    closed_off,
    dates_level,
    dates_one,
    in_own_bracket,
    tells_inside,
    told_aside,
)
from figures.periods.place import Place
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, SIGN, WORD, Token


def governing(
    line: Line, draft: Draft, found: list[Place], open_places: list[Place], now: int | None
) -> Stated | None:
    """The period of a figure among those `found`; of `open_places` no other figure has one for itself.

    `now` is the year of the article.
    """
    tokens, number = line.tokens, draft.at
    for place in found:
        if 0 < place.at < number <= place.at + _NEAR and _leads_to(line, place, draft):
            return place.stated
    follows = _right_after(tokens, draft, found) if found[-1].at >= draft.behind else None
    if follows is None and draft.bracketed:
        follows = _recalled(tokens, draft, found)
    if follows is not None:
        return follows
    if draft.depth and (recalled := _in_bracket_behind(line, draft, found)) is not None:
        return recalled
    for place in reversed(open_places):
        if place.at < number and not closed_off(line, place.at, number):
            if (place.ahead or place.of_name) and not draft.target:
                continue
            if len(open_places) > 1 and _is_of_item(line, draft, place, open_places[0], now):
                continue
            return place.stated
    behind = next((place for place in open_places if _may_date(line, draft, place)), None)
    if behind is None:
        return None
    if ";" in line.words and any(
        tokens[at].low == ";" for at in line.signs if number < at < behind.at
    ):
        return None
    if line.marks & _AIMED and any(
        "target" in token.entry.cues or token.low in _PURPOSES
        for token in tokens[number : behind.at]
    ):
        return None
    return behind.stated


def _is_of_item(line: Line, draft: Draft, place: Place, first: Place, now: int | None) -> bool:
    """Whether a year of a term is that of one item in the list of what the term brings.

    Giai đoạn 2021-2025: trồng 500 ha; đến năm 2025 độ che phủ đạt 58%; | xây 12 nhà. No result
    is of a term that is not over.
    """
    term, mention = first.stated.mention, place.stated.mention
    if first is place or term is None or not term.year or not term.last_year or mention is None:
        return False
    if mention.last_year or not mention.year or not term.year <= mention.year <= term.last_year:
        return False
    if not draft.target and now is not None and term.last_year > now:
        return False
    tokens = line.tokens
    told = any(first.at < at < place.at and not tokens[at].reason for at in line.numbers)
    told = told or bool(tokens[place.at - 1].tags & lx.AMOUNTS)
    return told and any(tokens[at].low == ";" for at in line.signs if place.at < at < draft.at)


def _may_date(line: Line, draft: Draft, place: Place) -> bool:
    """Whether a period behind a figure may be its own."""
    if place.at <= draft.at or _is_now(place) or told_aside(line, place.at):
        return False
    if place.of_name and not draft.target:
        return False
    if line.tokens[place.at - 1].low in _OF_ITS_OWN or _dates_own(line, draft, place):
        return False
    if line.marks & _REASONED and _tells_reason(line.tokens, draft.behind, place.at):
        return False
    if place.stated.source == "stated" and _opens_clause(line.tokens, place.at):
        return False
    return draft.depth > 0 or not _is_compared_aside(line, draft.at, place.at)


_OF_ITS_OWN = frozenset({"cùng kỳ", "riêng", "riêng trong"})
"""Behind these another time is told than that of what stands before."""


def _tells_reason(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a time only dates the reason of a figure: tăng 5 lần | do năm ngoái chưa mở cửa."""
    if tokens[at - 1].low in _REASONS:
        return True
    return any(token.low in _BECAUSE for token in tokens[start:at])


_BECAUSE = frozenset({"vì", "bởi", "bởi vì", "do ảnh hưởng", "do tác động", "chủ yếu do", "nguyên nhân", "nguyên nhân do", "là do", "một phần do", "nhờ"})  # fmt: skip
_REASONS = _BECAUSE | {"do"}
"""Who did something is told with "do" as well, so that nothing may stand between: 2 lớp do huyện mở năm 2020."""
_REASONED = mark(_REASONS)


def _dates_own(line: Line, draft: Draft, place: Place) -> bool:
    """Whether a year dates the amount it follows, another than was told: diện tích 625 km², | dân số năm 2017 là 207.226 người."""
    tokens, at = line.tokens, place.at
    if not tokens[at - 1].tags & lx.AMOUNTS or at - 1 <= draft.behind:
        return False
    return at + 1 < len(tokens) and tokens[at + 1].low in ("là", "đạt", "có", "khoảng", "ước đạt")


def _opens_clause(tokens: list[Token], at: int) -> bool:
    """Whether a period opens a clause about another figure: kết nạp 24 đảng viên, | năm 2021 kết nạp 19."""
    if tokens[at - 1].low != "," or at + 1 >= len(tokens):
        return False
    acts = tokens[at + 1].tags & lx.VERB and not tokens[at + 1].tags & lx.NOUN
    behind = next((token for token in tokens[at + 1 : at + 6] if token.kind != WORD), None)
    return bool(acts) and behind is not None and behind.kind == NUMBER and not behind.reason


_NEAR = 3
"""How far behind a period that leads to it a number may stand."""
_PURPOSES = frozenset({"để", "nhằm", "góp phần"})
"""What follows these comes later: góp 4,6 tỷ đồng xây đường để xã về đích vào năm 2015."""
_AIMED = mark(_PURPOSES, lx.cue_words("target"))


def _leads_to(line: Line, place: Place, draft: Draft) -> bool:
    """Whether years so far belong to one figure: nâng số đã giảm từ năm 2015 đến nay lên 1.420."""
    tokens = line.tokens
    since = place.stated.mention is not None and place.stated.mention.form == "since"
    if dates_level(line, place):
        return True
    return (since or dates_one(tokens, place) or in_own_bracket(line, place)) and (
        all(token.kind == WORD or token.low in "):" for token in tokens[place.at + 1 : draft.at])
    )


def _right_after(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
    """The period that closely follows a figure: 26 lớp năm 2018 lên 38 lớp năm 2019."""
    at = draft.behind
    while at < len(tokens) and tokens[at].low in ("(", "trong", "vào", "của", "ở", "tại"):
        at += 1
    place = next((place for place in found if place.at == at), None)
    if place is None or place.compared:
        return None
    if (
        tokens[at].low.startswith(("đến", "tới"))
        and tokens[at + 1 : at + 2]
        and (tokens[at + 1].low == "là")
    ):
        return None
    if tokens[at - 1].low == "(" and tells_inside(tokens, at):
        return None
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        follower is None
        or follower.kind in (SIGN, NUMBER)
        or follower.low
        in (
            "lên",
            "xuống",
            "đã",
            "và",
            "còn",
            "tăng",
            "giảm",
            "là",
            "nâng lên",
            "tăng lên",
            "giảm còn",
            "giảm xuống",
            "xuống còn",
        )
    ):
        return place.stated
    return None


def _in_bracket_behind(line: Line, draft: Draft, found: list[Place]) -> Stated | None:
    """The time that is compared with, of which a bracket tells: giảm so với năm 2024 (36.276 ca, | 6 ca tử vong).

    Not so where a figure of the change stands before it: giảm 12% so với năm 2024 (3 ca).
    """
    tokens, opened = line.tokens, draft.at - 1
    if draft.kind == "change":
        return None
    while opened > 0 and tokens[opened].low not in "()":
        opened -= 1
    place = next((place for place in found if place.at == opened - 1 and place.compared), None)
    if place is None or tokens[opened].low != "(":
        return None
    begin = max((at for at in line.signs if at < place.at and tokens[at].low in ",;:."), default=0)
    told = any(begin < at < opened and not tokens[at].reason for at in line.numbers)
    changed = any(token.tags & lx.CHANGE for token in tokens[begin : place.at])
    return place.stated if changed and not told else None


def _is_now(place: Place) -> bool:
    """Whether "đến nay" and its like: it says nothing of what was told before it."""
    mention = place.stated.mention
    return mention is not None and mention.relative == "now"


def _is_compared_aside(line: Line, start: int, end: int) -> bool:
    """Whether a bracket before the time compares: chiếm 1,94% (giảm so với 3,6% của năm 2014)."""
    if not (line.marks & OPENED and line.marks & COMPARED_LEVELS):
        return False
    between = [token.low for token in line.tokens[start:end]]
    opened = next((at for at, low in enumerate(between) if low == "("), None)
    return (
        opened is not None
        and not {"so với", "so"}.isdisjoint(between[opened:])
        and ")" not in between
    )


def _recalled(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
    """The earlier time whose growth a bracket recalls: cao hơn mức tăng của quý I | (2,1%)."""
    at = draft.at - 2
    if draft.kind != "change" or tokens[draft.at - 1].low != "(":
        return None
    if draft.ref is not None and draft.ref.kind == "change" and draft.ref.unit != draft.unit:
        return None
    place = next((place for place in found if place.at == at), None)
    if place is None:
        return None
    stated, first = place.stated, found[0].stated.mention
    if tokens[at - 1].low == "cùng kỳ" and first is not None and first.form == "months":
        stated = replace(stated, period=months(int(stated.period[:4]), first.first, first.last))
    return stated


def compared_time(
    tokens: list[Token], drafts: list[Draft], draft: Draft, found: list[Place], memory: Memory
) -> Stated | None:
    """The earlier time of what is only compared with: so với mức 2.610 tỷ đồng | cùng kỳ năm 2019."""
    at = draft.behind
    if at >= len(tokens) or not is_compared_level(tokens, draft.at):
        return None
    last = drafts[drafts.index(draft) - 1].period if draft is not drafts[0] else None
    last = last or memory.carried(target=False).period
    same = False
    while at + 1 < len(tokens) and tokens[at].low in _SAME_TIME:
        same = same or "cùng" in tokens[at].low
        at += 1
    place = next((place for place in found if place.at == at), None)
    stated = place.stated if place is not None else None
    if stated is None and same and tokens[at].reason == "year":
        stated = Stated(tokens[at].low, "stated")
    if stated is None and same and (before := year_before(last)):
        stated = Stated(before, "stated")
    if stated is not None and same and last and len(stated.period) == 4:
        stated = replace(stated, period=stated.period + last[4:])
    return stated


_SAME_TIME = frozenset(
    {"cùng kỳ", "của", "trong", "đạt được", "vào", "cùng thời điểm", "của cùng kỳ"}
)


def over_years(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
    """The range of years whose length is told again: giai đoạn 2016-2020, …; tổng vốn 5 năm 52 tỷ đồng."""
    for at in range(max(0, draft.at - 4), draft.at - 1):
        length = tokens[at].minimum if tokens[at].reason == "duration" else None
        if length is None or tokens[at + 1].low != "năm":
            continue
        for place in found:
            mention = place.stated.mention
            if mention is None or not mention.year or not mention.last_year:
                continue
            if mention.last_year - mention.year in (length, length - 1):
                return place.stated
    return None
