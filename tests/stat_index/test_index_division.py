"""An index that is too long for one page is divided, and no row gets lost over it."""

from __future__ import annotations

import pytest

from stat_index.book import Index
from stat_index.pages import organisation_page
from stat_index.pages.all_pages import index_pages, row_addresses
from stat_index.pages.page import Page
from stat_index.registry import Registry
from tests.stat_index.making import index_of, record

SAID = "Năm {y} mở {n} lớp, có {m} học viên, tổ chức {k} tọa đàm, trồng 35 cây xanh."


@pytest.fixture
def index(registry: Registry) -> Index:
    """Two organisations, three years, targets too."""
    records = [
        record(
            SAID.format(y=year, n=year - 2000, m=year, k=year - 2010),
            registry, id=f"{owner}-{year}", day=f"{year}-12-20", organisation=owner,
        )
        for owner in ("truong-a", "truong-mau")
        for year in (2021, 2022, 2023)
    ]  # fmt: skip
    target = record("Năm 2024, nhà trường phấn đấu mở 50 lớp.", registry, id="muc-tieu")
    return index_of(registry, *records, target)


def rows(index: Index) -> dict[str, list[str]]:
    """Addresses of the pages in which each series has a row."""
    found: dict[str, list[str]] = {}
    for page in index_pages(index, None):
        view = page.values["view"]
        if page.template == "so_lieu/index":
            tables = view.tables
        elif page.template == "so_lieu/organisation":
            tables = [*([view.table] if view.table else []), *view.others.values()]
        else:
            continue
        for table in tables:
            for group in table.groups:
                for row in group.rows:
                    found.setdefault(row.slug, []).append(page.address)
    return found


@pytest.mark.parametrize("limit", [1, 10, 8_000])
def test_every_row_is_where_its_series_says(
    index: Index, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """Whole, divided by organisation, divided by group."""
    monkeypatch.setattr(organisation_page, "VALUES_A_PAGE", limit)
    found = rows(index)
    places = row_addresses(index)
    assert set(found) == {series.slug for series in index.series}
    for slug, addresses in found.items():
        assert places[slug] in addresses
        # A row stands in the overview and with its organisation, and nowhere twice.
        assert len(addresses) == len(set(addresses)) <= 2


def test_addresses_of_pages_are_unique_however_it_is_divided(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of groups included."""
    monkeypatch.setattr(organisation_page, "VALUES_A_PAGE", 1)
    addresses = [page.address for page in index_pages(index, None)]
    assert len(set(addresses)) == len(addresses)
    assert any(address.startswith("so-lieu/don-vi/truong-a/dao-tao/") for address in addresses)


@pytest.mark.parametrize("limit", [1, 4, 7])
def test_no_page_holds_more_than_it_may_even_of_one_long_group(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """A line alone may be longer; lines follow each other as in the undivided table."""
    monkeypatch.setattr(organisation_page, "VALUES_A_PAGE", limit)
    said = "Năm 2023 trồng 35 cây xanh, mua 20 máy tính, sửa 4 phòng học, tặng 60 suất quà."
    index = index_of(
        registry,
        record(said, registry, id="a"),
        record(said.replace("2023", "2022"), registry, id="b", day="2022-12-20"),
    )
    (table,) = index.tables
    parts = organisation_page.parts_of(table)
    assert [s for part in parts for s in part.group.series] == [
        series for group in table.groups for series in group.series
    ]
    assert len(parts) > len(table.groups)
    for part in parts:
        values = sum(series.facts.values for series in part.group.series)
        assert values <= limit or len(part.group.series) == 1
    assert len({part.name for part in parts}) == len(parts)


def test_a_page_is_made_only_when_somebody_looks(index: Index) -> None:
    """What is remembered costs a digest, not a page."""
    made = []
    page = Page("x/", "x", lambda: made.append(1) or {"a": 1}, lambda: "")  # type: ignore[func-returns-value]
    view = page.values["view"]
    assert made == []
    assert (view.a, view.a, made) == (1, 1, [1])
