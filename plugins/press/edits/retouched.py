"""The files that show edits of bodies, made beside all that stays as it is published."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from findings import Saying
from press.archive.content import NewsArticle, SitePage
from press.archive.far import FarDocuments, FarRoom
from press.cache.outline import Outline
from press.cache.published import FarFiles, Published, change_files
from press.cache.store import Store
from press.environment import digest
from press.pages.feeds import write_feed
from press.pages.generators import NewsGenerator, SitePagesGenerator
from press.pages.making import Making
from press.pages.searching import SearchGenerator
from press.pages.templates import generators_of
from press.pages.writer import PressWriter
from press.reader.records import Record
from press.staging.changes import Changes
from press.staging.manifest import NAME as MANIFEST
from press.staging.manifest import amended
from press.staging.stage import Stage, scratch_folder
from press.staging.standing import Standing
from press.staging.verify import verify_made

if TYPE_CHECKING:
    from press.steps import Build


#: The generators of files that show bodies.
SHOWING_BODIES = (NewsGenerator, SitePagesGenerator, SearchGenerator)


class More(Exception):
    """More has changed than bodies: a whole build is needed."""


@dataclass(slots=True)
class Retouched:
    """What became of the files that show edited bodies."""

    files: dict[str, Published] = field(default_factory=dict)
    """Those that were made anew."""
    changes: Changes = field(default_factory=lambda: Changes((), (), ()))
    why: dict[str, Saying] = field(default_factory=dict)


@dataclass(slots=True)
class Retouching:
    """Makes them; raises `More` where the published site is not as the last build left it."""

    build: Build
    store: Store
    outline: Outline
    context: dict[str, Any]

    def make(
        self, records: Mapping[str, Record], known: FarDocuments, stands: Standing
    ) -> Retouched:
        """Makes what shows the records' bodies, on a stage that then takes the site's place."""
        build, context = self.build, self.context
        room = FarRoom(self.outline, known, records, context, build.now)
        stage = Stage(build.output, build.cache, stands)
        try:
            files = partial(FarFiles, stands.there, self.store)
            context["press"] = build.state(context, self.store, stage, files)
            with scratch_folder(stage.folder.parent) as scratch:
                unseen = set(self.outline.unseen)
                contents = [room.content(name) for name in records if name not in unseen]
                writer, removed = self._noted(contents, room, str(scratch))
                made = self._made(writer, stage, removed)
            verify_made(stage.folder, contents, stands.there | made.files.keys(), made.files)
            stage.swap([*made.changes.added, *made.changes.changed])
        except BaseException:
            stage.drop()
            raise
        change_files(self.store, made.files, removed)
        stage.note()
        return made

    def _noted(
        self, contents: list[NewsArticle | SitePage], room: FarRoom, scratch: str
    ) -> tuple[PressWriter, Collection[str]]:
        """All files that show these contents' bodies, and the names of those that no longer are."""
        context = self.context
        news, pages, search = generators_of(SHOWING_BODIES, self.build.pelican, context, scratch)
        writer = PressWriter(scratch, self.build.settings)
        for content in contents:
            if isinstance(content, SitePage):
                pages.write_page(writer, content)
            else:
                news.write_article(writer, content)
        edited = {content.source_path for content in contents}
        for category, names in self.outline.feeds.items():
            if not edited.isdisjoint(names):
                term = room.terms.categories[category] if category else None
                write_feed(writer, room.newest(names), context["SITE"], term)
        removed = search.write_edited(writer, context["press"], contents)
        # Of a whole site's files only those that are made need be named.
        writer.kept.clear()
        return writer, removed

    def _made(self, writer: PressWriter, stage: Stage, removed: Collection[str]) -> Retouched:
        """Makes what was noted in the stage, beside all that stays as it is published."""
        stands, manifest = stage.standing, self.outline.manifest_of(self.build.output)
        with Making(writer, self.context, self.context["press"]) as making:
            found = making.finish()
        if manifest is None or stands.touched - found.why.keys() - {MANIFEST}:
            raise More
        files = {name: found.files[name] for name in found.why}
        names = {*files, MANIFEST}
        stage.keep_only((stands.there | names).difference(removed))
        stage.take_over_all(names.union(removed))
        hashes = {name: file.sha256 for name, file in files.items()}
        text = amended(manifest, hashes | dict.fromkeys(removed)).encode("utf-8")
        self.outline.manifest = digest(text)
        same, _ = stage.put(MANIFEST, text)
        new = found.new if same else [*found.new, MANIFEST]
        before = stands.there.intersection(names.union(removed))
        return Retouched(files, Changes.between(before, names, new), found.why)
