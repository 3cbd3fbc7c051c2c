"""All findings on a content folder: text and links, then what reading finds in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.check import check_site, only
from desk.figure_check import figure_findings
from desk.made_html import check_made
from desk.rule import Survey
from desk.site import Document, load_site
from findings import Finding, sort_findings
from niengiam.present import now
from stat_index.model import Observation


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looked at and found."""

    survey: Survey
    documents: tuple[Document, ...]
    """Those that were asked about."""
    findings: tuple[Finding, ...]


def check_all(
    content: Path, files: Sequence[Path], settings: Path, cache: Path, *, fast: bool = False
) -> Checked:
    """Findings on `files`, or on all of `content` when none are named.

    Unless `fast`, each document is read as for a build, so that pictures and
    figures are looked at too; whole-archive findings (conflicts between
    articles) then need the reading of all.
    """
    survey = Survey(load_site(content), now())
    found = check_site(survey)
    if not fast and settings.is_file():
        found += _read_all(survey, content, settings, cache, found)
    found = sort_findings(found)
    documents = survey.site.documents
    if files:
        found = only(found, survey.site, list(files))
        wanted = [path.resolve() for path in files]
        documents = tuple(d for d in documents if _concerns(d, wanted))
    return Checked(survey, documents, tuple(found))


def _concerns(document: Document, wanted: list[Path]) -> bool:
    file = document.file.resolve()
    return any(file == path or path in file.parents for path in wanted)


def _read_all(
    survey: Survey, content: Path, settings: Path, cache: Path, told: Sequence[Finding]
) -> list[Finding]:
    """What only reading finds: pictures, figures, and what articles say against each other.

    `told` is what the rules have said already.
    """
    from pelican.settings import read_settings

    from pictures.store import BuildPictures
    from press.reading import DocumentReader
    from press.workers import available_workers, side_by_side
    from stat_index.registry_file import load_registry

    configured = read_settings(str(settings), override={"PATH": str(content.absolute())})
    registry, found = load_registry(content / "so-lieu", f"{survey.site.shown}/so-lieu")
    reader = DocumentReader(configured, registry, BuildPictures(content, cache / "pictures"))
    readable = [document for document in survey.site.documents if document.readable]

    def read(document: Document) -> tuple[tuple[Finding, ...], tuple[Observation, ...], str]:
        record = reader.read(document)
        return record.findings, record.observations, record.html

    said: dict[str, list[Finding]] = defaultdict(list)
    for finding in told:
        said[finding.path].append(finding)
    observations = []
    for document, (findings, observed, made) in zip(
        readable, side_by_side(read, readable, available_workers()), strict=True
    ):
        found += findings
        found += check_made(document, made, said.get(document.path, ()))
        observations.append((document, observed))
    return [*found, *figure_findings(observations, registry, survey)]
