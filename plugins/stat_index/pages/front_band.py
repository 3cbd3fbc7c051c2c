"""The few figures that the front page shows."""

from __future__ import annotations

from dataclasses import dataclass

from stat_index.book import Index, Series, Table
from stat_index.cell import Cell
from stat_index.values import observation_text

_SHOWN = 6
_WORTH_SHOWING = 4


@dataclass(frozen=True, slots=True)
class BandFigure:
    """One figure as the front page shows it."""

    value: str
    unit: str
    label: str
    address: str
    """Of its series, from the root of the site."""


@dataclass(frozen=True, slots=True)
class Band:
    """Some figures of one organisation in one year."""

    title: str
    organisation: str
    demonstration: bool
    figures: tuple[BandFigure, ...]


def front_band(index: Index) -> Band | None:
    """Some figures of the newest year that has enough of them; None without any."""
    if not index.tables:
        return None
    table, year = max(
        ((table, year) for table in index.tables for year in table.years), key=_weight
    )
    figures: list[BandFigure] = []
    seen: set[str] = set()
    for series, cell in _annual(table, year):
        if cell.value is None or series.key.indicator in seen or len(figures) == _SHOWN:
            continue
        seen.add(series.key.indicator)
        label = ", ".join(part for part in (series.indicator.label, series.key.level) if part)
        figures.append(
            BandFigure(observation_text(cell.value), series.key.unit, label, series.address)
        )
    if not figures:
        return None
    owner = table.organisation
    return Band(f"Số liệu năm {year}", owner.name, owner.demonstration, tuple(figures))


def _weight(place: tuple[Table, int]) -> tuple[bool, bool, int, int]:
    """A band worth the name first, then real organisations, the newest year, the fullest."""
    table, year = place
    figures = sum(
        year in series.facts.years and _classified(series)
        for group in table.groups
        for series in group.series
    )
    return figures >= _WORTH_SHOWING, not table.organisation.demonstration, year, figures


def _annual(table: Table, year: int) -> list[tuple[Series, Cell]]:
    """Classified yearly results of `year`, in the table's order."""
    return [
        (series, cell)
        for group in table.groups
        for series in group.series
        if _classified(series)
        for cell in series.cells_of(year)
    ]


def _classified(series: Series) -> bool:
    return series.key.frequency == "A" and series.indicator.registered
