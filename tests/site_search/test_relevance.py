"""What readers look for is among the first five results, typed with marks or without.

The page and its script are asked in a browser; the archive is the sample's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import Browser

from desk.site import Document, load_site
from site_search import SearchDocument, plain_text
from tests.serving import serve
from tests.site_search.pages import write_site
from tests.site_search.reader import Reader
from vntext.fold import strip_marks

ROOT = Path(__file__).resolve().parents[2]
WANTED = tomllib.loads((Path(__file__).parent / "relevance.toml").read_text("utf-8"))


def _search_document(document: Document, markdown: Markdown) -> SearchDocument:
    values = document.front.values
    return SearchDocument(
        address=document.name.removeprefix("bai-viet/").removesuffix(".md"),
        title=document.title,
        text=plain_text(markdown.reset().convert(document.front.body)),
        date=document.date.date().isoformat() if document.date else "",
        category=str(values.get("category", "")),
        summary=str(values.get("summary", "")),
        tags=document.names("tags"),
    )


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Before the search page of the sample archive."""
    folder = tmp_path_factory.mktemp("relevance")
    markdown = Markdown(extensions=["tables", "footnotes"])
    site = load_site(ROOT / "content")
    shown = [d for d in site.documents if d.status in ("published", "hidden", "withdrawn")]
    write_site(folder, [_search_document(document, markdown) for document in shown])
    with serve(folder) as address, browser.new_page() as page:
        yield Reader(page, address)


@pytest.mark.parametrize("typed", [str, strip_marks], ids=["with marks", "without marks"])
def test_what_is_looked_for_is_among_the_first_five(reader: Reader, typed: type[str]) -> None:
    missing, wanted = [], 0
    for query, articles in WANTED["queries"].items():
        first = reader.asks(typed(query))[:5]
        missing += [(typed(query), article, first) for article in articles if article not in first]
        wanted += len(articles)
    reached = 1 - len(missing) / wanted
    assert reached >= WANTED["floor"], f"{reached:.3f}: {missing}"


def test_the_set_is_large_enough_to_mean_something() -> None:
    assert len(WANTED["queries"]) >= 60
