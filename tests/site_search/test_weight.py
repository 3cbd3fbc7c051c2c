"""A query fetches little, also in an archive of 5,000 articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.search.bench import QUERIES, fetched, series
from benchmarks.search.corpus import documents
from tests.serving import serve
from tests.site_search.pages import write_site

_ARTICLES = 5000
_MOST = 150_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("weight")
    write_site(folder, documents(_ARTICLES), series(300))
    assert len(list((folder / "tim-kiem/bai").iterdir())) == _ARTICLES
    with serve(folder) as host:
        yield host


def test_a_query_fetches_at_most_150_kilobytes(browser: Browser, address: str) -> None:
    """Short beginnings and queries of ten words among them, counted without compression."""
    weights = {query: fetched(browser, address, query)[0] for query in QUERIES}
    assert min(weights.values()) > 0
    assert {query: weight for query, weight in weights.items() if weight > _MOST} == {}
