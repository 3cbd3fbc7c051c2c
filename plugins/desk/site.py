"""All that a content folder holds: documents with their addresses, other files, findings."""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from desk.addresses import article_address, draft_address, name_mark, page_address, slug_of
from desk.corrections import Correction
from desk.front_matter import FrontMatter, Kind, parse
from desk.misplaced import misplaced
from desk.values import Status
from desk.walk import Found, is_markdown, printable, walk
from findings import Finding, Saying, Severity, reason_of, sort_findings
from vntext.fold import slug
from vntext.unicode import nfc
from vntext.values import quickly_made

Each = Callable[[Callable[[Any], Any], list[Any]], list[Any]]
"""Runs a task on every item and returns the results in order, perhaps side by side."""

_PAGES = ("trang", "pages")


@quickly_made
@dataclass(frozen=True, slots=True)
class Document:
    """An article or a page, as far as its source tells."""

    path: str
    """As shown in findings: from the folder that the command ran in."""
    name: str
    """From the content folder, with forward slashes, in NFC; links use it."""
    location: str
    """Of its file, as the system finds it."""
    kind: Kind
    front: FrontMatter
    id: str
    """Permanent: the editor's `Mã`, else made from the name."""
    slug: str
    address: str
    """From the root of the site, with a slash at its end; empty without a date."""
    stamp: tuple[int, int, int, int] = field(repr=False, compare=False)

    @property
    def file(self) -> Path:
        return Path(self.location)

    @property
    def title(self) -> str:
        return str(self.front.values.get("title", ""))

    @property
    def date(self) -> datetime.datetime | None:
        return self._moment("date")

    @property
    def expires(self) -> datetime.datetime | None:
        return self._moment("expires")

    @property
    def modified(self) -> datetime.datetime | None:
        return self._moment("modified")

    @property
    def status(self) -> Status:
        return self.front.values.get("status", "published")  # type: ignore[return-value]

    @property
    def corrections(self) -> tuple[Correction, ...]:
        return self.front.values.get("corrections", ())  # type: ignore[return-value]

    @property
    def readable(self) -> bool:
        """Whether nothing in its head or bytes forbids publishing it."""
        return all(finding.severity is not Severity.ERROR for finding in self.front.findings)

    def names(self, key: str) -> tuple[str, ...]:
        """The list under `key`, empty where there is none."""
        return self.front.values.get(key, ())  # type: ignore[return-value]

    def is_scheduled(self, now: datetime.datetime) -> bool:
        """Whether its day is still to come."""
        return self.date is not None and self.date > now and self.status == "published"

    def is_over(self, now: datetime.datetime) -> bool:
        """Whether the last day of its `Hết hạn` has passed."""
        return has_expired(self.expires, now)

    def _moment(self, key: str) -> datetime.datetime | None:
        value = self.front.values.get(key)
        return value if isinstance(value, datetime.datetime) else None


