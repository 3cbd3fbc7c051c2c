"""An article on its way into the content folder: text, files, and links still to be led."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace

from bs4 import Tag

from legacy_import.lexicon import plain
from legacy_import.model import Note, SavedPage
from legacy_import.page import images
from legacy_import.page.article import Article
from legacy_import.sources.addresses import encoded, is_absolute, joined, key
from legacy_import.writing.body import body_markdown
from legacy_import.writing.escape import address, alt, in_quotes
from legacy_import.writing.files import ATTACHMENTS, PICTURES, Files, suffix_of
from vntext.dates import format_date

_OPEN, _CLOSE = "\ue000", "\ue001"
_NO_LETTER = re.compile(r"[\W_]+")
_LINK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


@dataclass
class Draft:
    """One article before links between articles are known."""

    page: SavedPage
    article: Article
    address: str
    """On the old site, absolute where the host is known; empty if unknown."""
    id: str
    path: str
    """Of the Markdown file, from the folder that receives it."""
    stem: str
    body: str = ""
    image: str = ""
    image_alt: str = ""
    links: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def forget_page(self) -> None:
        """Lets go of the page's bytes and tree: an archive has thousands."""
        self.page = replace(self.page, data=b"", look_up=_nothing)
        self.article = replace(self.article, items=())


def _nothing(address: str) -> None:
    return None


def address_of(page: SavedPage, article: Article, site: str) -> str:
    """Where the page lay on the old site, by its container, itself, or the site's address."""
    stated = article.address
    base = article.base or site
    if stated and not is_absolute(stated) and base:
        stated = joined(base, stated)
    found = page.address or stated
    if not found or re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", found):
        return (
            page.address
            if page.address and not re.fullmatch(r"https?://[^/]+/?", page.address)
            else ""
        )
    return encoded(found)


def id_of(page: SavedPage, old: str) -> str:
    """The permanent id: of the old address, else of the page's very bytes."""
    seed = key(old).encode() if old else page.data + page.name.encode() * (page.known is not None)
    return f"cu-{hashlib.sha256(seed).hexdigest()[:12]}"


class Writer:
    """Turns articles into drafts and copies their files."""

    def __init__(self, files: Files, site: str) -> None:
        self._files = files
        self._site = site

    def fill(self, draft: Draft, folder: str) -> None:
        """Sets body, pictures and links of `draft`; its files go into `folder`."""
        filler = _Filler(draft, self._files, folder, self._site)
        draft.body = body_markdown(draft.article.items, filler.link, filler.picture)
        if draft.article.image and not draft.image:
            filler.lead(draft.article.image)


class _Filler:
    def __init__(self, draft: Draft, files: Files, folder: str, site: str) -> None:
        self.draft, self._files, self._folder = draft, files, folder
        self._base = (
            joined(draft.address or site, draft.article.base)
            if draft.article.base
            else draft.address or site
        )

    def picture(self, image: Tag, caption: str) -> str:
        """A figure; one that was not saved is a stand-in, and told."""
        source = images.source_of(image)
        data, name = self._found(image, source)
        words = images.alt_of(image) or caption
        if not words:
            words = f"Ảnh trong bài “{self.draft.article.title}”"
            self.draft.notes.append(Note("picture-no-alt", name))
        at, problem = self._files.picture(self._folder, name, data)
        if problem:
            where = self._absolute(source) if not source.startswith("data:") else name
            self.draft.notes.append(Note(problem, f"{at.rpartition('/')[2]} ({where})"))
        elif not self.draft.image:
            self.draft.image, self.draft.image_alt = at, words
        title = f" {in_quotes(caption)}" if caption else ""
        return f"![{alt(words)}]({{static}}{address(at)}{title})"

    def _found(self, image: Tag, source: str) -> tuple[bytes | None, str]:
        """The bytes of the best copy that was saved, and the file's name."""
        if source.startswith("data:"):
            return images.data_of(source), f"anh-{len(self.draft.body) + 1}.png"
        larger = images.larger_of(image)
        for one in (larger, source, str(image.get("src", ""))):
            if one and not one.startswith("data:") and (data := self.draft.page.look_up(one)):
                return data, images.file_name(one if one == larger else source)
        return None, images.file_name(source)

    def lead(self, source: str) -> None:
        """The lead picture that an export names."""
        data = self.draft.page.look_up(source)
        if data:
            at, problem = self._files.picture(self._folder, images.file_name(source), data)
            if not problem:
                self.draft.image, self.draft.image_alt = at, self.draft.article.title

    def _absolute(self, target: str) -> str:
        return encoded(joined(self._base, target)) if self._base else target

    def link(self, target: str, words: str) -> str:
        """A link to a file of the site, to a page, or only its words."""
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", target, re.IGNORECASE)
        if target.startswith("#") or not target:
            return words
        if scheme and scheme[1].lower() in ("mailto", "tel"):
            return f"[{words}]({address(target)})"
        if scheme and scheme[1].lower() not in ("http", "https"):
            return words
        suffix = suffix_of(images.file_name(target))
        if suffix in ATTACHMENTS | PICTURES:
            return self._file(target, words)
        self.draft.links.append(self._absolute(target))
        return f"[{words}]({_OPEN}{len(self.draft.links) - 1}{_CLOSE})"

    def _file(self, target: str, words: str) -> str:
        data = self.draft.page.look_up(target)
        if data:
            at = self._files.attachment(self._folder, images.file_name(target), data)
            return f"[{words}]({{static}}{address(at)})"
        where = self._absolute(target)
        self.draft.notes.append(Note("file-missing", where))
        if is_absolute(where):
            return f"[{words}]({address(where)})"
        self.draft.footnotes.append(where)
        return f"{words}[^tep-{len(self.draft.footnotes)}]"


def resolved(draft: Draft, places: dict[str, str]) -> str:
    """The body with links to imported articles led to their files; other links as they were."""

    def lead(match: re.Match[str]) -> str:
        target = draft.links[int(match["number"])]
        place = places.get(key(target))
        if place:
            return f"[{match['words']}]({{filename}}{address(place)})"
        if is_absolute(target):
            return f"[{match['words']}]({address(target)})"
        draft.notes.append(Note("link-lost", target))
        return str(match["words"])

    pattern = rf"\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\({_OPEN}(?P<number>\d+){_CLOSE}\)"
    body = re.sub(pattern, lead, draft.body)
    body = _LINK.sub(lambda m: address(draft.links[int(m[1])]), body)
    notes = [
        f"[^tep-{n}]: Tệp của trang cũ, chưa có trong bản lưu: `{where}`"
        for n, where in enumerate(draft.footnotes, 1)
    ]
    return "\n\n".join([body, *notes])


def fingerprint(article: Article) -> str:
    """What two captures of one article have in common: title, date, and how the text begins."""
    text = article.summary + "".join(f"{i.prefix}{i.block.text}" for i in article.items)
    date = format_date(article.date) if article.date else ""
    return fingerprint_of(article.title, date, text)


def fingerprint_of(title: str, date: str, text: str) -> str:
    """The same for an article that is there already; `text` without pictures and links."""
    return f"{_letters(title)}|{date}|{_letters(text)[:160]}"


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", plain(text))
