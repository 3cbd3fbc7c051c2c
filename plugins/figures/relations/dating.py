"""Which period each figure of a sentence covers: one named in the sentence, else what was named before.

Guideline section 5.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from figures.draft import Draft
from figures.naming.recalled_levels import recalled_time
from figures.periods.compared_levels import COMPARED_LEVELS
from figures.periods.comparisons import planned_at
from figures.periods.flows import flows, is_owed
from figures.periods.governing import compared_time, governing, over_years
from figures.periods.meanings import is_before, months, within
from figures.periods.memory import Memory, Stated
from figures.periods.own_periods import closed_off, in_own_bracket, owned
from figures.periods.period_tokens import SUMMED
from figures.periods.place import Place
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import Token


def assign(
    line: Line,
    drafts: list[Draft],
    found: list[Place],
    memory: Memory,
    before: Draft | None = None,
) -> None:
    """Sets period and source of the drafts of one sentence; `before` is the last figure before it."""
    tokens = line.tokens
    last = _gone_on_from(tokens[0].low, drafts, before)
    own = owned(line, drafts, found, memory) if found else ()
    open_places = [place for place in found if not place.compared and place.at not in own]
    terms = [place for place in found if place.stated.mention and place.stated.mention.last_year]
    lasting = terms and any(tokens[at].reason == "duration" for at in line.numbers)
    compared = line.marks & COMPARED_LEVELS
    meets = not found and _tells_of_meeting(tokens)
    flow = False
    told_of: dict[int, Stated] = {}
    """The periods of the figures so far, for those that only say how one changed."""
    told_last: Stated | None = None
    lies_ahead = False
    """The period of the figure before, and whether it is yet to come."""
    for draft in drafts:
        named = compared_time(tokens, drafts, draft, found, memory) if compared else None
        if found and (planned := _planned_for(tokens, draft, found)) is not None:
            named, draft.target = planned, True
        if draft.recalled:
            named = recalled_time(tokens, draft, found, told_last)
        if named is None and found:
            named = governing(line, draft, found, open_places, memory.now)
            named = (over_years(tokens, draft, terms) if lasting else None) or named
        if named is not None and not draft.target and memory.only_begins(named):
            named = named if _stands_before(drafts, draft, found, named) else None
        stated = named or memory.carried(target=draft.target and not _is_fulfilled(drafts, draft))
        elder = (_total_before(drafts, draft) or last) if named is None else None
        if elder is None and named is None and tokens[0].low in _OF_EVENT and memory.event:
            stated = replace(memory.event, source="carried")
        if elder is not None and elder.period:
            source = "article_date" if elder.period_source == "article_date" else "carried"
            stated = Stated(elder.period, source, stated.mention)
        if named is None and draft.kind == "change" and draft.ref is not None:
            stated = told_of.get(id(draft.ref), stated)
        if (named is None or _is_so_far(named)) and is_owed(tokens, draft):
            stated = _owed_here(found, own, draft) or _when_owed(stated, memory)
        if named is None and told_last is not None and tokens[draft.at - 1].low == "/":
            stated = told_last
        if named is None and meets and stated.mention and stated.mention.last_year and memory.now:
            stated = Stated(str(memory.now), "article_date")
        mention = stated.mention
        if draft.target and _is_over(stated, memory):
            stated, mention = replace(stated, period=stated.period[:4]), None
        if elder is not None:
            draft.flow = flow = elder.flow
        elif mention is not None and mention.form in ("as_of", "as_of_month"):
            draft.flow = flow = flows(tokens, drafts, draft, before=flow)
            stated = _up_to(stated, line, draft) if flow else stated
        if named is None and draft.target and draft.bracketed and told_last is not None:
            stated = told_last
        if draft.target and draft.bracketed and _is_yearly(drafts, draft):
            stated = replace(stated, period=stated.period[:4])
        if draft.listed_period:
            year = stated.period[:4] if draft.listed_period.startswith("-") else ""
            stated = Stated(f"{year}{draft.listed_period}", "stated", mention)
        told_of[id(draft)] = stated
        draft.period = stated.period or None
        draft.period_source = stated.source
        if stated is not told_last:
            told_last, lies_ahead = stated, _lies_ahead(stated, memory)
        draft.target = draft.target or lies_ahead
        draft.period_default = mention is None
        told = mention if stated is named else None
        now = told is not None and told.relative == "now"
        draft.told_now = now or (last is not None and last.told_now)
    for place in open_places:
        aside = closed_off(line, place.at, len(tokens)) or in_own_bracket(line, place)
        aside = aside or _digresses(tokens, place, open_places[0])
        aside = aside or _is_singled_out(tokens, place, memory) or _dates_figure(tokens, place)
        aside = aside or _dates_amount(tokens, drafts, place) or _bracketed(tokens, drafts, place)
        aside = aside or (place.of_name and all(d.period != place.stated.period for d in drafts))
        if not aside and not _looks_back(drafts, place, open_places, memory):
            memory.remember(place.stated, ahead=place.ahead or place.of_name)
    if _comes_to_now(open_places, memory.now):
        memory.come_to_now()


def _total_before(drafts: list[Draft], draft: Draft) -> Draft | None:
    """The total of a part, if a sentence before told it: Đến nay, dư nợ 486 tỷ đồng. | Trong số này, … 2,6 tỷ."""
    whole = draft.parent
    told = whole is not None and whole not in drafts and whole.target == draft.target
    return whole if told and whole is not None and whole.period else None


def _planned_for(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
    """The year of a plan whose amount is told behind it: đạt 41% kế hoạch năm 2022 (161 tỷ đồng)."""
    at = draft.at - 1
    while at > 0 and tokens[at].tags & lx.HEDGE:
        at -= 1
    if tokens[at].low not in ("(", "là"):
        return None
    place = next((place for place in found if place.at == at - 1 and place.compared), None)
    told = place is not None and draft.kind != "change" and planned_at(tokens, place.at)
    return place.stated if told and place is not None else None


def _is_over(stated: Stated, memory: Memory) -> bool:
    """Whether a day had passed when it was told of, so that an aim beside it is of its year: Đến 30/9 đạt 36%, chỉ tiêu 38%."""
    day = stated.mention is not None and stated.mention.form == "as_of"
    return day and memory.date is not None and stated.period <= str(memory.date)


def _is_so_far(stated: Stated) -> bool:
    """Whether the time since the year began is told: doanh số cho vay từ đầu năm 75 tỷ; | dư nợ 175 tỷ."""
    mention = stated.mention
    return mention is not None and mention.form == "year" and mention.first == 1


def _tells_of_meeting(tokens: list[Token]) -> bool:
    """Whether a sentence opens with the meeting that is reported: Cũng tại buổi gặp mặt, 20 hội viên …."""
    at = int(tokens[0].low == "cũng")
    if len(tokens) < at + 2 or tokens[at].low != "tại":
        return False
    return tokens[at + 1].low in _MEETINGS


_MEETINGS = frozenset({"buổi", "hội nghị", "đại hội", "lễ", "hội thảo", "cuộc họp", "kỳ họp"})


def _is_fulfilled(drafts: list[Draft], draft: Draft) -> bool:
    """Whether what was planned is told beside what was done: kế hoạch | 1.500 em, thực hiện 1.642 em."""
    at = drafts.index(draft) + 1
    done = drafts[at] if at < len(drafts) else None
    return done is not None and not done.target and done.indicator == draft.indicator


def _is_yearly(drafts: list[Draft], draft: Draft) -> bool:
    """Whether the plan of a year is told in a bracket: thu 6 tháng đạt 48% nghị quyết năm | (20.200 tỷ đồng).

    What a body gives is for a year, too: 61,5% chỉ tiêu Bộ giao (2.900 tỷ đồng).
    """
    at = drafts.index(draft) - 1
    base = (drafts[at].base or "").lower() if at >= 0 else ""
    return _OF_YEAR.match(base) is not None and _OF_PART.search(base) is None


_OF_YEAR = re.compile(
    r"(?:kế hoạch|chỉ tiêu|nghị quyết|dự toán|mục tiêu)"
    r"(?:(?: cả| giao| được giao)? năm\b(?! \d)|(?: \w+){1,6} giao\b)"
)
_OF_PART = re.compile(r"\b(?:quý|tháng|vụ|kỳ)\b")


def _stands_before(drafts: list[Draft], draft: Draft, found: list[Place], named: Stated) -> bool:
    """Whether a term that only begins is named before a figure, or before the one it refers to."""
    first = draft.ref if draft.ref is not None and draft.ref in drafts else draft
    return any(place.at < first.at and place.stated is named for place in found)


def _gone_on_from(opening: str, drafts: list[Draft], before: Draft | None) -> Draft | None:
    """The figure before a sentence of whose time it tells more: Lũy kế đến nay đạt …. | Qua đó ….

    Where it opens with parts, their total: tháng 10 …, lũy kế 10 tháng 1,07 tỷ USD. | Trong đó ….
    """
    if opening in _OF_THOSE:
        wholes = (draft.parent for draft in drafts if draft.parent not in drafts)
        if (whole := next(filter(None, wholes), None)) is not None:
            return whole
    goes_on = before is not None and before.told_now and opening in _GOES_ON
    return before if goes_on else None


_OF_THOSE = frozenset({"trong đó", "trong số đó", "trong số này", "trong số ấy", "trong đó có"})
_GOES_ON = _OF_THOSE | {"qua đó", "theo đó", "từ đó", "nhờ đó", "kết quả", "so với", "so"}

_OF_EVENT = _OF_THOSE | {"qua đó", "theo đó"}
"""With these a paragraph goes on about what was done on a day."""


def _looks_back(
    drafts: list[Draft], place: Place, open_places: list[Place], memory: Memory
) -> bool:
    """Whether a period only compares: năm 2023 thu 86 tỷ, | năm 2022 thu 77 tỷ; what follows is of 2023.

    A year beside a level does too, within the years that are told of: từ 11,8% năm 2015 lên.
    """
    period = place.stated.period
    for draft in drafts:
        if draft.at > place.at:
            total = draft.parent if draft.parent in drafts else None
            return total is not None and bool(total.period) and within(period, total.period or "")
        if draft.period_default or not draft.period:
            continue
        if is_before(period, draft.period):
            return True
        if draft.period == period and place.at - draft.behind <= 1:
            years = [other.stated for other in open_places if other.at < draft.at]
            years.append(memory.carried(target=False))
            return any(within(period, told.period) for told in years)
    return False


def _digresses(tokens: list[Token], place: Place, first: Place) -> bool:
    """Whether a sum over more months only accompanies what is told of the month: bình quân 6 tháng."""
    opened = first.stated.mention
    monthly = opened is not None and opened.form in ("month", "quarter") and first is not place
    return monthly and place.at > 0 and tokens[place.at - 1].low in _ACCOMPANIES


_ACCOMPANIES = SUMMED | {"bình quân", "tính bình quân", "tính gộp"}
"""Behind a month these tell of more months in passing; averages do so too."""


def _comes_to_now(places: list[Place], now: int | None) -> bool:
    """Whether an earlier time is told before today's: Năm 1986 có 9 giáo viên; | hiện nay có 41 giảng viên."""
    last = places[-1].stated if places else None
    if last is None or last.mention is None or last.mention.relative != "now" or now is None:
        return False
    years = (place.stated.mention for place in places[:-1])
    return any(told is not None and (told.year or now) < now - 1 for told in years)


