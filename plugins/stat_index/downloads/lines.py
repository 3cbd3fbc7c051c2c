"""Rows as lines of every edition, each written once.

Neighbouring columns that say the same in many rows are a *run*: what an edition makes of a
run is remembered, and only what differs from figure to figure is written each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from stat_index.downloads.table import COLUMNS, Cell, Row

_NAMES = [column.name for column in COLUMNS]
_ALONE = ("OBS_VALUE", "AS_WRITTEN", "OBS_URL", "OBS_ID")
"""Columns that are written each time; what lies between them is runs."""
_LONE = tuple(map(_NAMES.index, _ALONE))
_VALUE, _WRITTEN, _URL, _ID = _LONE
#: A series changes seldom, its period often: they are remembered apart.
_PERIOD, _OWNER = _NAMES.index("PERIOD_NAME"), _NAMES.index("REF_AREA")
_KNOWN = 2_048
"""So many values of a run are remembered."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one edition writes a row."""

    before: tuple[str, ...]
    """What stands before the value of each column."""
    cells: tuple[Cell, ...]
    """What writes it."""
    end: str
    """Of the line."""
    between: str = ""
    """What stands between two lines."""
    leaves_out: bool = False
    """Whether empty values are left out, with what stands before them."""

    def written(self, start: int, values: Sequence[Any]) -> str:
        """`values` of the columns from place `start` on."""
        stop = start + len(values)
        each = zip(self.before[start:stop], self.cells[start:stop], values, strict=True)
        return "".join(
            before + write(value)
            for before, write, value in each
            if not (self.leaves_out and value in (None, ""))
        )

    @property
    def frame(self) -> str:
        """A line with `%s` for every run and lone column."""
        between = [self.before[place].replace("%", "%%") for place in _LONE]
        value, written, url, id = (f"{text}%s" for text in between)
        line = f"%s%s{value}%s{written}%s{url}%s%s{id}%s"
        return line + self.end.replace("%", "%%")


class Lines:
    """Writes rows in several forms, and remembers what it wrote of runs."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = forms
        self._work = [(form.frame, *(form.cells[place] for place in _LONE)) for form in forms]
        self._run = lru_cache(_KNOWN)(self._written)
        # A sentence states several figures: of as many series, in one year.
        self._quote = lru_cache(_KNOWN)(self._written)

    def of(self, rows: Iterable[Row]) -> list[list[str]]:
        """The lines of `rows` in each of the forms."""
        found: list[list[str]] = [[] for _ in self._forms]
        run = self._run
        for row in rows:
            if not row[_WRITTEN]:
                for lines, form in zip(found, self._forms, strict=True):
                    lines.append(form.written(0, row) + form.end)
                continue
            value, written, url, id = row[_VALUE], row[_WRITTEN], row[_URL], row[_ID]
            runs = zip(
                found,
                self._work,
                run(0, row[:_PERIOD]),
                run(_PERIOD, row[_PERIOD:_VALUE]),
                run(_VALUE + 1, row[_VALUE + 1 : _WRITTEN]),
                self._quote(_WRITTEN + 1, row[_WRITTEN + 1 : _URL]),
                run(_URL + 1, row[_URL + 1 : _OWNER]),
                run(_OWNER, row[_OWNER:_ID]),
                run(_ID + 1, row[_ID + 1 :]),
                strict=True,
            )
            for lines, work, series, period, status, quote, correction, codes, rest in runs:
                # Spelt out: a million loops over the cells took a third of all downloads.
                frame, number, text, link, code = work
                lines.append(
                    frame
                    % (
                        series, period, number(value), status, text(written), quote, link(url),
                        correction, codes, code(id), rest,
                    )
                )  # fmt: skip
        return found

    def _written(self, start: int, values: tuple[Any, ...]) -> tuple[str, ...]:
        """What each form makes of a run that begins at `start`."""
        return tuple(form.written(start, values) for form in self._forms)
