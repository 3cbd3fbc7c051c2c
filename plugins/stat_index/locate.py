"""From what was read back to the line of the source file."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

_BREAK = re.compile("\n")


def column_of(words: str, body: str, place: int) -> int:
    """1-based column of `words` in the line `place` of `body`, from 0; 1 where they are not found."""
    lines = body.split("\n", max(place, 0) + 1)
    return lines[place].find(words) + 1 or 1 if 0 <= place < len(lines) else 1


class Locator:
    """Finds numbers and marks of an article in its Markdown, in reading order."""

    def __init__(self, body: str, body_line: int) -> None:
        self._body = body
        self._line = body_line
        self._cursor = self._counted = 0
        self._breaks_before = 0
        self._marks: dict[str, int] = {}

    def number(self, as_written: str) -> int:
        """1-based line of the next place that writes `as_written`; the last line otherwise."""
        place = self._body.find(as_written, self._cursor)
        while place >= 0 and self._is_inside_number(place, place + len(as_written)):
            place = self._body.find(as_written, place + 1)
        if place >= 0:
            self._cursor = place + len(as_written)
        self._breaks_before += self._body.count("\n", self._counted, self._cursor)
        self._counted = self._cursor
        return self._line + self._breaks_before

    def _is_inside_number(self, start: int, end: int) -> bool:
        """Whether digits go on at either side: the 5 of 45 is not the 5 looked for."""
        before, after = self._body[max(start - 1, 0) : start], self._body[end : end + 1]
        return before.isdigit() or before in (".", ",") or after.isdigit()

    def mark(self, raw: str) -> int:
        """1-based line of the next place that writes the mark `raw`."""
        place = self._body.find(raw, self._marks.get(raw, 0))
        if place < 0:
            return self._line
        self._marks[raw] = place + len(raw)
        return self._line_at(place)

    def _line_at(self, offset: int) -> int:
        return self._line + bisect_left(self._breaks, offset)

    @cached_property
    def _breaks(self) -> list[int]:
        """Where lines end; found once, or a long article with many figures takes hours."""
        return [match.start() for match in _BREAK.finditer(self._body)]
