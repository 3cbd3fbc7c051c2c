"""One build from first to last: check, read, index, render, verify, swap."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, TemplateSyntaxError

from desk.addresses import term_slugs
from desk.check import check_site
from desk.rule import Survey
from desk.site import Site, load_site
from findings import Finding, Severity, sort_findings
from pictures.store import PictureStore
from press.clock import build_time
from press.links import resolve_links
from press.lock import Busy, build_lock
from press.manifest import write_manifest
from press.newsroom import Newsroom, fill_newsroom
from press.reading import DocumentReader
from press.records import Record
from press.report import Report
from press.site import SettingsError, SiteInfo, read_site
from press.stage import Changes, OutputError, clear_remains, keep_unchanged, open_stage, swap
from press.verify import verify_stage
from press.workers import available_workers, side_by_side
from press.writer import DuplicateAddress, PressWriter
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.pelican_class import NienGiam


class Failed(Exception):
    """The build stops; the old site stands."""

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    articles: int
    pages: int
    figures: int
    scheduled: tuple[Record, ...]
    changes: Changes
    findings: tuple[Finding, ...]
    """Warnings and questions."""


def build(
    content: Path,
    output: Path,
    cache: Path | None,
    publish: bool,
    settings_file: Path,
    report: Report,
    *,
    show_drafts: bool = False,
) -> BuildResult:
    """Builds `content` into `output` with the settings of `settings_file`.

    With `publish` the file `publishconf.py` beside it is read instead, and
    figures that changed without their article must have been accepted.

    Raises Failed: with everything there is to say; the old site stands.
    """
    from pelican.settings import read_settings

    from press.pelican_class import NienGiam

    file = settings_file.with_name("publishconf.py") if publish else settings_file
    overrides = {
        "PATH": str(content.absolute()),
        "OUTPUT_PATH": str(output.absolute()),
        "PRESS_CACHE": str(cache.absolute()) if cache else "",
        "PRESS_PUBLISH": publish,
    } | ({"SHOW_DRAFTS": True} if show_drafts else {})
    if not content.is_dir():
        raise Failed(f'Không có thư mục nội dung "{content}"')
    try:
        settings = read_settings(str(file), override=overrides)
    except SyntaxError as error:
        raise Failed(f"{error.filename}:{error.lineno}: lỗi cú pháp: {error.msg}") from None
    except Exception as error:
        raise Failed(f"{file}: không đọc được cấu hình: {error}") from error
    pelican = NienGiam(settings)
    pelican.report = report
    return run_build(pelican, report)


def run_build(pelican: NienGiam, report: Report) -> BuildResult:
    """Builds the site of `pelican`'s settings.

    Raises Failed: when content, settings or the output folder are at fault.
    """
    try:
        with build_lock(cache_of(pelican.settings)) as held:
            if held:
                clear_remains(cache_of(pelican.settings))
            return _Build(pelican, report).run()
    except (Busy, OutputError, SettingsError, DuplicateAddress) as problem:
        raise Failed(str(problem)) from None
    except TemplateError as problem:
        raise Failed(_template_problem(problem)) from problem
    except OSError as problem:
        place = f' "{problem.filename}"' if problem.filename else ""
        raise Failed(f"Không dựng được trang: {problem.strerror}{place}") from None


def _template_problem(problem: TemplateError) -> str:
    """Where in the theme a template fails, and why."""
    if isinstance(problem, TemplateSyntaxError):
        return f"{problem.filename or problem.name}:{problem.lineno}: mẫu trang: {problem.message}"
    frames = traceback.extract_tb(problem.__traceback__)
    place = next((f for f in reversed(frames) if f.filename.endswith((".html", ".xml"))), None)
    where = f"{place.filename}:{place.lineno}: " if place else ""
    return f"{where}mẫu trang: {problem.message}"


def cache_of(settings: dict[str, Any]) -> Path:
    """The folder for everything that can be made again."""
    return Path(settings.get("PRESS_CACHE") or ".cache")


class _Build:
    """The state of one build."""

    def __init__(self, pelican: NienGiam, report: Report) -> None:
        self.pelican = pelican
        self.settings = pelican.settings
        self.report = report
        self.content = pelican.content_root
        self.output = Path(pelican.output_path)
        self.cache = cache_of(self.settings)
        self.now = build_time()
        self.workers = int(self.settings.get("PRESS_WORKERS") or available_workers())
        self.findings: list[Finding] = []

    def run(self) -> BuildResult:
        site_info = read_site(self.settings)
        with self.report.phase("đọc thư mục nội dung"):
            site = load_site(self.content, each=self._each)
            registry, problems = load_registry(self.content / "so-lieu", f"{site.shown}/so-lieu")
        with self.report.phase("kiểm tra"):
            survey = Survey(site, self.now)
            self._tell([*check_site(survey, each=self._each), *problems])
        with self.report.phase("đọc bài"):
            pictures = PictureStore(self.content, self.cache / "pictures")
            records = self._read(site, registry, pictures)
        self._tell(finding for record in records for finding in record.findings)
        self._stop_on_errors()

        context = self._context(site, site_info, registry, pictures)
        room = self._newsroom(site, records, context)
        context["newsroom"] = room
        stage = open_stage(self.output, self.cache)
        try:
            with self.report.phase("dựng trang"):
                self._render(context, stage)
            with self.report.phase("kiểm tra và thay"):
                verify_stage(stage, room)
                write_manifest(stage)
                changes = keep_unchanged(stage, self.output)
                swap(stage, self.output)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        return BuildResult(
            len(room.articles),
            len(room.pages),
            sum(o.published for article in room.articles for o in article.observations),
            tuple(room.scheduled),
            changes,
            tuple(sort_findings(self.findings)),
        )

    def _tell(self, findings: Iterable[Finding]) -> None:
        self.findings.extend(findings)

    def _stop_on_errors(self) -> None:
        """Says all findings at once; errors end the build."""
        found = sort_findings(self.findings)
        errors = sum(finding.severity is Severity.ERROR for finding in found)
        if errors:
            raise Failed(f"Có {errors} lỗi; chưa dựng trang, trang đang có không thay đổi.", found)
        self.report.findings(f for f in found if f.severity is Severity.WARNING)

    def _read(self, site: Site, registry: Registry, pictures: PictureStore) -> list[Record]:
        reader = DocumentReader(self.settings, registry, pictures)
        readable = [document for document in site.documents if document.readable]
        return self._each(reader.read, readable)

    def _each(self, task: Any, items: list[Any]) -> list[Any]:
        return side_by_side(task, items, self.workers)

    def _context(
        self, site: Site, site_info: SiteInfo, registry: Registry, pictures: PictureStore
    ) -> dict[str, Any]:
        """What every template and generator sees."""
        context: dict[str, Any] = dict(self.settings)
        context |= {
            "SITE": site_info,
            "SITENAME": site_info.name,
            "BUILD_TIME": self.now,
            "registry": registry,
            "documents": site.documents,
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
            term_slugs,
            self.now,
            show_drafts=bool(self.settings.get("SHOW_DRAFTS")),
        )
        for content in room.contents:
            resolve_links(content, addresses)
        return room

    def _render(self, context: dict[str, Any], stage: Path) -> None:
        """Lets every generator note its pages, then renders them into `stage`."""
        generators = [
            cls(
                context=context,
                settings=self.settings,
                path=self.pelican.path,
                theme=self.pelican.theme,
                output_path=str(stage),
            )
            for cls in self.pelican._get_generator_classes()
        ]
        for generator in generators:
            if hasattr(generator, "generate_context"):
                generator.generate_context()
        writer = PressWriter(str(stage), self.settings)
        for generator in generators:
            if hasattr(generator, "generate_output"):
                generator.generate_output(writer)
        writer.render_all(context, self.workers)
