"""A rebuild when nothing but bodies was edited: a second for an archive of any size.

Most of what an editor does is to mend a sentence. Then title, date, terms and
figures are as they were, and all that can see the edit is the article's page,
the copy of its text, feeds that tell it and the search. This makes those, on
what the last build left in its outline; whatever else has changed, the whole
build follows instead. `tests/press/test_retouch.py` and the random edits of
`test_incremental.py` hold it to what a whole build gives.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.rule import Survey
from desk.site import Document, place_of, read_document
from desk.walk import Found, walk
from findings import Finding, Saying
from pictures.store import BuildPictures
from press.changes import write_changes
from press.content import NewsArticle, SitePage
from press.environment import digest, folder_digest, settings_digest
from press.far import FarAddresses, FarDocuments, FarRoom, FarSite
from press.feeds import write_feed
from press.generators import NewsGenerator, SitePagesGenerator
from press.manifest import NAME as MANIFEST
from press.manifest import manifest_text
from press.memory import Memory, RememberedHashes
from press.outline import Outline, Stamp, count_items, walked
from press.published import FarFiles, Published, change_files
from press.records import Record
from press.remembered import Remembered, document_digest, same_but_body
from press.result import BuildResult
from press.search_archive import NotKept
from press.searching import SearchGenerator
from press.site import read_site
from press.site_state import SiteState, page_environment
from press.stage import Changes, Stage, scratch_folder
from press.standing import Standing
from press.store import Store
from press.templates import share_environment
from press.told import Told
from press.verify import verify_made
from press.writer import Job, PressWriter, reason
from site_search import NotUpdatable
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.quick import Standby
    from press.steps import Build

#: More edits than these go through the whole build, which reads side by side.
_FEW = 24


def ground_of(settings: Mapping[str, Any], theme: str) -> str:
    """Of all that a site stands on beside its content and the program."""
    folders = [theme, *settings.get("THEME_TEMPLATES_OVERRIDES", ())]
    digests = (folder_digest(Path(folder)) for folder in folders)
    return digest(settings_digest(settings), str(settings["OUTPUT_PATH"]), *digests)


class _More(Exception):
    """More has changed than bodies."""


@dataclass(slots=True)
class _Made:
    """What became of the files."""

    files: dict[str, Published] = field(default_factory=dict)
    """Those that were made anew."""
    changes: Changes = field(default_factory=lambda: Changes((), (), ()))
    why: dict[str, Saying] = field(default_factory=dict)


def retouch(build: Build, store: Store, standing: Callable[[], Standing]) -> BuildResult | None:
    """What became of a build that had only bodies to look at; None where a whole one is needed."""
    if build.settings.get("PRESS_PUBLISH") or build.pelican.plugins:
        # A publication keeps the ledger, and nobody knows what plugins look at.
        return None
    outline = Outline.load(store)
    if outline is None or outline.ground != build.ground:
        return None
    if outline.until and build.now >= datetime.datetime.fromisoformat(outline.until):
        return None
    try:
        return _Retouch(build, store, outline).run(standing)
    except (_More, NotUpdatable, NotKept):
        return None


class _Retouch:
    """The state of one; each step raises `_More` where a whole build is needed."""

    def __init__(self, build: Build, store: Store, outline: Outline) -> None:
        self.build = build
        self.settings = build.settings
        self.store = store
        self.outline = outline
        self.known = FarDocuments(outline, store)
        self.shown = os.path.relpath(build.content).replace(os.sep, "/")
        self.stamps: dict[str, Stamp] = {}

    def run(self, standing: Callable[[], Standing]) -> BuildResult:
        report = self.build.report
        with report.phase(self.build.LOADING):
            edited = {document.name: document for document in self._edited()}
        with report.phase(self.build.READING):
            records = self._records(edited) if edited else {}
        stands = standing()
        if stands.lost:
            raise _More
        with report.phase(self.build.MAKING):
            made = self._make(records, stands) if records else self._nothing(stands)
        self.outline.note(self.stamps, self.build.seen)
        self.outline.save(self.store, whole=False)
        write_changes(self.build.cache, made.changes)
        return self._result(made, stands)

    def _edited(self) -> Iterator[Document]:
        """The documents that say something else in their bodies."""
        changed = [found for found in self._walked() if self._is_new(found)]
        if len(changed) > _FEW:
            raise _More
        for found in changed:
            document = self._read(found)
            if document_digest(document) == self.known[document.name].digest:
                continue
            if document.name in self.outline.linked:
                # Whoever links to it is to be checked again.
                raise _More
            yield document

    def _walked(self) -> list[Found]:
        """All files of the content folder, which are those that were there."""
        all_found = list(walk(self.build.content, self.shown))
        found = [one for one in all_found if isinstance(one, Found)]
        said = [one for one in all_found if isinstance(one, Finding)]
        self.stamps = {one.name: one.stamp for one in found}
        same = self.stamps.keys() == self.outline.stamps.keys() and len(found) == len(self.stamps)
        if not same or walked(said) != self.outline.walked:
            raise _More
        return found

    def _is_new(self, found: Found) -> bool:
        return self.outline.stamps[found.name] != list(found.stamp)

    def _read(self, found: Found) -> Document:
        """The document in a file that was written, where its head says what it said."""
        if found.name not in self.known:
            raise _More
        try:
            source = found.file.read_bytes()
        except OSError:
            raise _More from None
        document = read_document(source, found, place_of(found, self.shown))
        kept = self.known.get(found.name)
        if (
            kept is None
            or not document.readable
            or dict(document.front.values) != dict(kept.document.front.values)
            or (document.id, document.address) != (kept.document.id, kept.document.address)
        ):
            raise _More
        return document

    def _records(self, edited: Mapping[str, Document]) -> dict[str, Record]:
        """What is read from the edited documents, and kept."""
        build, store = self.build, self.store
        site = FarSite(build.content, self.shown, self.outline, self.known, edited)
        self.context = context = self._context()
        registry, pictures = context["registry"], context["pictures"]
        hashes = RememberedHashes(build.content, store, build.seen)
        memory = Memory(store, build.content, self.known)
        examine = build.examiner(
            memory, Survey(site, build.now), registry, pictures, hashes
        ).examine
        examined = [examine(document) for document in edited.values()]
        Outline.forget(store)
        hashes.save()
        taken = memory.take(examined)
        return {
            one.name: self._same_but_body(one.name, taken[one.name], one.keep) for one in examined
        }

    def _context(self) -> dict[str, Any]:
        """What the templates of articles and pages see."""
        build = self.build
        registry, _ = load_registry(build.content / "so-lieu")
        pictures = BuildPictures(build.content, build.cache / "pictures")
        context = build.context((), read_site(self.settings), registry, pictures)
        context["frame"] = self.outline.frame
        return context

    def _same_but_body(self, name: str, now: Remembered, keep: bool) -> Record:
        """The record of an edited document, if nothing else of it is new."""
        before = self.known[name].record
        if not keep or not now.record or not before or not same_but_body(now.record, before):
            raise _More
        self.outline.says[name] = count_items(now.told)
        return now.record

    def _nothing(self, stands: Standing) -> _Made:
        if stands.touched - {MANIFEST}:
            raise _More
        return _Made()

    def _make(self, records: Mapping[str, Record], stands: Standing) -> _Made:
        """Makes what shows the records' bodies, on a stage that then takes the site's place."""
        build, context = self.build, self.context
        environment = page_environment(
            self.settings, build.pelican.theme, self.outline.frame, self.context["SITE"]
        )
        room = FarRoom(self.outline, self.known, records, context, build.now)
        stage = Stage(build.output, build.cache, stands)
        try:
            context["press"] = SiteState(
                build.content, self.store, stage, FarFiles(stands.there, self.store), environment, 1
            )
            with scratch_folder(stage.folder.parent) as scratch:
                contents = [room.content(name) for name in records]
                jobs, removed = self._jobs(contents, room, str(scratch))
                made = self._put(jobs, stage, removed)
            verify_made(stage.folder, contents, stands.there | made.files.keys(), made.files)
            stage.swap([*made.changes.added, *made.changes.changed])
        except BaseException:
            stage.drop()
            raise
        change_files(self.store, made.files, removed)
        return made

    def _jobs(
        self, contents: list[NewsArticle | SitePage], room: FarRoom, scratch: str
    ) -> tuple[list[Job], Collection[str]]:
        """All files that show these contents' bodies, and those that no longer are."""
        context = self.context
        news, pages, search = self._generators(context, scratch)
        writer = PressWriter(scratch, self.settings)
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

    def _generators(
        self, context: dict[str, Any], scratch: str
    ) -> tuple[NewsGenerator, SitePagesGenerator, SearchGenerator]:
        """With one set of templates."""
        pelican = self.build.pelican
        values = {
            "context": context, "settings": self.settings, "path": pelican.path,
            "theme": pelican.theme, "output_path": scratch,
        }  # fmt: skip
        found = NewsGenerator(**values), SitePagesGenerator(**values), SearchGenerator(**values)
        share_environment(list(found))
        return found

    def _put(self, jobs: list[Job], stage: Stage, removed: Collection[str]) -> _Made:
        """Makes `jobs` in the stage, beside all that stays as it is published."""
        stands, state = stage.standing, self.context["press"]
        todo: dict[str, tuple[Job, str, Saying]] = {}
        for job in jobs:
            shows, before = job.mark(), state.known.get(job.name)
            if not (before and before.holds(shows, state.environment) and stands.intact(job.name)):
                why = reason(shows, before, state.environment, job.name in stands.there)
                todo[job.name] = job, shows, why
        if stands.touched - todo.keys() - {MANIFEST}:
            raise _More
        hashes = self._published_hashes()
        stage.take_over_all({MANIFEST, *todo, *removed})
        made, new = _Made(), []
        for name, (job, shows, why) in todo.items():
            sha256, same, stamp = job.put(self.context, stage)
            made.files[name] = Published(state.environment, shows, sha256, stamp)
            made.why[name] = why
            hashes[name] = sha256
            if not same:
                new.append(name)
        for name in removed:
            hashes.pop(name, None)
        text = manifest_text(hashes).encode("utf-8")
        self.outline.manifest = digest(text)
        if not stage.put(MANIFEST, text):
            new.append(MANIFEST)
        added = (name for name in new if name not in stands.there)
        changed = (name for name in new if name in stands.there)
        made.changes = Changes(*(tuple(sorted(names)) for names in (added, changed, removed)))
        return made

    def _published_hashes(self) -> dict[str, str]:
        """Of all files, by the published manifest, if that is the one that the last build made."""
        try:
            text = (self.build.output / MANIFEST).read_bytes()
        except OSError:
            raise _More from None
        if digest(text) != self.outline.manifest:
            raise _More
        hashes: dict[str, str] = json.loads(text)["sha256"]
        return hashes

    def _result(self, made: _Made, stands: Standing) -> BuildResult:
        outline, changes = self.outline, made.changes
        counts = outline.counts_told()
        told = Told(outline.site_told(), counts, self._places(counts), self.store)
        names = (stands.there - {MANIFEST, *changes.removed}) | made.files.keys()
        self.build.report.warnings(told)
        self.build.report.summary(len(made.why), len(names))
        articles, pages, figures = outline.counts
        return BuildResult(
            articles, pages, figures, outline.waiting(self.store), changes, told, len(names),
            made.why, names, self._standby,
        )  # fmt: skip

    def _standby(self) -> Standby:
        from press.quick import Standby
        from press.reading import DocumentReader

        build = self.build
        known, context = FarDocuments(self.outline, self.store), self._context()
        site = FarSite(build.content, self.shown, self.outline, known, {})
        reader = DocumentReader(self.settings, context["registry"], context["pictures"])
        room = FarRoom(self.outline, known, {}, context, build.now)
        templates = self._generators(context, "")[0].env
        survey = Survey(site, build.now)
        return Standby(context, survey, reader, templates, room, FarAddresses(known))

    def _places(self, names: Collection[str]) -> dict[str, str]:
        """How findings show these documents."""
        return {name: place_of(Found("", name, (0, 0, 0, 0)), self.shown) for name in names}
