"""All findings on a content folder: text and links, then what reading finds in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.check import check_site, only
from desk.rule import Survey
from desk.site import Document, load_site
from findings import Finding
from niengiam.present import now
from press.report import Report


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looked at and found."""

    survey: Survey
    documents: tuple[Document, ...]
    """Those that were asked about."""
    findings: tuple[Finding, ...]
    unknown: tuple[Path, ...]
    """What was asked about and is no part of the content folder that anything is said of."""


def check_all(
    content: Path, files: Sequence[Path], settings: Path, cache: Path, report: Report | None = None
) -> Checked:
    """Findings on `files`, or on all of `content` when none are named, as a build finds them.

    Raises press.build.Failed: when the settings are at fault.
    """
    from press.build import look

    looked = look(content, cache, settings, report or Report(quiet=True))
    return _checked(looked.survey, looked.findings, files)


def check_text(content: Path, files: Sequence[Path]) -> Checked:
    """Findings on text and links alone: figures, pictures and made pages are not looked at."""
    survey = Survey(load_site(content), now())
    return _checked(survey, check_site(survey), files)


def _checked(survey: Survey, found: Sequence[Finding], files: Sequence[Path]) -> Checked:
    documents = survey.site.documents
    if not files:
        return Checked(survey, documents, tuple(found), ())
    wanted = {path: path.resolve() for path in files}
    asked = tuple(d for d in documents if _concerns(d, list(wanted.values())))
    found = only(list(found), survey.site, list(files))
    known = [*(d.file.resolve() for d in asked), *(Path(f.path).resolve() for f in found)]
    root = survey.site.root.resolve()
    unknown = tuple(
        path
        for path, whole in wanted.items()
        if not (whole.is_dir() and (whole == root or root in whole.parents))
        and not any(one == whole or whole in one.parents for one in known)
    )
    return Checked(survey, asked, tuple(found), unknown)


def _concerns(document: Document, wanted: list[Path]) -> bool:
    file = document.file.resolve()
    return any(file == path or path in file.parents for path in wanted)
