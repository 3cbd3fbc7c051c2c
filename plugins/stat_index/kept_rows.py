"""Rows of the tables of a page as they were written, kept from one build to the next.

The longest pages show every series of an organisation. An edit changes a few of their rows;
cells of the others need not even be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from stat_index.book import Series
from stat_index.cell_html import row_html
from stat_index.cell_view import CellView, cell_view
from stat_index.charts import sparkline
from stat_index.kept_lines import Keeper
from stat_index.shown import Shown

Columns = tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """The step to the last value of a series."""

    change: str
    """`+14`, empty when there is none."""
    percent: str
    why: str
    """Why there is no change, in a few words."""
    period: str
    """Label of its period."""


@dataclass(frozen=True, slots=True)
class RowBody:
    """What a row shows of the cells of its series."""

    trend: Markup
    latest: Latest
    columns: Callable[[], Columns]
    """For each year its cells; none is a gap."""
    written: dict[str, str] = field(default_factory=dict)
    """Their HTML, by the way to the root of the site."""

    def html(self, root: str) -> Markup:
        """Its cells; `root` leads to the root of the site."""
        if root not in self.written:
            self.written[root] = row_html(self.columns(), root)
        return Markup(self.written[root])


def row_body(series: Series, years: Sequence[int]) -> RowBody:
    """That of a row with a column for each of `years`, from its cells."""
    last = series.newest
    cell = cell_view(last)
    latest = Latest(cell.change, cell.percent, cell.why, last.period.label)
    columns = _columns(series, years)
    return RowBody(sparkline(series, (years[-1], years[0])), latest, lambda: columns)


def _columns(series: Series, years: Sequence[int]) -> Columns:
    return tuple(tuple(cell_view(cell) for cell in series.cells_of(year)) for year in years)


class KeptRows:
    """The rows of one page."""

    def __init__(self, shown: Shown, address: str, keeper: Keeper | None = None) -> None:
        self._shown, self._keeper, self._name = shown, keeper, f"hang {address}"
        self._before: dict[str, Any] | None = None
        self._rows: dict[str, tuple[str, RowBody]] = {}

    def body(self, series: Series, years: Sequence[int]) -> RowBody:
        """That of the row of `series`, from its cells where it is not as it was kept."""
        if self._before is None:
            text = self._keeper.get(self._name) if self._keeper else None
            self._before = json.loads(text) if text else {}
        mark = self._shown.row(series, years)
        kept = self._before.get(series.slug)
        found = _body(kept, series, years) if kept and kept[0] == mark else row_body(series, years)
        self._rows[series.slug] = mark, found
        return found

    def keep(self) -> None:
        """Keeps the rows that were asked for, once the page is written."""
        if self._keeper and self._rows:
            plain = {slug: _plain(mark, row) for slug, (mark, row) in self._rows.items()}
            self._keeper.put([(self._name, _encode(plain))])
        self._before, self._rows = None, {}


def _plain(mark: str, body: RowBody) -> list[Any]:
    latest = body.latest
    step = [latest.change, latest.percent, latest.why, latest.period]
    return [mark, body.trend, step, body.written]


def _body(kept: Sequence[Any], series: Series, years: Sequence[int]) -> RowBody:
    _, trend, step, written = kept
    return RowBody(Markup(trend), Latest(*step), lambda: _columns(series, years), written)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
