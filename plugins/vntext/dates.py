"""Dates as Vietnamese editors write them."""

from __future__ import annotations

import datetime
import re

_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")

#: Vietnam has kept UTC+7 without summer time since 1975.
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


class DateError(ValueError):
    """Text that is no date; `reason` is "form" or "unreal"."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text!r}: {reason}")
        self.text = text
        self.reason = reason


def parse_date(text: str) -> datetime.datetime:
    """The moment in Vietnam's time that `text` names, at 00:00 where it names no time.

    Allowed are `13/11/2023` (day first) and `2023-11-13`, either followed by
    `17:48` or `17:48:05`.

    Raises DateError: with reason "form" for any other form, "unreal" for a day
    or time that no calendar or clock has.
    """
    day_text, _, time_text = text.strip().replace("T", " ", 1).partition(" ")
    if match := _DAY_FIRST.fullmatch(day_text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.fullmatch(day_text):
        year, month, day = (int(part) for part in match.groups())
    else:
        raise DateError(text, "form")
    hour = minute = second = 0
    if time_text:
        clock = _TIME.fullmatch(time_text.strip())
        if not clock:
            raise DateError(text, "form")
        hour, minute, second = (int(part or 0) for part in clock.groups())
    try:
        return datetime.datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)
    except ValueError:
        raise DateError(text, "unreal") from None


def format_date(moment: datetime.date) -> str:
    """`moment` as `13/11/2023`."""
    return f"{moment.day:02d}/{moment.month:02d}/{moment.year}"
