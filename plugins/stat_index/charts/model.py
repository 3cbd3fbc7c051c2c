"""What a chart shows: points in slots, prepared from a series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from figures.model import Qualifier
from stat_index.book import Series
from stat_index.cell import Cell
from stat_index.model import Observation
from stat_index.periods import Period
from vntext.values import quickly_made

Form = Literal["bars", "line"]

#: More columns than this are thinner than a finger on a phone: a line reads better.
MOST_BARS = 16


@quickly_made
@dataclass(frozen=True, slots=True)
class Point:
    """One value, or one of several that were stated for the same period."""

    slot: int
    """Place on the horizontal axis, from 0."""
    period: str
    """As a reader sees it."""
    low: Decimal
    high: Decimal
    """Equal unless a range; negative for a decrease."""
    qualifier: Qualifier
    corrected: bool = False
    disputed: bool = False

    @property
    def ranged(self) -> bool:
        """Whether it is a range."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is drawn."""

    id: str
    """Unique in the page: ids inside the drawing begin with it."""
    title: str
    unit: str
    form: Form
    slots: tuple[str, ...]
    """Short names of the periods from first to last, those without a value included."""
    points: tuple[Point, ...]
    """By slot; several in one slot were all stated."""
    signed: bool = False
    """Its values are changes: an increase is written with a plus."""
    demonstration: bool = False


def chart_of_series(series: Series) -> Chart:
    """The chart of `series`: columns for a few amounts, a line for many, and for rates."""
    names, slot_of = _slots(series)
    points = [point for cell in series.cells for point in _points(cell, slot_of[cell.period.text])]
    rate = series.key.kind == "ratio" or series.key.unit == "%"
    several = len({point.slot for point in points}) < len(points) and series.key.kind in (
        "part",
        "ratio",
        "change",
    )
    # Terms overlap and differ in length: no line leads from one to the next.
    line = (rate or len(names) > MOST_BARS) and not several and series.key.frequency != "T"
    return Chart(
        id=f"bd-{series.slug}",
        title=_title(series, names),
        unit=series.key.unit,
        form="line" if line else "bars",
        slots=names,
        points=tuple(points),
        signed=series.key.kind == "change",
        demonstration=series.organisation.demonstration,
    )


def _title(series: Series, names: tuple[str, ...]) -> str:
    """With the first and the last period: what the page's own heading does not say."""
    span = names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"
    if all(name.isdigit() for name in names):
        span = span.replace(" – ", "–")
    return f"{series.name}, {span}"


def _points(cell: Cell, slot: int) -> Iterator[Point]:
    """One for each different value; their span where there are too many to tell apart."""
    summary = cell.summary
    if summary.values > len(summary.shown):
        yield Point(
            slot,
            cell.period.label,
            summary.low,
            summary.high,
            "exact",
            cell.corrected,
            cell.disputed,
        )
        return
    for statement in summary.shown:
        yield _point(cell, statement.observation, slot)


def _point(cell: Cell, observation: Observation, slot: int) -> Point:
    low, high = observation.span
    return Point(
        slot, cell.period.label, low, high, observation.qualifier, cell.corrected, cell.disputed
    )


def _slots(series: Series) -> tuple[tuple[str, ...], dict[str, int]]:
    """Names of the slots, and the slot of each period.

    Periods that come once a year get a slot for every year, so that a gap is seen;
    days and terms of several years have no such rhythm and follow one another.
    """
    periods = [cell.period for cell in series.cells]
    if series.key.frequency[0] in "DT":
        return (
            tuple(_short(period) for period in periods),
            {period.text: slot for slot, period in enumerate(periods)},
        )
    first, last = periods[0].year, periods[-1].year
    school = series.key.frequency[0] in "NK"
    names = tuple(
        f"{year - 1}–{year % 100:02d}" if school else str(year) for year in range(first, last + 1)
    )
    return names, {period.text: period.year - first for period in periods}


def _short(period: Period) -> str:
    return period.label.removeprefix("ngày ")
