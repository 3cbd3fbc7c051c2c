"""A chart as a file of its own, for other sites to show: no script, no stylesheet.

An `<img>` of it needs nothing from the page around it and nothing from this site's content
security policy, which forbids frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from stat_index.book import Series
from stat_index.charts.describe import description
from stat_index.charts.drawing import HEIGHT, axis_of, drawing, gutter_of
from stat_index.charts.ink import PLAIN_INK, escaped
from stat_index.charts.key import key_of, notes_of, sample
from stat_index.charts.labels import text_width
from stat_index.charts.model import Chart, chart_of_series
from stat_index.charts.wording import unit_text

WIDTH = 640
_EDGE = 16
_LINE, _ROW = 20, 28
_FONT = "'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,sans-serif"


def standalone_svg(series: Series, publisher: str, address: str) -> str:
    """The file: chart, key, notes and where the figures come from.

    `publisher` and the absolute `address` of the series' page are written below it.
    """
    chart = chart_of_series(series)
    axis = axis_of(chart)
    gutter = gutter_of(axis)
    unit = unit_text(chart, axis)
    head = [
        *(("heading", line) for line in _wrapped(chart.title, 60)),
        *(("note", line) for line in _wrapped(_subtitle(series, unit), 84)),
    ]
    sentences = [*notes_of(chart, axis), f"Nguồn: {publisher}, {address}"]
    notes = [line for sentence in sentences for line in _wrapped(sentence, 84)]
    rows = list(_key_rows(chart))
    plot = 16 + _LINE * len(head)
    key = plot + HEIGHT + 8
    foot = key + _ROW * len(rows)
    height = foot + _LINE * len(notes) + _EDGE
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
            f'viewBox="0 0 {WIDTH} {height}" role="img" '
            f'font-family="{_FONT}"><title>{escaped(chart.title)}</title>'
            f"<desc>{escaped(description(chart, axis))}</desc>"
            f'<rect{PLAIN_INK["paper"]} width="{WIDTH}" height="{height}"/>',
            *(_text(part, _EDGE, 30 + _LINE * n, line) for n, (part, line) in enumerate(head)),
            f'<svg x="{gutter + _EDGE}" y="{plot}" width="{WIDTH - gutter - 2 * _EDGE}" '
            f'height="{HEIGHT}" overflow="visible">{drawing(chart, axis, PLAIN_INK)}</svg>',
            *(_key_row(row, key + _ROW * number) for number, row in enumerate(rows)),
            *(_text("note", _EDGE, foot + 14 + _LINE * n, line) for n, line in enumerate(notes)),
            "</svg>\n",
        )
    )


def _subtitle(series: Series, unit: str) -> str:
    return series.organisation.name + (f" · Đơn vị tính: {unit}" if unit else "")


def _wrapped(text: str, letters: int) -> list[str]:
    return wrap(text, letters, break_long_words=False, break_on_hyphens=False)


def embed_name(series: Series) -> str:
    """Name of the file, in the folder of the series' page."""
    return f"{series.slug}.svg"


def embed_code(series: Series, site_url: str) -> str:
    """HTML that shows the chart on another site, with a link to the figures."""
    page = f"{site_url}/{series.address}"
    return (
        f'<a href="{escaped(page)}"><img src="{escaped(page + embed_name(series))}" '
        f'width="{WIDTH}" alt="{escaped(f"Biểu đồ: {series.title}")}" loading="lazy"></a>'
    )


def _text(part: str, x: float, y: float, text: str) -> str:
    return f'<text{PLAIN_INK[part]} x="{x:g}" y="{y:g}">{escaped(text)}</text>'


def _key_rows(chart: Chart) -> Iterator[list[tuple[float, str, str]]]:
    """Rows of the key: place, drawing and meaning of each sign."""
    row: list[tuple[float, str, str]] = []
    x: float = _EDGE
    for sign, meaning in key_of(chart):
        needed = 24 + text_width(meaning) + 24
        if row and x + needed > WIDTH - _EDGE:
            yield row
            row, x = [], _EDGE
        row.append((x, sample(sign, chart, PLAIN_INK), meaning))
        x += needed
    if row:
        yield row


def _key_row(row: list[tuple[float, str, str]], y: float) -> str:
    return "".join(
        f'<svg x="{x:g}" y="{y}" width="16" height="26" overflow="visible">{drawn}</svg>'
        + _text("note", x + 24, y + 18, meaning)
        for x, drawn, meaning in row
    )
