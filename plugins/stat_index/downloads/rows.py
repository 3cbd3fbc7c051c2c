"""From the index to rows: one row for every published observation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from stat_index.downloads.table import Row
from stat_index.model import Cell, Index, Series, Statement
from stat_index.periods import Period

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPAN = re.compile(r"(\d{4})-(\d\d)\.\.(\d\d)")
_SDMX_FREQUENCY = {"A": "A", "H": "S", "Q": "Q", "M": "M", "D": "D", "N": "A", "K": "S", "C": "_O"}


def rows_from_index(index: Index, site_url: str = "") -> Iterator[Row]:
    """The rows of all series, in the order of the index.

    `site_url` is the absolute root of the site without a slash at its end; without it,
    addresses are relative to the root.
    """
    for series in index.series:
        yield from rows_of_series(series, site_url)


def rows_of_series(series: Series, site_url: str = "") -> list[Row]:
    """The rows of one series: oldest period first, in a period the newest article first."""
    return [
        _row(series, cell, statement, site_url)
        for cell in series.cells
        for statement in cell.statements
    ]


def _row(series: Series, cell: Cell, statement: Statement, site_url: str) -> Row:
    observation, source, correction = (
        statement.observation,
        statement.source,
        statement.observation.correction,
    )
    ranged = observation.value_min != observation.value_max
    return Row(
        obs_id=observation.id,
        series=series.slug,
        ref_area=series.organisation.id,
        ref_area_name=series.organisation.name,
        group=series.indicator.group,
        indicator=series.indicator.id,
        indicator_name=series.indicator.label,
        level=series.key.level,
        kind=series.key.kind,
        freq=sdmx_frequency(series.key.frequency),
        period_type=series.key.frequency,
        time_period=sdmx_period(cell.period),
        period_name=cell.period.label,
        year=cell.period.year,
        qualifier=observation.qualifier,
        obs_value=observation.value_min,
        obs_value_max=observation.value_max if ranged else None,
        unit_measure=series.key.unit,
        direction=observation.direction or "",
        base=one_line(observation.base or ""),
        denominator=observation.denominator,
        obs_status=obs_status(cell, statement),
        previous_value=one_line(correction.old) if correction else "",
        correction_date=_day(correction.date) if correction else None,
        correction_reason=one_line(correction.reason) if correction else "",
        as_written=one_line(observation.as_written),
        sentence=one_line(observation.sentence),
        period_source=observation.period_source,
        rule=observation.rule,
        confidence=Decimal(repr(observation.confidence)),
        source_title=one_line(source.title),
        source_date=date.fromisoformat(source.date),
        obs_url=f"{site_url}/{statement.address}" if site_url else statement.address,
        demonstration=series.organisation.demonstration,
    )


def obs_status(cell: Cell, statement: Statement) -> str:
    """A key of `table.STATUSES`: what became of this statement."""
    if statement.standing == "corrected":
        return "replaced"
    if statement.standing == "not_preferred":
        return "not_preferred"
    if cell.disputed:
        return "disputed"
    return "corrected" if statement.observation.correction else "normal"


def sdmx_frequency(frequency: str) -> str:
    """The code of SDMX's CL_FREQ for a frequency of `stat_index.periods`."""
    if frequency.startswith("T"):
        return f"A{frequency[1:]}"
    return _SDMX_FREQUENCY[frequency[0]]


def sdmx_period(period: Period) -> str:
    """`period` in SDMX's time format where that has one, else as the site writes it."""
    if span := _SPAN.fullmatch(period.text):
        year, first, last = span.groups()
        return f"{year}-{first}-01/P{int(last) - int(first) + 1}M"
    return period.text.replace("-H", "-S") if "-HK" not in period.text else period.text


def _day(text: str) -> date | None:
    """A correction need not say when."""
    return date.fromisoformat(text) if text else None


def one_line(text: str) -> str:
    """`text` with line breaks and runs of spaces made one space: a row stays a line."""
    return _SPACE.sub(" ", text).strip(" ")
