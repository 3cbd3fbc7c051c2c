"""Plans beside what was achieved: two series of one thing, on the pages of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stat_index.book import Series
from stat_index.cell import Cell
from stat_index.model import Observation, SeriesKey, SeriesKind
from stat_index.pages.cell_view import CellView, cell_view
from stat_index.values import number_shown, percentage
from vntext.values import quickly_made

_COUNTERPARTS: dict[SeriesKind, SeriesKind] = {"result": "target", "target": "result"}


@quickly_made
@dataclass(frozen=True, slots=True)
class PlanView:
    """One period with a plan."""

    label: str
    plan: CellView
    result: CellView | None
    """None as long as no article tells it."""
    attained: str
    """`101,9%` of the plan; empty unless both are one exact value."""


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans and results of one thing."""

    rows: tuple[PlanView, ...]
    """The newest period first."""
    other: Series
    """Whose page the reader is not on."""


def counterparts(every: Iterable[Series]) -> Mapping[str, Series]:
    """By slug: of each result the series of its plans, of each plan that of its results."""
    by_key = {series.key: series for series in every if series.key.kind in _COUNTERPARTS}
    pairs = ((series, by_key.get(_other(series.key))) for series in by_key.values())
    return {series.slug: other for series, other in pairs if other is not None}


def _other(key: SeriesKey) -> SeriesKey:
    return replace(key, kind=_COUNTERPARTS[key.kind])


def plans_of(series: Series, other: Series) -> Plans | None:
    """Each plan with its result; None where no period has both."""
    plan, result = (series, other) if series.key.kind == "target" else (other, series)
    done = {cell.period.text: cell for cell in result.cells}
    planned = [(cell, done.get(cell.period.text)) for cell in plan.cells]
    if not any(cell for _, cell in planned):
        return None
    return Plans(tuple(_row(*pair) for pair in reversed(planned)), other)


def _row(plan: Cell, result: Cell | None) -> PlanView:
    achieved = _value_view(result) if result else None
    attained = _attained(plan.value, result.value if result else None)
    return PlanView(plan.period.label, _value_view(plan), achieved, attained)


def _value_view(cell: Cell) -> CellView:
    """Without the period, which the row says."""
    return replace(cell_view(cell), period="")


def _attained(plan: Observation | None, result: Observation | None) -> str:
    """A share of a share tells nothing; nor does that of an amount which is not one number."""
    if not plan or not result or plan.series.unit == "%" or plan.value_min <= 0:
        return ""
    if not (plan.exact and result.exact):
        return ""
    return f"{number_shown(percentage(result.value_min, plan.value_min))}%"
