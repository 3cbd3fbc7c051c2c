"""Feeds (RSS, Atom) and WordPress exports: articles with what the program knew of them."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from lxml import etree

from legacy_import.model import Found, Known, Note, Refused, SavedPage
from legacy_import.sources import limits
from legacy_import.sources.wordpress import shown as wordpress_shown
from vntext.dates import VIETNAM

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b")
_STATUSES = {
    "draft": "bản nháp",
    "pending": "bản nháp",
    "auto-draft": "bản nháp",
    "private": "ẩn",
    "trash": "trash",
    "inherit": "trash",
}


def looks_like(name: str, head: bytes) -> bool:
    """Whether a file is a feed."""
    return bool(_ROOT.search(head)) and (
        name.endswith((".xml", ".rss", ".atom"))
        or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<?xml", b"<rss", b"<feed"))
    )


def pages(source: Path) -> Iterator[Found]:
    """The articles of a feed; entities are never resolved, nothing is fetched."""
    if source.stat().st_size > limits.FILE:
        yield Refused(source.name, Note("too-large", f"{source.stat().st_size // 1_000_000} MB"))
        return
    data = source.read_bytes()
    if re.search(rb"<!(?:ENTITY|DOCTYPE[^>]*\[)", data[:100_000], re.IGNORECASE):
        yield Refused(source.name, Note("xml-entities"))
        return
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield Refused(source.name, Note("broken-xml", str(error)[:120]))
        return
    if root is None:
        yield Refused(source.name, Note("broken-xml"))
        return
    yield from _items(root, source.name)
    if parser.error_log and _is_cut(data):
        yield Refused(
            f"{source.name} » phần cuối", Note("cut-short", str(parser.error_log[-1].message)[:120])
        )


def _is_cut(data: bytes) -> bool:
    return not re.search(rb"</(?:rss|feed|rdf:RDF|channel)>\s*$", data[-200:])


def _items(root: Any, shown: str) -> Iterator[Found]:
    people = _people(root)
    attachments = _attachments(root)
    number = 0
    for item in root.iter():
        if not isinstance(item.tag, str) or _local(item) not in ("item", "entry"):
            continue
        fields = _fields(item)
        if fields.get("post_type", ["post"])[0] not in ("post", "page", ""):
            continue
        number += 1
        yield from _article(item, fields, people, attachments, f"{shown} » mục {number}")
    if not number:
        yield Refused(shown, Note("no-items"))


def _local(element: Any) -> str:
    return etree.QName(element).localname


def _fields(item: Any) -> dict[str, list[str]]:
    """Texts of an item by local name; `content:encoded` and `excerpt:encoded` told apart."""
    found: dict[str, list[str]] = {}
    for child in item:
        if not isinstance(child.tag, str):
            continue
        name = _local(child)
        if name == "encoded":
            name = "excerpt" if "excerpt" in (etree.QName(child).namespace or "") else "content"
        text = "".join(child.itertext())
        if child.get("type") == "xhtml":
            text = etree.tostring(child, encoding="unicode", method="html")
        found.setdefault(name, []).append(text.strip() or (child.get("href") or ""))
    return found


def _people(root: Any) -> dict[str, str]:
    """Names by account, of a WordPress export."""
    found: dict[str, str] = {}
    for author in root.iter("{*}author"):
        fields = _fields(author)
        login, name = (
            fields.get("author_login", [""])[0],
            fields.get("author_display_name", [""])[0],
        )
        if login and name:
            found[login] = name
    return found


def _attachments(root: Any) -> dict[str, str]:
    """Addresses of uploaded files by their number, of a WordPress export."""
    found: dict[str, str] = {}
    for item in root.iter("{*}item"):
        fields = _fields(item)
        if fields.get("attachment_url") and fields.get("post_id"):
            found[fields["post_id"][0]] = fields["attachment_url"][0]
    return found


def _article(
    item: Any,
    fields: dict[str, list[str]],
    people: dict[str, str],
    attachments: dict[str, str],
    name: str,
) -> Iterator[Found]:
    def first(*keys: str) -> str:
        return next((v for k in keys for v in fields.get(k, []) if v), "")

    status = _STATUSES.get(first("status"), "")
    if status == "trash":
        return
    title = " ".join(html.unescape(re.sub(r"<[^>]*>", "", first("title"))).split())
    is_export = "post_id" in fields
    body = first("content", "description", "summary")
    body = wordpress_shown(body) if is_export else body
    shown = f"{name}: {title[:60]}" if title else name
    if not re.sub(r"<[^>]*>|\s", "", body):
        yield Refused(shown, Note("empty"))
        return
    account = first("creator", "author")
    categories, tags = _terms(item)
    yield SavedPage(
        shown,
        body.encode("utf-8"),
        _link(item, fields),
        "utf-8",
        known=Known(
            title=title,
            date=_date(first("post_date"))
            or _date(first("pubDate", "published", "date", "issued", "updated")),
            author=people.get(account, account),
            category=categories[0] if categories else "",
            tags=tuple(tags),
            summary=" ".join(re.sub(r"<[^>]*>", " ", html.unescape(first("excerpt"))).split()),
            status=status,
            is_page=first("post_type") == "page",
            image=attachments.get(_thumbnail(item), ""),
        ),
    )


def _link(item: Any, fields: dict[str, list[str]]) -> str:
    for link in item:
        if (
            isinstance(link.tag, str)
            and _local(link) == "link"
            and link.get("href")
            and link.get("rel", "alternate") == "alternate"
        ):
            return str(link.get("href"))
    return next(
        (
            v
            for v in (*fields.get("link", []), *fields.get("guid", []))
            if re.match(r"https?://", v)
        ),
        "",
    )


def _terms(item: Any) -> tuple[list[str], list[str]]:
    categories: list[str] = []
    tags: list[str] = []
    for term in item:
        if isinstance(term.tag, str) and _local(term) in ("category", "subject"):
            text = " ".join(("".join(term.itertext()) or term.get("term") or "").split())
            (tags if term.get("domain") == "post_tag" else categories).append(text)
    return [c for c in categories if c], [t for t in tags if t]


def _thumbnail(item: Any) -> str:
    for meta in item.iter("{*}postmeta"):
        fields = _fields(meta)
        if fields.get("meta_key", [""])[0] == "_thumbnail_id":
            return fields.get("meta_value", [""])[0]
    return ""


def _date(text: str) -> datetime.datetime | None:
    """A moment in Vietnam; a text without a zone is one already."""
    for read in (datetime.datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(
                text.strip().replace("Z", "+00:00") if read is not parsedate_to_datetime else text
            )
        except (ValueError, TypeError, IndexError):
            continue
        if moment.year < 1980:
            return None
        return moment.astimezone(VIETNAM) if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    return None
