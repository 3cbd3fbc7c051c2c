"""Single documents read as a build reads them, for looking at their figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.site import read_document
from desk.walk import Found
from figures.model import Refusal
from findings import Finding, sort_findings
from stat_index.model import Observation


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read in one file."""

    path: str
    observations: tuple[Observation, ...]
    refusals: tuple[Refusal, ...]
    findings: tuple[Finding, ...]


def readings(files: Sequence[Path], content: Path, settings: Path) -> Iterator[DocumentReading]:
    """A reading of each of `files`, which need not lie below `content`."""
    from markdown import Markdown
    from pelican.settings import read_settings

    from stat_index.article import ArticleContext, read
    from stat_index.markdown import FigureMarks
    from stat_index.registry_file import load_registry

    options = dict(read_settings(str(settings))["MARKDOWN"])
    extensions = [*options.pop("extensions", []), FigureMarks()]
    registry, _ = load_registry(content / "so-lieu")
    for file in files:
        found = Found(file, file.name, (0, 0, 0, 0))
        document = read_document(file.read_bytes(), found, str(file))
        values = document.front.values
        html = Markdown(extensions=extensions, **options).convert(document.front.body)
        context = ArticleContext(
            id=document.id,
            title=document.title,
            date=document.date.date() if document.date else None,
            organisation=str(values.get("organisation", "")) or None,
            period=str(values.get("period", "")) or None,
            corrections=document.corrections,
            prefer=document.names("prefer"),
            path=str(file),
            body=document.front.body,
            body_line=document.front.body_line,
        )
        article = read(html, context, registry)
        told = sort_findings((*document.front.findings, *article.findings))
        yield DocumentReading(str(file), article.observations, article.refusals, tuple(told))
