"""Organisations beside each other in one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from markupsafe import Markup

from stat_index.book import Index, Series
from stat_index.cell import Cell
from stat_index.charts import Entry, comparison_chart
from stat_index.model import Organisation
from stat_index.pages.cell_view import CellView, cell_view
from stat_index.pages.views import row_detail

_CHARTS = 6
_COLUMNS = 6
"""As many organisations fit beside each other."""
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One indicator and level over all organisations."""

    name: str
    detail: str
    unit: str
    group: str
    cells: tuple[CellView | None, ...]
    """One an organisation; None where it states nothing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A year's annual results of several organisations; never added up."""

    year: int
    organisations: tuple[Organisation, ...]
    rows: tuple[ComparedRow, ...]
    charts: tuple[Markup, ...]
    """One for each of the first few rows."""

    @property
    def turned(self) -> bool:
        """Whether organisations stand one below the other: many of them are no columns of a page."""
        return len(self.organisations) > max(_COLUMNS, len(self.rows))

    @property
    def by_organisation(self) -> Iterator[tuple[Organisation, tuple[CellView | None, ...]]]:
        """Each organisation with its cell of every row."""
        return zip(
            self.organisations, zip(*(row.cells for row in self.rows), strict=True), strict=True
        )


def compared_years(index: Index) -> list[int]:
    """Years in which two organisations state the same indicator, newest first."""
    owners: dict[int, dict[_Key, set[str]]] = defaultdict(lambda: defaultdict(set))
    for series in index.series:
        if _comparable(series):
            for year in series.facts.years:
                owners[year][_key(series)].add(series.key.organisation)
    return sorted(
        (year for year, keys in owners.items() if any(len(who) > 1 for who in keys.values())),
        reverse=True,
    )


def last_compared(series: Series, related: Iterable[Series]) -> int | None:
    """The last year in which one of `related` has a row of the comparison with `series`."""
    if not _comparable(series):
        return None
    own = set(series.facts.years)
    peers = (s for s in related if s.organisation != series.organisation and _comparable(s))
    return max((y for s in peers for y in s.facts.years if y in own), default=None)


def comparison(index: Index, year: int) -> Comparison:
    """Rows that at least two organisations state for `year`."""
    cells: dict[_Key, dict[Organisation, tuple[Series, Cell]]] = defaultdict(dict)
    for series in index.series:
        if _comparable(series):
            for cell in series.cells_of(year):
                cells[_key(series)][series.organisation] = (series, cell)
    shared = {key: found for key, found in cells.items() if len(found) > 1}
    shared = dict(sorted(shared.items(), key=_rank(index)))
    present = {owner for found in shared.values() for owner in found}
    owners = tuple(owner for owner in index.organisations if owner in present)
    rows = tuple(_row(found, owners) for found in shared.values())
    charts = (_chart(found, year, n) for n, found in enumerate(shared.values()))
    drawn = islice((chart for chart in charts if chart), _CHARTS)
    return Comparison(year, owners, rows, tuple(drawn))


def _chart(found: dict[Organisation, tuple[Series, Cell]], year: int, number: int) -> Markup:
    """Bars for the organisations whose value is undisputed; empty for fewer than two."""
    series, _ = next(iter(found.values()))
    entries = [
        Entry(f"{owner.short}{' (minh họa)' if owner.demonstration else ''}", cell.value)
        for owner, (_, cell) in found.items()
        if cell.value is not None
    ]
    if len(entries) < 2:
        return Markup("")
    title = f"{series.name}, {year}"
    return comparison_chart(f"ss-{year}-{number}", title, series.key.unit, entries)


def _row(
    found: dict[Organisation, tuple[Series, Cell]], owners: tuple[Organisation, ...]
) -> ComparedRow:
    series, _ = next(iter(found.values()))
    return ComparedRow(
        series.indicator.label,
        row_detail(series),
        series.key.unit,
        series.indicator.group,
        tuple(cell_view(found[owner][1]) if owner in found else None for owner in owners),
    )


def _rank(index: Index) -> Callable[[tuple[_Key, Any]], tuple[object, ...]]:
    """Sorts as the index does: by group, indicator, then the registry's order of levels."""
    groups: dict[str, int] = {}
    indicators: dict[str, int] = {}
    levels: dict[str, tuple[str, ...]] = {}
    for series in index.series:
        groups.setdefault(series.indicator.group, len(groups))
        indicators.setdefault(series.indicator.id, len(indicators))
        levels[series.indicator.id] = ("", *series.indicator.levels)
    group_of = {series.indicator.id: groups[series.indicator.group] for series in index.series}

    def rank(item: tuple[_Key, Any]) -> tuple[object, ...]:
        indicator, level, unit = item[0]
        known = levels[indicator]
        place = known.index(level) if level in known else len(known)
        return group_of[indicator], indicators[indicator], place, level, unit

    return rank


def _comparable(series: Series) -> bool:
    """Only classified results of whole years: what goes by one name and one definition."""
    key = series.key
    return key.kind == "result" and key.frequency == "A" and series.indicator.registered


def _key(series: Series) -> _Key:
    return series.key.indicator, series.key.level, series.key.unit
