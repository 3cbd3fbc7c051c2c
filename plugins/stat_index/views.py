"""The index as pages show it: every text of a row and cell made once, for the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from stat_index.book import Group, Series, Table
from stat_index.cell import MOST_IN_TABLES, Cell
from stat_index.cell_html import cell_html, marks_html
from stat_index.model import UNCLASSIFIED, Organisation
from stat_index.periods import Period, frequency_label
from stat_index.values import observation_text, plain_number, signed
from vntext.fold import fold, slug

if TYPE_CHECKING:
    from stat_index.kept_rows import Latest, RowBody


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of a cell."""

    text: str
    """`trên 40.000`."""
    address: str
    """Of the sentence, from the root of the site."""
    sources: int
    """How many articles say so."""


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of a table."""

    period: str
    """Label of the period where the column's year does not say it all, else empty."""
    values: tuple[ValueView, ...]
    """More than one where articles disagree: the first few."""
    more: int
    """How many more different values there are."""
    disputed: bool
    corrected: bool
    contradiction: str
    change: str
    """`+14`, empty when there is none."""
    percent: str
    """`+3,3%`, empty when there is none."""
    no_change: str
    """Why there is no change."""
    number: str
    """For sorting: the first value, plain."""

    def html(self, root: str) -> Markup:
        """Values and marks; `root` leads to the root of the site."""
        return cell_html(self, root)

    @property
    def marks(self) -> Markup:
        """The marks alone."""
        return marks_html(self)


@dataclass(frozen=True, slots=True)
class RowView:
    """One series in a table."""

    slug: str
    address: str
    name: str
    detail: str
    """Level and frequency."""
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
class GroupView:
    """Rows of one subject."""

    name: str
    slug: str
    rows: tuple[RowView, ...]
    unclassified: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of the index."""

    organisation: Organisation
    years: tuple[int, ...]
    groups: tuple[GroupView, ...]
    rows: int


Bodies = Callable[[Series, Sequence[int]], "RowBody"]
"""What rows with a column for each of some years show; see `kept_rows`."""


def table_view(table: Table, body_of: Bodies) -> TableView:
    """`table` for the templates."""
    return TableView(
        table.organisation,
        table.years,
        tuple(_group_view(group, table.years, body_of) for group in table.groups),
        table.rows,
    )


def _group_view(group: Group, years: Sequence[int], body_of: Bodies) -> GroupView:
    rows = []
    before = ""
    for series in group.series:
        same = series.key.indicator == before and bool(row_detail(series))
        rows.append(row_view(series, body_of(series, years), same=same))
        before = series.key.indicator
    return GroupView(group.name, slug(group.name), tuple(rows), group.name == UNCLASSIFIED)


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
    part = "phần của tổng" if series.key.kind == "part" else ""
    words = (series.key.level, frequency_label(series.key.frequency), part)
    return ", ".join(word for word in words if word)


def cell_view(cell: Cell) -> CellView:
    """One cell."""
    change = cell.change
    shown = cell.shown
    unit = shown[0].observation.series.unit if shown else ""
    return CellView(
        period=_period_beside_year(cell.period),
        values=_values(cell),
        more=max(cell.summary.values - MOST_IN_TABLES, 0),
        disputed=cell.disputed,
        corrected=cell.corrected,
        contradiction=cell.contradiction,
        change=change_text(cell, unit),
        percent=f"{signed(change.percent)}%" if change and change.percent is not None else "",
        no_change=cell.no_change,
        number=plain_number(shown[0].observation.value_min) if shown else "",
    )


def _period_beside_year(period: Period) -> str:
    """What the row's name and the column's year do not say of the period."""
    if period.frequency == "D":
        return period.label.removeprefix("ngày ")
    if period.frequency[0] in "NKT":
        return period.label.removeprefix("năm học ")
    return ""


def change_text(cell: Cell, unit: str) -> str:
    """`+14`; of rates `+1,5 điểm %`; empty when there is no change to show."""
    if cell.change is None:
        return ""
    step = signed(cell.change.absolute)
    return f"{step} điểm %" if unit == "%" else step


def _values(cell: Cell) -> tuple[ValueView, ...]:
    """The first different values, each with the way to its sentence."""
    summary = cell.summary
    few = zip(summary.shown[:MOST_IN_TABLES], summary.sources, strict=False)
    return tuple(ValueView(observation_text(s.observation), s.address, n) for s, n in few)


def values_in(tables: Iterable[Table]) -> int:
    """How many values some tables show: what a page weighs."""
    return sum(
        series.facts.values for table in tables for group in table.groups for series in group.series
    )
