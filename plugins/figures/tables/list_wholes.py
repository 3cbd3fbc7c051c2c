"""Wholes and parts in lists, by their marks and sums.

Items add up to the one they stand under (2. Phòng thí nghiệm: 18, above 2.1 and 2.2), or to the
last one, which says so (Tổng cộng: 2.520 sinh viên).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from figures.draft import Draft
from figures.tables.row_numbers import level_of
from figures.tables.row_parts import is_total
from figures.tables.row_wholes import link_sum


@dataclass(slots=True)
class Item:
    """A piece of a document, its mark empty where it is no item of a list."""

    mark: str
    """Of a page's lists, whose items have none, which list it is."""
    drafts: list[Draft]
    text: str
    within: list[Item] = field(default_factory=list)
    """The items that stand under it."""


def link_items(items: Iterable[Item]) -> None:
    """Makes items of a document, told in order, parts of the ones that they add up to."""
    lead = Item("", [], "")
    opened: list[Item] = []
    for item in items:
        sorts = [_sort(other.mark) for other in opened]
        sort = _sort(item.mark)
        keep = sorts.index(sort) if sort in sorts else len(sorts) if sort else 0
        for done in reversed(opened[keep:]):
            _link_under(done)
        del opened[keep:]
        if sort:
            (opened[-1] if opened else lead).within.append(item)
            opened.append(item)
        else:
            # Tổng kinh phí: 6,5 tỷ đồng, behind its sources.
            _link_to_last([*lead.within, item] if is_total(item.text) else lead.within)
            lead = Item("", [], "")
    for done in reversed(opened):
        _link_under(done)
    _link_to_last(lead.within)


def _sort(mark: str) -> str:
    """What marks like this one have in common: the sign of a bullet, or how far in a number stands."""
    level = level_of(mark)
    return mark if level is None else str(level)


def _link_under(item: Item) -> None:
    """Links the items under one, all of which are told, to its first figure."""
    _link_to_last(item.within)
    if item.drafts and item.within and all(part.drafts for part in item.within):
        parts = [part.drafts[0] for part in item.within]
        link_sum([part for part in parts if part.parent is None], item.drafts[0])


def _link_to_last(items: list[Item]) -> None:
    """Links items to the last one where that sums them up, unit by unit."""
    last = items[-1] if len(items) > 2 else None
    if last is None or not is_total(last.text.strip().removeprefix(last.mark)):
        return
    for whole in last.drafts:
        told = (draft for item in items[:-1] for draft in item.drafts)
        alike = [draft for draft in told if draft.unit == whole.unit and draft.kind == "result"]
        link_sum([draft for draft in alike if draft.parent is None], whole)
