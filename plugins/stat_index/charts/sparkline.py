"""The trend of a row, as big as a word. Its numbers stand beside it as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from stat_index.book import Series
from stat_index.charts.model import Point, chart_of_series
from stat_index.charts.scale import axis_for

WIDTH, HEIGHT = 96, 24
_EDGE = 3


def sparkline(series: Series, years: tuple[int, int] | None = None) -> Markup:
    """The values of `series` as a line; empty for fewer than two periods.

    `years` are the first and the last of the table that it stands in, so that all rows
    share one axis; without them the series fills the width. Terms have none: they overlap
    and differ in length.
    """
    if series.key.frequency == "T":
        return Markup("")
    chart = chart_of_series(series)
    if len({point.slot for point in chart.points}) < 2:
        return Markup("")
    offset, slots = 0, len(chart.slots)
    if years and series.key.frequency != "D":
        offset = series.cells[0].period.year - years[0]
        slots = years[1] - years[0] + 1
    step = (WIDTH - 2 * _EDGE) / max(slots - 1, 1)
    axis = axis_for(chart.points, from_zero=False, top=_EDGE, bottom=HEIGHT - _EDGE)
    spots = [
        Spot(slot, round(_EDGE + (slot + offset) * step, 1), axis.y(low), axis.y(high))
        for slot, low, high in _spans(chart.points)
    ]
    last = spots[-1]
    return Markup(
        f'<svg class="spark" width="{WIDTH}" height="{HEIGHT}" aria-hidden="true">'
        f'<path d="{"".join(_path(spots))}"/>'
        f'<circle cx="{last.x:g}" cy="{last.high:g}" r="2.5"/></svg>'
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """What was stated for one period, as a height or a span of heights."""

    slot: int
    x: float
    low: float
    high: float


def _spans(points: Sequence[Point]) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Slot, lowest and highest value: a range or a disagreement is a span, not a mean."""
    for slot, together in groupby(points, key=lambda point: point.slot):
        stated = list(together)
        yield slot, min(p.low for p in stated), max(p.high for p in stated)


def _path(spots: Sequence[Spot]) -> Iterator[str]:
    """A pen that is lifted over gaps and stands still for a lone value."""
    before: Spot | None = None
    for spot in spots:
        joined = before and spot.slot == before.slot + 1 and before.low == before.high
        single = spot.low == spot.high
        if single:
            yield f"{'L' if joined else 'M'}{spot.x:g} {spot.low:g}{'' if joined else 'h0'}"
        else:
            yield f"M{spot.x:g} {spot.low:g}V{spot.high:g}"
        before = spot
