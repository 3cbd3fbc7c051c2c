"""What the pages of organisations show, and into which pages a long one is divided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from stat_index.book import Group, Index, Series, Table
from stat_index.keeping.kept_lines import Keeper
from stat_index.keeping.kept_rows import KeptRows
from stat_index.keeping.shown import Shown
from stat_index.model import SERIES_KIND_LABELS, Organisation, SeriesKind
from stat_index.pages.near import Near, near_of
from stat_index.pages.page import Page
from stat_index.pages.views import TableView, table_view, values_in
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
        make = partial(_organisation_values, rows, address, *values, **others)
        return Page(address, "so_lieu/organisation", make, shown, rows.keep)

    mains = {table.organisation.id: table for table in index.tables}
    near = near_of(index.organisations)
    others = _others_by_owner(index)
    for owner in index.organisations:
        address = organisation_address(owner)
        main, own, beside = mains.get(owner.id), others.get(owner.id, {}), near[owner.id]
        parts = parts_of(main) if main else []
        if main is None or not parts:
            yield page(address, partial(digests.organisation, owner), owner, beside, main, own)
            continue
        links = [(part.name, part.address, len(part.group.series)) for part in parts]
        told = [series for table in own.values() for series in series_in(table)]
        shown = partial(digests.some, owner, told, links)
        yield page(address, shown, owner, beside, None, own, group_links=links)
        for part in parts:
            table = Table(owner, main.years, (part.group,))
            shown = partial(digests.some, owner, part.group.series, main.years, part.name)
            yield page(part.address, shown, owner, beside, table, {}, group=part.name)


def _organisation_values(
    rows: KeptRows,
    address: str,
    owner: Organisation,
    near: Near,
    table: Table | None,
    others: Mapping[SeriesKind, Table],
    *,
    group: str = "",
    group_links: Sequence[tuple[str, str, int]] = (),
) -> Mapping[str, Any]:
    view = table_view(table, rows.body) if table else None
    return {
        "organisation": owner,
        "near": near,
        "here_address": address,
        "table": view,
        "group": group,
        "group_links": group_links,
        "groups": group_names([view]) if view and not group else [],
        "others": {
            SERIES_KIND_LABELS[kind]: table_view(other, rows.body) for kind, other in others.items()
        },
    }


def series_in(table: Table) -> Iterator[Series]:
    """All series of a table."""
    return (series for group in table.groups for series in group.series)


def _others_by_owner(index: Index) -> Mapping[str, dict[SeriesKind, Table]]:
    """Targets, changes and rates of each organisation, by its id."""
    found: dict[str, dict[SeriesKind, Table]] = defaultdict(dict)
    for kind, tables in index.other.items():
        for table in tables:
            found[table.organisation.id][kind] = table
    return found
