"""What a page shows, as a text that differs whenever the page would.

A page is rendered again only when its template, the settings or this text
have changed; so everything that a template may print of an article must be
named here, and templates see nothing else (`tests/press` holds them to it).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from press.content import NewsArticle, SitePage

Shows = Callable[[], str]


def card(article: NewsArticle) -> str:
    """What lists and neighbours show of an article; asked for many times, put together once."""
    if not article.card:
        record = article.record
        article.card = repr(
            (
                article.url, record.title, record.summary, record.date, record.modified,
                record.image, record.category, article.category.url, record.place,
                record.status, article.scheduled, article.demonstration, record.tags,
                record.authors,
            )
        )  # fmt: skip
    return article.card


def article_shows(article: NewsArticle) -> Shows:
    """The article, its neighbours, its relatives and where its links lead."""

    def shows() -> str:
        near = [article.previous_article, article.next_article, *article.related]
        parts = [_whole(article), repr(article.organisation), article.share_image]
        parts += [card(other) if other else "-" for other in near]
        parts += [f"{term.name} {term.url}" for term in (*article.tags, *article.authors)]
        return "\n".join(parts)

    return shows


def entries_show(articles: Sequence[NewsArticle], title: str) -> Shows:
    """A feed: whole articles, without what stands around them on their pages."""

    def shows() -> str:
        return "\n".join([title, *map(_whole, articles)])

    return shows


def _whole(article: NewsArticle) -> str:
    links = sorted(article.links.items())
    return repr((article.id, article.record.mark, card(article), links, article.is_indexed))


def page_shows(page: SitePage) -> Shows:
    """The page and where its links lead."""
    return lambda: repr((page.record.mark, page.url, sorted(page.links.items())))


def cards_show(articles: Sequence[NewsArticle], address: str, frame: str) -> Shows:
    """A list: its cards, its address, and what frames them."""
    return lambda: "\n".join([address, frame, *map(card, articles)])
