"""Where a sentence names periods, and which of them are only compared with (guideline section 5)."""

from __future__ import annotations

from dataclasses import replace

from figures.periods.beginnings import tells_first
from figures.periods.comparisons import is_compared
from figures.periods.events import day_told, is_event, without_event
from figures.periods.lapses import COMING, LAPSING, in_bracket, lapse, term_behind
from figures.periods.laws import is_of_service
from figures.periods.meanings import last_year
from figures.periods.memory import Memory, Stated
from figures.periods.outlooks import (
    AIMING,
    HEADED,
    PLANNING,
    REVIEWING,
    headed_years,
    look_ahead,
    look_on,
)
from figures.periods.own_periods import OPENED
from figures.periods.place import Place
from figures.periods.programmes import may_name, names_programme, overlaps
from figures.periods.same_months import same_months
from figures.refusing.names import is_year
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, WORD, Token

_REST_OF_YEAR = frozenset({"từ nay đến cuối năm", "từ nay đến hết năm", "những tháng cuối năm"})


_REST = mark(_REST_OF_YEAR)


def places(line: Line, memory: Memory) -> list[Place]:
    """The periods that a sentence names, in order."""
    tokens = line.tokens
    if len(tokens) == 1 and tokens[0].kind == NUMBER and is_year(tokens, 0):
        # In a chronicle a year stands on a line of its own.
        headed = Stated(tokens[0].low, "stated", Mention("year", int(tokens[0].low)))
        return [Place(0, headed, compared=False)]
    found: list[Place] = []
    for at in _named(line):
        if _is_no_time(tokens, at, found, memory):
            continue
        if (place := _place(line, at, found, memory)) is not None:
            found.append(place)
    return _as_told(line, found, memory)


def _named(line: Line) -> list[int]:
    """Where something stands that may name a period."""
    named, tokens = line.periods, line.tokens
    if line.codes:
        named = sorted([*named, *line.codes])
    if line.marks & _REST:
        named = sorted(
            [*named, *(at for at, token in enumerate(tokens) if token.low in _REST_OF_YEAR)]
        )
    if line.marks & HEADED and line.numbers:
        named = sorted([*named, *headed_years(line)])
    if line.marks & OPENED and line.numbers:
        named = sorted({*named, *_listed_years(line)})
    return named


def _listed_years(line: Line) -> list[int]:
    """Where years stand that a bracket lists without "năm": (| 2019: 26 vụ; | 2020: 31 vụ), (| 2019 tăng 7,1%)."""
    tokens = line.tokens
    return [
        at
        for at in line.numbers
        if 0 < at < len(tokens) - 2
        and tokens[at - 1].low in ("(", ";")
        and (tokens[at + 1].low == ":" or bool(tokens[at + 1].tags & (lx.CHANGE | lx.LINK)))
        and is_year(tokens, at)
    ]


def _is_no_time(tokens: list[Token], at: int, found: list[Place], memory: Memory) -> bool:
    """Whether what stands at `at` names no time of its own."""
    low = tokens[at].low
    if low == "nay":
        return _is_told_of_now(found, memory)
    if low == "năm sau":
        # Mười năm sau is no year to come.
        return at > 0 and tokens[at - 1].kind == NUMBER
    if low == "hiện có" and _is_said_of(tokens, at):
        return True
    if low.startswith("hiện") and found and _is_told_there(tokens, at, found[-1]):
        return True
    if at and _tells_birth(tokens, at):
        return True
    return bool(found) and _explains(tokens, at)


def _tells_birth(tokens: list[Token], at: int) -> bool:
    """Whether a year only says when somebody was born: học viên trẻ nhất sinh | năm 1984; not an sinh."""
    mention = tokens[at].mention
    born = tokens[at - 1].low == "sinh" and isinstance(mention, Mention) and mention.form == "year"
    return born and (at < 2 or tokens[at - 2].low != "an")


def _is_told_there(tokens: list[Token], at: int, before: Place) -> bool:
    """Whether "hiện có" only says what there is at the time that opens the sentence: Đến 30/6, xã | hiện có 12 trường."""
    mention = before.stated.mention
    dated = mention is not None and mention.form in _AT_A_TIME and not before.compared
    opens = before.at == 0 or (before.at < _OPENING and tokens[before.at + 1].low == ",")
    return dated and opens and all(token.kind != NUMBER for token in tokens[before.at : at])


_OPENING = 4
_AT_A_TIME = frozenset({"as_of", "as_of_month", "month", "months", "quarter", "year"})


def _explains(tokens: list[Token], at: int) -> bool:
    """Whether a bracket only says over which days the time before it is counted."""
    opened = at - 1 - (at > 2 and tokens[at - 1].low in _COUNTED)
    closed = at + 1 < len(tokens) and tokens[at + 1].kind != WORD
    bracketed = closed and opened > 0 and tokens[opened].low == "("
    return bracketed and _is_told_whole(tokens[opened - 1])


def _place(line: Line, at: int, found: list[Place], memory: Memory) -> Place | None:
    """The period named at `at`, behind those `found`; None if it is none."""
    tokens, token = line.tokens, line.tokens[at]
    if token.kind == PERIOD_TOKEN and isinstance(token.mention, Mention):
        return _mentioned(line, at, token.mention, found, memory)
    if token.low in _REST_OF_YEAR and memory.now is not None:
        rest = Stated(str(memory.now), "article_date", Mention("year", relative="now"))
        return Place(at, rest, compared=False)
    if token.kind == NUMBER:
        planned = Stated(token.low, "stated", Mention("year", int(token.low)))
        return Place(at, planned, is_compared(tokens, at))
    if token.kind == CODE and tells_first(tokens, at):
        begun = Mention("year", int(token.low[-4:]))
        return Place(at, Stated(token.low[-4:], "stated", begun), compared=False)
    if token.kind != CODE or token.form != "date":
        return None
    if memory.date is None:
        year = token.low[-4:]
        if year.isdigit() and len(year) == 4:
            memory.year = int(year)
    said = None if found else day_told(tokens, at)
    stated = memory.resolved(said) if said is not None else None
    return Place(at, stated, compared=False) if stated is not None else None


