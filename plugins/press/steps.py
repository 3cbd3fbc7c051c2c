"""The steps of one build, in order: look, read, check, arrange, make, verify, swap, remember."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desk.rule import Survey
from desk.site import Document, Site
from desk.walk import Found
from findings import Finding, Saying, sort_findings
from pictures.store import PictureStore
from press.archive.newsroom import Newsroom, fill_newsroom
from press.archive.relations import related_beside
from press.archive.roll import Roll
from press.cache.at_hand import AtHand
from press.cache.outline import Outline, outline_of
from press.cache.published import Published, change_files, known_files, stood_on
from press.cache.store import Store, cache_of
from press.clock import build_time
from press.edits.retouch import ground_of, retouch
from press.looking import Seen, look_at
from press.pages.doubted import Doubted
from press.pages.making import Making
from press.pages.noting import Annex, Noting
from press.pages.templates import generators_of
from press.pages.whole_pictures import site_share, with_logo
from press.pages.writer import PressWriter, Written
from press.reader.examined import Examined
from press.reader.links import resolve_links
from press.reader.places import dead_links
from press.reader.records import Record
from press.reader.twin_files import twin_files
from press.report import Report
from press.result import BuildResult, Failed, Looked, errors_said
from press.site import SiteInfo, read_site
from press.site_state import Frame, SiteState, page_environment
from press.staging.changes import write_changes
from press.staging.stage import Stage, scratch_folder
from press.staging.standing import Standing
from press.staging.verify import verify_made
from press.workers import WORTH_IT, available_workers
from stat_index.registry import Registry

#: After more edits than these there is work for all processes at once.
_FEW = 64
#: Below this many files no more processes are started beside the annex.
_MANY = 768

if TYPE_CHECKING:
    from press.edits.quick import Standby
    from press.pelican_class import NienGiam


class Build:
    """The state of one build."""

    LOADING = Saying("đọc thư mục nội dung", "reading the content folder")
    READING = Saying("kiểm tra và đọc bài", "checking and reading articles")
    MAKING = Saying("dựng trang", "making pages")
    SWAPPING = Saying("kiểm tra và thay", "verifying and swapping in")

    def __init__(self, pelican: NienGiam, report: Report, at_hand: AtHand) -> None:
        self.pelican = pelican
        self.settings = pelican.settings
        self.report = report
        self.at_hand = at_hand
        self.content = pelican.content_root
        self.shown = os.path.relpath(self.content).replace(os.sep, "/")
        """The content folder as findings name it."""
        self.output = Path(pelican.output_path)
        self.cache = cache_of(self.settings)
        self.now = build_time()
        self.published_at = str(self.settings.get("PUBLISHED_AT") or "")
        self.seen = time.time_ns()
        self.walked: list[Found | Finding] | None = None
        """What lies in the content folder, once somebody has looked."""
        self.ahead: Callable[[], list[Examined]] = list
        """What another process reads of documents that seem to be edited."""
        self.outline: Outline | None = None
        """That of the last build, whatever has changed since, once somebody has looked."""
        self.before: Outline | None = None
        """That of the last build, if all that pages stand on beside the content is as it was."""
        self.workers = int(self.settings.get("PRESS_WORKERS") or available_workers())

    def run(self, store: Store, standing: Callable[[], Standing]) -> BuildResult:
        """Builds the site; `standing` says how the published one stands."""
        # Before generators and templates add to the settings.
        self.ground = ground_of(self.settings, self.pelican.theme)
        return retouch(self, store, standing) or self._run(store, standing)

    def look(self, store: Store) -> Looked:
        """All that there is to say of the content, as `run` would say it; nothing is made."""
        from press.unmade import unmade

        seen = look_at(self, store)
        with unmade(self, seen, store) as found:
            seen.told.hear(found.doubted())
            return Looked(seen.survey, tuple(sort_findings([*seen.told, *found.dead_links()])))

    def _run(self, store: Store, standing: Callable[[], Standing]) -> BuildResult:
        site_info = read_site(self.settings)
        seen = look_at(self, store)
        if seen.told.errors:
            self._stop(seen, store)

        context = self.arranged(seen, site_info)
        room = context["newsroom"]
        Outline.forget(store)
        stage = Stage(self.output, self.cache, standing())
        try:
            with (
                scratch_folder(stage.folder.parent) as scratch,
                self.report.phase(self.MAKING),
                ExitStack() as beside,
            ):
                state = self.state(context, store, stage, partial(known_files, store))
                few = len(seen.fresh) <= _FEW and stood_on(store) == state.environment
                noting = self.noting(context, state, scratch, beside if few else None)
                relating = related_beside(room.articles, store, self.workers)
                link_related, outline = beside.enter_context(relating), None
                if few:
                    # Most pages show what they showed; whom they show is known only now.
                    link_related()
                    link_related = _nothing
                    outline = self._outline(seen, context)
                    if self.before:
                        context["unmoved"] = self.before.unmoved(outline, seen.fresh)
                written, rows = self._made(seen, context, store, noting, link_related, outline)
            with self.report.phase(self.SWAPPING):
                verify_made(stage.folder, room.contents, written.files, written.made)
                stage.swap(written.new, self.workers)
        except BaseException:
            stage.drop()
            raise
        seen.ledger.write()
        # Before it is known which files are published: who ends in between finds these changed.
        store.put("part", noting.published())
        change_files(store, written.anew, written.gone)
        stage.note()
        write_changes(self.cache, written.changes)
        Outline.keep(store, rows, written.manifest)
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

    def _outline(self, seen: Seen, context: dict[str, Any]) -> Outline:
        """What later rebuilds must know of this one, as far as it is known before pages are made."""
        room, frame, site = context["newsroom"], context["frame"], seen.survey.site
        return outline_of(self.ground, self.now, site, room, frame, seen.examined, seen.on_site)

    def _rows(
        self, seen: Seen, context: dict[str, Any], outline: Outline | None
    ) -> list[tuple[str, str]]:
        """The outline as it is kept."""
        outline = outline or self._outline(seen, context)
        outline.index_years = list(context["index_years"])
        outline.note(seen.survey.site.stamps, self.seen)
        return [*outline.rows(), context["roll"].row()]

    def _standby(self, context: dict[str, Any], survey: Survey) -> Standby:
        from press.edits.quick import Standby
        from press.reader.reading import DocumentReader

        reader = DocumentReader(self.settings, context["registry"], context["pictures"])
        articles = {article.record.path: article for article in context["newsroom"].rendered}
        addresses = {document.name: document.address for document in survey.site.documents}
        return Standby(context, survey, reader, self.templates, articles, addresses)

    def _stop(self, seen: Seen, store: Store) -> NoReturn:
        """Ends the build with all errors at once.

        Raises Failed.
        """
        from press.unmade import unmade

        with unmade(self, seen, store) as found:
            dead = found.dead_links()
        all_found = sort_findings([*seen.told, *dead])
        raise Failed(errors_said(seen.told.errors + len(dead)), all_found)

    def arranged(self, seen: Seen, site_info: SiteInfo) -> dict[str, Any]:
        """What every template and generator sees."""
        site = seen.survey.site
        context = self.context(site.documents, site_info, seen.registry, seen.pictures)
        room = self._newsroom(site, seen.records, context)
        context["newsroom"] = room
        context["roll"] = Roll.of(room)
        context["frame"] = Frame.of(room, self.settings["NAV_CATEGORIES"])
        # Feeds tell what this publication changes, and the ledger is written after it.
        context["ledger"] = seen.ledger.entries
        context["moved_series"] = seen.ledger.moves
        # All that is there stays: nobody need look through it for garbage, which for ten thousand
        # articles takes an eighth of a second.
        gc.freeze()
        return context

    def context(
        self,
        documents: Sequence[Document],
        site_info: SiteInfo,
        registry: Registry,
        pictures: PictureStore,
    ) -> dict[str, Any]:
        """What of it is there before articles are arranged."""
        site_info, logo_files = with_logo(site_info, pictures)
        context: dict[str, Any] = dict(self.settings)
        context |= {
            "SITE": site_info,
            "logo_files": logo_files,
            "site_share": site_share(site_info, self.pelican.theme, pictures),
            "SITENAME": site_info.name,
            "BUILD_TIME": self.now,
            "registry": registry,
            "documents": documents,
            "pictures": pictures,
            "development": bool(self.settings.get("SHOW_DRAFTS")),
            "localsiteurl": ".",
            "generated_content": {},
            "static_links": set(),
            "static_content": {},
        }
        return context

    def _newsroom(self, site: Site, records: list[Record], context: dict[str, Any]) -> Newsroom:
        addresses = {document.name: document.address for document in site.documents}
        room = fill_newsroom(
            records,
            addresses,
            context,
            self.now,
            show_drafts=bool(self.settings.get("SHOW_DRAFTS")),
        )
        for content in room.contents:
            if content.record.links:
                resolve_links(content, addresses)
        return room

    def state(
        self,
        context: dict[str, Any],
        store: Store,
        stage: Stage,
        known: Callable[[], Mapping[str, Published]],
    ) -> SiteState:
        """What there is at hand for making files; `known` looks up those of the last build."""
        environment = page_environment(
            self.settings, self.pelican.theme, context["frame"], context["SITE"]
        )
        return SiteState(self.content, store, stage, known, environment, self.workers)

    def _made(
        self,
        seen: Seen,
        context: dict[str, Any],
        store: Store,
        noting: Noting,
        link_related: Callable[[], None],
        outline: Outline | None,
    ) -> tuple[Written, list[tuple[str, str]]]:
        """Makes on the stage what changed, and says all there is to say.

        Gives what became of all files, and the rows of the outline. Raises Failed: when a link
        leads to no page.
        """
        state: SiteState = context["press"]
        stage, known, annex = state.stage, state.known, noting.annex
        writer = noting.new_writer()

        def begin() -> None:
            link_related()
            making.begin()

        manifest = self.before.manifest_of(self.output) if self.before else None
        with Making(writer, context, state) as making:
            noting.note(writer, None if annex else begin)
            if annex is None:
                self._tell(seen, context, store, writer, noting.doubts)
            own = making.finish(self.report.counted, _MANY if annex else WORTH_IT)
            rows = self._rows(seen, context, outline)
            if annex is not None:
                # All of this was done while the annex was at work.
                annex.noted(writer)
                self._tell(seen, context, store, writer, noting.doubts)
        # What the annex made is waited for when all else is settled.
        parts = chain([own], map(Annex.made, [annex] if annex else []))
        written = writer.settle(stage, known, parts, manifest)
        if annex is not None:
            annex.finish()
        return written, rows

    def _tell(
        self,
        seen: Seen,
        context: dict[str, Any],
        store: Store,
        writer: PressWriter,
        doubts: str | None,
    ) -> None:
        """Says all there is to say, once it is known which pages there are.

        Raises Failed: when a link leads to none of them, or two files to one address.
        """
        site = seen.survey.site
        dead = dead_links(context["newsroom"].contents, site, writer.names)
        dead += twin_files(seen.records, site)
        if dead:
            raise Failed(errors_said(len(dead)), sort_findings([*seen.told, *dead]))
        seen.told.hear(Doubted(store, site.by_name, doubts))
        self.report.warnings(seen.told)

    def noting(
        self,
        context: dict[str, Any],
        state: SiteState,
        scratch: Path,
        beside: ExitStack | None = None,
    ) -> Noting:
        """The generators, ready to note their files; `beside` as they say."""
        context["press"] = state
        classes = self.pelican._get_generator_classes()
        generators = generators_of(classes, self.pelican, context, str(scratch))
        self.templates = generators[0].env
        writer = partial(PressWriter, str(scratch), self.settings)
        return Noting(generators, context, writer, beside)


def _nothing() -> None:
    """What is left to do where all is done."""
