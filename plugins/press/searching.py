"""The search page and its index, from the newsroom and the series of the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pelican.generators import Generator
from site_search import SearchDocument, SearchSeries, build_index, plain_text
from stat_index.model import Index, Series
from stat_index.views import observation_text

from press.content import NewsArticle, SitePage
from press.newsroom import Newsroom
from press.writer import PressWriter

_FOLDER = "tim-kiem/"


class SearchGenerator(Generator):
    """Writes `tim-kiem/…`, unless the settings switch search off."""

    def generate_output(self, writer: PressWriter) -> None:
        if not self.context["SITE"].search:
            return
        template = self.get_template("search")
        writer.write_file(f"{_FOLDER}index.html", template, self.context)
        documents = list(search_documents(self.context["newsroom"]))
        series = list(search_series(self.context.get("stat_index")))
        for name, data in build_index(documents, series).items():
            writer.write_bytes(f"{_FOLDER}{name}", data)


def search_documents(room: Newsroom) -> Iterator[SearchDocument]:
    """Every listed article and every page, as readers look for them."""
    for article in room.articles:
        yield _document(
            article,
            date=article.date.date().isoformat(),
            category=article.category.name,
            tags=tuple(tag.name for tag in article.tags),
        )
    for page in room.pages:
        if page.status == "published":
            yield _document(page)


def _document(content: NewsArticle | SitePage, **more: Any) -> SearchDocument:
    return SearchDocument(
        address=content.url,
        title=content.title,
        text=plain_text(content.record.html),
        summary=content.summary,
        **more,
    )


def search_series(index: Index | None) -> Iterator[SearchSeries]:
    """Every series with the words of its indicator, its newest value for a note."""
    for series in index.series if index else ():
        yield SearchSeries(
            address=series.address,
            label=series.name,
            note=_note(series),
            aliases=(*series.indicator.aliases, series.organisation.name),
        )


def _note(series: Series) -> str:
    newest = series.cells[-1]
    value = observation_text(newest.value) if newest.value else ""
    parts = [series.organisation.short, newest.period.label, value]
    return " · ".join(part for part in parts if part)
