"""The index as a part of the build: what changed of it is made anew, the rest is taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from press.archive.content import NewsArticle
from press.archive.roll import Roll
from press.cache.published import Published
from press.cache.store import Store
from press.environment import digest, folder_digest
from press.pages.templates import LazyTemplate
from press.pages.writer import PressWriter, mark_of
from press.site_state import SiteState, part_row

if TYPE_CHECKING:
    from stat_index.book import Index
    from stat_index.downloads import Catalogue, Event, FileSet
    from stat_index.downloads.empty_xlsx import PlainBook
    from stat_index.keeping.archive import Archive
    from stat_index.ledgers.ledger_file import Entry
    from stat_index.model import Observation, Source
    from stat_index.pages.front_band import Band

_PART = "so-lieu"
_BOOK = "so-lieu.xlsx"
#: The feeds of figures tell of so many events.
_EVENTS = 50


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What the rest of the site shows of the index."""

    years: Sequence[int]
    """Those that have a page."""
    series: Sequence[str]
    """The addresses of all."""
    band: Band | None
    """Key figures for the front page."""


class YearbookGenerator(Generator):
    """Writes `so-lieu/…` and `dinh-chinh/`, or takes all of it over.

    The charts, tables and workbooks of the index are not even imported then.
    """

    def generate_context(self) -> None:
        """Looks whether anything of the index changed.

        What the rest of the site shows of the index waits until it is asked for (`facts`).
        """
        self.state: SiteState = self.context["press"]
        self.roll: Roll = self.context["roll"]
        self.digest = self._digest()
        self.before = kept = self.state.part(_PART)
        same = kept and kept["digest"] == self.digest and self.state.untouched(kept["files"])
        self._kept = kept if same else None
        self.context["stat_index"] = _LazyIndex(self)
        self.context["index_digest"] = self.digest
        self.context["index_facts"] = lambda: self.facts

    @property
    def is_kept(self) -> bool:
        """Whether nothing of the index changed."""
        return self._kept is not None

    @cached_property
    def facts(self) -> IndexFacts:
        """What the rest of the site shows of it."""
        if self._kept is not None:
            return IndexFacts(self._kept["years"], self._kept["series"], _band(self._kept["band"]))
        addresses = [series.address for series in self.index.series]
        return IndexFacts(list(self.index.years), addresses, self._new_band())

    @property
    def doubts(self) -> str | None:
        """What is doubtful of it; None if that is what it was."""
        return self._archive.doubts if self._kept is None else None

    def _digest(self) -> str:
        """Of all that the index shows."""
        stating = (one.mark for one in self.roll.entries if one.figures or one.corrected)
        folder = self.state.content / "so-lieu"
        return digest(self.state.environment, folder_digest(folder), *stating)

    @cached_property
    def _archive(self) -> Archive:
        from stat_index.keeping.archive import Archive, Stated

        articles = [
            Stated(
                one.path,
                one.mark,
                (one.date.date().isoformat(), one.id),
                partial(self._source, one.path),
                partial(self._figures, one.path),
            )
            for one in self.roll.entries
            if one.figures
        ]
        store = self.state.store
        return Archive(articles, _PartKeeper(store), self.state.environment)

    @cached_property
    def index(self) -> Index:
        """The index, put together when something asks for it."""
        from stat_index.corrections import correction_of
        from stat_index.index import arranged, text_corrections

        texts = text_corrections(
            (source_of(article), tuple(map(correction_of, article.corrections)))
            for article in (
                self.roll.article(one.path) for one in self.roll.entries if one.corrected
            )
        )
        return arranged(self._archive.series, self.context["registry"], texts)

    def _source(self, path: str) -> Source:
        return source_of(self.roll.article(path))

    def _figures(self, path: str) -> Sequence[Observation]:
        return self.roll.article(path).observations

    def _new_band(self) -> Band | None:
        from stat_index.pages.front_band import front_band

        return front_band(self.index)

    def generate_output(self, writer: PressWriter) -> None:
        """Notes the index's files."""
        if self._kept is not None:
            writer.take_over(self._kept["files"])
            return
        before = len(writer.jobs)
        self._pages(writer)
        if self.index.series:
            self._downloads(writer)
        self._files = [job.name for job in writer.jobs[before:]]

    def published(self) -> list[tuple[str, str]]:
        """What is to be kept of it among the parts of the store, once its files are published.

        A build that ends before has written nothing that a later one could take over. What is
        doubtful is not among it (`doubts`).
        """
        if self._kept is not None:
            return []
        kept = {
            "digest": self.digest,
            "files": self._files,
            "series": self.facts.series,
            "years": self.facts.years,
            "band": _plain_band(self.facts.band),
        }
        return [part_row(_PART, kept)]

    def keep(self) -> None:
        """Leaves what the next build wants to know of the index."""
        if self._kept is None:
            self._archive.keep()

    def _pages(self, writer: PressWriter) -> None:
        from stat_index.pages.all_pages import index_pages

        last = _LastBuild(self.state)
        for page in index_pages(self.index, self.context["SITE"], self._archive, last):
            template = LazyTemplate(self.env, f"{page.template}.html", page.written)
            name = f"{page.address}index.html"
            writer.write_file(name, template, self.context, shows=page.shows, **page.values)

    def _downloads(self, writer: PressWriter) -> None:
        from stat_index.downloads import download_sets, feed_set

        site, stage = self.context["SITE"], self.state.stage.folder
        last = _LastBuild(self.state)
        for one in download_sets(self.index, site, self._archive, self._book(), last):
            _note(writer, one, stage)
        _note(writer, feed_set(self._events(), site), stage)

    def _book(self) -> PlainBook:
        """The workbook without rows, as it was kept."""
        from stat_index.downloads.empty_xlsx import plain_book

        book: PlainBook | None = self.state.part(_BOOK)
        if book is None:
            book = plain_book()
            self.state.keep_part(_BOOK, book)
        return book

    def _events(self) -> Sequence[Event]:
        """What happened to figures of late."""
        from stat_index.downloads import newest_events
        from stat_index.ledgers.ledger_file import changes_in

        ledger = self._ledger()
        first_days = {entry.key: entry.ngay for entry in ledger}
        articles = [(*a.place, a.source, a.read) for a in self._archive.articles]
        return newest_events(articles, self.index, first_days, changes_in(ledger), _EVENTS)

    def _ledger(self) -> Sequence[Entry]:
        """As this publication leaves it; in other builds, as the last one left it."""
        from stat_index.ledgers.ledger_file import FILE, read_ledger

        entries: Sequence[Entry] | None = self.context.get("ledger")
        return read_ledger(self.state.content / "so-lieu" / FILE) if entries is None else entries


