"""What the periods that a document names mean, by its date and what it said before (guideline section 5)."""

from __future__ import annotations

import datetime
from calendar import monthrange
from functools import lru_cache
from typing import TYPE_CHECKING

from figures.periods.terms import LENGTH, beginning
from figures.text.mentions import Mention

if TYPE_CHECKING:
    from figures.periods.memory import Memory

_QUARTERS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}


@lru_cache(maxsize=256)
def last_year(period: str) -> int:
    """The last year that a period touches; 0 when it names none."""
    parts = [part for part in period.split("-") if len(part) == 4 and part.isdigit()]
    return int(parts[-1]) if parts else 0


def is_before(period: str, other: str) -> bool:
    """Whether `period` is of an earlier year, or an earlier period of the same form."""
    if last_year(period) < int(other[:4]):
        return True
    alike = len(period) == len(other) and period[:5].count("-") == other[:5].count("-")
    same = period[5:6] == other[5:6] or (period[5:6].isdigit() and other[5:6].isdigit())
    return alike and same and period < other


def part_of_year(period: str) -> str:
    """What a period names of its year: -05 of 2024-05; nothing of a year or of years."""
    return "" if period[5:].isdigit() and len(period) == 9 else period[4:]


def year_before(period: str) -> str:
    """The same time a year earlier; empty for none, and for ranges of years."""
    if not period[:4].isdigit() or (len(period) > 4 and not part_of_year(period)):
        return ""
    return f"{int(period[:4]) - 1}{period[4:]}"


def within(period: str, years: str) -> bool:
    """Whether a year lies in a range of years."""
    if len(period) != 4 or len(years) != 9 or not years[5:].isdigit():
        return False
    return years[:4] <= period <= years[5:]


