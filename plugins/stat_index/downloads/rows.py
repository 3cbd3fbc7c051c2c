"""From the index to rows: one row for every published observation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from stat_index.book import Index, Series
from stat_index.cell import Cell
from stat_index.downloads.table import Row
from stat_index.model import Statement
from stat_index.periods import Period

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPAN = re.compile(r"(\d{4})-(\d\d)\.\.(\d\d)")
_TEXTS = 16_384
_SDMX_FREQUENCY = {
    "A": "A",
    "H": "S",
    "Q": "Q",
    "M": "M",
    "D": "D",
    "N": "A",
    "K": "S",
    "C": "_O",
    "T": "_O",
}


def rows_from_index(index: Index, site_url: str = "") -> Iterator[Row]:
    """The rows of all series, in the order of the index; its cells hold all statements.

    `site_url` is the absolute root of the site without a slash at its end; without it,
    addresses are relative to the root.
    """
    for series in index.series:
        yield from rows_of(series, series.cells, site_url)


def rows_of(series: Series, cells: Iterable[Cell], site_url: str = "") -> Iterator[Row]:
    """The rows of `cells` of one series: in a period the newest article first."""
    root = f"{site_url}/" if site_url else ""
    for cell in cells:
        row = _CellRow(series, cell, root)
        for statement in cell.statements:
            yield row.of(statement)


class _CellRow:
    """What the rows of one cell share."""

    def __init__(self, series: Series, cell: Cell, root: str) -> None:
        owner, indicator, key, period = (
            series.organisation, series.indicator, series.key, cell.period,
        )  # fmt: skip
        self._disputed = cell.disputed
        self._root = root
        self._unit = key.unit
        self._front = (
            owner.demonstration, owner.name, indicator.group, indicator.label, key.level,
            key.kind, period.label, period.year,
        )  # fmt: skip
        self._codes = (owner.id, indicator.id, series.slug)
        self._time = (sdmx_frequency(key.frequency), key.frequency, sdmx_period(period))

    def of(self, statement: Statement) -> Row:
        """The row of one statement."""
        o, source = statement.observation, statement.source
        correction = o.correction
        return Row(
            *self._front,
            o.qualifier,
            o.value_min,
            o.value_max if o.value_min != o.value_max else None,
            self._unit,
            obs_status(statement, disputed=self._disputed),
            one_line(o.as_written),
            one_line(o.sentence),
            one_line(source.title),
            _published(source.date),
            f"{self._root}{source.address}#{o.id}",
            one_line(correction.old) if correction else "",
            _day(correction.date) if correction else None,
            one_line(correction.reason) if correction else "",
            o.direction or "",
            one_line(o.base) if o.base else "",
            o.denominator,
            *self._codes,
            o.id,
            *self._time,
            o.period_source,
            o.rule,
            _share(o.confidence),
        )


@lru_cache(maxsize=1024)
def _share(value: float) -> Decimal:
    return Decimal(repr(value))


def obs_status(statement: Statement, *, disputed: bool) -> str:
    """A key of `table.STATUSES`: what became of this statement of a cell."""
    if statement.standing == "corrected":
        return "replaced"
    if statement.standing == "not_preferred":
        return "not_preferred"
    if disputed:
        return "disputed"
    return "corrected" if statement.observation.correction else "normal"


def sdmx_frequency(frequency: str) -> str:
    """The code of SDMX's CL_FREQ for a frequency of `stat_index.periods`."""
    return _SDMX_FREQUENCY[frequency[0]]


def sdmx_period(period: Period) -> str:
    """`period` in SDMX's time format where that has one, else as the site writes it."""
    if span := _SPAN.fullmatch(period.text):
        year, first, last = span.groups()
        return f"{year}-{first}-01/P{int(last) - int(first) + 1}M"
    return period.text.replace("-H", "-S") if "-HK" not in period.text else period.text


@lru_cache(maxsize=65_536)
def _published(text: str) -> date:
    return date.fromisoformat(text)


def _day(text: str) -> date | None:
    """A correction need not say when."""
    return date.fromisoformat(text) if text else None


#: Articles state several figures, and each is in two files.
@lru_cache(_TEXTS)
def one_line(text: str) -> str:
    """`text` with line breaks and runs of spaces made one space: a row stays a line."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACE.sub(" ", text).strip(" ")