def _is_singled_out(tokens: list[Token], place: Place, memory: Memory) -> bool:
    """Whether one time is only told of within a longer one: CPI 6 tháng tăng 3,5%, riêng | tháng 6 tăng 0,4%."""
    at = place.at - 1
    at -= at > 0 and tokens[at].low == ","
    if at < 0 or tokens[at].low not in _SINGLES_OUT or (not at and tokens[0].low == "riêng"):
        return False
    past = memory.past
    return past is not None and past.period != place.stated.period


_SINGLES_OUT = frozenset({"riêng", "riêng trong", "trong đó", "trong đó có", "trong đó riêng"})


def _bracketed(tokens: list[Token], drafts: list[Draft], place: Place) -> bool:
    """Whether a bracket behind some figure has the time for itself: tăng 8,5% (quý I tăng 7,9%; | quý II tăng 8,3%)."""
    near = next((at for at in range(place.at - 1, -1, -1) if tokens[at].low in "()"), 0)
    if tokens[near].low != "(" or all(token.low != ")" for token in tokens[place.at :]):
        return False
    return any(draft.at < near for draft in drafts)


def _dates_amount(tokens: list[Token], drafts: list[Draft], place: Place) -> bool:
    """Whether a past year dates one amount among others: diện tích 625 km², dân số | năm 2017 là 207.226 người."""
    at = place.at
    if not drafts or drafts[0].at > at or not at or not tokens[at - 1].tags & lx.AMOUNTS:
        return False
    return drafts[0].period != place.stated.period


