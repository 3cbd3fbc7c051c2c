"""Which articles stand next to each other: neighbours in time and related ones.

Both are linear: an article is compared only with the few nearest in date that
share a tag, an indicator or, failing those, its category.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
    for place, article in enumerate(articles):
        for shelf in _shelves(article):
            shelves[shelf].append(place)
    position = {
        (shelf, place): index
        for shelf, places in shelves.items()
        for index, place in enumerate(places)
    }
    for place, article in enumerate(articles):
        shared: Counter[int] = Counter()
        for shelf in _shelves(article):
            index = position[shelf, place]
            near = shelves[shelf][max(0, index - _REACH) : index + _REACH + 1]
            for other in near:
                # What few articles have says more than what many have.
                shared[other] += 1 + (shelf[0] != "category") * 2
        del shared[place]
        best = sorted(shared, key=lambda other: (-shared[other], abs(other - place), other))
        article.related = [articles[other] for other in best[:_RELATED]]


def _shelves(article: NewsArticle) -> Iterable[tuple[str, str]]:
    """The lists that an article stands in, each once."""
    yield "category", article.category.name
    for tag in article.tags:
        yield "tag", tag.name
    for series in article.record.series:
        yield "series", series