@dataclass(frozen=True)
class Site:
    """One content folder, read."""

    root: Path
    shown: str
    """The content folder as findings show it."""
    documents: tuple[Document, ...]
    """In order of their names; those with errors included."""
    files: frozenset[str]
    """Names of all other regular files, in NFC."""
    findings: tuple[Finding, ...]
    """On what could not be read at all; those on documents are in their `front`."""
    stamps: Mapping[str, tuple[int, int, int, int]] = field(default_factory=dict)
    """Of all files, by name; see `Document.stamp`."""

    @cached_property
    def by_name(self) -> Mapping[str, Document]:
        return {document.name: document for document in self.documents}

    @cached_property
    def by_file_name(self) -> Mapping[str, tuple[str, ...]]:
        """Names of documents by the last part of their names."""
        found: dict[str, list[str]] = defaultdict(list)
        for document in self.documents:
            found[document.name.rpartition("/")[2]].append(document.name)
        return {file: tuple(names) for file, names in found.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def by_address(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents that would be written at each address: more than one is an error."""
        found: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            if document.address:
                found[document.address].append(document)
        return {address: tuple(group) for address, group in found.items()}


def has_expired(expires: datetime.datetime | None, now: datetime.datetime) -> bool:
    """Whether a last day is over; it counts to its end."""
    return expires is not None and expires + datetime.timedelta(days=1) <= now


def one_by_one(task: Callable[[Any], Any], items: list[Any]) -> list[Any]:
    """`task` of every item, one after another."""
    return [task(item) for item in items]


def load_site(
    content: Path,
    *,
    previous: Site | None = None,
    walked: Iterable[Found | Finding] | None = None,
    each: Each = one_by_one,
) -> Site:
    """The documents and files below `content`; never raises for what it holds.

    With `previous`, documents whose files were not written since are taken
    over from it. `walked` is what `walk` finds, where that is known. `each`
    runs the reading of many files.
    """
    shown = os.path.relpath(content).replace(os.sep, "/")
    known = previous.by_name if previous else {}
    findings: list[Finding] = []
    files: list[str] = []
    stamps: dict[str, tuple[int, int, int, int]] = {}
    sources: list[Found] = []
    for found in walk(content, shown) if walked is None else walked:
        if isinstance(found, Finding):
            findings.append(found)
            continue
        stamps[found.name] = found.stamp
        problem = misplaced(found.name, place_of(found, shown), found.location)
        if problem:
            findings.append(problem)
        if is_markdown(found.name) and not problem:
            sources.append(found)
        else:
            files.append(found.name)
    changed = [found for found in sources if _is_new(found, known)]
    read = dict(zip((f.name for f in changed), each(partial(_read, shown), changed), strict=True))
    documents: list[Document] = []
    for found in sources:
        document = read.get(found.name) or known[found.name]
        if isinstance(document, Finding):
            findings.append(document)
        else:
            documents.append(document)
    return Site(
        content,
        shown,
        tuple(documents),
        frozenset(files),
        tuple(sort_findings(findings)),
        stamps,
    )


def kind_of(name: str) -> Kind:
    """Whether a Markdown file of that name, from the content folder, is a page or an article."""
    return "page" if name.partition("/")[0].lower() in _PAGES else "article"


def _is_new(found: Found, known: Mapping[str, Document]) -> bool:
    document = known.get(found.name)
    return document is None or document.stamp != found.stamp


def place_of(found: Found, shown: str) -> str:
    """The file as findings show it."""
    return printable(f"{shown}/{found.name}" if shown != "." else found.name)


def _read(shown: str, found: Found) -> Document | Finding:
    try:
        with open(found.location, "rb", buffering=0) as file:
            source = file.read()
    except OSError as error:
        reason = reason_of(error)
        message = Saying(f"Không đọc được: {reason}", f"It cannot be read: {reason.english}")
        mend = Saying("dựng lại", "build again")
        return Finding(place_of(found, shown), 1, 1, "file-unreadable", message, mend)
    return read_document(source, found, place_of(found, shown))


def read_document(source: bytes, found: Found, place: str) -> Document:
    """The document that a file's bytes hold."""
    kind = kind_of(found.name)
    front = parse(source, place, kind=kind)
    own_slug = str(front.values.get("slug") or slug_of(str(front.values.get("title", "")), "bai"))
    id = str(front.values.get("id") or default_id(found.name))
    date = front.values.get("date")
    address = ""
    if not (front.values.get("slug") or front.values.get("title")):
        pass  # Told already; an address made of nothing would be said to be taken by others.
    elif front.values.get("status") == "draft":
        address = draft_address(own_slug)
    elif kind == "page":
        address = page_address(own_slug)
    elif isinstance(date, datetime.datetime):
        address = article_address(date, own_slug)
    return Document(
        place, found.name, found.location, kind, front, id, own_slug, address, found.stamp
    )


def default_id(name: str) -> str:
    """The id of a document without `Mã`: its name below the first folder, as a slug.

    Where the slug says less than the name (Bai.md and bai.md, Lễ and Lẻ), a mark
    of the name is added, so that an id never hangs on which other files there are.
    """
    stem = nfc(name).rpartition(".")[0]
    parts = stem.split("/")
    inner = "-".join(parts[1:] if len(parts) > 1 and parts[0] in ("bai-viet", *_PAGES) else parts)
    plain = slug(inner, limit=120)
    return plain if plain == inner else f"{plain or 'bai'}-{name_mark(inner)}"
