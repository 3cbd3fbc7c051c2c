"""From what was read back to the line of the source file."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from stat_index.model import Observation

_BREAK = re.compile("\n")
_NO_LETTERS = re.compile(r"[\W_]+")
_NEAR = 60
"""So many letters at either side of a number are compared: they tell it from another one."""

_LEAST, _MARKED = 4, 16
"""So many letters beside a number are compared, among so many signs of Markdown."""
_TRIES = 16
"""So many places are looked at: more have the same neighbours, or none has."""
_PATIENCE, _TRIED, _MISSED = 100_000, 10, 500
"""So much is looked at in vain, and what a wrong place costs, and a number that stands nowhere:
Markdown that is read quite differently hides its lines, and may have very many numbers.
"""


def column_of(words: str, body: str, place: int) -> int:
    """1-based column of `words` in the line `place` of `body`, from 0; 1 where they are not found."""
    return _line(body, place).find(words) + 1 or 1


def figure_column(observation: Observation, body: str, place: int) -> int:
    """1-based column of a figure's number in the line `place` of `body`; 1 where it is not found.

    Of several places that write the number (*12 lớp khối 10, 13 lớp khối 11, 13 lớp khối 12*) it
    is the one whose neighbours are those of the sentence.
    """
    line, number = _line(body, place), observation.as_written
    starts = [m.start() for m in re.finditer(re.escape(number), line)]
    whole = [at for at in starts if not _is_inside_number(line, at, at + len(number))]
    sentence = _beside(observation.sentence, observation.mark_start, observation.mark_end)

    def likeness(at: int) -> int:
        pairs = zip(_beside(line, at, at + len(number)), sentence, strict=True)
        return sum(_alike(*pair) for pair in pairs)

    return max(whole or starts, key=likeness, default=0) + 1


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    ends = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(ends, min(len(one), len(other)))


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a span, from its end backwards, and behind it."""
    return text[max(start - _NEAR, 0) : start][::-1], text[end : end + _NEAR]


def _line(body: str, place: int) -> str:
    lines = body.split("\n", max(place, 0) + 1)
    return lines[place] if 0 <= place < len(lines) else ""


def _is_inside_number(text: str, start: int, end: int) -> bool:
    """Whether digits go on at either side: the 5 of 45 is not the 5 looked for."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before.isdigit() or before in (".", ",") or after.isdigit()


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


class Locator:
    """Finds numbers and marks of an article in its Markdown, in reading order."""

    def __init__(self, body: str, body_line: int) -> None:
        self._body = body
        self._line = body_line
        self._cursor = 0
        self._patience = _PATIENCE
        self._marks: dict[str, int] = {}

    def number(self, as_written: str, before: str = "", after: str = "") -> int:
        """1-based line of the next place that writes `as_written` beside such words.

        Where none stands beside them, it is the line of the next place at all, and what is
        looked for later may still stand before it; the last line where there is none.
        """
        first = place = self._next(as_written, self._cursor)
        tries = 1
        while place >= 0 and not self._stands_beside(place, as_written, before, after):
            self._patience -= _TRIED
            place = self._next(as_written, place + 1) if tries < _TRIES else -1
            tries += 1
        if place < 0:
            return self._line_at(first if first >= 0 else self._cursor)
        self._cursor = place + len(as_written)
        return self._line_at(place)

    def _next(self, as_written: str, start: int) -> int:
        """Where the number is written from `start` on, not as a part of another; -1 for nowhere."""
        while self._patience > 0:
            place = self._body.find(as_written, start)
            if place < 0:
                self._patience -= _MISSED
            elif _is_inside_number(self._body, place, place + len(as_written)):
                self._patience -= 1
                start = place + 1
                continue
            return place
        return -1

    def _stands_beside(self, start: int, as_written: str, before: str, after: str) -> bool:
        """Whether the letters on one side are those, whatever signs mark them up."""
        near, end = before[-_LEAST:], start + len(as_written)
        if len(near) == _LEAST and self._body.startswith(near, start - _LEAST):
            # So it is with most.
            return True
        said, follows = _letters(before)[-_LEAST:], _letters(after)[:_LEAST]
        if not said and not follows:
            return True
        left, right = self._body[max(start - _MARKED, 0) : start], self._body[end : end + _MARKED]
        return bool(
            (said and _letters(left).endswith(said))
            or (follows and _letters(right).startswith(follows))
        )

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
