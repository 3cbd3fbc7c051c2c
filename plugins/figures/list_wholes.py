"""Wholes and parts in lists: items that add up to the one they stand under, by their marks.

2. Phòng thí nghiệm: 18, above 2.1. Cơ bản: 7 and 2.2. Chuyên ngành: 11.
"""

from __future__ import annotations

from collections.abc import Iterable

from figures.draft import Draft
from figures.row_numbers import level_of
from figures.row_wholes import link_sum


def link_items(items: Iterable[tuple[str, Draft | None]]) -> None:
    """Makes items parts of the one above that is marked otherwise, where they add up to it.

    `items` are the pieces of a document in order, each with its mark, empty for none, and its
    first figure.
    """
    open_items: list[tuple[str, Draft | None, list[Draft | None]]] = []
    for mark, draft in items:
        sort = _sort(mark)
        known = [other for other, _, _ in open_items]
        keep = known.index(sort) if sort in known else len(known) if sort else 0
        _close(open_items, keep)
        if sort:
            if open_items:
                open_items[-1][2].append(draft)
            open_items.append((sort, draft, []))
    _close(open_items, 0)


def _sort(mark: str) -> str:
    """What marks like this one have in common: the sign of a bullet, or how far in a number stands."""
    level = level_of(mark)
    return mark if level is None else str(level)


def _close(open_items: list[tuple[str, Draft | None, list[Draft | None]]], keep: int) -> None:
    """Ends the items behind the first `keep`, whose parts are all told then."""
    while len(open_items) > keep:
        _, whole, parts = open_items.pop()
        told = [part for part in parts if part is not None]
        if whole is not None and len(told) == len(parts):
            link_sum([part for part in told if part.parent is None], whole)
