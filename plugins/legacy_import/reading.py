"""One saved page, or one article of a feed, read."""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_import.letters.decoding import decode
from legacy_import.model import Known, Note, SavedPage
from legacy_import.page.article import Article, read_article, read_fragment
from legacy_import.page.tree import parse

_FRAME = re.compile(r"<i?frame\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_FRAMESET = re.compile(r"<frameset\b", re.IGNORECASE)
_LEAST = 60


def read_page(page: SavedPage) -> Article:
    """The article of `page`; without items if it holds none."""
    read = decode(page.data, page.charset)
    if page.known is not None:
        article = _with_known(read_fragment(parse(read.text)), page.known)
    else:
        article = read_article(parse(read.text))
        if _FRAMESET.search(read.text) or _size(article) < _LEAST:
            article = _framed(read.text, page, article)
    if read.unreadable:
        article = replace(article, notes=(*article.notes, Note("bytes-lost", str(read.unreadable))))
    return article


def _size(article: Article) -> int:
    return sum(len(item.block.text) for item in article.items)


def _framed(text: str, page: SavedPage, article: Article) -> Article:
    """The article of the frame that holds most text, where the page itself has next to none."""
    best, name = article, ""
    for address in dict.fromkeys(_FRAME.findall(text)):
        data = page.look_up(address)
        if not data:
            continue
        inner = read_article(parse(decode(data).text))
        if _size(inner) > _size(best):
            best, name = inner, address
    if best is article:
        return article
    title = best.title or article.title
    return replace(best, title=title, notes=(*best.notes, Note("frame", name)))


def _with_known(article: Article, known: Known) -> Article:
    """`article` with what its container knew better."""
    # A page has no day of its own: one that its text names is no guess at it.
    day = None if known.is_page else article.date
    notes = article.notes
    if not known.is_page and re.search(
        r"(?:\[…\]|\[\.\.\.\]|…|\.\.\.|đọc tiếp|xem tiếp)\W*$", _last_words(article), re.IGNORECASE
    ):
        notes = (*notes, Note("excerpt-only"))
    return replace(
        article,
        title=known.title or article.title,
        date=known.date.date() if known.date else day,
        time=f"{known.date:%H:%M}" if known.date and (known.date.hour or known.date.minute) else "",
        author=article.author or known.author,
        category=known.category or article.category,
        tags=known.tags,
        summary=known.summary or article.summary,
        place=known.place or article.place,
        image=known.image,
        notes=notes
        if known.date is None and not known.is_page
        else tuple(n for n in notes if n.code != "date-from-text"),
    )


def _last_words(article: Article) -> str:
    return article.items[-1].block.text[-30:] if article.items else ""
