"""Where the marks of a chart stand: columns in bands, or dots on a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from stat_index.charts.ink import escaped
from stat_index.charts.marks import Brush, column, dot, percent
from stat_index.charts.model import Chart, Point
from stat_index.charts.wording import spoken
from vntext.values import quickly_made

_BAND_FILL, _SHARED_FILL = 0.62, 0.86
_WIDEST_COLUMN = 0.13


@quickly_made
@dataclass(frozen=True, slots=True)
class Placed:
    """A point and the shares of the drawing between which its mark stands."""

    point: Point
    left: float
    right: float
    """Equal to `left` for a dot."""

    @property
    def centre(self) -> float:
        """Where its label belongs."""
        return (self.left + self.right) / 2


def placed_points(chart: Chart) -> list[Placed]:
    """All points of `chart` in their places; columns of one slot stand side by side."""
    band = 1 / len(chart.slots)
    if chart.form == "line":
        return [Placed(p, (p.slot + 0.5) * band, (p.slot + 0.5) * band) for p in chart.points]
    places = []
    for slot, together in groupby(chart.points, key=lambda point: point.slot):
        points = list(together)
        shared = len(points) > 1
        whole = min(band * (_SHARED_FILL if shared else _BAND_FILL), _WIDEST_COLUMN * len(points))
        each = whole / len(points)
        left = (slot + 0.5) * band - whole / 2
        for number, point in enumerate(points):
            start = left + number * each
            places.append(Placed(point, start, start + each * (0.9 if shared else 1)))
    return places


def marks(chart: Chart, places: Sequence[Placed], brush: Brush) -> Iterator[str]:
    """The drawing of all points, each with a title that a pointer shows."""
    if chart.form == "line":
        yield from _segments(chart, places, brush)
    for place in places:
        drawn = (
            dot(place.point, brush, place.left)
            if chart.form == "line"
            else column(place.point, brush, place.left, place.right - place.left)
        )
        yield f"<g><title>{escaped(spoken(place.point, brush.axis, chart))}</title>{drawn}</g>"


def _segments(chart: Chart, places: Sequence[Placed], brush: Brush) -> Iterator[str]:
    """Lines only between neighbours with one value each: a gap stays a gap."""
    slots = [list(group) for _, group in groupby(places, key=lambda place: place.point.slot)]
    for before, after in pairwise(slots):
        if len(before) > 1 or len(after) > 1:
            continue
        one, other = before[0].point, after[0].point
        if other.slot - one.slot > 1 or one.ranged or other.ranged:
            continue
        exact = one.qualifier == other.qualifier == "exact"
        yield (
            f"<line{brush.ink['line' if exact else 'line-unsure']} "
            f'x1="{percent(before[0].left)}" y1="{brush.axis.y(one.low):g}" '
            f'x2="{percent(after[0].left)}" y2="{brush.axis.y(other.low):g}"/>'
        )
