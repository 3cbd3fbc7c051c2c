"""Dates as pages print them, in every order; which of two readings is meant stays open."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_import.lexicon import either, plain, words
from vntext.dates import VIETNAM

_MONTHS = words("names", "months")
_MONTHS_EN = words("names", "months_en")
_EN = either([*_MONTHS_EN, *(m[:3] for m in _MONTHS_EN)])
_TIME = (
    r"(?:[\s,|–-]*(?:lúc\s*)?(?P<hour>\d{1,2})\s*(?::|h|g|giờ)\s*(?P<minute>\d{2})?(?:\s*'|\s*phút)?(?::\d{2})?(?:\.\d+)?"
    r"\s*(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.|sáng|chiều|tối)?\b)?"
)
_FORMS = (
    re.compile(
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[t ](?P<clock>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?P<zone>z|[+-]\d{2}:?\d{2})?)?(?!\d)"
    ),
    re.compile(
        r"(?<![\d/.-])(?P<first>\d{1,2})\s?(?P<cut>[/.-])\s?(?P<second>\d{1,2})\s?(?P=cut)\s?(?P<year>(?:19|20)\d\d|\d\d)(?![\d])(?![/-]\d)"
        + _TIME
    ),
    re.compile(r"(?<![\d/])(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})\s*(?:,|-)?\s*(?:tháng|thg)\.?\s+(?P<month_word>\d{1,2}|" + either(_MONTHS) + r")\s*(?:,|-)?\s*(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(
        r"(?:tháng|thg)\.?\s+(?P<month_word>\d{1,2}|" + either(_MONTHS) + r")\s+(?P<day>\d{1,2})\s*,\s*(?P<year>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(r"\b(?P<month_en>" + _EN + r")\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month_en>" + _EN + r")\.?,?[\s-]+(?P<year>(?:19|20)\d\d)(?!\d)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text."""

    date: datetime.date
    start: int
    end: int
    other: datetime.date | None = None
    """The other reading of `3/4/2013`, month first."""
    order: str = ""
    """`day` or `month` first, where the numbers leave only one."""
    is_us: bool = False
    """Whether it bears AM or PM, as American programs write it."""
    time: str = ""
    """`15:30`, in Vietnam."""


def days(text: str) -> list[Day]:
    """Every date of `text` that the calendar has, in order, none within another."""
    lowered = plain_keep(text)
    found: list[Day] = []
    for form in _FORMS:
        for match in form.finditer(lowered):
            if any(match.start() < d.end and d.start < match.end() for d in found):
                continue
            found.extend(_day(match))
    return sorted(found, key=lambda d: d.start)


def plain_keep(text: str) -> str:
    """`text` in lower case, as long as it was."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _day(match: re.Match[str]) -> Iterator[Day]:
    parts = match.groupdict()
    year = int(parts["year"])
    year += 0 if year > 99 else 2000 if year < 60 else 1900
    if parts.get("first"):
        yield from _numeric(match, parts, year)
        return
    moment = _moment(year, _month(parts), int(parts["day"]), parts.get("clock"), parts.get("zone"))
    if moment:
        clock = f"{moment:%H:%M}" if parts.get("clock") else ""
        yield Day(moment.date(), match.start(), match.end(), time="" if clock == "00:00" else clock)


def _month(parts: dict[str, str | None]) -> int:
    if word := parts.get("month_en"):
        return next(n for n, name in enumerate(_MONTHS_EN, 1) if name.startswith(word[:3]))
    word = parts.get("month_word") or parts.get("month") or "0"
    return int(word) if word.isdigit() else _MONTHS.index(plain(word)) + 1


def _moment(
    year: int, month: int, day: int, clock: str | None, zone: str | None
) -> datetime.datetime | None:
    """The moment in Vietnam; a date in UTC may be a day early as written."""
    hour, minute = (int(p) for p in clock.split(":")) if clock else (0, 0)
    try:
        if not zone:
            return datetime.datetime(year, month, day, hour, minute, tzinfo=VIETNAM)
        text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"
        offset = "+00:00" if zone == "z" else zone
        return datetime.datetime.fromisoformat(text + offset).astimezone(VIETNAM)
    except ValueError:
        return None


def _numeric(match: re.Match[str], parts: dict[str, str | None], year: int) -> Iterator[Day]:
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    day_first = _date(year, second, first)
    month_first = _date(year, first, second)
    half = (parts.get("half") or "").replace(".", "")
    time = _time(parts, half)
    span = match.span()
    if day_first and month_first and first != second:
        yield Day(day_first, *span, other=month_first, is_us=half in ("am", "pm"), time=time)
    elif day_first:
        order = "day" if not month_first else ""
        yield Day(day_first, *span, order=order, is_us=half in ("am", "pm"), time=time)
    elif month_first and parts["cut"] in ("/", "-") and len(parts["year"] or "") == 4:
        yield Day(month_first, *span, order="month", is_us=half in ("am", "pm"), time=time)


def _time(parts: dict[str, str | None], half: str) -> str:
    if not parts.get("hour"):
        return ""
    hour, minute = int(parts["hour"] or 0), int(parts.get("minute") or 0)
    if half in ("ch", "pm", "chiều", "tối") and hour < 12:
        hour += 12
    if half in ("sa", "am") and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 and (hour or minute) else ""


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
