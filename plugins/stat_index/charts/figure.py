"""Charts as they stand in a page: title, drawing, key, notes."""

from __future__ import annotations

from markupsafe import Markup

from stat_index.book import Series
from stat_index.charts.describe import description
from stat_index.charts.drawing import HEIGHT, axis_of, drawing, gutter_of
from stat_index.charts.ink import PAGE_INK, escaped
from stat_index.charts.key import key_of, notes_of, sample
from stat_index.charts.model import Chart, chart_of_series
from stat_index.charts.scale import Axis
from stat_index.charts.wording import unit_text


def series_chart(series: Series) -> Markup:
    """The chart of `series` as a `figure`; styled by `charts.css`."""
    return chart_figure(chart_of_series(series))


def chart_figure(chart: Chart) -> Markup:
    """`chart` as a `figure`, its drawing an image with a title and a description."""
    axis = axis_of(chart)
    return Markup(
        f'<figure class="chart"><figcaption class="chart-title">{escaped(chart.title)}'
        f"{_unit(chart, axis)}</figcaption>{_svg(chart, axis)}{_key(chart)}"
        f"{_notes(chart, axis)}</figure>"
    )


def _svg(chart: Chart, axis: Axis) -> str:
    return (
        f'<svg class="chart-plot chart-gutter-{gutter_of(axis) // 8}" width="100%" '
        f'height="{HEIGHT}" role="img" aria-labelledby="{chart.id}-t {chart.id}-d">'
        f'<title id="{chart.id}-t">{escaped(chart.title)}</title>'
        f'<desc id="{chart.id}-d">{escaped(description(chart, axis))}</desc>'
        f"{drawing(chart, axis, PAGE_INK)}</svg>"
    )


def _unit(chart: Chart, axis: Axis) -> str:
    unit = unit_text(chart, axis)
    return f'<span class="chart-unit">Đơn vị tính: {escaped(unit)}</span>' if unit else ""


def _key(chart: Chart) -> str:
    items = "".join(
        f'<li><svg class="chart-sign" width="16" height="26" aria-hidden="true">'
        f"{sample(sign, chart, PAGE_INK)}</svg>{meaning}</li>"
        for sign, meaning in key_of(chart)
    )
    return f'<ul class="chart-key">{items}</ul>' if items else ""


def _notes(chart: Chart, axis: Axis) -> str:
    notes = " ".join(notes_of(chart, axis))
    return f'<p class="chart-note">{notes}</p>' if notes else ""
