"""Related articles: what shares most, then what is nearest in time."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from press.archive import relations
from press.archive.relations import (
    Positions,
    link_neighbours,
    related_beside,
    relatives,
    relatives_after,
)
from press.cache.store import Store

_FIRST = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


def _article(number: int, category: str, tags: list[str], series: list[str], day: int) -> Any:
    return SimpleNamespace(
        number=number,
        source_path=f"{number}.md",
        date=_FIRST + datetime.timedelta(day),
        record=SimpleNamespace(category=category, tags=tuple(tags), series=tuple(series)),
        related=[],
        previous_article=None,
        next_article=None,
    )


def _link(articles: list[Any], store: Store, workers: int = 1) -> None:
    with related_beside(articles, store, workers) as link:
        link()


def _numbers(article: Any) -> list[int]:
    return [other.number for other in article.related]


def test_what_shares_most_comes_first_and_the_nearest_of_equals() -> None:
    articles = [
        _article(0, "Tin", ["thi đua"], ["lop"], 9),
        _article(1, "Khác", ["thi đua"], [], 8),
        _article(2, "Khác", ["thi đua"], ["lop"], 7),
        _article(3, "Tin", [], [], 6),
        _article(4, "Lạ", [], [], 5),
    ]
    _link(articles, Store(None, ""))
    assert _numbers(articles[0]) == [2, 1, 3]
    assert _numbers(articles[4]) == []


def test_nearness_is_counted_in_days_and_the_newer_of_equals_comes_first() -> None:
    articles = [_article(n, "Tin", [], [], day) for n, day in enumerate([30, 12, 10, 8, 0])]
    _link(articles, Store(None, ""))
    assert _numbers(articles[2]) == [1, 3, 4, 0]


_some = st.lists(st.sampled_from("abc"), max_size=2, unique=True)
_kind = st.tuples(st.sampled_from("xy"), _some, _some, st.integers(0, 6))


def _archive(kinds: dict[int, Any]) -> list[Any]:
    """Articles by their numbers, the newest first, as a newsroom has them."""
    articles = [_article(number, *kind) for number, kind in kinds.items()]
    return sorted(articles, key=lambda one: (-one.date.timestamp(), one.source_path))


@given(st.lists(_kind, max_size=12))
def test_an_article_is_related_to_four_others_at_most_each_once(kinds: list[Any]) -> None:
    articles = _archive(dict(enumerate(kinds)))
    _link(articles, Store(None, ""))
    by_number = {article.number: article for article in articles}
    for article in articles:
        found = _numbers(article)
        assert len(set(found)) == len(found) <= 4
        assert article.number not in found
        shared = [_weight(article, by_number[n]) for n in found]
        assert all(shared)


def _weight(one: Any, other: Any) -> int:
    tags = set(one.record.tags) & set(other.record.tags)
    series = set(one.record.series) & set(other.record.series)
    return (one.record.category == other.record.category) + 3 * (len(tags) + len(series))


_archives = st.dictionaries(st.integers(0, 30), _kind, max_size=30)


@given(_archives, st.dictionaries(st.integers(0, 30), st.none() | _kind, max_size=4))
def test_what_follows_from_a_few_changes_is_what_follows_from_all(
    kinds: dict[int, Any], changes: dict[int, Any]
) -> None:
    """Articles that come, go, or stand elsewhere concern those beside them, and nobody else."""
    after = {n: kind for n, kind in {**kinds, **changes}.items() if kind is not None}
    old, new = _archive(kinds), _archive(after)
    before = Positions.of(old, {})
    before.near = relatives(before, _days(old))
    now = Positions.of(new, before.numbers)
    changed = before.unlike(now)
    assert changed <= {f"{number}.md" for number in changes}
    assert relatives_after(before, changed, now, _days(new)) == relatives(now, _days(new))


def _days(articles: list[Any]) -> list[int]:
    return [article.date.toordinal() for article in articles]


def test_what_was_kept_is_taken_where_nothing_changed(tmp_path: Path) -> None:
    kinds = {0: ("x", ["a"], [], 3), 1: ("y", ["a"], ["s"], 2), 2: ("y", ["b"], ["s"], 1)}

    def linked(store: Store, workers: int) -> list[list[int]]:
        articles = _archive(kinds)
        _link(articles, store, workers)
        return [_numbers(article) for article in articles]

    store = Store(tmp_path, "")
    try:
        with patch.object(relations, "_FEW", -1):
            assert linked(store, 2) == [[1], [2, 0], [1]]
        with patch.object(relations, "_Shelves", None):
            assert linked(store, 1) == [[1], [2, 0], [1]]
        kinds[1] = ("x", [], [], 2)
        assert linked(store, 1) == linked(Store(None, ""), 1) == [[1], [0], []]
    finally:
        store.close()


def test_neighbours_are_the_next_older_and_the_next_newer_one() -> None:
    articles = _archive({n: ("x", [], [], -n) for n in range(3)})
    link_neighbours(articles)
    assert articles[1].next_article is articles[0]
    assert articles[1].previous_article is articles[2]
    assert articles[0].next_article is None
