"""The search page and its index, from the newsroom and the series of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pelican.generators import Generator

from press.archive.newsroom import Newsroom
from press.environment import digest
from press.pages.search_archive import Archive, Content, NotKept
from press.pages.templates import LazyTemplate
from press.pages.writer import PressWriter
from press.site_state import SiteState
from press.workers import begun
from site_search import NotUpdatable, SearchSeries, directory_in, update_index
from site_search.files import DIRECTORY, series_files
from stat_index.book import Index, Series

_FOLDER = "tim-kiem/"
_PART = "tim-kiem"


class SearchGenerator(Generator):
    """Writes `tim-kiem/…`, unless the settings switch search off."""

    made_series: tuple[dict[str, bytes], str] | None = None
    """What `series_files` gives, where another process was asked."""

    def generate_context(self) -> None:
        """Begins a whole index, where nothing is kept of one: other generators have other work."""
        if not self.context["SITE"].search:
            return
        self.state: SiteState = self.context["press"]
        self._archive = Archive(found_contents(self.context["newsroom"]), self.state.store)
        self._before = self._kept()
        workers = self.state.workers
        self._parts = None if self._before else begun(self._archive.parts(workers))

    def generate_output(self, writer: PressWriter) -> None:
        if not self.context["SITE"].search:
            return
        self.writer = writer
        template = LazyTemplate(self.env, "search.html")
        writer.write_file(f"{_FOLDER}index.html", template, self.context, shows=str)
        archive, kept = self._archive, self._before
        series = self._series(kept)
        try:
            names, directory = self._updated(archive, kept, series["checksum"])
        except (NotUpdatable, NotKept):
            names, directory = self._whole(archive, series["checksum"])
        self._keep(archive, names, directory, series)

    def write_edited(
        self, writer: PressWriter, state: SiteState, edited: Iterable[Content]
    ) -> set[str]:
        """Notes what follows from new texts and titles of `edited`, of which nothing else is new.

        The context has an `index_digest` where the index may be new, too. Returns the names of files that no longer are.

        Raises NotUpdatable or NotKept: where only a whole index will do.
        """
        if not self.context["SITE"].search:
            return set()
        self.writer, self.state = writer, state
        kept = self._kept()
        if not kept:
            raise NotKept
        found = [content for content in edited if content.source_path in kept["rows"]]
        archive = Archive.after(kept["rows"], found, state.store)
        self.context.setdefault("index_digest", kept["series"]["index"])
        series = self._series(kept)
        names, directory = self._updated(archive, kept, series["checksum"])
        self._keep(archive, names, directory, series)
        before = {*kept["files"], *kept["series"]["files"]}
        return before.difference(names, series["files"])

    def _keep(self, archive: Archive, names: list[str], directory: bytes, series: Any) -> None:
        found = {"rows": archive.rows, "files": names, "directory": digest(directory)}
        self.state.keep_part(_PART, found | {"series": series})

    def _kept(self) -> Any:
        """What an earlier build kept of the index that is published; None when it is another one:
        a build that failed later on has kept what never was published.
        """
        kept = self.state.part(_PART)
        if not kept or not self.state.untouched([*kept["files"], *kept["series"]["files"]]):
            return None
        return kept if digest(self._published(DIRECTORY)) == kept["directory"] else None

    def _published(self, name: str) -> bytes:
        return (self.state.stage.target / _FOLDER / name).read_bytes()

    def _series(self, kept: Any) -> dict[str, Any]:
        """Notes the files about series; what is kept of them."""
        mark = self.context["index_digest"]
        if kept and kept["series"]["index"] == mark:
            self.writer.take_over(kept["series"]["files"])
            return dict(kept["series"])
        # Whatever else it says of the index, whoever put that together has made them.
        self.context["index_facts"]()
        files, checksum = self.made_series or self.series_files()
        return {"index": mark, "checksum": checksum, "files": self._note(files)}

    def series_files(self) -> tuple[dict[str, bytes], str]:
        """The files about series, and their checksum; nothing where search is switched off."""
        if not self.context["SITE"].search:
            return {}, ""
        return series_files(search_series(self.context.get("stat_index")))

    def _updated(self, archive: Archive, kept: Any, series: str | None) -> tuple[list[str], bytes]:
        """Notes only what differs from the published index; all its files, and its directory.

        Raises NotUpdatable or NotKept: where only a whole index will do.
        """
        if not kept:
            raise NotKept
        newest = directory_in(self._published).newest
        edits = archive.edits(kept["rows"], newest)
        changed = update_index(self._published, edits, archive.newest, archive.seats, series)
        archive.keep(edits, kept["rows"])
        made = {name: data for name, data in changed.items() if data is not None}
        same = [name for name in kept["files"] if name.removeprefix(_FOLDER) not in changed]
        self.writer.take_over(same)
        return [*same, *self._note(made)], made[DIRECTORY]

    def _whole(self, archive: Archive, series: str) -> tuple[list[str], bytes]:
        """Notes every file of the index; all their names, and the directory."""
        gathered = archive.whole(self._parts or archive.parts(self.state.workers))
        names = []
        for name, shows, make in archive.files():
            self.writer.write_later(_FOLDER + name, partial(str, shows), make)
            names.append(_FOLDER + name)
        files = gathered.files(archive.seats, series)
        return [*names, *self._note(files)], files[DIRECTORY]

    def _note(self, files: Mapping[str, bytes]) -> list[str]:
        """Notes `files` of the index; their names in the site."""
        for name, data in files.items():
            self.writer.write_bytes(_FOLDER + name, data)
        return [_FOLDER + name for name in files]


def found_contents(room: Newsroom) -> list[Content]:
    """What readers may look for: every listed article and every page."""
    return [*room.articles, *(page for page in room.pages if page.status == "published")]


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
    owner = series.organisation
    name = f"{owner.short} (minh họa)" if owner.demonstration else owner.short
    return " · ".join(filter(None, (name, *series.facts.newest)))
