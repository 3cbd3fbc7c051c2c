"""A rebuild when nothing moved: only words, titles and figures of some articles are new.

Most of what an editor does is to mend a sentence. Then title, date, terms and
figures are as they were, and all that can see the edit is the article's page,
the copy of its text, feeds that tell it and the search. Another title is seen
by neighbours and lists as well, another value of a figure by the index. This
makes those, on what the last build left in its outline; whatever else has
changed, the whole build follows instead. `tests/press/test_retouch.py` and the
random edits of `test_incremental.py` hold it to what a whole build gives.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.rule import Survey
from desk.site import Document, place_of, read_document
from desk.walk import Found, walk
from findings import Finding
from pictures.store import BuildPictures
from press.archive.far import FarAddresses, FarDocuments, FarPlaces, FarRoom, FarSite
from press.archive.remembered import Remembered, document_digest, unlike
from press.archive.told import Told
from press.cache.memory import Memory, RememberedHashes
from press.cache.outline import Outline, Stamp, count_items, walked
from press.cache.store import Store
from press.edits.ahead import FEW, examined_alone, far_survey, seems_edited
from press.edits.elsewhere import More
from press.edits.retouched import SHOWING_BODIES, Retouched, Retouching
from press.environment import digest, folder_digest, settings_digest
from press.looking import environment_of
from press.pages.doubted import Doubted
from press.pages.search_archive import NotKept
from press.pages.templates import generators_of
from press.reader.records import Record
from press.result import BuildResult
from press.site import read_site
from press.staging.changes import write_changes
from press.staging.manifest import NAME as MANIFEST
from press.staging.standing import Standing
from site_search import NotUpdatable
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.edits.quick import Standby
    from press.steps import Build


#: What may be new of an article that stays where it is: its title, figures, body, and marks of them.
_IN_PLACE = {"title", "card_mark", "index_mark", "figures_mark", "mark"}


def ground_of(settings: Mapping[str, Any], theme: str) -> str:
    """Of all that a site stands on beside its content and the program."""
    folders = [theme, *settings.get("THEME_TEMPLATES_OVERRIDES", ())]
    digests = (folder_digest(Path(folder)) for folder in folders)
    return digest(settings_digest(settings), str(settings["OUTPUT_PATH"]), *digests)


def retouch(build: Build, store: Store, standing: Callable[[], Standing]) -> BuildResult | None:
    """What became of a build in which nothing moved; None where a whole one is needed."""
    if build.settings.get("PRESS_PUBLISH") or build.pelican.plugins:
        # A publication keeps the ledger, and nobody knows what plugins look at.
        return None
    outline = Outline.load(store, build.outline)
    if outline is None or outline.ground != build.ground:
        return None
    if build.now >= datetime.datetime.fromisoformat(outline.until):
        return None
    build.before = outline
    try:
        return _Retouch(build, store, outline).run(standing)
    except (More, NotUpdatable, NotKept):
        return None


def _head(document: Document) -> tuple[object, ...]:
    """What its head says beside its title, and where; findings on the site name the places."""
    front = document.front
    said = {key: value for key, value in front.values.items() if key != "title"}
    return said, dict(front.lines), dict(front.columns)


class _Retouch:
    """The state of one; each step raises `More` where a whole build is needed."""

    def __init__(self, build: Build, store: Store, outline: Outline) -> None:
        self.build = build
        self.settings = build.settings
        self.store = store
        self.outline = outline
        self.known = FarDocuments(outline, store)
        self.stamps: dict[str, Stamp] = {}
        self.retitled: set[str] = set()
        """Names of articles with another title."""
        self.restated: set[str] = set()
        """Of those that the index may show otherwise."""

    def run(self, standing: Callable[[], Standing]) -> BuildResult:
        report = self.build.report
        with report.phase(self.build.LOADING):
            edited = {document.name: document for document in self._edited()}
        stands = standing()
        if stands.lost:
            raise More
        with report.phase(self.build.READING):
            records = self._records(edited) if edited else {}
        with report.phase(self.build.MAKING):
            made = self._make(records, stands) if records else self._nothing(stands)
        self.outline.note(self.stamps, self.build.seen)
        rows = [*self.outline.rows(whole=False), *made.rows]
        Outline.keep(self.store, rows, self.outline.manifest)
        write_changes(self.build.cache, made.changes)
        return self._result(made, stands)

    def _edited(self) -> Iterator[Document]:
        """The documents that say something else in their bodies or titles."""
        changed = self._walked()
        if len(changed) > FEW:
            raise More
        for found in changed:
            document = self._read(found)
            if document_digest(document) == self.known[document.name].digest:
                continue
            if document.name in self.outline.linked:
                # Whoever links to it is to be checked again.
                raise More
            yield document

    def _walked(self) -> list[Found]:
        """Files of the content folder that seem to be edited; all are those that were there."""
        build = self.build
        build.walked = all_found = build.walked or list(walk(build.content, self.build.shown))
        found = [one for one in all_found if isinstance(one, Found)]
        said = [one for one in all_found if isinstance(one, Finding)]
        self.stamps = {one.name: one.stamp for one in found}
        same = self.stamps.keys() == self.outline.stamps.keys() and len(found) == len(self.stamps)
        if not same or walked(said) != self.outline.walked:
            raise More
        return seems_edited(self.outline, found)

    def _read(self, found: Found) -> Document:
        """The document in a file that was written, where its head says what it said, but for a title."""
        if found.name not in self.known:
            raise More
        try:
            source = found.file.read_bytes()
        except OSError:
            raise More from None
        document = read_document(source, found, place_of(found, self.build.shown))
        kept = self.known.get(found.name)
        if (
            kept is None
            or not document.readable
            or _head(document) != _head(kept.document)
            or (document.id, document.address) != (kept.document.id, kept.document.address)
        ):
            raise More
        return document

    def _records(self, edited: Mapping[str, Document]) -> dict[str, Record]:
        """What is read from the edited documents, and kept."""
        build, store = self.build, self.store
        self.context = context = self._context()
        registry, pictures = context["registry"], context["pictures"]
        hashes = RememberedHashes(build.content, store, build.seen)
        memory = Memory(store, build.content, self.known)
        survey = far_survey(build, self.outline, self.known, edited)
        environment = environment_of(build, registry)
        examined = [one for one in build.ahead() if one.name in edited]
        Outline.forget(store)
        taken = memory.take(examined)
        held = memory.still_true(edited.values(), environment, survey, hashes, taken)
        if held.keys() != edited.keys():
            # There was nobody to read them, or they have changed since.
            examined = examined_alone(build, memory, survey, edited, registry, pictures, hashes)
            taken = memory.take(examined)
        hashes.save()
        return {one.name: self._in_place(one.name, taken[one.name], one.keep) for one in examined}

    def _context(self) -> dict[str, Any]:
        """What the templates of articles and pages see."""
        build = self.build
        registry, _ = load_registry(build.content / "so-lieu")
        pictures = BuildPictures(build.content, build.cache / "pictures")
        context = build.context((), read_site(self.settings), registry, pictures)
        context["frame"] = self.outline.frame
        context["index_years"] = self.outline.index_years
        return context

    def _in_place(self, name: str, now: Remembered, keep: bool) -> Record:
        """The record of an edited document, if it stays where it is among the others."""
        before = self.known[name].record
        if not keep or not now.record or not before:
            raise More
        new = unlike(now.record, before)
        if new - _IN_PLACE:
            raise More
        if "title" in new:
            if name in self.outline.share:
                # That picture shows it.
                raise More
            self.retitled.add(name)
        if new & {"index_mark", "figures_mark"}:
            self.restated.add(name)
        self.outline.says[name] = count_items(now.told)
        return now.record

    def _make(self, records: Mapping[str, Record], stands: Standing) -> Retouched:
        making = Retouching(
            self.build, self.store, self.outline, self.context, self.retitled, self.restated
        )
        return making.make(records, self.known, stands)

    def _nothing(self, stands: Standing) -> Retouched:
        if stands.touched - {MANIFEST}:
            raise More
        return Retouched()

    def _result(self, made: Retouched, stands: Standing) -> BuildResult:
        outline, changes = self.outline, made.changes
        counts = outline.counts_told()
        told = Told(outline.site_told(), counts, FarPlaces(counts, self.build.shown), self.store)
        told.hear(Doubted(self.store, self._site().by_name))
        names = (stands.there - {MANIFEST, *changes.removed}) | made.files.keys()
        self.build.report.warnings(told)
        self.build.report.summary(len(made.why), len(names))
        articles, pages, figures = outline.counts
        return BuildResult(
            articles, pages, figures, outline.waiting(self.store), changes, told, len(names),
            made.why, names, self._standby,
        )  # fmt: skip

    def _standby(self) -> Standby:
        from press.edits.quick import Standby
        from press.reader.reading import DocumentReader

        build, site = self.build, self._site()
        known, context = FarDocuments(self.outline, self.store), self._context()
        reader = DocumentReader(self.settings, context["registry"], context["pictures"])
        room = FarRoom(self.outline, known, {}, context, build.now)
        templates = generators_of(SHOWING_BODIES, build.pelican, context, "")[0].env
        survey = Survey(site, build.now, build.published_at)
        return Standby(context, survey, reader, templates, room, FarAddresses(known))

    def _site(self) -> FarSite:
        """The content folder as it is now."""
        known = FarDocuments(self.outline, self.store)
        return FarSite(self.build.content, self.build.shown, self.outline, known, {})
