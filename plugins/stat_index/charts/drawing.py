"""One chart as SVG without script, style attribute or stylesheet of its own.

Letters keep their size at every width: horizontal places are percentages. What finds no
room on a phone has the class `chart-wide`, what is only for it `chart-narrow`.
"""

from __future__ import annotations

from collections.abc import Iterator

from stat_index.charts.callouts import obstacles, value_labels
from stat_index.charts.forms import marks, placed_points
from stat_index.charts.ink import Ink, escaped
from stat_index.charts.labels import (
    LINE,
    NARROW,
    WIDE,
    Label,
    Shown,
    shown_labels,
    text_width,
    tick_steps,
)
from stat_index.charts.marks import Brush, percent
from stat_index.charts.model import Chart
from stat_index.charts.scale import Axis, axis_for

TOP, PLOT, FOOT = 40, 190, 28
HEIGHT = TOP + PLOT + FOOT


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
    places = placed_points(chart)
    labels = value_labels(chart, places, axis)
    return "".join(
        (
            brush.defs if _hatched(chart) else "",
            *_grid(axis, ink),
            *_periods(chart, ink, gutter),
            *marks(chart, places, brush),
            '<g text-anchor="middle">',
            *(
                _label(label, shown, ink, gutter)
                for label, shown in shown_labels(labels, obstacles(chart, places, axis), gutter)
            ),
            "</g>",
        )
    )


def _hatched(chart: Chart) -> bool:
    return chart.form == "bars" and any(p.ranged or p.qualifier == "about" for p in chart.points)


def _grid(axis: Axis, ink: Ink) -> Iterator[str]:
    for tick in axis.ticks:
        y = axis.y(tick)
        part = "base" if tick == 0 else "grid"
        yield f'<line{ink[part]} x2="100%" y1="{y:g}" y2="{y:g}"/>'
        yield f'<text{ink["tick-y"]} x="-8" y="{y + 4:g}">{axis.text(tick)}</text>'


def _periods(chart: Chart, ink: Ink, gutter: int) -> Iterator[str]:
    for slot, shown in tick_steps(chart.slots, gutter):
        if ink.draws(shown):
            x = percent((slot + 0.5) / len(chart.slots))
            name = escaped(chart.slots[slot])
            yield f'<text{ink.sized("tick", shown)} x="{x}" y="{HEIGHT - 8}">{name}</text>'


def _label(label: Label, shown: Shown, ink: Ink, gutter: int) -> str:
    wide = label.anchor(WIDE - gutter)
    narrow = wide if shown == "wide" else label.anchor(NARROW - gutter)
    hang = "" if wide == "middle" else f' text-anchor="{wide}"'
    edge = "" if narrow == wide else f"chart-{narrow}"
    place = f'{hang} x="{percent(label.share)}"'
    top = label.y - LINE * (len(label.lines) - 1)
    return "".join(
        f"<text{ink.sized('word' if row < len(label.words) else 'value', shown, edge)}{place} "
        f'y="{top + row * LINE:g}">{text}</text>'
        for row, text in enumerate(label.lines)
    )
