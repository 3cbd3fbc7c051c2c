"""One article's page right after its file was saved, long before the whole site is right again.

A preview of ten thousand articles builds in seconds; whoever writes waits for
one page. That page needs its own text and, of the rest, what the last build
knows: neighbours, terms, frame. Whatever else the edit changes follows with
the next whole build, which looks at the page again.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from desk.rule import Survey
from desk.site import Document, read_document
from desk.walk import Found
from findings import Severity
from press.archive.content import NewsArticle
from press.pages.writer import lean, render, root_of
from press.reader.examine import Examiner
from press.reader.examined import FileHashes
from press.reader.links import resolve_links
from press.reader.reading import DocumentReader
from press.reader.records import Record
from vntext.unicode import nfc


@dataclass(frozen=True, slots=True, eq=False)
class Standby:
    """What the last build knows, kept for quick pages."""

    context: dict[str, Any]
    survey: Survey
    reader: DocumentReader
    templates: Environment
    articles: Mapping[str, NewsArticle]
    """By the names of their sources."""
    addresses: Mapping[str, str]
    """Of the pages of all documents, by their names."""


def quick_page(known: Standby, source: Path, output: Path) -> bool:
    """Makes the page of the article in the file `source` anew in the site `output`.

    False where that takes a whole build: an article that is new, that has
    errors, or whose address, category, tags or authors changed.
    """
    document = _read(known, source)
    if document is None or not document.readable:
        return False
    examiner = Examiner(
        known.survey, known.reader, FileHashes(known.survey.site.root, {}), str, "", 0
    )
    record, findings = examiner.read(document)
    if record is None or any(finding.severity is Severity.ERROR for finding in findings):
        return False
    article = _in_place_of(known.articles[document.name], record, known)
    if article is None:
        return False
    _write(output / article.save_as, _html(article, known))
    return True


def _read(known: Standby, source: Path) -> Document | None:
    """The document in the file, if the last build made an article of it at the same address."""
    try:
        name = nfc(source.relative_to(known.survey.site.root.absolute()).as_posix())
        before = known.survey.site.by_name.get(name)
        if before is None or name not in known.articles:
            return None
        document = read_document(
            source.read_bytes(), Found(str(source), name, _stamp(source)), before.path
        )
    except (OSError, ValueError):
        return None
    same = (document.address, document.id) == (before.address, before.id)
    return document if same else None


def _stamp(source: Path) -> tuple[int, int, int, int]:
    status = source.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _in_place_of(before: NewsArticle, record: Record, known: Standby) -> NewsArticle | None:
    """The article of `record` with the neighbours of the one before it."""
    was = before.record
    if (record.category, record.tags, record.authors, record.status) != (
        was.category, was.tags, was.authors, was.status,
    ):  # fmt: skip
        return None
    article = NewsArticle(
        record, before.url, known.context, before.category, before.tags, before.authors
    )
    for name in ("organisation", "is_indexed", "scheduled", "previous_article", "next_article",
                 "related", "share_image"):  # fmt: skip
        setattr(article, name, getattr(before, name))
    article.demonstration = record.demonstration or before.demonstration
    resolve_links(article, known.addresses)
    return article


def _html(article: NewsArticle, known: Standby) -> str:
    name = article.save_as
    context = {**lean(known.context), "localsiteurl": root_of(name)}
    article._context = context
    template = known.templates.get_template("article.html")
    return render(name, template, context, {"article": article})


def _write(page: Path, html: str) -> None:
    """Puts the page in the place of the old one in one step."""
    handle, name = tempfile.mkstemp(dir=page.parent, prefix=".moi-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(html)
    os.chmod(name, 0o644)
    os.replace(name, page)
