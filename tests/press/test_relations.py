"""Related articles: what shares most, then what is nearest in time."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from press.relations import link_neighbours, related_beside
from press.store import Store


def _article(number: int, category: str, tags: list[str], series: list[str]) -> Any:
    return SimpleNamespace(
        number=number,
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
        _article(0, "Tin", ["thi đua"], ["lop"]),
        _article(1, "Khác", ["thi đua"], []),
        _article(2, "Khác", ["thi đua"], ["lop"]),
        _article(3, "Tin", [], []),
        _article(4, "Lạ", [], []),
    ]
    _link(articles, Store(None, ""))
    assert _numbers(articles[0]) == [2, 1, 3]
    assert _numbers(articles[4]) == []


_some = st.lists(st.sampled_from("abc"), max_size=2, unique=True)


@given(st.lists(st.tuples(st.sampled_from("xy"), _some, _some), max_size=12))
def test_an_article_is_related_to_four_others_at_most_each_once(kinds: list[Any]) -> None:
    articles = [_article(n, *kind) for n, kind in enumerate(kinds)]
    _link(articles, Store(None, ""))
    for article in articles:
        found = _numbers(article)
        assert len(set(found)) == len(found) <= 4
        assert article.number not in found
        shared = [_weight(article, articles[n]) for n in found]
        assert all(shared)


def _weight(one: Any, other: Any) -> int:
    tags = set(one.record.tags) & set(other.record.tags)
    series = set(one.record.series) & set(other.record.series)
    return (one.record.category == other.record.category) + 3 * (len(tags) + len(series))


def test_what_was_kept_is_taken_only_while_all_is_shared_as_before(tmp_path: Path) -> None:
    kinds = [("x", ["a"], []), ("y", ["a"], ["s"]), ("y", ["b"], ["s"])]

    def linked(store: Store, workers: int) -> list[list[int]]:
        articles = [_article(number, *kind) for number, kind in enumerate(kinds)]
        _link(articles, store, workers)
        return [_numbers(article) for article in articles]

    store = Store(tmp_path, "")
    try:
        first = linked(store, 2)
        assert first == linked(store, 1) == linked(Store(None, ""), 1) == [[1], [2, 0], [1]]
        kinds[0] = ("y", ["b"], [])
        assert linked(store, 2) == linked(Store(None, ""), 1) == [[2, 1], [2, 0], [1, 0]]
    finally:
        store.close()


def test_neighbours_are_the_older_and_the_newer_one() -> None:
    articles = [_article(n, "x", [], []) for n in range(3)]
    link_neighbours(articles)
    assert articles[1].previous_article is articles[2]
    assert articles[1].next_article is articles[0]
    assert articles[0].next_article is None
