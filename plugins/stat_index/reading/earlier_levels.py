"""What was before something rose or fell: giảm từ 3,1% xuống còn 2,85%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stat_index.model import Observation

_FROM = re.compile(r"\btừ(?: mức)?(?: trên| hơn| gần| khoảng)?\s*$", re.IGNORECASE)
_TO = re.compile(
    r"\s*[^\d,;.()]{0,30}?\b(?:lên|xuống|còn|đến|tới)(?: còn| mức| tới| đến)*(?: trên| hơn| gần| khoảng)?\s*$",
    re.IGNORECASE,
)
"""Between both: % xuống còn, triệu đồng/năm lên."""


def earlier_levels(together: Sequence[Observation]) -> list[Observation]:
    """The first of two figures of one sentence that tells from what the second went; else none.

    `together` are figures of one series and period that contradict each other, in reading order.
    """
    if len(together) != 2:
        return []
    then, now = together
    if then.sentence != now.sentence or then.mark_end > now.mark_start:
        return []
    led = _FROM.search(then.sentence[: then.mark_start])
    goes_on = _TO.fullmatch(then.sentence[then.mark_end : now.mark_start])
    return [then] if led and goes_on else []
