"""Dates of the head: what they name, or the very date to write instead."""

from __future__ import annotations

import datetime
import re

from desk.nodes import Refused, Text
from findings import Saying
from vntext.dates import VIETNAM, DateError, format_date, parse_date

_NUMBERS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_HOUR = re.compile(r"\b([01]?\d|2[0-3]) ?(?:h|g|giờ|:) ?([0-5]\d)?(?!\d)", re.IGNORECASE)
_YEARS = range(1900, 2201)


def moment_of(found: Text, key: str) -> datetime.datetime:
    """The moment that `found` names, in Vietnam's time; `key` is the entry's.

    Raises Refused.
    """
    try:
        moment = parse_date(found.text)
    except DateError as error:
        problem = _UNREAL if error.reason == "unreal" else _NO_DATE
        raise _bad_date(found, key, problem) from None
    if moment.year not in _YEARS:
        span = f"{_YEARS[0]}–{_YEARS[-1]}"
        problem = Saying(f"có năm ngoài khoảng {span}", f"has a year outside {span}")
        raise _bad_date(found, key, problem)
    return moment


_UNREAL = Saying("không có thật", "does not exist")
_NO_DATE = Saying("không phải ngày hợp lệ", "is no date")


def _bad_date(found: Text, key: str, problem: Saying) -> Refused:
    example = _of_computer(found.text) or _guess_date(found.text) or "13/11/2023"
    hour = _HOUR.search(found.text)
    if hour and ":" not in example:
        example += f" {int(hour[1]):02}:{hour[2] or '00'}"
    return Refused(
        found.line,
        found.column,
        Saying(f"{key} “{found.text}” {problem}", f"“{key}: {found.text}” {problem.english}"),
        Saying(
            f"viết ngày/tháng/năm, ví dụ {example}", f"write day/month/year, for example {example}"
        ),
        "date-real",
    )


def _of_computer(text: str) -> str | None:
    """The moment in Vietnam's time that a computer wrote as `2023-11-13T08:30:00Z`."""
    try:
        moment = datetime.datetime.fromisoformat(text)
        here = moment.astimezone(VIETNAM) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return f"{format_date(here)} {here:%H:%M}" if here else None


def _guess_date(text: str) -> str | None:
    """The date that a reader would see in `text`, as this house writes it."""
    numbers = [int(number) for number in _NUMBERS.findall(text)[:3]]
    if len(numbers) == 3 and max(numbers) < 100:
        numbers[2] += 2000
    if len(numbers) == 2:
        numbers.insert(0, 1)
    # Day first; year first; month first, where it can be nothing else.
    swapped = [numbers[1], numbers[0], numbers[2]] if len(numbers) == 3 else []
    for order in (numbers, numbers[::-1], swapped):
        if len(order) == 3 and order[2] in _YEARS:
            try:
                return format_date(datetime.date(order[2], order[1], order[0]))
            except ValueError:
                continue
    return None
