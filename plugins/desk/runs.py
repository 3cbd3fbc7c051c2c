"""Lines that stand together because they begin alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def runs(lines: Iterable[str], item: re.Pattern[str]) -> Iterator[range]:
    """Numbers of neighbouring lines that begin with an `item`, two or more, counted from 0."""
    start = None
    for number, line in enumerate((*lines, "")):
        if item.match(line):
            start = number if start is None else start
        elif start is not None:
            if number - start > 1:
                yield range(start, number)
            start = None
