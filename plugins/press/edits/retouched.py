"""The files that show edits of articles in their places, made beside all that stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from findings import Saying
from press.archive.content import NewsArticle, SitePage
from press.archive.far import FarDocuments, FarRoom
from press.archive.roll import Roll
from press.cache.outline import Outline
from press.cache.published import FarFiles, Published, change_files
from press.cache.store import Store
from press.edits.elsewhere import Elsewhere, More
from press.environment import digest
from press.pages.feeds import write_feed
from press.pages.generators import NewsGenerator, SitePagesGenerator
from press.pages.making import Making
from press.pages.searching import SearchGenerator
from press.pages.templates import generators_of
from press.pages.whole_site import WholeSiteGenerator
from press.pages.writer import PressWriter
from press.pages.yearbook import YearbookGenerator
from press.reader.records import Record
from press.staging.changes import Changes
from press.staging.manifest import NAME as MANIFEST
from press.staging.manifest import amended
from press.staging.stage import Stage, scratch_folder
from press.staging.standing import Standing
from press.staging.verify import verify_made

if TYPE_CHECKING:
    from press.steps import Build


#: The generators of files that show bodies, and of those that show titles and figures.
SHOWING_BODIES = (NewsGenerator, SitePagesGenerator, SearchGenerator)
_SHOWING_MORE = (*SHOWING_BODIES, YearbookGenerator, WholeSiteGenerator)


@dataclass(slots=True)
class Retouched:
    """What became of the files that show the edits."""

    files: dict[str, Published] = field(default_factory=dict)
    """Those that were made anew."""
    changes: Changes = field(default_factory=lambda: Changes((), (), ()))
    why: dict[str, Saying] = field(default_factory=dict)
    rows: list[tuple[str, str]] = field(default_factory=list)
    """What is to be kept with the outline."""


@dataclass(slots=True)
class Retouching:
    """Makes them; raises `More` where the published site is not as the last build left it, or more
    of it would change."""

    build: Build
    store: Store
    outline: Outline
    context: dict[str, Any]
    retitled: Collection[str]
    """Names of articles with another title."""
    restated: Collection[str]
    """Of those that the index may show otherwise."""
    _elsewhere: Elsewhere | None = None
    """Who makes the files that show these, if there are any."""

    def make(
        self, records: Mapping[str, Record], known: FarDocuments, stands: Standing
    ) -> Retouched:
        """Makes what shows the edits of `records`, on a stage that then takes the site's place."""
        build, context = self.build, self.context
        room = FarRoom(self.outline, known, records, context, build.now)
        stage = Stage(build.output, build.cache, stands)
        try:
            files = partial(FarFiles, stands.there, self.store)
            context["press"] = build.state(context, self.store, stage, files)
            with scratch_folder(stage.folder.parent) as scratch, ExitStack() as beside:
                unseen = set(self.outline.unseen)
                contents = [room.content(name) for name in records if name not in unseen]
                writer, removed = self._noted(contents, records, room, str(scratch), beside)
                made = self._made(writer, stage, removed)
            verify_made(stage.folder, contents, stands.there | made.files.keys(), made.files)
            stage.swap([*made.changes.added, *made.changes.changed])
        except BaseException:
            stage.drop()
            raise
        if self._elsewhere:
            # Before it is known which files are published, as in a whole build.
            self.store.put("part", self._elsewhere.published())
        change_files(self.store, made.files, removed)
        stage.note()
        return made

    def _noted(
        self, contents: list[NewsArticle | SitePage], records: Mapping[str, Record], room: FarRoom,
        scratch: str, beside: ExitStack,
    ) -> tuple[PressWriter, Collection[str]]:  # fmt: skip
        """All files that show these contents, and the names of those that no longer are."""
        context, edited = self.context, {content.source_path for content in contents}
        classes = _SHOWING_MORE if self.retitled or self.restated else SHOWING_BODIES
        generators = generators_of(classes, self.build.pelican, context, scratch)
        news, pages, search, *more = generators
        new_writer = partial(PressWriter, scratch, self.build.settings)
        writer = new_writer()
        if more:
            roll = Roll.kept(self.store, records, room.alone)
            self._elsewhere = Elsewhere(self.outline, roll, self.retitled, *more)
            self._elsewhere.begin(search, new_writer, beside)
        for content in contents:
            if isinstance(content, SitePage):
                pages.write_page(writer, content)
            else:
                news.write_article(writer, content)
        for category, names in self.outline.feeds.items():
            if not edited.isdisjoint(names):
                term = room.terms.categories[category] if category else None
                write_feed(writer, room.newest(names), context["SITE"], term)
        if self._elsewhere:
            self._elsewhere.note(writer, room, news, edited)
        removed = search.write_edited(writer, context["press"], contents)
        # Of a whole site's files only those that are made need be named.
        writer.kept.clear()
        return writer, removed

    def _made(self, writer: PressWriter, stage: Stage, removed: Collection[str]) -> Retouched:
        """Makes what was noted in the stage, beside all that stays as it is published."""
        stands, manifest = stage.standing, self.outline.manifest_of(self.build.output)
        with Making(writer, self.context, self.context["press"]) as making:
            parts, rows = [making.finish()], []
        if self._elsewhere:
            # Before the index is waited for.
            rows.append(self._elsewhere.roll.row())
            parts += self._elsewhere.made(writer)
        why = {name: reason for part in parts for name, reason in part.why.items()}
        if manifest is None or stands.touched - why.keys() - {MANIFEST}:
            raise More
        files = {name: part.files[name] for part in parts for name in part.why}
        names = {*files, MANIFEST}
        stage.keep_only((stands.there | names).difference(removed))
        stage.take_over_all(names.union(removed))
        hashes = {name: file.sha256 for name, file in files.items()}
        text = amended(manifest, hashes | dict.fromkeys(removed)).encode("utf-8")
        self.outline.manifest = digest(text)
        same, _ = stage.put(MANIFEST, text)
        new = [name for part in parts for name in part.new] + ([] if same else [MANIFEST])
        before = stands.there.intersection(names.union(removed))
        return Retouched(files, Changes.between(before, names, new), why, rows)
