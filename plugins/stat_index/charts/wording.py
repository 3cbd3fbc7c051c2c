"""Values of a chart in words and numbers."""

from __future__ import annotations

from stat_index.charts.model import Chart, Point
from stat_index.charts.scale import Axis
from stat_index.values import QUALIFIER_WORDS

_CLOSE_UNITS = {"", "%", "‰"}


def word_of(point: Point) -> tuple[str, ...]:
    """The hedge before the number, if there is one."""
    word = QUALIFIER_WORDS[point.qualifier]
    return (word,) if word else ()


def number_text(point: Point, axis: Axis, chart: Chart) -> str:
    """`40.000`, `+12`, `30–35`, with an asterisk for a corrected one."""
    text = axis.text(point.low)
    if point.ranged:
        text = f"{text}–{axis.text(point.high)}"
    if chart.signed and point.low > 0:
        text = f"+{text}"
    return f"{text}*" if point.corrected else text


def spoken(point: Point, axis: Axis, chart: Chart) -> str:
    """`2023: trên 40.000 học viên`."""
    number = " ".join((*word_of(point), number_text(point, axis, chart).rstrip("*")))
    scale = f" {axis.scale_name}" if axis.scale_name else ""
    space = "" if chart.unit in _CLOSE_UNITS else " "
    return f"{point.period}: {number}{scale}{space}{chart.unit}"


def unit_text(chart: Chart, axis: Axis) -> str:
    """What the axis counts: `triệu đồng`, `lớp`, `%`."""
    return f"{axis.scale_name} {chart.unit}".strip()
