"""Which pages the index has, and what each of them shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from stat_index.charts import series_chart
from stat_index.comparison import compared_years, comparison
from stat_index.corrections_page import corrections_page
from stat_index.downloads import index_downloads, index_json_ld, script_json
from stat_index.evidence import AtHand, Evidence, joined_digest
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
    """One page to write; what it shows is put together only when it is rendered."""

    address: str
    """From the root of the site, with a slash at its end."""
    template: str
    """Without its suffix."""
    make: Callable[[], Mapping[str, Any]]
    """The attributes of `view`, all that the template sees beside the site's own context."""
    shows: Callable[[], str]
    """Text that differs whenever the page would."""

    @property
    def values(self) -> dict[str, Any]:
        """What the template gets."""
        return {"view": View(self.make)}


class View:
    """The values of a page, made when the first of them is asked for."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        self.__dict__.update(self._make())
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(name) from None


def index_pages(index: Index, site: Any, evidence: Evidence | None = None) -> Iterator[Page]:
    """All pages, the overview first; `site` is `press.site.SiteInfo`, or None without one."""
    shown = Shown(index, evidence or AtHand())
    whole = partial(shown.whole, site)
    yield Page("so-lieu/", "so_lieu/index", lambda: _overview(index, site, shown.articles), whole)
    yield from _organisations(index, shown)
    for year in index.years:
        make = partial(year_page, index, year)
        yield Page(f"so-lieu/nam/{year}/", "so_lieu/year", make, partial(shown.year, year))
    years = compared_years(index)
    for year in years:
        compare = partial(_comparison_values, index, year, years)
        shows = partial(shown.year, year, years)
        yield Page(f"so-lieu/so-sanh/{year}/", "so_lieu/comparison", compare, shows)
    yield from _series_pages(index, site, shown)
    told = partial(corrections_page, index)
    yield Page("dinh-chinh/", "so_lieu/corrections", told, lambda: joined_digest(told()))


class Shown:
    """Digests of what pages show, each made when it is asked for."""

    def __init__(self, index: Index, evidence: Evidence) -> None:
        self._index = index
        self._marks = {series.slug: evidence.marks(series) for series in index.series}
        self._heads = {series.slug: _head(series) for series in index.series}
        self.articles = evidence.stating(index)
        self._everyone = joined_digest(index.organisations)

    def series(self, series: Series) -> str:
        """A series with all its cells."""
        return joined_digest(self._heads[series.slug], *self._marks[series.slug].shown.items())

    def organisation(self, owner: Organisation) -> str:
        """All series of one organisation, and which others there are."""
        own = [self.series(series) for series in self._index.series if series.organisation == owner]
        return joined_digest(self._everyone, *own)

    def year(self, year: int, *around: object) -> str:
        """All cells of one year."""
        own = [
            (self._heads[series.slug], self._marks[series.slug].shown.get(year))
            for series in self._index.series
            if year in self._marks[series.slug].shown
        ]
        return joined_digest(self._everyone, self._index.years, own, *around)

    def whole(self, site: Any) -> str:
        """Everything."""
        every = [
            (self.series(series), series.facts.figures, series.facts.day)
            for series in self._index.series
        ]
        return joined_digest(site, self.articles, *every)


def _head(series: Series) -> str:
    return joined_digest(series.key, series.organisation, series.indicator)


def _comparison_values(index: Index, year: int, years: list[int]) -> Mapping[str, Any]:
    return {"comparison": comparison(index, year), "years": years}


def _series_pages(index: Index, site: Any, digests: Shown) -> Iterator[Page]:
    relatives = _by_indicator(index)
    places = row_addresses(index)

    def make(series: Series, related: list[Series]) -> Mapping[str, Any]:
        values = series_page(series, series_chart(series), related, site)
        return {**values, "table_address": places[series.slug]}

    def shown(series: Series, related: list[Series]) -> str:
        names = [(other.address, other.name, other.organisation) for other in related]
        return joined_digest(site, digests.series(series), places[series.slug], names)

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


def _overview(index: Index, site: Any, articles: int) -> Mapping[str, Any]:
    divided = cells_in(index.tables) > CELLS_A_PAGE
    views = [] if divided else [table_view(table) for table in index.tables]
    return {
        "structured": script_json(index_json_ld(index, site)) if site else "",
        "index": index,
        "tables": views,
        "summaries": _summaries(index),
        "figures_count": sum(series.facts.figures for series in index.series),
        "articles_count": articles,
        "compared": compared_years(index),
        "organisations": [view.organisation for view in views],
        "groups": _group_names(views),
        "downloads": index_downloads(index),
    }


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
        years = [year for series in every for year in series.facts.years]
        address = organisation_address(owner)
        found.append(Summary(owner, address, len(every), min(years), max(years)))
    return found


def organisation_address(owner: Organisation) -> str:
    """Of its page."""
    return f"so-lieu/don-vi/{owner.id}/"


def _organisations(index: Index, digests: Shown) -> Iterator[Page]:
    """The page of each organisation, and of each of its groups where it is too long."""
    mains = {table.organisation.id: table for table in index.tables}
    for owner in index.organisations:
        shown = partial(digests.organisation, owner)
        address = organisation_address(owner)
        main = mains.get(owner.id)
        divided = main is not None and cells_in([main]) > CELLS_A_PAGE
        make = partial(_organisation_values, index, owner, None if divided else main, address)
        if not divided or main is None:
            yield Page(address, "so_lieu/organisation", make, shown)
            continue
        links = _group_links([main], address)
        yield Page(
            address, "so_lieu/organisation", partial(make, group_links=links, others=True), shown
        )
        for group, (name, page, _) in zip(main.groups, links, strict=True):
            part = Table(owner, main.years, (group,))
            make = partial(_organisation_values, index, owner, part, page, group=name, others=False)
            yield Page(page, "so_lieu/organisation", make, shown)


def _organisation_values(
    index: Index,
    owner: Organisation,
    table: Table | None,
    address: str,
    *,
    group: str = "",
    group_links: Sequence[tuple[str, str, int]] = (),
    others: bool = True,
) -> Mapping[str, Any]:
    view = table_view(table) if table else None
    return {
        "organisation": owner,
        "members": [other for other in index.organisations if other.cluster == owner.id],
        "cluster": next((o for o in index.organisations if o.id == owner.cluster), None),
        "here_address": address,
        "table": view,
        "group": group,
        "group_links": group_links,
        "groups": _group_names([view]) if view and not group else [],
        "others": _other_views(index, owner) if others else {},
    }


def _other_views(index: Index, owner: Organisation) -> dict[str, TableView]:
    """Targets, changes and rates of one organisation, by what they are called."""
    return {
        SERIES_KIND_LABELS[kind]: table_view(table)
        for kind, tables in index.other.items()
        for table in tables
        if table.organisation == owner
    }


def _group_links(own: list[Table], address: str) -> list[tuple[str, str, int]]:
    """Name, address and number of rows of each group."""
    return [
        (group.name, f"{address}{slug(group.name)}/", len(group.series))
        for table in own
        for group in table.groups
    ]
