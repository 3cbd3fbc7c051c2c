"""Which period each figure of a sentence covers: the clause's, else the sentence's, else what was named before.

Guideline section 5.
"""

from __future__ import annotations

from dataclasses import replace

from figures import lexicon as lx
from figures.draft import Draft
from figures.flows import goes_on, is_flow, is_told_with
from figures.line import Line
from figures.memory import Memory, Stated
from figures.period_places import COMPARED_LEVELS, Place, is_compared_level
from figures.periods import months
from figures.tokens import NUMBER, SIGN, WORD, Token


def assign(
    line: Line,
    drafts: list[Draft],
    found: list[Place],
    memory: Memory,
    before: Draft | None = None,
) -> None:
    """Sets period and source of the drafts of one sentence; `before` is the last figure before it."""
    tokens = line.tokens
    last = before.period if before and tokens[0].low in _GOES_ON and before.told_now else None
    open_places = [place for place in found if not place.compared]
    flow = False
    terms = [place for place in found if place.stated.mention and place.stated.mention.last_year]
    if found:
        bound = _bound(tokens, drafts, found, memory)
        open_places = [place for place in open_places if place.at not in bound]
    compared = line.marks & COMPARED_LEVELS
    told_last: Stated | None = None
    lies_ahead = False
    """The period of the figure before, and whether it is yet to come."""
    for draft in drafts:
        governing = _compared_time(tokens, drafts, draft, found) if compared else None
        if governing is None and found:
            governing = _governing(tokens, draft, found, open_places)
        governing = (_over_years(tokens, draft, terms) if terms else None) or governing
        if governing is not None and not draft.target and memory.only_begins(governing):
            first = draft.ref if draft.ref in drafts else draft
            ahead = any(place.at < first.at and place.stated is governing for place in found)
            governing = governing if ahead else None
        stated = governing or memory.carried(target=draft.target)
        if governing is None and last:
            stated = Stated(last, "article_date", stated.mention)
        if stated.mention and stated.mention.form in ("as_of", "as_of_month"):
            part = (
                draft.parent
                if draft.parent in drafts
                else draft.ref
                if draft.ref in drafts
                else None
            )
            alone = not draft.verb and draft.rule.startswith("count") and draft is not drafts[0]
            alone = alone or (draft is not drafts[0] and is_told_with(tokens, draft))
            alone = alone or goes_on(drafts, draft)
            flow = (
                flow
                if alone and not draft.head.startswith("thu ngân sách")
                else is_flow(tokens, draft)
            )
            if part is not None:
                flow = part.flow
            draft.flow = flow
            stated = _up_to(stated) if flow else stated
        if draft.listed_period:
            year = stated.period[:4] if draft.listed_period.startswith("-") else ""
            stated = Stated(f"{year}{draft.listed_period}", "stated", stated.mention)
        draft.period = stated.period or None
        draft.period_source = stated.source
        if stated is not told_last:
            told_last, lies_ahead = stated, _lies_ahead(stated, memory)
        draft.target = draft.target or lies_ahead
        draft.period_default = stated.mention is None
        told = stated.mention if stated is governing else None
        draft.told_now = bool(last) or (told is not None and told.relative == "now")
    for place in open_places:
        aside = _closed_off(tokens, place.at, len(tokens))
        aside = aside or _in_own_bracket(tokens, place)
        if not aside and not _digresses(tokens, place, open_places[0]):
            memory.remember(place.stated)


def _digresses(tokens: list[Token], place: Place, first: Place) -> bool:
    """Whether a sum over more months only accompanies what is told of the month: bình quân 6 tháng."""
    opened = first.stated.mention
    monthly = opened is not None and opened.form in ("month", "quarter") and first is not place
    return monthly and place.at > 0 and tokens[place.at - 1].low in _SUMS


_SUMS = frozenset({"bình quân", "tính chung", "lũy kế", "cộng dồn", "tính bình quân", "tính gộp"})


_SAME_TIME = frozenset(
    {"cùng kỳ", "của", "trong", "đạt được", "vào", "cùng thời điểm", "của cùng kỳ"}
)


