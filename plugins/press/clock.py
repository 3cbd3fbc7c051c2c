"""The one place that asks what time it is."""

from __future__ import annotations

import datetime
import os

from vntext.dates import VIETNAM


def build_time() -> datetime.datetime:
    """Now, in Vietnam's time; `SOURCE_DATE_EPOCH` (seconds) stands for it when set.

    It decides which scheduled articles are due and is printed on no page.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), VIETNAM)
    return datetime.datetime.now(VIETNAM)
