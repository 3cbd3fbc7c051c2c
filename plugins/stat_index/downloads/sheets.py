"""Rows as sheets, a sheet a series and some of its years, in every form in which they are offered.

A year of a long series stands in two files of each kind: its own and that of all figures. Its
sheet is made once and held until the other file is made, which mostly is soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from stat_index.book import Series
from stat_index.cell import Cell
from stat_index.downloads.editions import series_divided
from stat_index.downloads.former import Sheet
from stat_index.downloads.lines import Form, Lines
from stat_index.downloads.rows import runs_of
from stat_index.evidence import Evidence, Wanted

#: More than there are long series in most archives.
_MOST_HELD = 64


class Sheets:
    """Sheets of an index, in some forms."""

    def __init__(self, evidence: Evidence, forms: Sequence[Form], site_url: str) -> None:
        self._evidence, self._site_url = evidence, site_url
        self._lines = Lines(forms)
        self._held: dict[str, Sheet] = {}

    def of(self, wanted: Mapping[str, Wanted], former: Mapping[str, Sheet]) -> list[Sheet]:
        """Those of `wanted`, which are named by digests of what they say; some are there."""
        there = [self._held.pop(name, None) or former.get(name) for name in wanted]
        missing = [name for name, sheet in zip(wanted, there, strict=True) if sheet is None]
        told = self._evidence.cells([wanted[name] for name in missing])
        made = iter(
            [self._hold(name, wanted[name], self._made(*one))
             for name, one in zip(missing, told, strict=True)]
        )  # fmt: skip
        return [sheet or next(made) for sheet in there]

    def _made(self, series: Series, cells: Iterable[Cell]) -> Sheet:
        return tuple(self._lines.of(runs_of(series, cells, self._site_url)))

    def _hold(self, name: str, wanted: Wanted, sheet: Sheet) -> Sheet:
        """`sheet`, which is held if it stands in another file too."""
        series, years = wanted
        if len(years) == 1 and series_divided(series):
            if len(self._held) >= _MOST_HELD:
                self._held.pop(next(iter(self._held)))
            self._held[name] = sheet
        return sheet
