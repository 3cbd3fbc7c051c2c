"""The one place that asks what time it is."""

from __future__ import annotations

import datetime
import os

from vntext.dates import VIETNAM


def build_time() -> datetime.datetime:
    """Now, in Vietnam's time; `SOURCE_DATE_EPOCH` (seconds) stands for it when set.

    It decides which scheduled articles are due and until when `security.txt` holds; no page
    prints it.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), VIETNAM)
    return datetime.datetime.now(VIETNAM)


def next_half_year(moment: datetime.datetime) -> datetime.datetime:
    """The first moment of the half of a year that follows that of `moment`.

    What a page says of the future hangs on it, so that its bytes change twice a year only.
    """
    start = moment.replace(month=7, day=1, hour=0, minute=0, second=0, microsecond=0)
    return start if moment < start else start.replace(year=start.year + 1, month=1)
