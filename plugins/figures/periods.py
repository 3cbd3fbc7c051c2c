"""Which period a figure covers, resolved over the whole document (guideline section 5).

The clause, else the sentence, else what was named before, else the title, else
the date of publication.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache

from figures import lexicon as lx
from figures.draft import Draft
from figures.period_forms import Mention
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_QUARTERS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}
_COMPARED = frozenset(
    {
        "so với",
        "so",
        "cùng kỳ",
        "với",
        "bằng",
        "hơn",
        "cao hơn",
        "thấp hơn",
        "kế hoạch",
        "so cùng kỳ",
    }
)
_DOCUMENTS = frozenset({"nghị quyết", "đề án", "chiến lược", "quyết định", "luật", "chỉ thị", "thông tư", "quy định", "nghị định", "chương trình mục tiêu", "chương trình mục tiêu quốc gia", "sửa đổi", "hiến pháp"})  # fmt: skip
_STOCKS = frozenset({"dư nợ", "tổng dư nợ", "nợ xấu", "nợ quá hạn", "tổng số", "số", "độ bao phủ", "tỷ lệ", "độ che phủ", "dân số", "hiện có", "diện tích", "tổng nguồn vốn", "nguồn vốn", "tổng tài sản"})  # fmt: skip
_FLOWS = frozenset({"thu", "chi", "doanh thu", "sản lượng", "giải ngân", "kim ngạch", "xuất khẩu", "nhập khẩu", "tổng thu", "tổng chi", "kinh phí", "trị giá", "doanh số", "số tiền", "tổng số tiền", "tổng trị giá", "tổng kinh phí", "thu ngân sách", "số thu", "khách du lịch", "tổng doanh thu", "thu nhập", "tổng sản lượng"})  # fmt: skip
_HOLDS = frozenset({"có", "là", "còn", "quản lý", "", "gồm", "chiếm", "hiện có"})


_REST_OF_YEAR = frozenset({"từ nay đến cuối năm", "từ nay đến hết năm", "những tháng cuối năm"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A period and how it is known."""

    period: str
    source: str
    mention: Mention | None = None


@dataclass(slots=True)
class Memory:
    """What the document has said about periods so far."""

    date: datetime.date | None
    past: Stated | None = None
    """The last period named, for results."""
    future: Stated | None = None
    """The last period named after the year of publication, for targets."""
    term: Mention | None = None
    """The last range of years named."""
    year: int | None = None
    """A year seen in a date, for want of a date of publication."""

    @property
    def now(self) -> int | None:
        """The year of the article."""
        return self.date.year if self.date else self.year

    def resolved(self, mention: Mention) -> Stated | None:
        """The period that `mention` means in this document."""
        period, explicit = _period(mention, self)
        if period is None:
            return None
        return Stated(period, "stated" if explicit else "article_date", mention)

    def remember(self, stated: Stated) -> None:
        """Keeps `stated` for the sentences that name no period."""
        mention = stated.mention
        if mention and mention.form == "range":
            self.term = mention
        if mention and mention.relative in ("now", "next"):
            return
        now = self.now
        year = last_year(stated.period)
        if now is not None and year > now and stated.period[:4] > str(now):
            self.future = stated
        else:
            self.past = stated

    def carried(self, *, target: bool) -> Stated:
        """The period of a figure whose sentence names none."""
        found = (self.future or self.past) if target else self.past
        if found is not None:
            if found.source != "stated":
                return found
            return Stated(found.period, "carried", found.mention)
        if self.now is None:
            return Stated("", "none")
        return Stated(str(self.now), "article_date")


@lru_cache(maxsize=256)
def last_year(period: str) -> int:
    """The last year that a period touches; 0 when it names none."""
    parts = [part for part in period.split("-") if len(part) == 4 and part.isdigit()]
    return int(parts[-1]) if parts else 0


