"""Rows as lines of every edition, each written once.

Neighbouring columns that say the same in many rows are a *run*: what the editions make of a
run is remembered, and only addresses and ids, which no two rows share, are written each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from stat_index.downloads.table import COLUMNS, Cell, Row

_NAMES = [column.name for column in COLUMNS]
_VALUE, _WRITTEN = _NAMES.index("OBS_VALUE"), _NAMES.index("AS_WRITTEN")
_SENTENCE, _SOURCE = _NAMES.index("SENTENCE"), _NAMES.index("SOURCE_TITLE")
_URL, _ID = _NAMES.index("OBS_URL"), _NAMES.index("OBS_ID")
#: A series changes seldom, its period often: they are remembered apart.
_PERIOD, _OWNER = _NAMES.index("PERIOD_NAME"), _NAMES.index("REF_AREA")
_KNOWN = 2_048
"""So many values of a run are remembered."""
_ARTICLES = 16_384
"""So many articles: each states something of several series."""
_ODD = re.compile(r"[^0-9A-Za-z/#:.~_\-]")
_LONG = 2_000


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
        return "".join([self.one(start + n, value) for n, value in enumerate(values)])

    def one(self, place: int, value: Any) -> str:
        """`value` of the column at `place`."""
        if self.leaves_out and (value is None or value == ""):
            return ""
        return self.before[place] + self.cells[place](value)

    def around(self, place: int) -> tuple[str, str]:
        """What stands before and after a plain text in the column at `place`."""
        before, _, after = self.one(place, "x").rpartition("x")
        return before, after


class Lines:
    """Writes rows in several forms, and remembers what it wrote of runs."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = forms
        self._frames = [(*form.around(_URL), *form.around(_ID), form.end) for form in forms]
        self._run = lru_cache(_KNOWN)(self._written)
        # Those of which there are many would drive others out.
        self._number = lru_cache(_KNOWN)(self._one)
        # A sentence states several figures: of as many series, in one year.
        self._sentence = lru_cache(_KNOWN)(self._one)
        self._source = lru_cache(_ARTICLES)(self._written)

    def of(self, rows: Iterable[Row]) -> list[list[str]]:
        """The lines of `rows` in each of the forms."""
        found: list[list[str]] = [[] for _ in self._forms]
        run, number, sentence, source = self._run, self._number, self._sentence, self._source
        for row in rows:
            url, id = row.obs_url, row.obs_id
            if not (row[_WRITTEN] and _is_plain(url) and _is_plain(id)):
                for lines, form in zip(found, self._forms, strict=True):
                    lines.append(form.written(0, row) + form.end)
                continue
            runs = zip(
                found,
                self._frames,
                run(0, row[:_PERIOD]),
                run(_PERIOD, row[_PERIOD:_VALUE]),
                number(_VALUE, row[_VALUE]),
                run(_VALUE + 1, row[_VALUE + 1 : _WRITTEN]),
                number(_WRITTEN, row[_WRITTEN]),
                sentence(_SENTENCE, row[_SENTENCE]),
                source(_SOURCE, row[_SOURCE:_URL]),
                run(_URL + 1, row[_URL + 1 : _OWNER]),
                run(_OWNER, row[_OWNER:_ID]),
                run(_ID + 1, row[_ID + 1 :]),
                strict=True,
            )
            # Spelt out: a million loops over the cells took a third of all downloads.
            for (
                lines, (link, linked, code, coded, end),
                series, period, value, status, text, quote, article, correction, codes, rest,
            ) in runs:  # fmt: skip
                lines.append(
                    f"{series}{period}{value}{status}{text}{quote}{article}{link}{url}{linked}"
                    f"{correction}{codes}{code}{id}{coded}{rest}{end}"
                )
        return found

    def _written(self, start: int, values: tuple[Any, ...]) -> tuple[str, ...]:
        """What each form makes of a run that begins at `start`."""
        return tuple([form.written(start, values) for form in self._forms])

    def _one(self, place: int, value: Any) -> tuple[str, ...]:
        """What each form makes of `value` in the column at `place`."""
        return tuple([form.one(place, value) for form in self._forms])


def _is_plain(text: str) -> bool:
    """Whether every form writes `text` as it stands: letters of addresses, no sign among them."""
    # Programs take `_x0041_` in a workbook for a letter.
    return text[:1].isalnum() and len(text) < _LONG and not _ODD.search(text) and "_x" not in text
