"""The numbers written at the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from stat_index.charts.forms import Placed
from stat_index.charts.labels import LINE, Label, Obstacle
from stat_index.charts.marks import OPEN_END, UPWARDS
from stat_index.charts.model import Chart, Point
from stat_index.charts.scale import Axis
from stat_index.charts.wording import number_text, word_of

#: A line of more points has numbers only at its ends and extremes.
_FEW = 12
_MOST_LINES = 3


def obstacles(chart: Chart, places: Sequence[Placed], axis: Axis) -> list[Obstacle]:
    """What labels must keep off: the columns, or the dots."""
    return [_obstacle(chart, place, axis) for place in places]


def _obstacle(chart: Chart, place: Placed, axis: Axis) -> Obstacle:
    low = axis.y(place.point.low)
    high = axis.y(place.point.high) if place.point.ranged else low
    if chart.form == "line":
        return Obstacle(place.point.slot, place.left, place.right, 5, high - 5, low + 5)
    base = axis.foot
    end = OPEN_END if place.point.qualifier in UPWARDS else 0
    top, bottom = min(low, high, base) - end, max(low, high, base)
    return Obstacle(place.point.slot, place.left, place.right, 0, top, bottom)


def value_labels(chart: Chart, places: Sequence[Placed], axis: Axis) -> Iterator[Label]:
    """A label for every point; columns of one slot share one, with a line for each value."""
    groups = [list(group) for _, group in groupby(places, key=lambda place: place.point.slot)]
    points = [place.point for place in places]
    notable = _notable(points)
    ranks = {id(p): rank for rank, p in reversed(list(enumerate([*notable, *reversed(points)])))}
    if chart.form == "bars":
        for group in groups:
            yield _column_label(chart, group, axis, min(ranks[id(p.point)] for p in group))
        return
    told = points if len(points) <= _FEW else notable
    told_ids = {id(point) for point in told}
    for number, group in enumerate(groups):
        valley = _is_valley(groups, number)
        for place in group:
            if id(place.point) in told_ids:
                yield _dot_label(chart, place, axis, ranks[id(place.point)], below=valley)


def _column_label(chart: Chart, group: Sequence[Placed], axis: Axis, rank: int) -> Label:
    points = [place.point for place in group]
    centre = (group[0].left + group[-1].right) / 2
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...]
    if len(points) == 1:
        words, numbers = word_of(points[0]), (number_text(points[0], axis, chart),)
    else:
        high_first = sorted(points, key=lambda point: -point.high)
        numbers = tuple(
            " ".join((*word_of(point), number_text(point, axis, chart))) for point in high_first
        )
        if len(numbers) > _MOST_LINES:
            numbers = (f"{len(numbers)} giá trị",)
    open_end = OPEN_END if any(point.qualifier in UPWARDS for point in points) else 0
    if max(point.high for point in points) < 0:
        below = axis.y(min(point.low for point in points)) + open_end
        y = below + 3 + LINE * (len(words) + len(numbers))
    else:
        y = axis.y(max(point.high for point in points)) - open_end - 6
    return Label(points[0].slot, centre, round(y, 1), words, numbers, rank)


def _dot_label(chart: Chart, place: Placed, axis: Axis, rank: int, *, below: bool) -> Label:
    point = place.point
    words, numbers = word_of(point), (number_text(point, axis, chart),)
    y = axis.y(point.high) - (17 if point.qualifier in UPWARDS else 9)
    if below and not words:
        y = axis.y(point.low) + 20
    return Label(point.slot, place.centre, round(y, 1), words, numbers, rank)


def _is_valley(groups: Sequence[Sequence[Placed]], number: int) -> bool:
    """Whether the line comes down to this slot and goes up after it."""
    if not 0 < number < len(groups) - 1:
        return False
    before, here, after = (groups[n][0].point for n in (number - 1, number, number + 1))
    return before.low > here.low < after.low and after.slot - before.slot == 2


def _notable(points: Sequence[Point]) -> list[Point]:
    """Last, first, highest, lowest: what gets room before all others."""
    highest = max(points, key=lambda point: point.high)
    lowest = min(points, key=lambda point: point.low)
    return [points[-1], points[0], highest, lowest]
