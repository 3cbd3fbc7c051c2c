"""Rows and tables of the index as pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from stat_index.book import Group, Series, Table
from stat_index.keeping.kept_rows import Latest, RowBody
from stat_index.model import Organisation
from stat_index.periods import frequency_label
from vntext.fold import fold, slug
from vntext.values import quickly_made

#: A browser lays a table out as a whole, but only tables near the window: so many cells take
#: a slow phone less than a tenth of a second.
CELLS_A_PART = 200
FEWEST_ROWS = 12


@quickly_made
@dataclass(frozen=True, slots=True)
class RowView:
    """One series in a table."""

    slug: str
    address: str
    name: str
    detail: str
    """Level, frequency and base."""
    unit: str
    same: bool
    """The row above has the same name: it need not be read twice."""
    search: str
    """All words of the row without marks."""
    body: RowBody
    """What it shows of the cells of its series."""

    @property
    def trend(self) -> Markup:
        """A sparkline."""
        return self.body.trend

    @property
    def latest(self) -> Latest:
        """The step to the last value."""
        return self.body.latest

    @property
    def latest_period(self) -> str:
        """The period of that value."""
        return self.body.latest.period

    def html(self, root: str) -> Markup:
        """Its cells; `root` leads to the root of the site."""
        return self.body.html(root)


@dataclass(frozen=True, slots=True)
class PartView:
    """Rows that stand in one HTML table under a head of their own."""

    continued: bool
    """Earlier rows of the group stand in the part above."""
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows of one subject."""

    name: str
    slug: str
    parts: tuple[PartView, ...]

    @property
    def rows(self) -> Iterator[RowView]:
        """Of all parts."""
        return (row for part in self.parts for row in part.rows)


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of the index."""

    organisation: Organisation
    years: tuple[int, ...]
    groups: tuple[GroupView, ...]


Bodies = Callable[[Series, Sequence[int]], RowBody]
"""What rows with a column for each of some years show; see `kept_rows`."""


def table_view(table: Table, body_of: Bodies) -> TableView:
    """`table` for the templates."""
    return TableView(
        table.organisation,
        table.years,
        tuple(_group_view(group, table.years, body_of) for group in table.groups),
    )


def _group_view(group: Group, years: Sequence[int], body_of: Bodies) -> GroupView:
    parts = parted(group.series, len(years))
    return GroupView(
        group.name,
        slug(group.name),
        tuple(
            PartView(number > 0, _rows(some, years, body_of)) for number, some in enumerate(parts)
        ),
    )


def parted(every: Sequence[Series], columns: int) -> list[Sequence[Series]]:
    """Series one after another, in as few parts of about the same length as may be."""
    most = max(CELLS_A_PART // columns, FEWEST_ROWS)
    count = -(-len(every) // most)
    cuts = [len(every) * number // count for number in range(count + 1)]
    return [every[begin:end] for begin, end in pairwise(cuts)]


def _rows(every: Iterable[Series], years: Sequence[int], body_of: Bodies) -> tuple[RowView, ...]:
    rows = []
    before = ""
    for series in every:
        same = series.key.indicator == before and bool(row_detail(series))
        rows.append(row_view(series, body_of(series, years), same=same))
        before = series.key.indicator
    return tuple(rows)


def row_view(series: Series, body: RowBody, *, same: bool = False) -> RowView:
    """The row of `series`."""
    detail = row_detail(series)
    return RowView(
        slug=series.slug,
        address=series.address,
        name=series.indicator.label,
        detail=detail,
        unit=series.key.unit,
        same=same,
        search=fold(
            f"{series.indicator.label} {detail} {series.key.unit} {series.indicator.group}"
        ),
        body=body,
    )


def row_detail(series: Series) -> str:
    """What tells a row from others of the same indicator."""
    key = series.key
    part = "phần của tổng" if key.kind == "part" else ""
    words = (key.level, frequency_label(key.frequency), part, key.against)
    return ", ".join(word for word in words if word)


def values_in(tables: Iterable[Table]) -> int:
    """How many values some tables show: what a page weighs."""
    return sum(
        series.facts.values for table in tables for group in table.groups for series in group.series
    )
