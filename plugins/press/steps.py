"""The steps of one build, in order: look, read, check, arrange, make, verify, swap, remember."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from desk.addresses import term_slugs
from desk.check import check_whole
from desk.figure_check import figure_findings
from desk.rule import Survey
from desk.site import Site, load_site
from findings import Finding, Saying, sort_findings
from pictures.store import BuildPictures, PictureStore
from press.changes import write_changes
from press.clock import build_time
from press.environment import digest, folder_digest, settings_digest
from press.ledger_keeping import LedgerKeeper
from press.links import resolve_links
from press.memory import Memory, RememberedHashes
from press.newsroom import Newsroom, fill_newsroom
from press.places import chosen_places, dead_places
from press.records import Record
from press.remembered import Remembered
from press.report import Report
from press.site import SiteInfo, read_site
from press.site_state import Frame, SiteState, known_files
from press.stage import SPARE, Stage, scratch_folder
from press.standing import Standing, stand
from press.store import Store
from press.templates import share_environment, template_folders
from press.told import Told
from press.verify import verify_stage
from press.workers import Beside, as_they_come, available_workers, side_by_side
from press.writer import PressWriter, Written
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.pelican_class import NienGiam
    from press.quick import Standby
from press.result import BuildResult, Failed, Looked, errors_said

_LOADING = Saying("đọc thư mục nội dung", "reading the content folder")
_READING = Saying("kiểm tra và đọc bài", "checking and reading articles")
_MAKING = Saying("dựng trang", "making pages")
_SWAPPING = Saying("kiểm tra và thay", "verifying and swapping in")


def cache_of(settings: dict[str, Any]) -> Path:
    """The folder for everything that can be made again."""
    return Path(settings.get("PRESS_CACHE") or ".cache")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A content folder, looked at."""

    survey: Survey
    registry: Registry
    pictures: PictureStore
    records: list[Record]
    """Of all documents that could be read."""
    ledger: LedgerKeeper
    told: Told


