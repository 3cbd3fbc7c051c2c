"""What a page shows, as a text that differs whenever the page would.

A page is rendered again only when its template, the settings or this text
have changed; so everything that a template may print of an article must be
named here, and templates see nothing else (`tests/press` holds them to it).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from press.archive.content import NewsArticle, SitePage
from stat_index.model import Organisation

Shows = Callable[[], str]


def card(article: NewsArticle) -> str:
    """What lists and neighbours show of an article; asked for many times, put together once."""
    if not article.card:
        state = f"{article.scheduled} {article.demonstration}"
        article.card = f"{article.record.card_mark} {article.url} {article.category.url} {state}"
    return article.card


def article_shows(article: NewsArticle) -> Shows:
    """The article, its neighbours, its relatives and where its links lead."""

    def shows() -> str:
        near = (article.previous_article, article.next_article, *article.related)
        parts = [_whole(article), _said(article.organisation), article.share_image]
        parts += [(other.card or card(other)) if other else "-" for other in near]
        parts += [term.shows for term in (*article.tags, *article.authors)]
        return "\n".join(parts)

    return shows


def entries_show(articles: Sequence[NewsArticle], title: str) -> Shows:
    """A feed: whole articles, without what stands around them on their pages."""

    def shows() -> str:
        return "\n".join([title, *map(_whole, articles)])

    return shows


def _whole(article: NewsArticle) -> str:
    links = sorted(article.links.items()) if article.links else ""
    return f"{article.id} {article.record.mark} {card(article)} {links} {article.is_indexed}"


@lru_cache(maxsize=256)
def _said(organisation: Organisation | None) -> str:
    return repr(organisation)


def page_shows(page: SitePage) -> Shows:
    """The page and where its links lead."""
    return lambda: repr((page.record.mark, page.url, sorted(page.links.items())))


def cards_show(articles: Sequence[NewsArticle], address: str, frame: str) -> Shows:
    """A list: its cards, its address, and what frames them."""
    return lambda: "\n".join([address, frame, *map(card, articles)])