def _dates_figure(tokens: list[Token], place: Place) -> bool:
    """Whether nothing but the time of a figure stands in a bracket behind it: 98 tỷ đồng | (năm 2016)."""
    at = place.at
    if not 1 < at < len(tokens) - 1 or tokens[at - 1].low != "(" or tokens[at + 1].low != ")":
        return False
    return bool(tokens[at - 2].tags & lx.MEASURE) or tokens[at - 2].low == "%"


def _owed_here(found: list[Place], own: Collection[int], draft: Draft) -> Stated | None:
    """The day that the sentence dates another debt with: dư nợ đến 31/12 là 3,68 tỷ đồng; nợ quá hạn | 0,3%."""
    days = (place for place in reversed(found) if place.at in own and place.at < draft.at)
    return next((day.stated for day in days if day.stated.period.count("-") == 2), None)


def _when_owed(stated: Stated, memory: Memory) -> Stated:
    """The day on which months end that it was told of: Đến 30/6 …. Cho vay 6 tháng …. Dư nợ | 386 tỷ đồng."""
    day = memory.moment
    if day is None or day.mention is None or len(stated.period) == 4:
        return stated
    ended = months(int(day.period[:4]), 1, day.mention.first) == stated.period
    return replace(day, source="carried") if ended else stated