def meaning(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    """The period and whether its year was written out."""
    now, form = memory.now, mention.form
    if mention.relative in ("whole", "this") and not mention.first and not mention.year:
        said = _said_before(form, mention.relative, memory)
        if said:
            return said, False
    if form == "range":
        return f"{mention.year}-{mention.last_year}", True
    if form == "year_to":
        return _reported(mention, memory), True
    if form == "year":
        return _year(mention, memory)
    if form == "since":
        return _since(mention, memory)
    if form == "years_past" and (told := _same_length(mention, memory)):
        return told, False
    if form == "years_past":
        return (f"{now - mention.first}-{now}", False) if now else (None, False)
    if form in ("term", "school_year", "semester"):
        return _span(mention, memory)
    if form == "today" or (form == "this_day" and not mention.first):
        day = memory.date
        return str(day + datetime.timedelta(days=mention.day)) if day else None, False
    if form == "this_week":
        return _some_days_ago(mention, memory), False
    if form == "years_ago":
        return (str(now - mention.first), False) if now else (None, False)
    if form == "elapsed":
        return _elapsed(mention, memory), False
    if form == "month" and mention.relative == "before" and not mention.first and memory.date:
        ended = memory.date.replace(day=1) - datetime.timedelta(days=1)
        return f"{ended.year}-{ended.month:02d}", False
    if form == "quarter" and mention.relative == "before" and not mention.first:
        return _quarter_before(memory), False
    year = mention.year or _year_of_part(mention, memory)
    if year is None:
        return None, False
    explicit = mention.year is not None
    if form == "quarter":
        return f"{year}-Q{mention.first or _quarter_now(memory)}", explicit
    if form == "month":
        month = mention.first or (memory.date.month if memory.date else 0)
        return (f"{year}-{month:02d}", explicit) if month else (None, False)
    if form == "event":
        return f"{year}-{mention.first:02d}", explicit
    if form == "as_of_month" and mention.day:
        return f"{year}-{mention.first:02d}-{monthrange(year, mention.first)[1]}", explicit
    if form == "as_of_month":
        return f"{year}-{mention.first:02d}", explicit
    if form in ("as_of", "this_day"):
        return f"{year}-{mention.first:02d}-{mention.day:02d}", explicit
    return months(year, mention.first, mention.last), explicit


def _some_days_ago(mention: Mention, memory: Memory) -> str | None:
    """The month in which lies what was some days before the article: tuần qua."""
    if memory.date is None:
        return None
    day = memory.date + datetime.timedelta(days=mention.day)
    return f"{day.year}-{day.month:02d}"


def _since(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    """From a year or a month until now; the year of the article for a term without its years."""
    now, year = memory.now, mention.year or memory.now
    explicit = mention.year is not None
    if now is None or year is None or mention.relative:
        return (str(year) if year else None), explicit
    if now > year:
        return f"{year}-{now}", explicit
    last = memory.date.month if memory.date else 0
    if 0 < mention.first <= last:
        return months(year, mention.first, last), explicit
    return str(year), explicit


_SHAPES = {"year": 4, "month": 7, "quarter": 7}


def _same_length(mention: Mention, memory: Memory) -> str | None:
    """The years told before, if they are as many and over: nhiệm kỳ 2004-2009 …; trong 5 năm qua."""
    past, now = memory.past, memory.now
    told = past.mention if past is not None else None
    if past is None or told is None or now is None or not told.year or not told.last_year:
        return None
    over = now - 2 <= told.last_year <= now
    return past.period if over and told.last_year - told.year == mention.first else None


def _said_before(form: str, relative: str, memory: Memory) -> str:
    """The year, month or quarter named last, to which "cả năm" or "trong tháng" goes back."""
    past = memory.past
    mention = past.mention if past else None
    summed = mention is not None and mention.form in ("months", "elapsed") and mention.first == 1
    if past and mention and summed and form == "month":
        return f"{past.period[:4]}-{mention.last:02d}"
    if past and mention and form == "quarter" and mention.form == "month" and past.period[5:]:
        return f"{past.period[:4]}-Q{(int(past.period[5:7]) + 2) // 3}"
    if past is None or mention is None or mention.form != form or mention.relative:
        return ""
    if form == "year" and relative == "this":
        return ""
    return past.period if len(past.period) == _SHAPES.get(form, 0) else ""


def _reported(mention: Mention, memory: Memory) -> str:
    """The part of the year that dates over two years are reported as, if it was named before.

    From 15/12/2022 to 14/6/2023 is 6 tháng đầu năm 2023, where that is told of; else the last year.
    """
    year, told = str(mention.year), memory.past.period if memory.past else ""
    part = told if told.startswith(f"{year}-") else ""
    return part if part == months(mention.year or 0, 1, mention.last) else year


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


def _quarter_before(memory: Memory) -> str | None:
    """The quarter before the one that is told of, else before that of the article: quý trước."""
    past, now = memory.past, memory.now
    if past is not None and past.period[4:6] == "-Q":
        year, quarter = int(past.period[:4]), int(past.period[6])
    elif now is not None:
        year, quarter = now, _quarter_now(memory)
    else:
        return None
    return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"


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
    now = memory.now
    if mention.first and mention.year in (None, now) and (told := _first_months(mention, memory)):
        return told, False
    if mention.year:
        return str(mention.year), True
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


def _first_months(said: Mention, memory: Memory) -> str:
    """The months of this year that were told of before, which "từ đầu năm" goes back to."""
    past = memory.past
    mention = past.mention if past else None
    if past is None or mention is None or past.period[:4] != str(memory.now):
        return ""
    if mention.form == "month" and not said.last and len(past.period) == 7:
        # Tháng 4 …; từ đầu năm ….
        return months(int(past.period[:4]), 1, int(past.period[5:]))
    if mention.form in ("as_of", "as_of_month") and mention.first:
        return months(int(past.period[:4]), 1, mention.first)
    return past.period if mention.form == "months" and mention.first == 1 else ""


def _year_of_part(mention: Mention, memory: Memory) -> int | None:
    """The year of a month, quarter or half that is named without one."""
    if mention.relative == "this":
        return memory.now
    if memory.past and memory.past.source == "stated" and len(memory.past.period) >= 4:
        told = last_year(memory.past.period)
        if told is not None and (memory.now is None or told <= memory.now):
            return told
    now = memory.now
    if now is None:
        return None
    if mention.form == "quarter" and not mention.first and memory.date:
        return now if memory.date.month > 3 or memory.date.day > 20 else now - 1
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
        start, ahead = _school_start(memory), memory.future
        if start is None:
            return None, False
        if mention.relative == "next" and ahead is not None and ahead.mention is not None:
            told = ahead.mention.form == "range" and ahead.mention.year in (start, start + 1)
            if told and ahead.period == f"{ahead.mention.year}-{(ahead.mention.year or 0) + 1}":
                return ahead.period, False
        begun = memory.date is not None and memory.date.month >= 8
        shift = {"next": 1, "before": -1, "new": int(not begun), "past": -int(begun)}
        start += shift.get(mention.relative, 0)
        return f"{start}-{start + 1}", False
    return _term(mention, memory)


def _school_start(memory: Memory) -> int | None:
    if memory.now is None:
        return None
    return memory.now if memory.date is None or memory.date.month >= 8 else memory.now - 1


def _term(mention: Mention, memory: Memory) -> tuple[str | None, bool]:
    term, ahead = memory.term, memory.future
    if mention.relative == "next" and ahead is not None and ahead.mention is not None:
        begins, ends = ahead.mention.year, ahead.mention.last_year
        if begins and ends and memory.now and begins >= memory.now:
            return f"{begins}-{ends}", False
    if term and term.year and term.last_year:
        length = term.last_year - term.year
        shift = {"past": -length, "before": -length, "next": length}.get(mention.relative, 0)
        if mention.relative == "past" and memory.now and memory.now >= term.last_year:
            shift = 0
        if mention.relative == "next" and memory.now and memory.now <= term.year:
            shift = 0
        return f"{term.year + shift}-{term.last_year + shift}", False
    if mention.relative in ("past", "before") and (years := memory.next_term()):
        first, last = years
        ended = memory.now is not None and memory.now >= last
        shift = 0 if ended else last - first
        return f"{first - shift}-{last - shift}", False
    past = memory.past
    if not mention.relative and past and past.mention and past.mention.form == "term":
        return past.period, False
    if memory.now is None:
        return None, False
    start = beginning(memory.now, memory.headed, memory.document)
    start -= LENGTH if mention.relative in ("past", "before") else 0
    return f"{start}-{start + LENGTH}", False


def to_date(memory: Memory) -> str | None:
    """The months of the year so far, for a rate of the year's plan without any period."""
    if memory.date is None:
        return None
    month = memory.date.month if memory.date.day > 10 else memory.date.month - 1
    return months(memory.date.year, 1, month) if 2 <= month <= 11 else None
