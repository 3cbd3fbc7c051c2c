"""From what was read back to the line of the source file."""

from __future__ import annotations

import re


class Locator:
    """Finds numbers and marks of an article in its Markdown, in reading order."""

    def __init__(self, body: str, body_line: int) -> None:
        self._body = body
        self._line = body_line
        self._cursor = 0
        self._marks: dict[str, int] = {}

    def number(self, as_written: str) -> int:
        """1-based line of the next place that writes `as_written`; the last line otherwise."""
        words = r"\s+".join(re.escape(word) for word in as_written.split())
        place = re.compile(rf"(?<![\d.,]){words}(?!\d)").search(self._body, self._cursor)
        if place:
            self._cursor = place.end()
        return self._line_at(self._cursor)

    def mark(self, raw: str) -> int:
        """1-based line of the next place that writes the mark `raw`."""
        place = self._body.find(raw, self._marks.get(raw, 0))
        if place < 0:
            return self._line
        self._marks[raw] = place + len(raw)
        return self._line_at(place)

    def _line_at(self, offset: int) -> int:
        return self._line + self._body.count("\n", 0, offset)
