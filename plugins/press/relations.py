"""Which articles stand next to each other: neighbours in time and related ones.

Both are linear: an article is compared only with the few nearest in date that
share a tag, an indicator or, failing those, its category.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from press.content import NewsArticle

#: How many neighbours in each shared list are looked at, to either side.
_REACH = 3
_RELATED = 4


def link_neighbours(articles: Sequence[NewsArticle]) -> None:
    """Sets `previous_article` (older) and `next_article` (newer); `articles` newest first."""
    for newer, older in pairwise(articles):
        newer.previous_article = older
        older.next_article = newer


def link_related(articles: Sequence[NewsArticle]) -> None:
    """Sets `related`: up to four articles that share most, the nearest in time first."""
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    standing: list[list[tuple[list[int], int, int]]] = []
    span = len(articles) + 1
    for place, article in enumerate(articles):
        found = []
        for shelf in _shelves(article):
            others = shelves[shelf]
            # What few articles have says more than what many have.
            found.append((others, len(others), 1 if shelf[0] == "category" else 3))
            others.append(place)
        standing.append(found)
    for place, article in enumerate(articles):
        shared: dict[int, int] = {}
        for others, index, weight in standing[place]:
            for other in others[max(0, index - _REACH) : index + _REACH + 1]:
                shared[other] = shared.get(other, 0) + weight
        del shared[place]
        # Weight, nearness and place in one number each: numbers sort faster than tuples.
        keys = [(abs(o - place) - weight * span) * span + o for o, weight in shared.items()]
        keys.sort()
        article.related = [articles[key % span] for key in keys[:_RELATED]]


def _shelves(article: NewsArticle) -> Iterable[tuple[str, str]]:
    """The lists that an article stands in, each once."""
    yield "category", article.category.name
    for tag in article.tags:
        yield "tag", tag.name
    for series in article.record.series:
        yield "series", series
