"""A site that this program published, when nothing else of it is left.

What its pages say of an article is told by marks of our own templates; nothing is guessed.
Lists, figures and feeds are made of the articles and are not read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import html

from legacy_import.model import Found, Known, Note, Refused, SavedPage
from legacy_import.sources.folders import page
from vntext.dates import VIETNAM

_MANIFEST = "niengiam-manifest.json"
_ARTICLES = "[0-9][0-9][0-9][0-9]/[0-9][0-9]/*/index.html"
_PAGES = "*/index.html"


def is_one(folder: Path) -> bool:
    """Whether `folder` is the root of such a site."""
    return (folder / _MANIFEST).is_file()


def pages(folder: Path) -> Iterator[Found]:
    """Its articles, then its pages, in order of their addresses."""
    for pattern, kind in ((_ARTICLES, "page-article"), (_PAGES, "page-own")):
        for path in sorted(folder.glob(pattern)):
            found = page(path, path.relative_to(folder).as_posix(), folder)
            if isinstance(found, Refused):
                yield found
                continue
            tree = html.document_fromstring(found.data, html.HTMLParser(encoding="utf-8"))
            if tree.xpath("//body/@class") == [kind]:
                yield _taken(found, tree)


def _taken(found: SavedPage, tree: Any) -> Found:
    bodies = tree.xpath("//article/div[@class='prose']")
    if not bodies:
        # Withdrawn: what it said is not on the site.
        return Refused(found.name, Note("no-article"))
    body = bodies[0]
    for figure in tree.xpath("//article/figure"):
        body.insert(0, figure)
    source = _source(tree)
    for section in ("corrections", "sources")[: 1 if source else 2]:
        body.extend(tree.xpath(f"//article/section[@class='article-part {section}']"))
    _strip(body)
    return SavedPage(
        found.name,
        html.tostring(body, encoding="utf-8"),
        next(iter(tree.xpath("//link[@rel='canonical']/@href")), ""),
        "utf-8",
        found.look_up,
        _known(tree, PurePosixPath(found.name).parent.name, source),
    )


def _strip(body: Any) -> None:
    """Takes out what the build put in: links of figures to the index, smaller pictures."""
    for link in body.xpath(".//data/a"):
        link.drop_tag()
    for image in body.xpath(".//picture//img"):
        # The narrowest stands first.
        sizes = ",".join(image.xpath("ancestor::picture//source/@srcset")).split(",")
        if widest := sizes[-1].split():
            image.set("src", widest[0])
    # To this parser a picture stands inside of its sources.
    for tag in body.xpath(".//picture | .//source"):
        tag.drop_tag()


def _source(tree: Any) -> str:
    """The one place that the article says it was taken from; empty for none or several."""
    items = tree.xpath("//article/section[@class='article-part sources']//li")
    if len(items) != 1:
        return ""
    return next(iter(items[0].xpath("a/@href")), " ".join(items[0].text_content().split()))


def _known(tree: Any, slug: str, source: str) -> Known:
    def texts(path: str) -> tuple[str, ...]:
        found = (" ".join(one.text_content().split()) for one in tree.xpath(path))
        return tuple(text for text in found if text)

    head = "//article/header[@class='article-head']"
    line = f"{head}/p[@class='dateline']/span[1]"
    places = tree.xpath(f"{line}/text()[following-sibling::time]")
    days = tree.xpath(f"{line}/time/@datetime")
    return Known(
        title=" ".join(texts(f"{head}/h1")),
        date=datetime.datetime.fromisoformat(days[0]).astimezone(VIETNAM) if days else None,
        author="; ".join(texts(f"{head}/p[@class='dateline']//a[@rel='author']")),
        category=" ".join(texts(f"{head}/p[@class='kicker']/a")),
        tags=texts("//article/section//a[@rel='tag']"),
        summary=" ".join(texts(f"{head}/p[@class='article-lead']")),
        place=" ".join(places).strip(" ,\n"),
        slug=slug,
        source=source,
        is_page=tree.xpath("//body/@class") == ["page-own"],
    )
