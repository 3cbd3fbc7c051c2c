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
from press.pages.making import reason
from press.pages.searching import SearchGenerator
from press.pages.templates import generators_of
from press.pages.writer import Job, PressWriter
from press.reader.records import Record
from press.site_state import SiteState, page_environment
from press.staging.manifest import NAME as MANIFEST
from press.staging.manifest import amended
from press.staging.stage import Changes, Stage, scratch_folder
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
        environment = page_environment(
            self.build.settings, build.pelican.theme, self.outline.frame, self.context["SITE"]
        )
        room = FarRoom(self.outline, known, records, context, build.now)
        stage = Stage(build.output, build.cache, stands)
        try:
            files = partial(FarFiles, stands.there, self.store)
            context["press"] = SiteState(build.content, self.store, stage, files, environment, 1)
            with scratch_folder(stage.folder.parent) as scratch:
                unseen = set(self.outline.unseen)
                contents = [room.content(name) for name in records if name not in unseen]
                jobs, removed = self._jobs(contents, room, str(scratch))
                made = self._put(jobs, stage, removed)
            verify_made(stage.folder, contents, stands.there | made.files.keys(), made.files)
            stage.swap([*made.changes.added, *made.changes.changed])
        except BaseException:
            stage.drop()
            raise
        change_files(self.store, made.files, removed)
        stage.note()
        return made

    def _jobs(
        self, contents: list[NewsArticle | SitePage], room: FarRoom, scratch: str
    ) -> tuple[list[Job], Collection[str]]:
        """All files that show these contents' bodies, and those that no longer are."""
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
                term = room.categories[category] if category else None
                write_feed(writer, room.newest(names), context["SITE"], term)
        removed = search.write_edited(writer, context["press"], contents)
        return writer.jobs, removed

    def _put(self, jobs: list[Job], stage: Stage, removed: Collection[str]) -> Retouched:
        """Makes `jobs` in the stage, beside all that stays as it is published."""
        stands, state = stage.standing, self.context["press"]
        todo: dict[str, tuple[Job, str, Saying]] = {}
        for job in jobs:
            shows, before = job.mark(), state.known.get(job.name)
            if not (before and before.holds(shows, state.environment) and stands.intact(job.name)):
                why = reason(shows, before, state.environment, job.name in stands.there)
                todo[job.name] = job, shows, why
        if stands.touched - todo.keys() - {MANIFEST}:
            raise More
        manifest = self.outline.manifest_of(self.build.output)
        if manifest is None:
            raise More
        hashes: dict[str, str | None] = dict.fromkeys(removed)
        stage.take_over_all({MANIFEST, *todo, *removed})
        made, new = Retouched(), []
        for name, (job, shows, why) in todo.items():
            sha256, same, stamp = job.put(self.context, stage)
            made.files[name] = Published.of(sha256, state.environment, shows, stamp)
            made.why[name] = why
            hashes[name] = sha256
            if not same:
                new.append(name)
        text = amended(manifest, hashes).encode("utf-8")
        self.outline.manifest = digest(text)
        same, _ = stage.put(MANIFEST, text)
        if not same:
            new.append(MANIFEST)
        added = (name for name in new if name not in stands.there)
        changed = (name for name in new if name in stands.there)
        made.changes = Changes(*(tuple(sorted(names)) for names in (added, changed, removed)))
        return made
