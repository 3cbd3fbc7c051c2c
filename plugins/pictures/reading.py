"""The pictures and attachments of one article: found, noted, and what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from findings import Finding, Severity
from pictures import checks, locate
from pictures.model import SITE_ROOT, Picture, PublishedFile, Refusal, url
from pictures.store import PictureStore
from vntext.values import quickly_made

_ELSEWHERE = re.compile(
    r"[a-z][a-z0-9+.-]*:|//|#|\?|\{(?!static\}|attach\}|filename\})", re.IGNORECASE
)
_PAGES = (".md", ".markdown", ".html", ".htm")


@quickly_made
@dataclass(frozen=True, slots=True)
class Source:
    """The article that is being read."""

    path: str
    """As findings name it."""
    folder: str
    """Of the article, relative to the content folder."""
    body: str
    """Its Markdown, NFC."""
    body_line: int = 1
    """Line of the file on which the body begins."""
    has_lead_picture: bool = False
    """Whether the page opens with a picture of its own, so that none in the body is urgent."""


@dataclass(slots=True)
class PictureReading:
    """What an article needs placed, and what is wrong with it."""

    files: list[PublishedFile] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    """In order of appearance."""
    findings: list[Finding] = field(default_factory=list)


class ArticlePictures:
    """Looks up what one article refers to."""

    def __init__(self, store: PictureStore, source: Source) -> None:
        self.source = source
        self.reading = PictureReading()
        self._store = store
        self._passed: dict[str, int] = {}
        """Where in the body each address was last seen."""
        self._no_figure_yet = not source.has_lead_picture

    def image(self, address: str, alt: str) -> Picture | None:
        """The picture at `address`; None, with a finding, if readers cannot get it."""
        place = self._place(address)
        for refusal, severity in checks.alt_doubts(address, alt):
            self._add(place, refusal, severity)
        picture = self._picture(address)
        if isinstance(picture, Refusal):
            # Only a remote one may be long (data:); the line says which it is.
            self._add(place, picture)
            return None
        for refusal, severity in checks.doubts(address, picture):
            self._add(place, refusal, severity)
        return self._noted(picture)

    def link(self, address: str) -> str | None:
        """Where a link to a file of the content folder must lead; None if it is no such link."""
        if not _is_file_link(address):
            return None
        place = self._place(address)
        found = self._store.find(address, self.source.folder)
        if isinstance(found, Refusal):
            if _must_exist(address, self.source.folder):
                self._add(place, found)
            return None
        if found.suffix.lower() in locate.PICTURES:
            return self._picture_link(address, place)
        file = self._store.attachment(found)
        if isinstance(file, Refusal):
            self._add(place, file)
            return None
        self.reading.files.append(file)
        _, hash_mark, fragment = address.partition("#")
        return url(file.address, SITE_ROOT) + hash_mark + fragment

    def is_first_figure(self) -> bool:
        """Whether this is the figure that a reader sees first; true once an article."""
        first, self._no_figure_yet = self._no_figure_yet, False
        return first

    def _picture(self, address: str) -> Picture | Refusal:
        if _ELSEWHERE.match(address) and not locate.is_of_one_machine(address):
            return checks.remote(address)
        found = self._store.find(address, self.source.folder)
        picture = found if isinstance(found, Refusal) else self._store.picture(found)
        return checks.named(picture, address) if isinstance(picture, Refusal) else picture

    def _picture_link(self, address: str, place: tuple[int, int]) -> str | None:
        """Originals are never published: the derivative that every program shows stands in."""
        picture = self._picture(address)
        if isinstance(picture, Refusal):
            self._add(place, picture)
            return None
        return url(self._noted(picture).fallback.address, SITE_ROOT)

    def _noted(self, picture: Picture) -> Picture:
        self.reading.pictures.append(picture)
        self.reading.files.extend(picture.files)
        return picture

    def _add(
        self, place: tuple[int, int], found: Refusal, severity: Severity = Severity.ERROR
    ) -> None:
        line, column = place
        self.reading.findings.append(
            Finding(self.source.path, line, column, found.rule, found.message, found.mend, severity)
        )

    def _place(self, address: str) -> tuple[int, int]:
        """Line and column, in the article's file, of the next mention of `address`."""
        body = self.source.body
        passed = self._passed.get(address)
        at = body.find(address, passed + 1 if passed is not None else 0) if address else -1
        if at < 0 and passed is None:
            return self.source.body_line, 1
        # A link by reference mentions its address once, however often it is used.
        at = at if at >= 0 or passed is None else passed
        self._passed[address] = at
        line = body.count("\n", 0, at)
        return self.source.body_line + line, at - body.rfind("\n", 0, at)


def _is_file_link(address: str) -> bool:
    """Whether `address` looks like a file of the content folder, not like a page."""
    if not address or _ELSEWHERE.match(address):
        return False
    name = address.partition("#")[0].partition("?")[0].rpartition("/")[2].lower()
    suffix = name[name.rfind(".") :] if "." in name else ""
    if suffix in _PAGES:
        return False
    known = suffix in locate.ATTACHMENTS or suffix in locate.PICTURES
    known = known or (bool(suffix) and address.lstrip("/").startswith(locate.FOLDERS))
    return known or address.lower().startswith(("{static}", "{attach}"))


def _must_exist(address: str, folder: str) -> bool:
    """Whether nothing but a file of the content folder can be meant by `address`.

    `/so-lieu/lop/lop.csv` may be a page of the site: the link check knows.
    """
    path = locate.content_path(address, folder)
    ours = path is None or path.startswith(locate.FOLDERS)
    return ours or locate.is_marked(address) or not address.startswith("/")
