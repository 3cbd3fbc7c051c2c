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

from stat_index.downloads.rows import Runs, whole_row
from stat_index.downloads.table import COLUMNS, Cell

_NAMES = [column.name for column in COLUMNS]
_VALUE, _WRITTEN = _NAMES.index("OBS_VALUE"), _NAMES.index("AS_WRITTEN")
_SENTENCE, _SOURCE = _NAMES.index("SENTENCE"), _NAMES.index("SOURCE_TITLE")
_URL, _ID = _NAMES.index("OBS_URL"), _NAMES.index("OBS_ID")
#: A series changes seldom, its period often: they are remembered apart.
_PERIOD = _NAMES.index("PERIOD_NAME")
_QUALIFIER, _OWNER = _NAMES.index("QUALIFIER"), _NAMES.index("REF_AREA")
_PERIOD_SOURCE = _NAMES.index("PERIOD_SOURCE")
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
        self._around = [_frames(form) for form in forms]
        self._run = lru_cache(_KNOWN)(self._written)
        # Those of which there are many would drive others out.
        self._number = lru_cache(_KNOWN)(self._one)
        # A sentence states several figures: of as many series, in one year.
        self._sentence = lru_cache(_KNOWN)(self._one)
        self._source = lru_cache(_ARTICLES)(self._written)

    def of(self, rows: Iterable[Runs]) -> list[bytes]:
        """The lines of `rows` in each of the forms."""
        found: list[list[bytes]] = [[] for _ in self._forms]
        run, number, sentence, source = self._run, self._number, self._sentence, self._source
        known: object = None
        for row in rows:
            (
                about, period, qualifier, value, status, written, quote, article, url, aside,
                codes, id, time, reading,
            ) = row  # fmt: skip
            # An address ends with the id.
            if not (written and id[:1].isalnum() and _is_plain(url)):
                for pieces, form in zip(found, self._forms, strict=True):
                    text = form.written(0, whole_row(row))
                    pieces.append(f"{text}{form.end}{form.between}".encode())
                continue
            if period is not known:
                # The same in all rows of a cell.
                known, fronts = period, zip(run(0, about), run(_PERIOD, period), strict=True)
                cells = [series + year for series, year in fronts]
                coded, times = run(_OWNER, codes), run(_ID + 1, time)
            runs = zip(
                found,
                cells,
                number(_QUALIFIER, qualifier),
                number(_VALUE, value),
                run(_VALUE + 1, status),
                number(_WRITTEN, written),
                sentence(_SENTENCE, quote),
                source(_SOURCE, article),
                run(_URL + 1, aside),
                coded,
                times,
                run(_PERIOD_SOURCE, reading),
                strict=True,
            )
            link, anchor = url.encode(), id.encode()
            # Spelt out: a million loops over the cells took a third of all downloads.
            for pieces, a, b, c, d, e, f, g, h, i, j, k in runs:
                pieces += (a, b, c, d, e, f, g, link, h, i, anchor, j, k)
        return [
            b"".join(pieces).removesuffix(form.between.encode())
            for pieces, form in zip(found, self._forms, strict=True)
        ]

    def _written(self, start: int, values: tuple[Any, ...]) -> tuple[bytes, ...]:
        """What each form makes of a run that begins at `start`.

        It has with it what stands around an address or id beside it, and between two lines.
        """
        stop = start + len(values)
        return tuple([
            f"{after.get(start, '')}{form.written(start, values)}{before.get(stop, '')}".encode()
            for form, (before, after) in zip(self._forms, self._around, strict=True)
        ])  # fmt: skip

    def _one(self, place: int, value: Any) -> tuple[bytes, ...]:
        """What each form makes of `value` in the column at `place`."""
        return tuple([form.one(place, value).encode() for form in self._forms])


def _frames(form: Form) -> tuple[dict[int, str], dict[int, str]]:
    """What stands before an address or id, by its place, or at the end; and what stands behind."""
    (link, linked), (code, coded) = form.around(_URL), form.around(_ID)
    before = {_URL: link, _ID: code, len(COLUMNS): form.end + form.between}
    return before, {_URL + 1: linked, _ID + 1: coded}


def _is_plain(text: str) -> bool:
    """Whether every form writes `text` as it stands: letters of addresses, no sign among them."""
    # Programs take `_x0041_` in a workbook for a letter.
    return text[:1].isalnum() and len(text) < _LONG and not _ODD.search(text) and "_x" not in text
