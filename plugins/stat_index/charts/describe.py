"""A chart in words, for whoever does not see it."""

from __future__ import annotations

from stat_index.charts.model import Chart
from stat_index.charts.scale import Axis
from stat_index.charts.wording import spoken

#: Up to so many values are told one by one; the table beside the chart has all of them.
_TOLD = 12


def description(chart: Chart, axis: Axis) -> str:
    """Form, span, values, gaps and disagreements of `chart`."""
    form = "Biểu đồ cột" if chart.form == "bars" else "Biểu đồ đường"
    first, last = chart.slots[0], chart.slots[-1]
    span = first if first == last else f"từ {first} đến {last}"
    sentences = [f"{form}, {span}.", _values(chart, axis), _gaps(chart)]
    if disputed := dict.fromkeys(point.period for point in chart.points if point.disputed):
        sentences.append(f"Các bài viết nêu khác nhau: {', '.join(disputed)}.")
    return " ".join(sentence for sentence in sentences if sentence)


def _values(chart: Chart, axis: Axis) -> str:
    if len(chart.points) <= _TOLD:
        told = chart.points
        return "; ".join(spoken(point, axis, chart) for point in told) + "."
    low = min(chart.points, key=lambda point: point.low)
    high = max(chart.points, key=lambda point: point.high)
    last = chart.points[-1]
    return (
        f"Cao nhất {spoken(high, axis, chart)}; thấp nhất {spoken(low, axis, chart)}; "
        f"gần đây nhất {spoken(last, axis, chart)}."
    )


def _gaps(chart: Chart) -> str:
    filled = {point.slot for point in chart.points}
    missing = [name for slot, name in enumerate(chart.slots) if slot not in filled]
    return f"Không có số liệu: {', '.join(missing)}." if missing else ""