def _compared_time(
    tokens: list[Token], drafts: list[Draft], draft: Draft, found: list[Place]
) -> Stated | None:
    """The earlier time of what is only compared with: so với mức 2.610 tỷ đồng | cùng kỳ năm 2019."""
    at = draft.behind
    if at >= len(tokens) or not is_compared_level(tokens, draft.at):
        return None
    same = False
    while at + 1 < len(tokens) and tokens[at].low in _SAME_TIME:
        same = same or "cùng" in tokens[at].low
        at += 1
    place = next((place for place in found if place.at == at), None)
    stated = place.stated if place is not None else None
    if stated is None and same and tokens[at].reason == "year":
        stated = Stated(tokens[at].low, "stated")
    last = drafts[drafts.index(draft) - 1].period if draft is not drafts[0] else None
    if stated is not None and same and last and len(stated.period) == 4:
        stated = replace(stated, period=stated.period + last[4:])
    return stated


def _dates_one(tokens: list[Token], place: Place) -> bool:
    """Whether a day dates one stock alone: tổng đàn lợn tại thời điểm 1/4/2016 là 794 nghìn con."""
    if not place.at or tokens[place.at - 1].kind != WORD:
        return False
    if tokens[place.at].low.startswith(("tại thời điểm", "thời điểm")):
        return True
    behind = place.stated.mention is not None and place.stated.mention.form == "as_of"
    named = lx.AMOUNT | lx.RATE
    begin = place.at
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    return behind and any(token.tags & named for token in tokens[begin : place.at])


def _bound(
    tokens: list[Token], drafts: list[Draft], found: list[Place], memory: Memory
) -> set[int]:
    """Periods that belong to one figure alone: từ 5,6% năm 2021, (năm 2018: 26 lớp).

    A day is, if the others have a period from before.
    """
    bound = {
        place.at
        for place in found
        if place.stated.mention is not None
        and place.stated.mention.form == "since"
        and any(draft.at < place.at for draft in drafts)
    }
    lone = [place.at for place in found if _dates_one(tokens, place)]
    if lone and (len(found) > 1 or memory.past is not None):
        bound.update(lone)
    for place in found:
        at = place.at
        if _in_own_bracket(tokens, place) or _dates_level(tokens, place):
            bound.add(at)
        for draft in drafts:
            if 0 <= at - draft.behind <= 1:
                near = {t.low for t in tokens[max(0, draft.at - 2) : draft.at]}
                if not near.isdisjoint(_LEADS_LEVEL):
                    bound.add(at)
    return bound


_LEADS_LEVEL = frozenset({"từ", "từ mức", "mức tăng", "mức giảm", "mức"})
"""Words before a number with a period of its own."""


def _governing(
    tokens: list[Token], draft: Draft, found: list[Place], open_places: list[Place]
) -> Stated | None:
    number = draft.at
    for place in found:
        if 0 < place.at < number <= place.at + _NEAR and _leads_to(tokens, place, draft):
            return place.stated
    follows = _right_after(tokens, draft, found) if found[-1].at >= draft.behind else None
    if follows is None and draft.bracketed:
        follows = _recalled(tokens, draft, found)
    if follows is not None:
        return follows
    for place in reversed(open_places):
        if place.at < number and not _closed_off(tokens, place.at, number):
            return place.stated
    behind = [
        place
        for place in open_places
        if place.at > draft.at
        and not _is_now(place)
        and not _told_aside(tokens, place.at)
        and not (draft.depth == 0 and _is_compared_aside(tokens, draft.at, place.at))
    ]
    if behind and not any(t.kind == SIGN and t.low == ";" for t in tokens[draft.at : behind[0].at]):
        between = tokens[draft.at : behind[0].at]
        if not any("target" in t.entry.cues or t.low in _PURPOSES for t in between):
            return behind[0].stated
    return None


_NEAR = 3
"""How far behind a period that leads to it a number may stand."""
_PURPOSES = frozenset({"để", "nhằm", "góp phần"})
"""What follows these comes later: góp 4,6 tỷ đồng xây đường để xã về đích vào năm 2015."""

_GOES_ON = frozenset({"qua đó", "trong đó", "theo đó", "từ đó", "nhờ đó", "trong số đó", "kết quả"})
"""A sentence that begins with these tells more of the time of the one before: Lũy kế đến nay …."""


