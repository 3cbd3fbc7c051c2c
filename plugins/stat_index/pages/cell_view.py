"""A cell as pages show it: every text made once, for the templates."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from stat_index.cell import MOST_IN_TABLES, Cell
from stat_index.pages.cell_html import cell_html, marks_html
from stat_index.periods import Period
from stat_index.values import plain_number, signed, table_text
from vntext.values import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of a cell."""

    text: str
    """`trên 40.000`."""
    address: str
    """Of the sentence, from the root of the site."""
    sources: int
    """How many articles say so."""


@quickly_made
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
    """Why there is no change: `không có số liệu của năm 2022`."""
    why: str
    """The same in a few words, or why there is no percentage."""
    number: str
    """For sorting: the first value, plain."""

    def html(self, root: str) -> Markup:
        """Values and marks; `root` leads to the root of the site."""
        return cell_html(self, root)

    @property
    def marks(self) -> Markup:
        """The marks alone."""
        return marks_html(self)


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
        no_change=cell.no_change.sentence if cell.no_change else "",
        why=_why(cell, unit),
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
    step = signed(cell.change.absolute, unit)
    return f"{step} điểm %" if unit == "%" else step


def _why(cell: Cell, unit: str) -> str:
    if cell.no_change:
        return cell.no_change.words
    if cell.change is None or cell.change.percent is not None:
        return ""
    return "đã tính bằng %" if unit == "%" else "năm trước bằng 0"


def _values(cell: Cell) -> tuple[ValueView, ...]:
    """The first different values, each with the way to its sentence."""
    summary = cell.summary
    few = zip(summary.shown[:MOST_IN_TABLES], summary.sources, strict=False)
    return tuple(ValueView(table_text(s.observation), s.address, n) for s, n in few)