def _up_to(stated: Stated, line: Line, draft: Draft) -> Stated:
    """R6: a flow has the time up to the date, where a stock has the date itself.

    What a storm did, it did in that month; what is told by the year is of the year.
    """
    month = stated.mention.first if stated.mention else 12
    if (draft.unit or "").lower().find("/năm") > 0:
        return replace(stated, period=stated.period[:4])
    if line.marks & _STRUCK and line.marks & _HARM and not line.marks & _AID:
        return replace(stated, period=stated.period[:7])
    return replace(stated, period=months(int(stated.period[:4]), 1, month))


_STRUCK = mark({"bão", "bão số", "mưa bão", "mưa lũ", "lũ", "lũ lụt", "bão lũ", "lũ quét", "mưa đá", "dông lốc", "lốc xoáy", "hoàn lưu bão", "áp thấp nhiệt đới", "động đất", "trận lũ", "cơn bão", "đợt mưa lũ", "mưa lớn", "ngập lụt", "thiên tai"})  # fmt: skip
_HARM = mark({"thiệt hại", "gây thiệt hại", "bị", "làm chết", "chết", "người chết", "mất tích", "sập", "bị sập", "tốc mái", "bị tốc mái", "hư hỏng", "bị hư hỏng", "bị ngập", "ngập", "cuốn trôi", "bị cuốn trôi", "bị thương", "sạt lở"})  # fmt: skip
_AID = mark({"ủng hộ", "hỗ trợ", "tiếp nhận", "phân bổ", "cứu trợ", "vận động", "đóng góp"})


def _lies_ahead(stated: Stated, memory: Memory) -> bool:
    """Whether the period begins after the year of the article: nothing but a target is told of it."""
    now = memory.now
    return memory.date is not None and now is not None and stated.period[:4] > str(now)