def _over_years(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
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


def _in_own_bracket(tokens: list[Token], place: Place) -> bool:
    """Whether a bracket dates what it follows: dân số (năm 2016) là 17.988 người."""
    at = place.at
    closed = 1 < at < len(tokens) - 1 and tokens[at - 1].low == "(" and tokens[at + 1].low == ")"
    return closed and bool(tokens[at - 2].tags & (lx.AMOUNT | lx.RATE))


def _dates_level(tokens: list[Token], place: Place) -> bool:
    """Whether a year belongs to the level that something is beyond: vượt mức lợi nhuận năm 2018 | là 8 tỷ."""
    at = place.at
    told = at + 1 < len(tokens) and tokens[at + 1].low == "là"
    levels = (i for i in range(max(1, at - 4), at) if tokens[i].low == "mức")
    return told and any(
        tokens[i - 1].tags & lx.CHANGE or tokens[i - 1].low in ("bằng", "gần bằng", "so với")
        for i in levels
    )


def _is_compared_aside(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a bracket before the time compares: chiếm 1,94% (giảm so với 3,6% của năm 2014)."""
    between = [token.low for token in tokens[start:end]]
    opened = next((at for at, low in enumerate(between) if low == "("), None)
    return (
        opened is not None
        and not {"so với", "so"}.isdisjoint(between[opened:])
        and ")" not in between
    )


def _is_now(place: Place) -> bool:
    """Whether "đến nay" and its like: it says nothing of what was told before it."""
    mention = place.stated.mention
    return mention is not None and mention.relative == "now"


def _leads_to(tokens: list[Token], place: Place, draft: Draft) -> bool:
    """Whether years so far belong to one figure: nâng số đã giảm từ năm 2015 đến nay lên 1.420."""
    since = place.stated.mention is not None and place.stated.mention.form == "since"
    if _dates_level(tokens, place):
        return True
    return (since or _dates_one(tokens, place) or _in_own_bracket(tokens, place)) and (
        all(token.kind == WORD or token.low == ")" for token in tokens[place.at + 1 : draft.at])
    )


def _told_aside(tokens: list[Token], place: int) -> bool:
    """Whether a bracket with the period tells figures of its own: (năm 2019 đã tiếp 1.012 lượt)."""
    opened = place - 1
    while opened > max(0, place - 6) and tokens[opened].kind == WORD:
        opened -= 1
    return place > 0 and tokens[opened].low == "(" and _tells_inside(tokens, place)


def _closed_off(tokens: list[Token], place: int, number: int) -> bool:
    """Whether the bracket that begins with a period is closed before the number: (tháng trước 8 tỷ)."""
    if _told_aside(tokens, place):
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
    if tokens[at - 1].low == "(" and _tells_inside(tokens, at):
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


def _recalled(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
    """The earlier time whose growth a bracket recalls: cao hơn mức tăng của quý I | (2,1%)."""
    at = draft.at - 2
    if draft.kind != "change" or tokens[draft.at - 1].low != "(":
        return None
    place = next((place for place in found if place.at == at), None)
    if place is None:
        return None
    stated, first = place.stated, found[0].stated.mention
    if tokens[at - 1].low == "cùng kỳ" and first is not None and first.form == "months":
        stated = replace(stated, period=months(int(stated.period[:4]), first.first, first.last))
    return stated


def _tells_inside(tokens: list[Token], at: int) -> bool:
    """Whether the bracket with the period at `at` tells figures of its own: (hiện còn 157 hộ)."""
    for token in tokens[at + 1 :]:
        if token.low == ")":
            return False
        if token.kind == NUMBER:
            return True
    return False


def _up_to(stated: Stated) -> Stated:
    """R6: a flow has the time up to the date, where a stock has the date itself."""
    month = stated.mention.first if stated.mention else 12
    return replace(stated, period=months(int(stated.period[:4]), 1, month))


def _lies_ahead(stated: Stated, memory: Memory) -> bool:
    """Whether the period begins after the year of the article: nothing but a target is told of it."""
    now = memory.now
    return memory.date is not None and now is not None and stated.period[:4] > str(now)
