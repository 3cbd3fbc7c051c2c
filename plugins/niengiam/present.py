"""What time it is, which the build asks too, and how the command says a moment."""

from __future__ import annotations

import datetime

from press.clock import build_time as now
from vntext.dates import format_date

__all__ = ["now", "when"]


def when(moment: datetime.datetime) -> str:
    """`13/11/2023 08:30`; the day alone where no hour was given."""
    day = format_date(moment)
    return f"{day} {moment:%H:%M}" if moment.hour or moment.minute else day
