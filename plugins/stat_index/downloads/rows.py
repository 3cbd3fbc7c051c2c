"""From the index to rows: one row for every published observation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from stat_index.book import Index, Series
from stat_index.cell import Cell
from stat_index.downloads.table import Row
from stat_index.model import Observation, Statement
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


Runs = tuple[
    tuple[Any, ...], tuple[str, int], str, Decimal, tuple[Decimal | None, str, str], str, str,
    tuple[str, date], str, tuple[Any, ...], tuple[str, ...], str, tuple[str, ...],
    tuple[str, str, Decimal],
]  # fmt: skip
"""A row, parted where columns differ from row to row, or where neighbours are alike in many:

series, period, qualifier, value, up to the status, number as written, sentence, article,
address, up to the denominator, codes, id, codes of the period, reading. What rows have from
their series and period is the very same in all of a cell, and an address ends with the id."""


def rows_from_index(index: Index, site_url: str = "") -> Iterator[Row]:
    """The rows of all series, in the order of the index; its cells hold all statements.

    `site_url` is the absolute root of the site without a slash at its end; without it,
    addresses are relative to the root.
    """
    for series in index.series:
        yield from map(whole_row, runs_of(series, series.cells, site_url))


def whole_row(runs: Runs) -> Row:
    """The row that was parted."""
    (
        about, period, qualifier, value, status, written, sentence, source, url, aside, codes, id,
        time, reading,
    ) = runs  # fmt: skip
    return Row._make((
        *about, *period, qualifier, value, *status, written, sentence, *source, url, *aside,
        *codes, id, *time, *reading,
    ))  # fmt: skip


def runs_of(series: Series, cells: Iterable[Cell], site_url: str = "") -> Iterator[Runs]:
    """The rows of `cells` of one series: in a period the newest article first."""
    root = f"{site_url}/" if site_url else ""
    owner, indicator, key = series.organisation, series.indicator, series.key
    about = (
        owner.demonstration, owner.name, indicator.group, indicator.label, key.level, key.kind,
    )  # fmt: skip
    codes = owner.id, indicator.id, series.slug
    frequency, unit = key.frequency, key.unit
    for cell in cells:
        period, disputed = (cell.period.label, cell.period.year), cell.disputed
        time = sdmx_frequency(frequency), frequency, sdmx_period(cell.period)
        for statement in cell.statements:
            o, source = statement.observation, statement.source
            low, high = o.value_min, o.value_max
            yield (
                about,
                period,
                o.qualifier,
                low,
                (high if low != high else None, unit, obs_status(statement, disputed=disputed)),
                one_line(o.as_written),
                one_line(o.sentence),
                (one_line(source.title), _published(source.date)),
                f"{root}{source.address}#{o.id}",
                _aside(o),
                codes,
                o.id,
                time,
                (o.period_source, o.rule, _share(o.confidence)),
            )


def _aside(o: Observation) -> tuple[Any, ...]:
    """What was corrected, and what the value is compared with or a part of."""
    old: tuple[str, date | None, str] = "", None, ""
    if (one := o.correction) is not None:
        old = one_line(one.old), _day(one.date), one_line(one.reason)
    return (*old, o.direction or "", one_line(o.base) if o.base else "", o.denominator)


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
