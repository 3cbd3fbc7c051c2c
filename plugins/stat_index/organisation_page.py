"""What the pages of organisations show, and into which pages a long one is divided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from stat_index.book import Group, Index, Series, Table
from stat_index.kept_lines import Keeper
from stat_index.kept_rows import KeptRows
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


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one subject on a page of their own."""

    name: str
    """The group, with a number where it fills several pages."""
    address: str
    group: Group


def parts_of(main: Table) -> list[Part]:
    """The pages into which a table is divided; none while it fits on the organisation's page."""
    if values_in([main]) <= VALUES_A_PAGE:
        return []
    own = organisation_address(main.organisation)
    return [
        Part(
            f"{group.name}, phần {number}" if number > 1 else group.name,
            f"{own}{slug(group.name)}/{f'{number}/' if number > 1 else ''}",
            Group(group.name, rows),
        )
        for group in main.groups
        for number, rows in enumerate(_pages_of(group.series), start=1)
    ]


def _pages_of(every: Sequence[Series]) -> list[tuple[Series, ...]]:
    """Series one after another, on each page as many as it holds."""
    pages: list[list[Series]] = [[]]
    room = VALUES_A_PAGE
    for series in every:
        room -= series.facts.values
        if room < 0 and pages[-1]:
            pages.append([])
            room = VALUES_A_PAGE - series.facts.values
        pages[-1].append(series)
    return [tuple(page) for page in pages]


def organisation_pages(
    index: Index, digests: Shown, keeper: Keeper | None = None
) -> Iterator[Page]:
    """The page of each organisation, and of each part of its table where that is too long."""

    def page(address: str, shown: Callable[[], str], *values: Any, **others: Any) -> Page:
        rows = KeptRows(digests, address, keeper)
        make = partial(_organisation_values, index, rows, address, *values, **others)
        return Page(address, "so_lieu/organisation", make, shown, rows.keep)

    mains = {table.organisation.id: table for table in index.tables}
    for owner in index.organisations:
        address = organisation_address(owner)
        main = mains.get(owner.id)
        parts = parts_of(main) if main else []
        if main is None or not parts:
            yield page(address, partial(digests.organisation, owner), owner, main)
            continue
        links = [(part.name, part.address, len(part.group.series)) for part in parts]
        shown = partial(digests.some, [*_others_of(index, owner)], owner, links)
        yield page(address, shown, owner, None, group_links=links)
        for part in parts:
            table = Table(owner, main.years, (part.group,))
            shown = partial(digests.some, part.group.series, owner, main.years, part.name)
            yield page(part.address, shown, owner, table, group=part.name, others=False)


def _organisation_values(
    index: Index,
    rows: KeptRows,
    address: str,
    owner: Organisation,
    table: Table | None,
    *,
    group: str = "",
    group_links: Sequence[tuple[str, str, int]] = (),
    others: bool = True,
) -> Mapping[str, Any]:
    view = table_view(table, rows.body) if table else None
    return {
        "organisation": owner,
        "members": [other for other in index.organisations if other.cluster == owner.id],
        "cluster": next((o for o in index.organisations if o.id == owner.cluster), None),
        "here_address": address,
        "table": view,
        "group": group,
        "group_links": group_links,
        "groups": group_names([view]) if view and not group else [],
        "others": _other_views(index, owner, rows) if others else {},
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


def _other_views(index: Index, owner: Organisation, rows: KeptRows) -> dict[str, TableView]:
    """Targets, changes and rates of one organisation, by what they are called."""
    return {
        SERIES_KIND_LABELS[kind]: table_view(table, rows.body)
        for kind, tables in index.other.items()
        for table in tables
        if table.organisation == owner
    }