def _mentioned(
    line: Line, at: int, mention: Mention, found: list[Place], memory: Memory
) -> Place | None:
    """The period that a mention at `at` names, behind those `found`."""
    tokens = line.tokens
    if mention.form == "range" and memory.term is None:
        memory.term = mention
    stated = in_bracket(tokens, at, memory) or _on_that_day(tokens[at], memory)
    stated = stated or memory.resolved(_of_year_before(mention, found))
    stated = term_behind(line, stated, memory)
    if stated is not None and memory.now is not None and not line.words.isdisjoint(COMING):
        stated = _to_come(stated, memory)
    if stated is None:
        return None
    same = same_months(tokens, at, stated, found, memory)
    place = same or Place(at, stated, is_compared(tokens, at))
    if may_name(line, at):
        # What was told before is asked for last: it may have to be read first.
        named = names_programme(tokens, at, mention)
        place.of_name = named and overlaps(_known(found, memory), mention)
    elif mention.form == "year" and is_of_service(tokens, at) and memory.is_to_come(stated.period):
        place.of_name = True
    return place


def _on_that_day(token: Token, memory: Memory) -> Stated | None:
    """The day that was told before, of which what there is now is told: Đến 20/10 …. | Hiện tại các hồ chứa 82 triệu m3."""
    past = memory.past if token.low in _AT_PRESENT else None
    if past is None or past.mention is None or past.mention.form != "as_of":
        return None
    return past if past.period[:4] == str(memory.now) and past.period.count("-") == 2 else None


_AT_PRESENT = frozenset({"hiện", "hiện tại", "hiện đang"})
"""What is told with "hiện có" or "hiện nay" is of the year of the article (guideline section 5)."""


def _as_told(line: Line, found: list[Place], memory: Memory) -> list[Place]:
    """Those `found`, by what the sentence as a whole tells of them."""
    if line.marks & AIMING and found:
        look_on(line.tokens, found[0], memory)
    if found and is_event(found[0]):
        found = without_event(line, found)
    if line.marks & REVIEWING and len(found) > 1 and line.marks & PLANNING:
        look_ahead(line.tokens, found)
    elif line.marks & LAPSING and (lapsed := lapse(line.tokens, memory)) is not None:
        found.insert(0, lapsed)
    return found


def _known(found: list[Place], memory: Memory) -> str:
    """The time that is told of so far, empty for none."""
    told = next((place.stated for place in reversed(found) if not place.compared), memory.past)
    return told.period if told is not None else ""


def _is_told_whole(token: Token) -> bool:
    """Whether a period stands there which days in a bracket only explain; those of a season date it."""
    return token.kind == PERIOD_TOKEN and not token.low.startswith(_SUMMERS)


_SUMMERS = ("hè ", "mùa hè ", "xuân ")


_DATING = frozenset({"year", "month", "quarter"})


_PARTS_OF_YEAR = frozenset({"month", "months", "elapsed", "quarter", "as_of_month", "as_of"})


def _of_year_before(mention: Mention, found: list[Place]) -> Mention:
    """`mention`, of the year right before it in the sentence if it names none: Năm 2018, …, đến tháng 5.

    Months summed up are of the year of the month before: Tháng 5/2022 …; lũy kế 5 tháng ….
    """
    told = found[-1].stated.mention if found and not found[-1].compared else None
    dated = told is not None and told.year is not None and told.form in _DATING
    summed = mention.form in ("months", "elapsed") and mention.first == 1
    if told is not None and told.form != "year" and not summed:
        dated = False
    if not dated or mention.form not in _PARTS_OF_YEAR or mention.year or mention.relative:
        return mention
    return replace(mention, year=told.year) if told is not None else mention


_COUNTED = frozenset({"tính", "tính từ", "số liệu", "từ"})
"""Before dates that only say over which days a time is counted: 6 tháng đầu năm (tính từ 15/12 …)."""


def _to_come(stated: Stated, memory: Memory) -> Stated:
    """A month without a year that is yet to come: dự kiến đến hết tháng 9 sẽ lắp 14.000 trạm."""
    mention = stated.mention
    if mention is None or mention.year or mention.form not in _MAY_COME:
        return stated
    if mention.relative not in ("", "whole") or stated.period[:4] != str((memory.now or 0) - 1):
        return stated
    return replace(stated, period=f"{memory.now}{stated.period[4:]}")


_MAY_COME = frozenset({"year", "month", "months", "quarter", "as_of_month"})


def _is_told_of_now(found: list[Place], memory: Memory) -> bool:
    """Whether the time told before is of this year, so that "nay" names none: Hai tháng đầu năm, …, nay …."""
    told = found[-1].stated if found else memory.past
    return told is not None and memory.now is not None and last_year(told.period) == memory.now


def _is_said_of(tokens: list[Token], at: int) -> bool:
    """Whether "hiện có" only says which ones: nâng tổng số sách hiện có lên 41.300 bản."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    led = follower is not None and bool(follower.tags & (lx.LINK | lx.NEW_LEVEL))
    return led and at > 0 and bool(tokens[at - 1].tags & (lx.NOUN | lx.AMOUNT))