class _LazyIndex:
    """Stands for the index in templates, and builds it only for one that looks into it."""

    def __init__(self, generator: YearbookGenerator) -> None:
        self._generator = generator

    def __getattr__(self, name: str) -> Any:
        return getattr(self._generator.index, name)


class _PartKeeper:
    """Texts of the index among the parts of the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str) -> str | None:
        return self._store.get("part", name)

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        self._store.put("part", rows)

    def remove(self, names: Iterable[str]) -> None:
        self._store.remove("part", names)


class _LastBuild(_PartKeeper):
    """What the last build left of the index: texts in the store, and the published files."""

    def __init__(self, state: SiteState) -> None:
        super().__init__(state.store)
        self._state = state

    def file(self, name: str, shows: str) -> bytes | None:
        """The published file of that name, if it shows what `shows` tells; else None."""
        known = self._state.known.get(name)
        same = known and known.holds(mark_of("", shows), self._state.environment)
        if not same or not self._state.stage.standing.intact(name):
            return None
        return (self._state.stage.target / name).read_bytes()


def _note(writer: PressWriter, one: FileSet | Catalogue, stage: Path) -> None:
    """Notes the files of a set; those that hold the same rows are made together, once."""
    from stat_index.downloads import Catalogue
    from stat_index.downloads.package import FileMark

    if isinstance(one, Catalogue):

        def listed(files: dict[str, Published]) -> bytes:
            def mark(name: str) -> FileMark:
                name = one.folder + name
                return FileMark((stage / name).stat().st_size, files[name].sha256)

            return one.content(mark)

        writer.write_last(one.folder + one.name, one.shows, listed)
        return
    shows, made = lru_cache(one.shows), _Made(one)
    for name in one.names:
        writer.write_later(one.folder + name, shows, partial(made.content, name), made)


class _Made:
    """The files of a set, until each of them was asked for: all of an archive fill the memory."""

    def __init__(self, one: FileSet) -> None:
        self._set = one
        self._files: dict[str, bytes] = {}

    def content(self, name: str) -> bytes:
        """The bytes of one of them."""
        if name not in self._files:
            self._files = dict(self._set.files())
        return self._files.pop(name)


def source_of(article: NewsArticle) -> Source:
    """What the index shows of an article beside its figures."""
    from stat_index.model import Source

    modified = article.record.modified
    return Source(
        id=article.id,
        title=str(article.title),
        address=article.url,
        date=article.date.date().isoformat(),
        modified=modified.date().isoformat() if modified else "",
    )


def _plain_band(band: Band | None) -> Any:
    if band is None:
        return None
    figures = [[f.value, f.unit, f.label, f.address] for f in band.figures]
    return [band.title, band.organisation, band.demonstration, figures]


def _band(plain: Any) -> Band | None:
    if plain is None:
        return None
    from stat_index.pages.front_band import Band, BandFigure

    title, organisation, demonstration, figures = plain
    return Band(title, organisation, demonstration, tuple(BandFigure(*f) for f in figures))
