"""What the pages of organisations show, and into which pages a long one is divided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from stat_index.book import Index, Series, Table
from stat_index.model import SERIES_KIND_LABELS, Organisation
from stat_index.page import Page
from stat_index.shown import Shown
from stat_index.views import TableView, table_view, values_in
from vntext.fold import slug

#: About 300 kB of HTML once compressed; a page with more values is divided.
VALUES_A_PAGE = 8_000


def group_names(views: Iterable[TableView]) -> list[tuple[str, str]]:
    """Slug and name of every group, in order."""
    return list(dict.fromkeys((g.slug, g.name) for view in views for g in view.groups))


def organisation_address(owner: Organisation) -> str:
    """Of its page."""
    return f"so-lieu/don-vi/{owner.id}/"


def organisation_pages(index: Index, digests: Shown) -> Iterator[Page]:
    """The page of each organisation, and of each of its groups where it is too long."""
    mains = {table.organisation.id: table for table in index.tables}
    for owner in index.organisations:
        shown = partial(digests.organisation, owner)
        address = organisation_address(owner)
        main = mains.get(owner.id)
        divided = main is not None and values_in([main]) > VALUES_A_PAGE
        make = partial(_organisation_values, index, owner, None if divided else main, address)
        if not divided or main is None:
            yield Page(address, "so_lieu/organisation", make, shown)
            continue
        links = _group_links([main], address)
        others = [*_others_of(index, owner)]
        rest = partial(digests.some, others, owner, links)
        yield Page(
            address, "so_lieu/organisation", partial(make, group_links=links, others=True), rest
        )
        for group, (name, page, _) in zip(main.groups, links, strict=True):
            part = Table(owner, main.years, (group,))
            make = partial(_organisation_values, index, owner, part, page, group=name, others=False)
            own = partial(digests.some, group.series, owner, main.years)
            yield Page(page, "so_lieu/organisation", make, own)


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
        "groups": group_names([view]) if view and not group else [],
        "others": _other_views(index, owner) if others else {},
    }


def _others_of(index: Index, owner: Organisation) -> Iterator[Series]:
    """Its targets, changes and rates."""
    return (
        series
        for tables in index.other.values()
        for table in tables
        if table.organisation == owner
        for group in table.groups
        for series in group.series
    )


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
