"""The search page and its index, from the newsroom and the series of the index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pelican.generators import Generator

from press.content import NewsArticle, SitePage
from press.environment import digest
from press.newsroom import Newsroom
from press.site_state import SiteState
from press.store import Store
from press.templates import LazyTemplate
from press.workers import as_they_come
from press.writer import PressWriter
from site_search import (
    DocumentTerms,
    SearchDocument,
    SearchSeries,
    analyse,
    build_index,
    plain_text,
)
from stat_index.model import Index, Series
from stat_index.values import observation_text

_FOLDER = "tim-kiem/"
_PART = "tim-kiem"

Content = NewsArticle | SitePage


class SearchGenerator(Generator):
    """Writes `tim-kiem/…`, unless the settings switch search off."""

    def generate_output(self, writer: PressWriter) -> None:
        if not self.context["SITE"].search:
            return
        template = LazyTemplate(self.env, "search.html")
        writer.write_file(f"{_FOLDER}index.html", template, self.context, shows=str)
        state: SiteState = self.context["press"]
        contents = found_contents(self.context["newsroom"])
        key = digest(self.context["index_digest"], *map(_said, contents))
        kept = state.part(_PART)
        if kept and kept["digest"] == key and state.untouched(kept["files"]):
            writer.take_over(kept["files"])
            return
        files = self._files(contents, state)
        for name, data in files.items():
            writer.write_bytes(f"{_FOLDER}{name}", data)
        state.keep_part(_PART, {"digest": key, "files": [_FOLDER + name for name in files]})

    def _files(self, contents: list[Content], state: SiteState) -> dict[str, bytes]:
        words = _Words(state.store, contents)
        words.look_up(state.workers)
        documents = (_document(content, words.text(content)) for content in contents)
        series = list(search_series(self.context.get("stat_index")))
        return build_index(documents, series, words)


class _Words(Mapping[str, DocumentTerms]):
    """The words of each document by its address, fetched one by one: all would fill the memory."""

    def __init__(self, store: Store, contents: list[Content]) -> None:
        self._store = store
        self._contents = {content.url: content for content in contents}

    def look_up(self, workers: int) -> None:
        """Analyses what changed since the words were kept."""
        marks = {path: json.loads(text)[0] for path, text in self._store.all("words")}
        new = [c for c in self._contents.values() if marks.get(c.source_path) != _mark(c)]
        for content, text in zip(new, as_they_come(_analysed, new, workers), strict=True):
            self._store.put("words", [(content.source_path, text)])

    def text(self, content: Content) -> str:
        """What an excerpt is cut from."""
        text: str = self._kept(content)[1]
        return text

    def _kept(self, content: Content) -> list[Any]:
        kept: list[Any] = json.loads(self._store.get("words", content.source_path) or "[]")
        return kept

    def __getitem__(self, address: str) -> DocumentTerms:
        return DocumentTerms.from_json(self._kept(self._contents[address])[2])

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)


def found_contents(room: Newsroom) -> list[Content]:
    """What readers may look for: every listed article and every page."""
    return [*room.articles, *(page for page in room.pages if page.status == "published")]


def _analysed(content: Content) -> str:
    text = plain_text(content.record.html)
    terms = analyse(_document(content, text)).to_json()
    return json.dumps([_mark(content), text, terms], ensure_ascii=False, separators=(",", ":"))


def _mark(content: Content) -> str:
    """Differs whenever a document's words may."""
    return digest(content.record.mark, _said(content))


def _said(content: Content) -> str:
    """All that the index has of a document."""
    fields = (*_fields(content).items(), content.url, content.title, content.summary)
    return repr((fields, content.record.mark))


def _fields(content: Content) -> dict[str, Any]:
    if isinstance(content, SitePage):
        return {}
    return {
        "date": content.date.date().isoformat(),
        "category": content.category.name,
        "tags": tuple(tag.name for tag in content.tags),
    }


def _document(content: Content, text: str) -> SearchDocument:
    return SearchDocument(
        address=content.url,
        title=content.title,
        text=text,
        summary=content.summary,
        **_fields(content),
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
