"""Which pages the index has, and what each of them shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from stat_index.book import Index, Series, Table
from stat_index.charts import series_chart
from stat_index.downloads import index_downloads, index_json_ld, script_json
from stat_index.evidence import AtHand, Evidence, joined_digest
from stat_index.keeping.kept_lines import Keeper
from stat_index.keeping.kept_rows import KeptRows
from stat_index.keeping.shown import Shown
from stat_index.model import SERIES_KIND_LABELS, Organisation
from stat_index.pages import organisation_page
from stat_index.pages.comparison import compared_years, comparison, last_compared
from stat_index.pages.corrections_page import corrections_page
from stat_index.pages.organisation_page import (
    group_names,
    organisation_address,
    organisation_pages,
    parts_of,
)
from stat_index.pages.page import Page
from stat_index.pages.plans import counterparts, plans_of
from stat_index.pages.series_page import series_page, shown_day
from stat_index.pages.views import table_view, values_in
from stat_index.pages.year_page import year_page

_RELATED = 12
_KINDS = tuple(SERIES_KIND_LABELS)


def index_pages(
    index: Index, site: Any, evidence: Evidence | None = None, keeper: Keeper | None = None
) -> Iterator[Page]:
    """All pages, the overview first; `site` is `press.site.SiteInfo`, or None without one.

    Rows of long pages are taken from `keeper` and put there as the pages are written.
    """
    shown = Shown(index, evidence or AtHand())
    rows = KeptRows(shown, "so-lieu/", keeper)
    yield Page(
        "so-lieu/",
        "so_lieu/index",
        lambda: _overview(index, site, shown.articles, rows),
        partial(shown.whole, site),
        rows.keep,
    )
    yield from organisation_pages(index, shown, keeper)
    for year in index.years:
        make = partial(year_page, index, year)
        yield Page(f"so-lieu/nam/{year}/", "so_lieu/year", make, partial(shown.year, year))
    years = compared_years(index)
    for year in years:
        compare = partial(_comparison_values, index, year, years)
        shows = partial(shown.compared, year, years)
        yield Page(f"so-lieu/so-sanh/{year}/", "so_lieu/comparison", compare, shows)
    yield from _series_pages(index, site, shown)
    told = partial(corrections_page, index)
    yield Page("dinh-chinh/", "so_lieu/corrections", told, lambda: joined_digest(told()))


def _comparison_values(index: Index, year: int, years: list[int]) -> Mapping[str, Any]:
    return {"comparison": comparison(index, year), "years": years}


def _series_pages(index: Index, site: Any, digests: Shown) -> Iterator[Page]:
    relatives = _by_indicator(index)
    places = row_addresses(index)
    pairs = counterparts(index.series)
    heads = {s.slug: joined_digest(s.address, s.name, s.key, s.organisation) for s in index.series}

    def make(series: Series, related: list[Series]) -> Mapping[str, Any]:
        year = last_compared(series, related)
        # One column alone shows nothing that its number does not say.
        chart = series_chart(series) if len(series.cells) > 1 else Markup()
        values = series_page(series, chart, related, site, year)
        other = pairs.get(series.slug)
        plans = plans_of(series, other) if other else None
        return {**values, "table_address": places[series.slug], "plans": plans}

    def shown(series: Series, related: list[Series]) -> str:
        others = "".join([heads[other.slug] for other in related])
        year = last_compared(series, related)
        other = pairs.get(series.slug)
        plans = digests.row(other, ()) if other else ""
        return joined_digest(site, digests.series(series), places[series.slug], others, year, plans)

    for series in index.series:
        related = _related(series, relatives[series.key.indicator])
        yield Page(
            series.address,
            "so_lieu/series",
            partial(make, series, related),
            partial(shown, series, related),
        )


def _by_indicator(index: Index) -> Mapping[str, list[Series]]:
    """Series of one indicator: its levels, kinds and organisations."""
    found: dict[str, list[Series]] = defaultdict(list)
    for series in index.series:
        found[series.key.indicator].append(series)
    return found


def _related(series: Series, relatives: Iterable[Series]) -> list[Series]:
    """Other lines of the same organisation, results first, and the same line of some others."""
    key = series.key
    own, others = [], []
    for other in relatives:
        if other.key.organisation == key.organisation:
            if other is not series:
                own.append(other)
        elif replace(other.key, organisation=key.organisation) == key:
            others.append(other)
    own.sort(key=lambda other: _KINDS.index(other.key.kind))
    return own + others[:_RELATED]


def _shown_tables(index: Index) -> tuple[Table, ...]:
    """The tables of the overview: none where they are too long for one page.

    Those of places and bodies that only rows of other tables name stand on their own pages.
    """
    own = tuple(table for table in index.tables if not table.organisation.named_by_row)
    return own if values_in(own) <= organisation_page.VALUES_A_PAGE else ()


def _overview(index: Index, site: Any, articles: int, rows: KeptRows) -> Mapping[str, Any]:
    views = [table_view(table, rows.body) for table in _shown_tables(index)]
    summaries = _summaries(index, {view.organisation.id for view in views})
    day = max((series.facts.day for series in index.series), default="")
    return {
        "structured": script_json(index_json_ld(index, site)) if site else "",
        "index": index,
        "tables": views,
        "summaries": [one for one in summaries if not one.organisation.named_by_row],
        "row_summaries": [one for one in summaries if one.organisation.named_by_row],
        "figures_count": sum(series.facts.figures for series in index.series),
        "articles_count": articles,
        "updated": shown_day(day) if day else "",
        "compared": compared_years(index),
        "organisations": [view.organisation for view in views],
        "groups": group_names(views),
        "downloads": index_downloads(index),
    }


def row_addresses(index: Index) -> dict[str, str]:
    """Page of the table in which each series has its row."""
    shown = {table.organisation.id for table in _shown_tables(index)}
    places = {series.slug: organisation_address(series.organisation) for series in index.series}
    for table in index.tables:
        if table.organisation.id in shown:
            own = {series.slug: "so-lieu/" for group in table.groups for series in group.series}
        else:
            parts = parts_of(table)
            own = {series.slug: part.address for part in parts for series in part.group.series}
        places |= own
    return places


@dataclass(frozen=True, slots=True)
class Summary:
    """An organisation in the overview."""

    organisation: Organisation
    address: str
    """Of its table: a place on this page, or a page from the root of the site."""
    series: int
    first: int
    last: int


def _summaries(index: Index, shown: Collection[str]) -> list[Summary]:
    """One an organisation; the tables of those whose ids are `shown` stand on this page."""
    own: dict[Organisation, list[Series]] = defaultdict(list)
    for series in index.series:
        own[series.organisation].append(series)
    found = []
    for owner, every in own.items():
        years = [year for series in every for year in series.facts.years]
        address = f"#don-vi-{owner.id}" if owner.id in shown else organisation_address(owner)
        found.append(Summary(owner, address, len(every), min(years), max(years)))
    return found