def _period(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    """The period and whether its year was written out."""
    now, form = memory.now, mention.form
    if form == "range":
        return f"{mention.year}-{mention.last_year}", True
    if form == "year" or form == "year_to":
        return _year(mention, memory)
    if form == "since":
        return (
            (f"{mention.year}-{now}", True)
            if now and mention.year and now > mention.year
            else (str(mention.year), True)
        )
    if form == "years_past":
        return (f"{now - mention.first}-{now}", False) if now else (None, False)
    if form in ("term", "school_year", "semester"):
        return _span(mention, memory)
    if form == "elapsed":
        return _elapsed(mention, memory), False
    year = mention.year or _year_of_part(mention, memory)
    if year is None:
        return None, False
    explicit = mention.year is not None
    if form == "quarter":
        return f"{year}-Q{mention.first or _quarter_now(memory)}", explicit
    if form == "month":
        month = mention.first or (memory.date.month if memory.date else 0)
        return (f"{year}-{month:02d}", explicit) if month else (None, False)
    if form == "as_of_month":
        return f"{year}-{mention.first:02d}", explicit
    if form == "as_of":
        return f"{year}-{mention.first:02d}-{mention.day:02d}", explicit
    return months(year, mention.first, mention.last), explicit


def _elapsed(mention: Mention, memory: Memory) -> str | None:
    """The first months of the year, if they had just passed: after 9 months, told in October."""
    if memory.date is None or not 0 <= memory.date.month - mention.last <= 1:
        return None
    return months(memory.date.year, 1, mention.last)


def _quarter_now(memory: Memory) -> int:
    """The quarter that an article talks about: in its first days, the one just ended."""
    if memory.date is None:
        return 1
    month = memory.date.month if memory.date.day > 20 else (memory.date.month + 10) % 12 + 1
    return (month - 1) // 3 + 1


def months(year: int, first: int, last: int) -> str:
    """The period of the months `first` to `last`."""
    if first == last:
        return f"{year}-{first:02d}"
    if (first, last) == (1, 12):
        return str(year)
    if name := _QUARTERS.get((first, last)):
        return f"{year}-{name}"
    return f"{year}-{first:02d}..{last:02d}"


def _year(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    if mention.year:
        return str(mention.year), True
    now = memory.now
    if now is None:
        return None, False
    month = memory.date.month if memory.date else 12
    shift = {
        "next": 1,
        "before": -1,
        "past": -1 if month <= 6 else 0,
        "whole": -1 if month <= 2 else 0,
    }.get(mention.relative, 0)
    return str(now + shift), False


def _year_of_part(mention: Mention, memory: Memory) -> int | None:
    """The year of a month, quarter or half that is named without one."""
    if mention.relative == "this":
        return memory.now
    if memory.past and memory.past.source == "stated" and len(memory.past.period) >= 4:
        return last_year(memory.past.period) or memory.now
    now = memory.now
    if now is None:
        return None
    if mention.relative in ("past", "before"):
        return now - 1
    if memory.date:
        begins = (mention.first - 1) * 3 + 1 if mention.form == "quarter" else mention.first
        if begins > memory.date.month:
            return now - 1
    return now


def _span(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    """Terms, school years and semesters, which may be named without their years."""
    if mention.form == "semester":
        first, last, explicit = mention.year, mention.last_year, True
        if first is None:
            known = memory.past.mention if memory.past else None
            if known and known.form == "range" and known.last_year == (known.year or 0) + 1:
                first, last = known.year, known.last_year
            else:
                first, explicit = _school_start(memory), False
                last = first + 1 if first else None
        return (f"{first}-{last}-HK{mention.first}", explicit) if first else (None, False)
    if mention.form == "school_year":
        start = _school_start(memory)
        if start is None:
            return None, False
        start += {"next": 1, "before": -1}.get(mention.relative, 0)
        return f"{start}-{start + 1}", False
    return _term(mention, memory)


def _school_start(memory: Memory) -> int | None:
    if memory.now is None:
        return None
    return memory.now if memory.date is None or memory.date.month >= 8 else memory.now - 1


def _term(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    term = memory.term
    if term and term.year and term.last_year:
        length = term.last_year - term.year
        shift = {"past": -length, "before": -length, "next": length}.get(mention.relative, 0)
        if mention.relative == "past" and memory.now and memory.now >= term.last_year:
            shift = 0
        if mention.relative == "next" and memory.now and memory.now <= term.year:
            shift = 0
        return f"{term.year + shift}-{term.last_year + shift}", False
    if memory.now is None:
        return None, False
    start = memory.now // 5 * 5
    shift = -5 if mention.relative in ("past", "before") else 0
    return f"{start + shift}-{start + shift + 5}", False


# -- sentences -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A period named at a token of a sentence."""

    at: int
    stated: Stated
    compared: bool


def places(tokens: list[Token], memory: Memory) -> list[Place]:
    """The periods that a sentence names, in order."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind in (SIGN, NUMBER) or (token.kind == WORD and token.low not in _REST_OF_YEAR):
            continue
        if at > 1 and tokens[at - 1].low == "(" and tokens[at - 2].kind == PERIOD_TOKEN:
            continue
        if token.kind == PERIOD_TOKEN and isinstance(token.mention, Mention):
            if token.mention.form == "range" and (memory.term is None):
                memory.term = token.mention
            stated = memory.resolved(token.mention)
            if stated is not None:
                same = _same_months(tokens, at, stated, found)
                found.append(same or Place(at, stated, is_compared(tokens, at)))
        elif token.low in _REST_OF_YEAR and memory.now is not None:
            rest = Stated(str(memory.now), "article_date", Mention("year", relative="now"))
            found.append(Place(at, rest, compared=False))
        elif token.kind == CODE and token.form == "date" and memory.date is None:
            year = token.low[-4:]
            if year.isdigit() and len(year) == 4:
                memory.year = int(year)
    return found


def _same_months(tokens: list[Token], at: int, stated: Stated, found: list[Place]) -> Place | None:
    """The months of an earlier year that are told by themselves: …; cùng kỳ năm 2021 là 61 vụ."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    told = follower is not None and follower.low in ("là", "có", "chỉ", "xảy ra", "đạt", "chỉ có")
    named = at > 0 and tokens[at - 1].low == "cùng kỳ"
    if not named or not told or (at > 1 and tokens[at - 2].low in _COMPARED):
        return None
    mention = found[-1].stated.mention if found else None
    if mention is not None and mention.form == "months" and len(stated.period) == 4:
        stated = replace(stated, period=months(int(stated.period), mention.first, mention.last))
    return Place(at, stated, compared=False)


def is_compared(tokens: list[Token], at: int) -> bool:
    """Whether the period at `at` is only what something is compared with, or names a law."""
    previous = tokens[at - 1] if at else None
    if previous is None:
        return False
    mention = tokens[at].mention
    relative = isinstance(mention, Mention) and mention.relative == "before"
    if relative and (previous.tags & (lx.MEASURE | lx.CHANGE) or previous.kind == NUMBER):
        return True
    if _is_measured_by(tokens, at):
        return True
    if previous.low == "(" and at > 1:
        return tokens[at - 2].low in _DOCUMENTS
    if previous.low in _DOCUMENTS or (
        previous.low in _COMPARED and previous.low not in ("kế hoạch", "với", "bằng")
    ):
        return True
    for step in range(2, 7):
        if at - step < 0:
            break
        token = tokens[at - step]
        if token.kind in (SIGN, NUMBER, PERIOD_TOKEN):
            break
        if token.low in ("so với", "so", "cùng kỳ") and step <= 6:
            return True
    if previous.low in ("kế hoạch", "chỉ tiêu", "dự toán", "chỉ tiêu kế hoạch", "nghị quyết"):
        earlier = tokens[at - 2] if at > 1 else None
        return earlier is not None and (
            earlier.low in ("%", "so với", "vượt") or earlier.kind == NUMBER
        )
    return False


def _is_measured_by(tokens: list[Token], at: int) -> bool:
    """Whether a rate is of that year: gấp 1,4 lần năm 2019, bằng 85% năm trước."""
    previous = tokens[at - 1]
    if previous.low in ("đôi", "gấp đôi", "tăng gấp đôi", "gấp ba", "gấp rưỡi", "rưỡi"):
        return True
    near = tokens[max(0, at - 5) : at]
    if previous.low == "lần":
        return any(t.tags & lx.CHANGE for t in near)
    return previous.low in ("%", "của") and any(t.low in ("bằng", "tương đương") for t in near)


def assign(tokens: list[Token], drafts: list[Draft], found: list[Place], memory: Memory) -> None:
    """Sets period and source of the drafts of one sentence."""
    open_places = [place for place in found if not place.compared]
    flow = False
    bound = _bound(tokens, drafts, found)
    open_places = [place for place in open_places if place.at not in bound]
    for draft in drafts:
        stated = _governing(tokens, draft, found, open_places) or memory.carried(
            target=draft.target
        )
        if stated.mention and stated.mention.form in ("as_of", "as_of_month"):
            part = (
                draft.parent
                if draft.parent in drafts
                else draft.ref
                if draft.ref in drafts
                else None
            )
            alone = not draft.verb and draft.rule.startswith("count") and draft is not drafts[0]
            alone = alone or (draft is not drafts[0] and _is_told_with(tokens, draft))
            alone = alone or _goes_on(drafts, draft)
            flow = flow if alone else _is_flow(tokens, draft)
            if part is not None:
                flow = part.flow
            draft.flow = flow
            stated = _up_to(stated) if flow else stated
        if draft.listed_period:
            stated = Stated(draft.listed_period, "stated", stated.mention)
        draft.period = stated.period or None
        draft.period_source = stated.source
        draft.target = draft.target or _lies_ahead(stated, memory)
        draft.period_default = stated.mention is None
    for place in open_places:
        memory.remember(place.stated)


def _bound(tokens: list[Token], drafts: list[Draft], found: list[Place]) -> set[int]:
    """Periods that belong to one figure alone: từ 5,6% năm 2021, (năm 2018: 26 lớp)."""
    bound = set()
    for draft in drafts:
        for place in found:
            if 0 <= place.at - draft.behind <= 1 and draft.at and tokens[draft.at - 1].low == "từ":
                bound.add(place.at)
    return bound


def _governing(
    tokens: list[Token], draft: Draft, found: list[Place], open_places: list[Place]
) -> Stated | None:
    right_after = _right_after(tokens, draft, found)
    if right_after is not None:
        return right_after
    before = [place for place in open_places if place.at < draft.at]
    if before:
        return before[-1].stated
    behind = [place for place in open_places if place.at > draft.at]
    if behind and not any(t.kind == SIGN and t.low == ";" for t in tokens[draft.at : behind[0].at]):
        between = tokens[draft.at : behind[0].at]
        if not any("target" in t.entry.cues for t in between):
            return behind[0].stated
    return None


def _right_after(tokens: list[Token], draft: Draft, found: list[Place]) -> Stated | None:
    """The period that closely follows a figure: 26 lớp năm 2018 lên 38 lớp năm 2019."""
    at = draft.behind
    while at < len(tokens) and tokens[at].low in ("(", "trong", "vào", "của", "ở", "tại"):
        at += 1
    place = next((place for place in found if place.at == at), None)
    if place is None or place.compared:
        return None
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        follower is None
        or follower.kind in (SIGN, NUMBER)
        or follower.low in ("lên", "xuống", "và", "còn", "tăng", "giảm", "là")
    ):
        return place.stated
    return None


def _up_to(stated: Stated) -> Stated:
    """R6: a flow has the time up to the date, where a stock has the date itself."""
    month = stated.mention.first if stated.mention else 12
    return replace(stated, period=months(int(stated.period[:4]), 1, month))


_OWED = frozenset({"nợ", "dư", "tồn", "tồn đọng", "chậm", "còn", "lại", "hiện"})


def _lies_ahead(stated: Stated, memory: Memory) -> bool:
    """Whether the period begins after the year of the article: nothing but a target is told of it."""
    now = memory.now
    return memory.date is not None and now is not None and stated.period[:4] > str(now)


def _goes_on(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a verb repeats part of the amount before: dư nợ cho vay …, cho vay …."""
    if draft.rule != "measure-verb" or not draft.verb:
        return False
    return any(draft.verb in other.indicator.lower() and other.at < draft.at for other in drafts)


def _is_told_with(tokens: list[Token], draft: Draft) -> bool:
    """Whether an amount only goes with what was told before: …, tổng vốn đăng ký 1.970 tỷ đồng."""
    if draft.rule != "measure-left" or draft.head in _STOCKS:
        return False
    before = next(t for t in reversed(tokens[: draft.at]) if not t.tags & lx.HEDGE)
    owed = _OWED.isdisjoint(draft.indicator.lower().split())
    return owed and not before.tags & (lx.LINK | lx.CHANGE)


def _is_flow(tokens: list[Token], draft: Draft) -> bool:
    if draft.head in _STOCKS or not _OWED.isdisjoint(draft.indicator.lower().split()):
        return False
    if draft.head in _FLOWS or draft.rule == "measure-verb":
        return True
    if draft.rule in ("measure-left", "label", "share-left", "label-counter"):
        return False
    if draft.ref is not None:
        return _is_flow(tokens, draft.ref)
    if draft.verb not in _HOLDS:
        return True
    for token in reversed(tokens[: draft.at]):
        if token.low in ("có", "hiện có", "quản lý", "còn", "là"):
            return False
        if token.tags & lx.VERB and token.kind == WORD and not token.tags & lx.NOUN:
            return True
    return False


def to_date(memory: Memory) -> str | None:
    """The months of the year so far, for a rate of the year's plan without any period."""
    if memory.date is None:
        return None
    month = memory.date.month if memory.date.day > 10 else memory.date.month - 1
    return months(memory.date.year, 1, month) if 2 <= month <= 11 else None
