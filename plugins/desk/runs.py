"""Lines that stand together because they begin alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def runs(lines: Iterable[str], item: re.Pattern[str]) -> Iterator[tuple[range, re.Match[str]]]:
    """Numbers of neighbouring lines that begin with an `item`, two or more, counted from 0, and
    the item that the first of them begins with."""
    first: re.Match[str] | None = None
    start = 0
    for number, line in enumerate((*lines, "")):
        found = item.match(line)
        if found and first is None:
            start, first = number, found
        elif first is not None and not found:
            if number - start > 1:
                yield range(start, number), first
            first = None
