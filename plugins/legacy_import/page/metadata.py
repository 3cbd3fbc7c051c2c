"""What the head of a page, its JSON-LD and its hidden properties say of the article."""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import Tag

from legacy_import.page.days import days
from legacy_import.page.tree import Tree, first_tag, text_of

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_DATE = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "dc.date.created",
    "article:published",
    "publish-date",
    "parsely-pub-date",
)
_SUMMARY = ("og:description", "description", "twitter:description")
_ITEM_DATES = ("datepublished", "dc:date dc:created", "dc:date", "datecreated", "dcterms:created")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Each field empty where the page does not state it."""

    title: str = ""
    page_title: str = ""
    """Of `<title>`, the site's name and all."""
    site: str = ""
    date: datetime.date | None = None
    time: str = ""
    author: str = ""
    category: str = ""
    summary: str = ""
    address: str = ""
    base: str = ""
    image: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()


def read_metadata(tree: Tree) -> Metadata:
    """The metadata of a page."""
    meta = _meta(tree.root)
    linked = next(_articles(tree.scripts), {})
    date, time = _date(tree, meta, linked)
    return Metadata(
        title=_first(meta, _TITLE[:4]) or _plain(linked.get("headline")),
        page_title=text_of(tree.root.title) if tree.root.title else "",
        site=meta.get("og:site_name", "") or meta.get("application-name", ""),
        date=date,
        time=time,
        author=_person(linked.get("author")) or _author_property(tree.root),
        category=meta.get("article:section", "") or _plain(linked.get("articleSection")),
        summary=_first(meta, _SUMMARY),
        address=_address(tree, meta),
        base=str(base["href"]) if (base := first_tag(tree.root, "base", href=True)) else "",
        image=meta.get("og:image", ""),
        lang=str(root.get("lang") or root.get("xml:lang") or "")
        if (root := first_tag(tree.root, "html"))
        else "",
        tags=tuple(t.strip() for t in meta.get("article:tag", "").split(",") if t.strip()),
    )


def _meta(root: Tag) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or "").strip().lower()
        content = " ".join(str(tag.get("content", "")).split())
        if name and content:
            found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _articles(scripts: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Descriptions of articles in JSON-LD."""
    for script in scripts:
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else [graph]:
            if isinstance(item, dict) and re.search("Article|BlogPosting", str(item.get("@type"))):
                yield item


def _plain(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _person(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _plain(value.get("name")) if isinstance(value, dict) else _plain(value)


def _author_property(root: Tag) -> str:
    for tag in root.find_all(itemprop=re.compile(r"^(?:author|creator)$")):
        name = tag.find(itemprop="name") or tag
        value = str(name.get("content") or "") or text_of(name)
        if 2 < len(value) < 60:
            return value
    return ""


def _date(
    tree: Tree, meta: dict[str, str], linked: dict[str, Any]
) -> tuple[datetime.date | None, str]:
    """The posting date in Vietnam, as stated for programs."""
    texts = [_first(meta, _DATE), _plain(linked.get("datePublished"))]
    for tag in tree.root.find_all(True, attrs={"itemprop": True}):
        if str(tag["itemprop"]).lower() in _ITEM_DATES:
            texts.append(_value(tag))
    for tag in tree.root.find_all(True, attrs={"property": True}):
        if str(tag["property"]).lower() in _ITEM_DATES:
            texts.append(_value(tag))
    for text in texts:
        found = [d for d in days(text) if d.other is None]
        if found:
            return found[0].date, found[0].time
    return None, ""


def _value(tag: Tag) -> str:
    for name in ("datetime", "content", "title"):
        if tag.get(name):
            return str(tag[name])
    return text_of(tag)


def _address(tree: Tree, meta: dict[str, str]) -> str:
    canonical = first_tag(tree.root, "link", rel="canonical", href=True)
    found = [
        str(canonical["href"]) if canonical else "",
        meta.get("og:url", ""),
        tree.saved_from,
        _form_address(tree.root),
    ]
    return next((a.strip() for a in found if a.strip() and not a.startswith("file:")), "")


def _form_address(root: Tag) -> str:
    """WebForms pages send their form to their own address, query and all."""
    form = first_tag(root, "form", action=re.compile(r"\.aspx\?.*\d"))
    return str(form["action"]) if form else ""
