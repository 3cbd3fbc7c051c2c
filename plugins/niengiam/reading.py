"""Documents read for their figures, as a build reads them but without pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.rules.nesting_deep import too_deep
from desk.rules.table_long import too_long
from desk.site import Document, read_document
from desk.walk import Found
from findings import Finding, sort_findings
from stat_index.article import ArticleContext, ArticleFigures, read


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read in one file."""

    document: Document
    figures: ArticleFigures
    findings: tuple[Finding, ...]


class FigureReader:
    """Reads documents with the site's settings and registry; made once."""

    def __init__(self, content: Path, settings: Path) -> None:
        from markdown import Markdown

        from press.settings_file import settings_in
        from stat_index.marking.markdown import FigureMarks
        from stat_index.registry_file import load_registry

        site = settings_in(settings)
        options = dict(site["MARKDOWN"])
        self._default_organisation = str(site.get("DEFAULT_ORGANISATION") or "")
        extensions = [*options.pop("extensions", []), FigureMarks()]
        self._markdown = Markdown(extensions=extensions, **options)
        self._registry, _ = load_registry(content / "so-lieu")

    def read(self, document: Document) -> ArticleFigures:
        """The figures of one document; none of a page, nor where the editor says `Số liệu: không`."""
        front = document.front
        if document.kind == "page" or front.values.get("figures") is False:
            return ArticleFigures("")
        if too_deep(front.body) or too_long(front.body):
            return ArticleFigures("")
        html = self._markdown.reset().convert(front.body)
        context = ArticleContext(
            id=document.id,
            title=document.title,
            summary=str(front.values.get("summary", "")),
            date=document.date.date() if document.date else None,
            organisation=str(front.values.get("organisation", "")) or None,
            default_organisation=self._default_organisation,
            period=str(front.values.get("period", "")) or None,
            corrections=document.corrections,
            prefer=document.names("prefer"),
            path=document.path,
            body=front.body,
            body_line=front.body_line,
            prefer_line=front.lines.get("prefer", 1),
            organisation_line=front.lines.get("organisation", 1),
        )
        return read(html, context, self._registry)


def readings(files: Sequence[Path], content: Path, settings: Path) -> Iterator[DocumentReading]:
    """A reading of each of `files`, which need not lie below `content`."""
    reader = FigureReader(content, settings)
    for file in files:
        name = _name(file, content)
        found = Found(str(file), name, (0, 0, 0, 0))
        document = read_document(file.read_bytes(), found, str(file))
        figures = reader.read(document)
        told = sort_findings((*document.front.findings, *figures.findings))
        yield DocumentReading(document, figures, tuple(told))


def _name(file: Path, content: Path) -> str:
    """The file's name below the content folder, where it lies in it."""
    try:
        return file.resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        return file.name
