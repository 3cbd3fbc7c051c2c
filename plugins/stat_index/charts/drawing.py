"""One chart as SVG without script, style attribute or stylesheet of its own.

Letters keep their size at every width: horizontal places are percentages. What finds no
room on a phone has the class `chart-wide`, what is only for it `chart-narrow`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from stat_index.charts.describe import spoken
from stat_index.charts.ink import Ink, escaped
from stat_index.charts.labels import (
    LINE,
    NARROW,
    Label,
    Shown,
    anchor_at,
    shown_labels,
    text_width,
    tick_steps,
)
from stat_index.charts.marks import (
    OPEN_END,
    UPWARDS,
    Brush,
    column,
    dot,
    percent,
    point_text,
)
from stat_index.charts.model import Chart, Point
from stat_index.charts.scale import Axis, axis_for

TOP, PLOT, FOOT = 40, 190, 28
HEIGHT = TOP + PLOT + FOOT
_BAND_FILL = 0.62
_WIDEST_COLUMN = 0.13


def axis_of(chart: Chart) -> Axis:
    """The vertical axis of `chart`."""
    return axis_for(chart.points, from_zero=chart.form == "bars", top=TOP, bottom=TOP + PLOT)


def gutter_of(axis: Axis) -> int:
    """Pixels left of the plot that the numbers of the axis need, in steps of eight."""
    needed = max(text_width(axis.text(tick)) for tick in axis.ticks) + 8
    return -int(-needed // 8) * 8


def drawing(chart: Chart, axis: Axis, ink: Ink) -> str:
    """Grid, marks and labels, for a viewport whose left edge is the axis."""
    brush = Brush(axis, ink, chart.id)
    gutter = gutter_of(axis)
    marks = _columns(chart, brush) if chart.form == "bars" else _line(chart, brush)
    hatched = any(point.ranged or point.qualifier == "about" for point in chart.points)
    return "".join(
        (
            brush.defs if hatched and chart.form == "bars" else "",
            *_grid(axis, ink),
            *_periods(chart, ink, gutter),
            *marks,
            *_values(chart, axis, ink, gutter),
        )
    )


def _grid(axis: Axis, ink: Ink) -> Iterator[str]:
    for tick in axis.ticks:
        y = axis.y(tick)
        base = tick == 0 or (tick == axis.ticks[0] and axis.from_zero)
        yield f'<line{ink["base" if base else "grid"]} x2="100%" y1="{y:g}" y2="{y:g}"/>'
        yield f'<text{ink["tick-y"]} x="-8" y="{y + 4:g}">{axis.text(tick)}</text>'


def _periods(chart: Chart, ink: Ink, gutter: int) -> Iterator[str]:
    for slot, shown in tick_steps(chart.slots, gutter):
        x = percent((slot + 0.5) / len(chart.slots))
        look = _sized(ink["tick"], shown)
        yield f'<text{look} x="{x}" y="{HEIGHT - 8}">{escaped(chart.slots[slot])}</text>'


def _columns(chart: Chart, brush: Brush) -> Iterator[str]:
    for point, x, width in _column_places(chart):
        title = escaped(spoken(point, brush.axis, chart.unit))
        yield f"<g><title>{title}</title>{column(point, brush, x, width)}</g>"


def _column_places(chart: Chart) -> Iterator[tuple[Point, float, float]]:
    """Each point with the left edge and the width of its column."""
    band = 1 / len(chart.slots)
    for slot, together in groupby(chart.points, key=lambda point: point.slot):
        points = list(together)
        whole = min(band * _BAND_FILL, _WIDEST_COLUMN)
        if len(points) > 1:
            whole = min(band * 0.86, _WIDEST_COLUMN * 2)
        each = whole / len(points)
        left = (slot + 0.5) * band - whole / 2
        for number, point in enumerate(points):
            yield point, left + number * each, each * (0.9 if len(points) > 1 else 1)


def _line(chart: Chart, brush: Brush) -> Iterator[str]:
    """Segments only between neighbours with one value each: a gap stays a gap."""
    axis, ink = brush.axis, brush.ink
    slots = [list(points) for _, points in groupby(chart.points, key=lambda point: point.slot)]
    for before, after in pairwise(slots):
        if len(before) > 1 or len(after) > 1 or after[0].slot - before[0].slot > 1:
            continue
        one, other = before[0], after[0]
        if one.ranged or other.ranged:
            continue
        exact = one.qualifier == other.qualifier == "exact"
        look = ink["line" if exact else "line-unsure"]
        yield (
            f'<line{look} x1="{_x(one, chart)}" y1="{axis.y(one.low):g}" '
            f'x2="{_x(other, chart)}" y2="{axis.y(other.low):g}"/>'
        )
    for point in chart.points:
        title = escaped(spoken(point, axis, chart.unit))
        yield f"<g><title>{title}</title>{dot(point, brush, _share(point, chart))}</g>"


def _share(point: Point, chart: Chart) -> float:
    return (point.slot + 0.5) / len(chart.slots)


def _x(point: Point, chart: Chart) -> str:
    return percent(_share(point, chart))


def _values(chart: Chart, axis: Axis, ink: Ink, gutter: int) -> Iterator[str]:
    for label, shown in shown_labels(_labels(chart, axis, gutter), gutter):
        x = percent(label.share)
        anchor = f' text-anchor="{label.anchor}"'
        *words, number = label.lines
        for word in words:
            look = _sized(ink["word"], shown)
            yield f'<text{look}{anchor} x="{x}" y="{label.y - LINE:g}">{word}</text>'
        yield f'<text{_sized(ink["value"], shown)}{anchor} x="{x}" y="{label.y:g}">{number}</text>'


def _labels(chart: Chart, axis: Axis, gutter: int) -> Iterator[Label]:
    ranks = _ranks(chart)
    for number, (point, share) in enumerate(_places(chart)):
        lines = point_text(point, axis)
        y = _label_y(point, chart, axis, lines)
        anchor = anchor_at(share, lines, NARROW - gutter)
        yield Label(share, y, lines, anchor, ranks[number])


def _places(chart: Chart) -> Iterable[tuple[Point, float]]:
    if chart.form == "bars":
        return [(point, x + width / 2) for point, x, width in _column_places(chart)]
    return [(point, _share(point, chart)) for point in chart.points]


def _label_y(point: Point, chart: Chart, axis: Axis, lines: tuple[str, ...]) -> float:
    """Above what is drawn; below it for a decrease."""
    clear = 6.0 if chart.form == "bars" else 9.0
    if point.high < 0:
        return axis.y(point.low) + clear + LINE * len(lines)
    if point.qualifier in UPWARDS:
        clear += OPEN_END if chart.form == "bars" else 8
    return round(axis.y(point.high) - clear, 1)


def _ranks(chart: Chart) -> list[int]:
    """The order in which labels get room: last, first, highest, lowest, then the newer."""
    points = chart.points
    numbers = range(len(points))
    first = [
        len(points) - 1,
        0,
        max(numbers, key=lambda n: points[n].high, default=0),
        min(numbers, key=lambda n: points[n].low, default=0),
    ]
    order = list(dict.fromkeys([*first, *reversed(numbers)]))
    ranks = [0] * len(points)
    for rank, number in enumerate(order):
        ranks[number] = rank
    return ranks


def _sized(look: str, shown: Shown) -> str:
    """`look` with the class that hides it at the other size."""
    if not shown:
        return look
    if look.startswith(' class="'):
        return f'{look[:-1]} chart-{shown}"'
    return look if shown == "wide" else f'{look} display="none"'
