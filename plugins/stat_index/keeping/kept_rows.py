"""Rows of the tables of a page as they were written, kept from one build to the next.

The longest pages show every series of an organisation. An edit changes a few of their rows;
cells of the others need not even be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from markupsafe import Markup

from stat_index.book import Series
from stat_index.charts import sparkline
from stat_index.keeping.kept_lines import Keeper
from stat_index.keeping.shown import Shown
from stat_index.pages.cell_html import row_html
from stat_index.pages.cell_view import CellView, cell_view
from vntext.compact_json import compact_json
from vntext.values import quickly_made

Columns = tuple[tuple[CellView, ...], ...]


@quickly_made
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
        self._marks: dict[str, str] = {}
        """Of the rows that were asked for, by slugs of series."""
        self._made: dict[str, RowBody] = {}
        """Those of them that are not as they were kept."""

    def body(self, series: Series, years: Sequence[int]) -> RowBody:
        """That of the row of `series`, from its cells where it is not as it was kept."""
        mark = self._marks[series.slug] = self._shown.row(series, years)
        text = self._keeper.get(self._row(series.slug)) if self._keeper else None
        kept = _body(text, mark, series, years) if text else None
        if kept is None:
            kept = self._made[series.slug] = row_body(series, years)
        return kept

    def keep(self) -> None:
        """Keeps the rows that were asked for, once the page is written."""
        if self._keeper and self._marks:
            before = (self._keeper.get(self._name) or "").split()
            new = [
                (self._row(slug), _plain(self._marks[slug], row))
                for slug, row in self._made.items()
            ]
            self._keeper.put([*new, (self._name, "\n".join(self._marks))])
            self._keeper.remove(map(self._row, set(before).difference(self._marks)))
        self._marks, self._made = {}, {}

    def _row(self, slug: str) -> str:
        return f"{self._name} {slug}"


def _plain(mark: str, body: RowBody) -> str:
    """A line of JSON, then what was written as it is: that is most of it."""
    latest = body.latest
    step = [latest.change, latest.percent, latest.why, latest.period]
    lengths = {root: len(html) for root, html in body.written.items()}
    return "\n".join(
        [compact_json([mark, body.trend, step, lengths]), "".join(body.written.values())]
    )


def _body(text: str, mark: str, series: Series, years: Sequence[int]) -> RowBody | None:
    """What `_plain` gave; None where it has another mark."""
    head, _, html = text.partition("\n")
    known, trend, step, lengths = json.loads(head)
    if known != mark:
        return None
    ends = list(accumulate(lengths.values(), initial=0))
    written = {
        root: html[start:end] for root, (start, end) in zip(lengths, pairwise(ends), strict=True)
    }
    return RowBody(Markup(trend), Latest(*step), lambda: _columns(series, years), written)
