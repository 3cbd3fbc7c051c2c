"""Which articles stand next to each other: neighbours in time and related ones.

Both are linear: an article is compared only with the few nearest in date that
share a tag, an indicator or, failing those, its category. Nearness is counted
in days, so an article that comes, goes or changes concerns only the few beside
it on its shelves; all others keep the relatives that they had.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count, pairwise

from press.archive.content import NewsArticle
from press.cache.store import Damaged, Store
from press.workers import Beside
from vntext.compact_json import compact_json

Places = list[list[int]]
"""Of each article the places of others; the newest article has the first place."""
Numbers = Mapping[str, Mapping[str, int]]

#: How many neighbours on each shelf are looked at, to either side.
_REACH = 3
_RELATED = 4
#: After more changes than these, most shelves would have to be looked through.
_FEW = 64
_PART = "lien-quan"
_KINDS = ("category", "tags", "series")


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

    After an edit, `store` knows most of them from the last build. Else all are worked
    out in a process beside, which has until the function is called.
    """
    before = Positions.kept(store)
    now = Positions.of(articles, before.numbers)
    changed = before.unlike(now)
    few = len(changed) <= _FEW
    days = [article.date.toordinal() for article in articles]
    task = partial(relatives_after, before, changed) if few else relatives
    with Beside(partial(task, now, days), 1 if few else workers) as found:

        def link() -> None:
            now.near = found()
            for article, near in zip(articles, now.near, strict=True):
                article.related = [articles[place] for place in near]
            if changed:
                now.keep(store)

        yield link


@dataclass(slots=True)
class Positions:
    """Where the articles of an archive stand, newest first, and their relatives."""

    names: list[str] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    shelves: list[list[int]] = field(default_factory=list)
    """Numbers of those that each stands on: its category's first, then of tags and series."""
    numbers: Numbers = field(default_factory=dict)
    """Of shelves, by what they are for."""
    near: Places = field(default_factory=list)

    @classmethod
    def of(cls, articles: Sequence[NewsArticle], known: Numbers) -> Positions:
        """Those of `articles`, without relatives; shelves keep the numbers that are `known`."""
        new = count(sum(map(len, known.values()))).__next__
        numbers = {kind: defaultdict(new, known.get(kind, {})) for kind in _KINDS}
        category, tag, series = (numbers[kind].__getitem__ for kind in _KINDS)
        records = [article.record for article in articles]
        return cls(
            [article.source_path for article in articles],
            [article.date.timestamp() for article in articles],
            [[category(r.category), *map(tag, r.tags), *map(series, r.series)] for r in records],
            numbers,
        )

    @classmethod
    def kept(cls, store: Store) -> Positions:
        """Those of the last build; none where nothing is kept.

        Raises Damaged: when they are not as they were written.
        """
        text = store.get("part", _PART)
        try:
            return cls(*json.loads(text)) if text else cls()
        except (ValueError, TypeError) as problem:
            raise Damaged(str(problem)) from None

    def keep(self, store: Store) -> None:
        """Leaves them for the next build."""
        found = [self.names, self.moments, self.shelves, self.numbers, self.near]
        store.put("part", [(_PART, compact_json(found))])

    def unlike(self, other: Positions) -> set[str]:
        """Names of articles that stand otherwise in the `other`, or only in one of both."""
        if (self.names, self.moments, self.shelves) == (other.names, other.moments, other.shelves):
            return set()
        one, two = self._by_name(), other._by_name()
        gone = one.keys() - two.keys()
        return {*gone, *(name for name, at in two.items() if one.get(name) != at)}

    def _by_name(self) -> dict[str, tuple[float, list[int]]]:
        return dict(zip(self.names, zip(self.moments, self.shelves, strict=True), strict=True))

    def key(self, at: int) -> tuple[float, str]:
        """What puts the article there in order."""
        return -self.moments[at], self.names[at]


def relatives(positions: Positions, days: Sequence[int]) -> Places:
    """Of each article up to four that share most, the nearest of these first.

    `days` are those of the articles, as numbers.
    """
    shelves = _Shelves(positions, days)
    return list(map(shelves.relatives, range(len(days))))


def relatives_after(
    before: Positions, changed: Collection[str], positions: Positions, days: Sequence[int]
) -> Places:
    """The same, where only those `changed` stand otherwise than `before`."""
    if not changed:
        return before.near
    shelves = _Shelves(positions, days)
    others = set[int]()
    for one in (before, positions):
        for at, name in enumerate(one.names):
            if name in changed:
                # Where it stands, or would stand today.
                place = bisect_left(range(len(days)), one.key(at), key=positions.key)
                others.update(*(shelves.beside(shelf, place) for shelf in one.shelves[at]))
    now = {name: place for place, name in enumerate(positions.names)}
    moved = [now.get(name, -1) for name in before.names]
    kept = dict(zip(moved, before.near, strict=True))
    return [
        shelves.relatives(place) if place in others else [moved[other] for other in kept[place]]
        for place in range(len(days))
    ]


class _Shelves:
    """The articles of an archive by what they have in common, the newest first."""

    def __init__(self, positions: Positions, days: Sequence[int]) -> None:
        self._shelves, self._days = positions.shelves, days
        self._places: dict[int, list[int]] = defaultdict(list)
        for place, shelves in enumerate(positions.shelves):
            for shelf in shelves:
                self._places[shelf].append(place)

    def beside(self, shelf: int, place: int) -> list[int]:
        """Who stands on the shelf within reach of that place, and who stands there."""
        places = self._places[shelf]
        at = bisect_left(places, place)
        return places[max(0, at - _REACH) : at + _REACH + 1]

    def relatives(self, place: int) -> list[int]:
        """The places of those that share most with the article there, the nearest first."""
        shared: dict[int, int] = {}
        # What few articles have says more than what many have.
        weight = 1
        for shelf in self._shelves[place]:
            for other in self.beside(shelf, place):
                shared[other] = shared.get(other, 0) + weight
            weight = 3
        del shared[place]
        days, day = self._days, self._days[place]
        near = sorted((-shared[other], abs(days[other] - day), other) for other in shared)
        return [other for _, _, other in near[:_RELATED]]
