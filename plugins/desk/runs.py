"""Lines that stand together because they begin alike, and how they become a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from desk.scan import Scan


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


def listed(
    text: str, seen: Scan, item: re.Pattern[str], sign: str | Callable[[re.Match[str]], str]
) -> str:
    """`text`, a file of which `seen` is the body, with `sign` for the `item` of each line of a run,
    and a blank line above the run where text stands right there."""
    lines = text.split("\n")
    for run, _ in reversed(list(runs(seen.text_lines, item))):
        first = seen.first_line + run.start - 1
        for at in range(first, first + len(run)):
            lines[at] = item.sub(sign, lines[at], count=1)
        if run.start and seen.text_lines[run.start - 1].strip():
            lines.insert(first, "\r" if lines[first].endswith("\r") else "")
    return "\n".join(lines)