class Build:
    """The state of one build."""

    def __init__(self, pelican: NienGiam, report: Report) -> None:
        self.pelican = pelican
        self.settings = pelican.settings
        self.report = report
        self.content = pelican.content_root
        self.output = Path(pelican.output_path)
        self.cache = cache_of(self.settings)
        self.now = build_time()
        self.seen = time.time_ns()
        self.workers = int(self.settings.get("PRESS_WORKERS") or available_workers())

    def run(self, store: Store) -> BuildResult:
        with Beside(partial(self._standing, store), self.workers) as standing:
            return self._run(store, standing)

    def look(self, store: Store) -> Looked:
        """All that there is to say of the content, as `run` would say it; nothing is made."""
        seen = self._look(store)
        site, records = seen.survey.site, seen.records
        read = [(site.by_name[record.path], record.observations) for record in records]
        found = [*seen.told, *figure_findings(read, seen.registry, seen.survey)]
        # The pages of what cannot be read would seem to be missing.
        if len(records) == len(site.documents) and any(map(chosen_places, records)):
            found += self._dead_links_unmade(seen)
        return Looked(seen.survey, tuple(sort_findings(found)))

    def _run(self, store: Store, standing: Callable[[], Standing]) -> BuildResult:
        site_info = read_site(self.settings)
        seen = self._look(store)
        self._stop_onerrors_said(seen.told)

        context = self._context(seen, site_info)
        room = context["newsroom"]
        stage = Stage(self.output, self.cache, standing())
        try:
            with self.report.phase(_MAKING):
                written = self._make(seen, context, store, stage)
            with self.report.phase(_SWAPPING):
                verify_stage(stage.folder, room, written.files, written.made)
                stage.swap(written.new)
        except BaseException:
            stage.drop()
            raise
        workers = self.workers if stage.lacks_spare else 1
        with Beside(stage.make_spare, workers) as made_spare:
            seen.ledger.write()
            _remember(store, context["press"], written)
            write_changes(self.cache, written.changes)
            made_spare()
        self.report.summary(len(written.made), len(written.files))
        return BuildResult(
            len(room.articles),
            len(room.pages),
            sum(article.record.figures for article in room.articles),
            tuple(room.scheduled),
            written.changes,
            seen.told,
            len(written.files),
            written.why,
            written.files.keys(),
            standby=partial(self._standby, context, seen.survey),
        )

    def _look(self, store: Store) -> _Seen:
        """What the content folder holds, and all there is to say of it."""
        with self.report.phase(_LOADING):
            memory = Memory(store, self.content)
            shown = os.path.relpath(self.content).replace(os.sep, "/")
            site = load_site(self.content, previous=memory.previous(shown), each=self._each)
            registry, problems = load_registry(self.content / "so-lieu", f"{site.shown}/so-lieu")
            pictures = BuildPictures(self.content, self.cache / "pictures")
        with self.report.phase(_READING):
            survey = Survey(site, self.now)
            examined = self._examine(memory, survey, registry, pictures)
            on_site = [*check_whole(survey), *problems]
        by_name = {name: one.record for name, one in examined.items() if one.record}
        ledger = LedgerKeeper(self.content, site.shown)
        if self.settings.get("PRESS_PUBLISH"):
            from press.reading import DocumentReader

            reader = DocumentReader(self.settings, registry, pictures)
            on_site += ledger.check(survey, by_name, reader.fingerprint)
        told = Told(
            on_site,
            {name: one.told for name, one in examined.items()},
            {document.name: document.path for document in site.documents},
            store,
        )
        return _Seen(survey, registry, pictures, list(by_name.values()), ledger, told)

    def _standby(self, context: dict[str, Any], survey: Survey) -> Standby:
        from press.quick import Standby
        from press.reading import DocumentReader

        reader = DocumentReader(self.settings, context["registry"], context["pictures"])
        articles = {article.record.path: article for article in context["newsroom"].rendered}
        return Standby(context, survey, reader, self.templates, articles)

    def _standing(self, store: Store) -> Standing:
        """How the published site stands to what `store` knows of it."""
        stamps = {name: file.stamp for name, file in known_files(store).items()}
        return stand(self.output.resolve(), self.cache / SPARE, stamps)

    def _stop_onerrors_said(self, told: Told) -> None:
        """Says all there is to say at once; errors end the build."""
        if told.errors:
            raise Failed(errors_said(told.errors), told)
        self.report.warnings(told)

    def _examine(
        self, memory: Memory, survey: Survey, registry: Registry, pictures: PictureStore
    ) -> dict[str, Remembered]:
        """All documents with their checks and records, in order; what still holds is not redone."""
        environment = digest(
            registry.digest,
            repr(bool(self.settings.get("SHOW_DRAFTS"))),
            *(repr(self.settings[name]) for name in ("MARKDOWN", "DEFAULT_CATEGORY")),
        )
        hashes = RememberedHashes(self.content, memory.store, self.seen)
        documents = survey.site.documents
        found = memory.still_true(documents, environment, survey, hashes)
        hashes.save()
        memory.refresh(found, documents, self.seen)
        todo = [document for document in documents if document.name not in found]
        if todo:
            # The grammar takes a quarter of a second to load.
            from press.examine import Examiner
            from press.reading import DocumentReader

            reader = DocumentReader(self.settings, registry, pictures)
            state = memory.states(survey)
            examiner = Examiner(survey, reader, hashes, state, environment, self.seen)
            fresh = as_they_come(examiner.examine, todo, self.workers)
            found |= memory.take(self.report.counted(fresh, len(todo)))
        memory.forget(document.name for document in documents)
        return {document.name: found[document.name] for document in documents}

    def _each(self, task: Any, items: list[Any]) -> list[Any]:
        return side_by_side(task, items, self.workers)

    def _context(self, seen: _Seen, site_info: SiteInfo) -> dict[str, Any]:
        """What every template and generator sees."""
        context: dict[str, Any] = dict(self.settings)
        context |= {
            "SITE": site_info,
            "SITENAME": site_info.name,
            "BUILD_TIME": self.now,
            "registry": seen.registry,
            "documents": seen.survey.site.documents,
            "pictures": seen.pictures,
            "development": bool(self.settings.get("SHOW_DRAFTS")),
            "localsiteurl": ".",
            "generated_content": {},
            "static_links": set(),
            "static_content": {},
        }
        room = self._newsroom(seen.survey.site, seen.records, context)
        context["newsroom"] = room
        context["frame"] = Frame.of(room, self.settings["NAV_CATEGORIES"])
        # Feeds tell what this publication changes, and the ledger is written after it.
        context["ledger"] = seen.ledger.entries
        return context

    def _newsroom(self, site: Site, records: list[Record], context: dict[str, Any]) -> Newsroom:
        addresses = {document.name: document.address for document in site.documents}
        room = fill_newsroom(
            records,
            addresses,
            context,
            term_slugs,
            self.now,
            show_drafts=bool(self.settings.get("SHOW_DRAFTS")),
        )
        for content in room.contents:
            resolve_links(content, addresses)
        return room

    def _make(self, seen: _Seen, context: dict[str, Any], store: Store, stage: Stage) -> Written:
        """Lets every generator note its files, then makes those that changed in `stage`."""
        environment = digest(
            settings_digest(self.settings),
            *map(folder_digest, template_folders(self.settings, self.pelican.theme)),
            context["frame"].shows(),
        )
        state = SiteState(self.content, store, stage, known_files(store), environment, self.workers)
        with scratch_folder(stage.folder.parent) as scratch:
            writer = self._noted(context, state, scratch)
            # Which pages there are, and so which links lead nowhere, is known only now.
            dead = _dead_links(seen, context, writer)
            if dead:
                raise Failed(errors_said(len(dead)), dead)
            return writer.make_all(
                context, stage, state.known, environment, self.workers, self.report.counted
            )

    def _noted(self, context: dict[str, Any], state: SiteState, scratch: Path) -> PressWriter:
        """A writer with all files of the site noted, none of them made."""
        context["press"] = state
        generators = [
            cls(
                context=context,
                settings=self.settings,
                path=self.pelican.path,
                theme=self.pelican.theme,
                output_path=str(scratch),
            )
            for cls in self.pelican._get_generator_classes()
        ]
        self.templates = share_environment(generators)
        for generator in generators:
            if hasattr(generator, "generate_context"):
                generator.generate_context()
        writer = PressWriter(str(scratch), self.settings)
        for generator in generators:
            if hasattr(generator, "generate_output"):
                generator.generate_output(writer)
        writer.adopt()
        return writer

    def _dead_links_unmade(self, seen: _Seen) -> list[Finding]:
        """What `_make` would say of links to pages of the site, with nothing made or remembered."""
        context = self._context(seen, read_site(self.settings))
        with TemporaryDirectory() as folder:
            scratch = Path(folder) / "scratch"
            scratch.mkdir()
            stage = Stage(Path(folder) / "site", Path(folder), Standing())
            state = SiteState(self.content, Store(None, ""), stage, {}, "", self.workers)
            return _dead_links(seen, context, self._noted(context, state, scratch))


def _dead_links(seen: _Seen, context: dict[str, Any], writer: PressWriter) -> list[Finding]:
    """Links of articles and pages to files that are not among those noted by `writer`."""
    records = (content.record for content in context["newsroom"].contents)
    return sort_findings(dead_places(records, seen.survey.site, writer.names))


def _remember(store: Store, state: SiteState, written: Written) -> None:
    """Keeps what the next build must know of the published files."""
    known = state.known
    store.put(
        "page",
        [(name, f.to_text()) for name, f in written.files.items() if known.get(name) != f],
    )
    store.remove("page", [name for name in known if name not in written.files])
