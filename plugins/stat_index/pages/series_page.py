"""What the page of one series shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from stat_index.book import Series
from stat_index.cell import MOST_FIRST, MOST_QUOTED, Cell
from stat_index.charts import embed_code
from stat_index.downloads import script_json, series_downloads, series_json_ld
from stat_index.model import SERIES_KIND_LABELS, Statement
from stat_index.pages.cell_view import CellView, cell_view
from stat_index.pages.citation import citation_of
from stat_index.pages.rule_names import rule_name
from stat_index.registry import continued, sentence_case
from stat_index.values import observation_text
from vntext.dates import parse_date
from vntext.values import quickly_made

#: A page of many figures quotes so many articles in all.
_ALL = 120
_STANDINGS = {
    "stands": "",
    "corrected": "Giá trị này đã được đính chính",
    "not_preferred": "Không dùng: ban biên tập chọn giá trị của bài khác",
}
_PERIOD_SOURCES = {
    "stated": "kỳ ghi rõ trong bài",
    "carried": "kỳ lấy từ đoạn trước, đề mục hoặc tên bài",
    "article_date": "kỳ suy từ ngày đăng bài",
    "none": "không rõ kỳ",
}


@quickly_made
@dataclass(frozen=True, slots=True)
class StatementView:
    """One observation with its sentence."""

    first: bool
    """Of its period."""
    id: str
    value: str
    against: str
    """`so với kế hoạch` of a rise or a share, empty where its words do not say."""
    as_written: str
    before: str
    number: str
    after: str
    """The sentence around the number."""
    address: str
    title: str
    date: str
    """ISO day."""
    date_shown: str
    standing: str
    """Vietnamese; empty for what stands."""
    corrections: tuple[tuple[str, str, str], ...]
    """Of each, the newest first: what stood before, why, and the day as readers see it."""
    reading: str
    """Which rule read it, how sure, where the period is from."""


@quickly_made
@dataclass(frozen=True, slots=True)
class PeriodView:
    """One period with all that was said of it."""

    label: str
    cell: CellView
    statements: tuple[StatementView, ...]
    more: int
    """How many more say something of it."""
    anchors: tuple[str, ...]
    """Their ids."""

    @property
    def rows(self) -> int:
        """Of the table."""
        return len(self.statements) + (1 if self.more else 0)


def series_page(
    series: Series,
    chart: Markup,
    related: Sequence[Series],
    site: Any,
    compared: int | None = None,
) -> dict[str, Any]:
    """The values of `so_lieu/series.html`; `compared` is the last year of a comparison."""
    most = _most_quoted(series)
    periods = tuple(_period_view(cell, most) for cell in reversed(series.cells))
    return {
        "series": series,
        "chart": chart,
        "kind_label": SERIES_KIND_LABELS[series.key.kind],
        "detail": series.name.removeprefix(series.indicator.label),
        "periods": periods,
        "first": series.cells[0].period.label,
        "last": series.cells[-1].period.label,
        "gaps": _gaps(series),
        "related": related,
        "downloads": series_downloads(series),
        "structured": script_json(series_json_ld(series, site)) if site else "",
        "citation": citation_of(series, site) if site else None,
        "updated": shown_day(series.facts.day),
        "compared": compared,
        "embed": embed_code(series, site.url) if site and site.url else "",
    }


def _most_quoted(series: Series) -> int:
    """How many articles are quoted for each period; one at least."""
    if not series.quotes_few:
        return MOST_QUOTED
    return max(1, min(MOST_FIRST, _ALL // len(series.cells)))


def _period_view(cell: Cell, most: int) -> PeriodView:
    """`cell` with at most so many quotations."""
    return PeriodView(
        cell.period.label,
        cell_view(cell),
        tuple(_statement_view(s, first=not n) for n, s in enumerate(cell.statements[:most])),
        max(cell.summary.count - most, 0),
        (*(s.observation.id for s in cell.statements[most:MOST_QUOTED]), *cell.summary.unquoted),
    )


def _statement_view(statement: Statement, *, first: bool) -> StatementView:
    observation = statement.observation
    sentence = observation.sentence
    correction = observation.correction
    return StatementView(
        first,
        observation.id,
        observation_text(observation, with_unit=True),
        f"so với {continued(sentence_case(observation.base))}" if observation.base else "",
        observation.as_written,
        sentence[: observation.mark_start],
        sentence[observation.mark_start : observation.mark_end],
        sentence[observation.mark_end :],
        statement.address,
        statement.source.title,
        statement.source.date,
        shown_day(statement.source.date),
        _STANDINGS[statement.standing],
        tuple(
            (one.old, one.reason, shown_day(one.date) if one.date else "")
            for one in (correction.every if correction else ())
            if one.old
        ),
        _reading(statement),
    )


def _reading(statement: Statement) -> str:
    observation = statement.observation
    source = _PERIOD_SOURCES[observation.period_source]
    if observation.marked:
        return f"ban biên tập xác nhận; {source}"
    return f"cách đọc: {rule_name(observation.rule)}; {source}"


@lru_cache(4096)
def shown_day(iso: str) -> str:
    """`2023-11-13` as 13/11/2023."""
    day = parse_date(iso)
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _gaps(series: Series) -> tuple[int, ...]:
    """Years between the first and the last without a value."""
    years = series.facts.years
    if series.key.frequency[0] in "DT":
        return ()
    return tuple(year for year in range(min(years), max(years)) if year not in years)
