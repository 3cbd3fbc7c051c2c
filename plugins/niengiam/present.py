"""The one place where the command asks what time it is, and how it says a moment."""

from __future__ import annotations

import datetime
import os

from vntext.dates import VIETNAM, format_date


def now() -> datetime.datetime:
    """The present; `SOURCE_DATE_EPOCH` (seconds) stands for it when set, as in builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), VIETNAM)
    return datetime.datetime.now(VIETNAM)


def when(moment: datetime.datetime) -> str:
    """`13/11/2023 08:30`; the day alone where no hour was given."""
    day = format_date(moment)
    return f"{day} {moment:%H:%M}" if moment.hour or moment.minute else day
