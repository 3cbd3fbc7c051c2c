"""Which articles stand next to each other: neighbours in time and related ones.

Both are linear: an article is compared only with the few nearest in date that
share a tag, an indicator or, failing those, its category.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise

from press.content import NewsArticle
from press.environment import digest
from press.records import Record
from press.store import Damaged, Store
from press.workers import Beside

Places = list[list[int]]

#: How many neighbours in each shared list are looked at, to either side.
_REACH = 3
_RELATED = 4
_PART = "lien-quan"


def link_neighbours(articles: Sequence[NewsArticle]) -> None:
    """Sets `previous_article` (older) and `next_article` (newer); `articles` newest first."""
    for newer, older in pairwise(articles):
        newer.previous_article = older
        older.next_article = newer


@contextmanager
def related_beside(
    articles: Sequence[NewsArticle], store: Store, workers: int
) -> Iterator[Callable[[], None]]:
    """A function that sets `related` of all `articles`, newest first.

    Most edits leave that as `store` knows it from the last build; else it is
    worked out in a process beside, which has until the function is called.
    """
    shared = digest("\n".join([_shared(article.record) for article in articles]))
    was, places = _kept(store)
    with Beside(partial(relatives, articles), 1 if was == shared else workers) as found:

        def link() -> None:
            others = places if was == shared else found()
            for article, near in zip(articles, others, strict=True):
                article.related = [articles[place] for place in near]
            if was != shared:
                text = json.dumps([shared, others], separators=(",", ":"))
                store.put("part", [(_PART, text)])

        yield link


def _kept(store: Store) -> tuple[str, Places]:
    text = store.get("part", _PART)
    try:
        shared, places = json.loads(text) if text else ("", [])
    except (ValueError, TypeError) as problem:
        raise Damaged(str(problem)) from None
    return shared, places


def _shared(record: Record) -> str:
    """All that relatives depend on."""
    return "\0".join((record.category, *record.tags, "", *record.series))


def relatives(articles: Sequence[NewsArticle]) -> Places:
    """Of each article the places of up to four that share most, the nearest in time first.

    `articles` newest first; nearness is counted in places.
    """
    found: Places = []
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    standing: list[list[tuple[list[int], int, int]]] = []
    span = len(articles) + 1
    for place, article in enumerate(articles):
        stands = []
        for shelf in _shelves(article.record):
            others = shelves[shelf]
            # What few articles have says more than what many have.
            stands.append((others, len(others), 1 if shelf[0] == "category" else 3))
            others.append(place)
        standing.append(stands)
    for place in range(len(articles)):
        shared: dict[int, int] = {}
        for others, index, weight in standing[place]:
            for other in others[max(0, index - _REACH) : index + _REACH + 1]:
                shared[other] = shared.get(other, 0) + weight
        del shared[place]
        # Weight, nearness and place in one number each: numbers sort faster than tuples.
        keys = [(abs(o - place) - weight * span) * span + o for o, weight in shared.items()]
        keys.sort()
        found.append([key % span for key in keys[:_RELATED]])
    return found


def _shelves(record: Record) -> Iterable[tuple[str, str]]:
    """The lists that an article stands in, each once."""
    yield "category", record.category
    for tag in record.tags:
        yield "tag", tag
    for series in record.series:
        yield "series", series
