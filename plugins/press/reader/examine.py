"""Looking at one document: what the checks say, what is read from it, what both depend on."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from desk.check import check_document
from desk.links import name_at, target_of
from desk.made_html import check_made
from desk.rule import Survey
from desk.site import Document
from findings import Finding, Severity, sort_findings
from pictures.locate import content_path
from press.archive.remembered import Outside, Remembered, document_digest, kept_of
from press.archive.told import count_of, told_json
from press.cache.bodies import CODING
from press.environment import digest
from press.reader.examined import Examined, FileHashes, TooLarge
from press.reader.places import may_lead, places_of
from press.reader.reading import DocumentReader
from press.reader.records import Record
from stat_index.pages.article_rows import article_rows
from vntext.unicode import nfc
from vntext.values import changed

_MARKERS = ("{filename}", "{static}", "{attach}")
_MARKED = re.compile(r'="\{(?:(?<=href="\{)|(?<=src="\{))(?:filename|static|attach)\}([^"#?]*)')


@dataclass(slots=True)
class Examiner:
    """Looks at documents one after another; made once, used in several processes."""

    survey: Survey
    reader: DocumentReader
    hashes: FileHashes
    state: Callable[[str], str]
    """Of another document, by name: see `Memory.state`."""
    environment: str
    seen: int

    def examine(self, document: Document) -> Examined:
        """All about `document`."""
        record, findings = self.read(document)
        outside = self._outside(document, record)
        count = count_of(findings)
        light, body, figures = kept_of(
            Remembered(
                document, document_digest(document), self.seen, self.environment, count,
                outside or Outside((), ()), record,
            )
        )  # fmt: skip
        return Examined(
            document.name,
            light,
            body,
            figures,
            told_json(findings).encode(*CODING),
            keep=not count.errors and outside is not None and not _waits(document, self.survey.now),
        )

    def read(self, document: Document) -> tuple[Record | None, list[Finding]]:
        """What is read from `document`, if it can be, and all there is to say of it.

        Raises TooLarge: where the memory does not suffice.
        """
        try:
            found = check_document(document, self.survey)
            if not document.readable:
                return None, sort_findings([*found, *self._faults(document)])
            record = self._record(document)
        except MemoryError:
            raise TooLarge(document.path) from None
        found += record.findings
        found += check_made(document, record.html, found)
        return record, sort_findings(found)

    def _faults(self, document: Document) -> list[Finding]:
        """Errors in the body of a document whose head is wrong: both are told in one go.

        What the body may mean hangs on its head, so nothing else of it is told.
        """
        if not document.front.body:
            return []
        findings = self.reader.read(document).findings
        return [finding for finding in findings if finding.severity is Severity.ERROR]

    def _record(self, document: Document) -> Record:
        record = self.reader.read(document)
        published = [o for o in record.observations if o.published]
        series = tuple(dict.fromkeys(o.slug for o in published))
        return changed(
            record,
            links=_links(record.html),
            places=places_of(record.html, series) if may_lead(record.text) else (),
            series=series,
            figures=len(published),
            rows=article_rows(published, self.reader.owner(document)),
            demonstration=any(o.organisation.demonstration for o in record.observations),
            index_mark=_index_mark(record),
            card_mark=_card_mark(record),
        )

    def _outside(self, document: Document, record: Record | None) -> Outside | None:
        """What the document's links and pictures were taken for; None where that is not sure."""
        documents: dict[str, str] = {}
        files: dict[str, str] = {}
        folder = posixpath.dirname(document.name)
        for address in self._addresses(document):
            target = target_of(address)
            if target.sort == "document":
                names = (
                    name_at(nfc(path), document) for path in (target.path, unquote(target.path))
                )
                documents |= {name: self.state(name) for name in names}
            elif target.sort in ("file", "absolute", "relative"):
                files |= self._files(address, folder)
        sources = {file.source for file in record.files} if record else set()
        if record and record.image:
            sources.add(record.image.source)
        if any(not files.get(source) for source in sources):
            return None
        return Outside(tuple(documents.items()), tuple(files.items()))

    def _addresses(self, document: Document) -> Iterator[str]:
        seen = self.survey.scan(document)
        for link in seen.links:
            yield link.address
        for tag in seen.tags:
            yield from (value for name, value in tag.attributes if name in ("src", "href"))
        image = document.front.values.get("image")
        if isinstance(image, str):
            yield image

    def _files(self, address: str, folder: str) -> dict[str, str]:
        """The spellings of `address` that are tried, up to the first that is there."""
        tried: dict[str, str] = {}
        plain = address.partition("#")[0].partition("?")[0]
        for spelling in (address, plain, unquote(address), unquote(plain)):
            path = content_path(spelling, folder)
            if path is not None:
                tried[path] = self.hashes.of(path)
                if tried[path]:
                    break
        return tried


def _links(html: str) -> tuple[str, ...]:
    """Paths of its links to other sources."""
    if not any(marker in html for marker in _MARKERS):
        return ()
    return tuple(sorted(set(_MARKED.findall(html))))


def _index_mark(record: Record) -> str:
    # The address is made of the slug and the date.
    shown = (
        record.id, record.title, record.path, record.slug, record.date, record.modified,
        record.corrections,
    )  # fmt: skip
    return digest(repr(shown))


def _card_mark(record: Record) -> str:
    shown = (
        record.title, record.summary, record.date, record.modified, record.image, record.category,
        record.place, record.status, record.tags, record.authors,
    )  # fmt: skip
    return digest(repr(shown))


def _waits(document: Document, now: datetime.datetime) -> bool:
    """Whether the checks may say something else tomorrow."""
    return document.date is not None and document.date > now
