"""The one place where the command asks what time it is."""

from __future__ import annotations

import datetime
import os

from vntext.dates import VIETNAM


def now() -> datetime.datetime:
    """The present; `SOURCE_DATE_EPOCH` (seconds) stands for it when set, as in builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), VIETNAM)
    return datetime.datetime.now(VIETNAM)
