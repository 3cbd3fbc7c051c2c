"""Rows as texts, a text a series and some of its years, in every form in which they are offered.

A year of a long series stands in two files of each kind: its own and that of all figures. Its
texts are made once and held until the other file is made, which mostly is soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stat_index.book import Series
from stat_index.cell import Cell
from stat_index.downloads.editions import series_divided
from stat_index.downloads.lines import Form, Lines
from stat_index.downloads.rows import rows_of
from stat_index.evidence import Evidence, Wanted

Sheet = tuple[str, ...]
"""The rows in each of the forms."""

#: More than there are long series in most archives.
_MOST_HELD = 64


class Sheets:
    """Sheets of an index, in some forms."""

    def __init__(self, evidence: Evidence, forms: Sequence[Form], site_url: str) -> None:
        self._evidence, self._forms, self._site_url = evidence, forms, site_url
        self._lines = Lines(forms)
        self._held: dict[tuple[str, int], Sheet] = {}

    def of(self, wanted: Sequence[Wanted]) -> list[list[str]]:
        """For each form the texts of `wanted`, one after another."""
        held = [self._held.get(_name(one)) for one in wanted]
        missing = [one for one, sheet in zip(wanted, held, strict=True) if sheet is None]
        told = zip(missing, self._evidence.cells(missing), strict=True)
        made = iter([self._made(*one) for one in told])
        sheets = [sheet or next(made) for sheet in held]
        return [[sheet[place] for sheet in sheets] for place in range(len(self._forms))]

    def _made(self, wanted: Wanted, told: tuple[Series, Iterable[Cell]]) -> Sheet:
        series, years = wanted
        lines = self._lines.of(rows_of(*told, self._site_url))
        sheet = tuple(form.between.join(own) for form, own in zip(self._forms, lines, strict=True))
        if len(years) == 1 and series_divided(series):
            self._hold(_name(wanted), sheet)
        return sheet

    def _hold(self, name: tuple[str, int], sheet: Sheet) -> None:
        if len(self._held) >= _MOST_HELD:
            self._held.pop(next(iter(self._held)))
        self._held[name] = sheet


def _name(wanted: Wanted) -> tuple[str, int]:
    series, years = wanted
    return series.slug, years[0] if len(years) == 1 else 0
