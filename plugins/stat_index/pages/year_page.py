"""What the page of one year shows: a booklet with its sources as notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from stat_index.book import Index, Series
from stat_index.cell import MOST_CITED, Cell
from stat_index.model import SERIES_KIND_LABELS, Organisation, Source
from stat_index.pages.cell_view import CellView, cell_view
from stat_index.pages.views import row_detail
from vntext.values import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class YearRow:
    """One cell of the year."""

    name: str
    detail: str
    unit: str
    address: str
    cell: CellView
    notes: tuple[int, ...]
    """Numbers of its sources, the newest ones."""
    more: int
    """How many more say something of it."""
    same: bool


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Rows of one subject, or of targets, rates, changes."""

    name: str
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class YearChapter:
    """All that one organisation stated of the year."""

    organisation: Organisation
    groups: tuple[YearGroup, ...]


def year_page(index: Index, year: int) -> dict[str, Any]:
    """The values of `so_lieu/year.html`."""
    notes = _Notes()
    chapters = tuple(
        YearChapter(owner, _groups(rows, notes)) for owner, rows in _by_owner(index, year).items()
    )
    place = index.years.index(year)
    return {
        "year": year,
        "chapters": chapters,
        "notes": notes.sources,
        "newer": index.years[place - 1] if place else None,
        "older": index.years[place + 1] if place + 1 < len(index.years) else None,
        "years": index.years,
        "demonstration": any(chapter.organisation.demonstration for chapter in chapters),
    }


class _Notes:
    """Sources in the order in which they are first needed."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.sources: list[Source] = []

    def number(self, source: Source) -> int:
        """The 1-based number of `source`."""
        if source.id not in self._numbers:
            self.sources.append(source)
            self._numbers[source.id] = len(self.sources)
        return self._numbers[source.id]


def _by_owner(index: Index, year: int) -> dict[Organisation, list[tuple[Series, Cell]]]:
    found: dict[Organisation, list[tuple[Series, Cell]]] = {}
    for series in index.series:
        for cell in series.cells_of(year):
            found.setdefault(series.organisation, []).append((series, cell))
    return found


def _groups(rows: Sequence[tuple[Series, Cell]], notes: _Notes) -> tuple[YearGroup, ...]:
    """Results by subject, then each other kind."""
    groups: dict[str, list[YearRow]] = {}
    before: dict[str, str] = {}
    for series, cell in sorted(rows, key=lambda row: row[0].key.kind not in ("result", "part")):
        name = series.indicator.group
        if series.key.kind not in ("result", "part"):
            name = SERIES_KIND_LABELS[series.key.kind]
        named = cell.statements[:MOST_CITED]
        numbers = dict.fromkeys(notes.number(s.source) for s in named)
        row = YearRow(
            series.indicator.label,
            row_detail(series),
            series.key.unit,
            series.address,
            cell_view(cell),
            tuple(numbers),
            cell.summary.count - len(named),
            before.get(name) == series.key.indicator,
        )
        before[name] = series.key.indicator
        groups.setdefault(name, []).append(row)
    return tuple(YearGroup(name, tuple(lines)) for name, lines in groups.items())
