"""Pelican generator of the index: `/so-lieu/…`, `/dinh-chinh/` and the downloads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from stat_index.corrections import correction_of
from stat_index.downloads import FileSet, download_sets
from stat_index.front_band import front_band
from stat_index.index import ArticleRecord, build_index
from stat_index.ledger import FILE as LEDGER
from stat_index.ledger import Entry, changes_in, read_ledger
from stat_index.model import Index, Source
from stat_index.pages import Page, index_pages
from stat_index.registry import Registry
from stat_index.registry_file import load_registry


class IndexGenerator(Generator):
    """Gathers the observations of all articles and writes the yearbook."""

    index: Index

    def generate_context(self) -> None:
        """Builds the index; templates see it as `stat_index`, the front page as `band`."""
        self.index = build_index(map(article_record, self._indexed()), self._registry())
        self.context["stat_index"] = self.index
        self.context["band"] = front_band(self.index)

    def generate_output(self, writer: Any) -> None:
        """Writes pages and downloads."""
        site = self.context.get("SITE")
        for page in index_pages(self.index, site):
            self._write(writer, page)
        if site is not None and self.index.series:
            ledger = self._ledger()
            first_days = {entry.key: entry.ngay for entry in ledger}
            sets = download_sets(self.index, site, first_days, changes_in(ledger))
            note_downloads(writer, list(sets))

    def _ledger(self) -> Sequence[Entry]:
        """As this publication leaves it; in other builds, as the last one left it."""
        entries: Sequence[Entry] | None = self.context.get("ledger")
        if entries is not None:
            return entries
        return read_ledger(Path(self.settings["PATH"]) / "so-lieu" / LEDGER)

    def _write(self, writer: Any, page: Page) -> None:
        writer.write_file(
            f"{page.address}index.html",
            self.get_template(page.template),
            self.context,
            self.settings["RELATIVE_URLS"],
            override_output=True,
            url=page.address,
            shows=page.shows,
            **page.values,
        )

    def _registry(self) -> Registry:
        known = self.context.get("registry") or self.settings.get("SO_LIEU_REGISTRY")
        if isinstance(known, Registry):
            return known
        return load_registry(Path(self.settings["PATH"]) / "so-lieu")[0]

    def _indexed(self) -> list[Any]:
        """Published articles; hidden ones are in no list, but what they say stands."""
        room = self.context["newsroom"]
        return [*room.articles, *room.hidden]


def note_downloads(writer: Any, sets: Sequence[FileSet]) -> None:
    """Notes every file of `sets`; those of one set are made together, once.

    Only the sets at work are held: all files of a large index would fill the memory.
    """

    @lru_cache(maxsize=2)
    def files(number: int) -> dict[str, bytes]:
        return sets[number].files()

    def content(number: int, name: str) -> bytes:
        return files(number)[name]

    for number, one in enumerate(sets):
        shows = lru_cache(one.shows)
        for name in one.names:
            writer.write_later(one.folder + name, shows, partial(content, number, name))


def article_record(article: Any) -> ArticleRecord:
    """What the index needs of a Pelican article."""
    modified = getattr(article, "modified", None)
    source = Source(
        id=str(article.id),
        title=str(article.title),
        address=article.url,
        date=article.date.strftime("%Y-%m-%d"),
        modified=modified.strftime("%Y-%m-%d") if modified else "",
        path=str(article.source_path),
    )
    corrections = tuple(correction_of(entry) for entry in article.corrections)
    return ArticleRecord(source, tuple(article.observations), corrections)
