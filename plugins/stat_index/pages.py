"""Which pages the index has, and what each of them shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from stat_index.charts import series_chart
from stat_index.comparison import compared_years, comparison
from stat_index.corrections_page import corrections_page
from stat_index.downloads import download_links, index_json_ld, script_json
from stat_index.model import SERIES_KIND_LABELS, Index, Organisation, Series, Table
from stat_index.series_page import series_page
from stat_index.views import TableView, cells_in, table_view
from stat_index.year_page import year_page
from vntext.fold import slug

#: About 300 kB of HTML once compressed; a page with more cells is divided.
CELLS_A_PAGE = 8_000

_RELATED = 12


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write."""

    address: str
    """From the root of the site, with a slash at its end."""
    template: str
    """Without its suffix."""
    values: Mapping[str, Any]
    """What the template sees beside the site's own context."""


def index_pages(index: Index, site: Any) -> Iterator[Page]:
    """All pages, the overview first; `site` is `press.site.SiteInfo`, or None without one."""
    views = {t.organisation.id: table_view(t) for t in index.tables}
    yield _overview(index, views, site)
    for organisation in index.organisations:
        yield from _organisation_pages(index, organisation, views.get(organisation.id))
    for year in index.years:
        yield Page(f"so-lieu/nam/{year}/", "so_lieu/year", year_page(index, year))
    years = compared_years(index)
    for year in years:
        values = {"comparison": comparison(index, year), "years": years}
        yield Page(f"so-lieu/so-sanh/{year}/", "so_lieu/comparison", values)
    relatives = _by_indicator(index)
    places = row_addresses(index)
    for series in index.series:
        related = _related(series, relatives[series.key.indicator])
        values = series_page(series, series_chart(series), related, site)
        values["table_address"] = places[series.slug]
        yield Page(series.address, "so_lieu/series", values)
    yield Page("dinh-chinh/", "so_lieu/corrections", corrections_page(index))


def _by_indicator(index: Index) -> Mapping[str, list[Series]]:
    """Series of one indicator: its levels, kinds and organisations."""
    found: dict[str, list[Series]] = defaultdict(list)
    for series in index.series:
        found[series.key.indicator].append(series)
    return found


def _related(series: Series, relatives: Iterable[Series]) -> list[Series]:
    """Other lines of the same organisation, and the same line of some others."""
    key = series.key
    own, others = [], []
    for other in relatives:
        if other.key.organisation == key.organisation:
            if other is not series:
                own.append(other)
        elif replace(other.key, organisation=key.organisation) == key:
            others.append(other)
    return own + others[:_RELATED]


def _overview(index: Index, views: Mapping[str, TableView], site: Any) -> Page:
    divided = cells_in(index.tables) > CELLS_A_PAGE
    return Page(
        "so-lieu/",
        "so_lieu/index",
        {
            "structured": script_json(index_json_ld(index, site)) if site else "",
            "index": index,
            "tables": [] if divided else list(views.values()),
            "summaries": _summaries(index),
            "figures_count": sum(len(series.statements) for series in index.series),
            "articles_count": len(
                {s.source.id for series in index.series for s in series.statements}
            ),
            "compared": compared_years(index),
            "demonstration": any(owner.demonstration for owner in index.organisations),
            "organisations": [view.organisation for view in views.values()],
            "groups": _group_names(views.values()),
            "download_links": download_links(),
        },
    )


def row_addresses(index: Index) -> dict[str, str]:
    """Page of the table in which each series has its row."""
    divided = cells_in(index.tables) > CELLS_A_PAGE
    places = {series.slug: organisation_address(series.organisation) for series in index.series}
    for table in index.tables:
        own = organisation_address(table.organisation)
        too_long = cells_in([table]) > CELLS_A_PAGE
        for group in table.groups:
            for series in group.series:
                if not divided:
                    places[series.slug] = "so-lieu/"
                elif too_long:
                    places[series.slug] = f"{own}{slug(group.name)}/"
    return places


def _group_names(views: Iterable[TableView]) -> list[tuple[str, str]]:
    """Slug and name of every group, in order."""
    return list(dict.fromkeys((g.slug, g.name) for view in views for g in view.groups))


@dataclass(frozen=True, slots=True)
class Summary:
    """An organisation in the overview."""

    organisation: Organisation
    address: str
    series: int
    first: int
    last: int


def _summaries(index: Index) -> list[Summary]:
    own: dict[Organisation, list[Series]] = defaultdict(list)
    for series in index.series:
        own[series.organisation].append(series)
    found = []
    for owner, every in own.items():
        years = [cell.period.year for series in every for cell in series.cells]
        address = organisation_address(owner)
        found.append(Summary(owner, address, len(every), min(years), max(years)))
    return found


def organisation_address(owner: Organisation) -> str:
    """Of its page."""
    return f"so-lieu/don-vi/{owner.id}/"


def _organisation_pages(
    index: Index, owner: Organisation, view: TableView | None
) -> Iterator[Page]:
    """The organisation's page; its groups have pages of their own when it is too long."""
    address = organisation_address(owner)
    own = [table for table in index.tables if table.organisation == owner]
    others = {
        SERIES_KIND_LABELS[kind]: table_view(table)
        for kind, tables in index.other.items()
        for table in tables
        if table.organisation == owner
    }
    members = [other for other in index.organisations if other.cluster == owner.id]
    cluster = next((other for other in index.organisations if other.id == owner.cluster), None)
    divided = cells_in(own) > CELLS_A_PAGE
    shared = {"organisation": owner, "members": members, "cluster": cluster, "index": index}
    yield Page(
        address,
        "so_lieu/organisation",
        {
            **shared,
            "here_address": address,
            "table": None if divided else view,
            "group": "",
            "group_links": _group_links(own, address) if divided else [],
            "others": others,
            "groups": _group_names([view]) if view and not divided else [],
        },
    )
    if divided and view is not None:
        for group in view.groups:
            part = TableView(owner, view.years, (group,), len(group.rows))
            yield Page(
                f"{address}{group.slug}/",
                "so_lieu/organisation",
                {
                    **shared,
                    "here_address": f"{address}{group.slug}/",
                    "table": part,
                    "group": group.name,
                    "group_links": [],
                    "others": {},
                    "groups": [],
                },
            )


def _group_links(own: list[Table], address: str) -> list[tuple[str, str, int]]:
    """Name, address and number of rows of each group."""
    return [
        (group.name, f"{address}{slug(group.name)}/", len(group.series))
        for table in own
        for group in table.groups
    ]
