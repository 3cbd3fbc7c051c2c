"""The pieces of an article's body: paragraphs, figures with their captions, tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bs4 import Tag

from legacy_import.model import Note
from legacy_import.page.blocks import Block, Kind
from legacy_import.page.capitals import joined_capital, lost_capital
from legacy_import.page.figures import captions
from legacy_import.page.metadata import Metadata

ItemKind = Literal["paragraph", "heading", "list", "table", "quote", "pre", "figure", "rule"]

_KINDS: dict[Kind, ItemKind] = {
    "text": "paragraph", "image": "figure", "heading": "heading", "list": "list",
    "table": "table", "quote": "quote", "pre": "pre", "rule": "rule",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of the body."""

    kind: ItemKind
    block: Block
    caption: str = ""
    prefix: str = ""
    """Letters to put before its text: a lost capital."""
    glued: bool = False


def body_items(blocks: list[Block], meta: Metadata, root: Tag) -> tuple[list[Item], list[Note]]:
    """The pieces of the body in order."""
    notes: list[Note] = []
    found, used = captions(blocks)
    capital = joined_capital([b for b in blocks if b.index not in used])
    if capital:
        used.add(capital[0])
    items: list[Item] = []
    begun = False
    for block in blocks:
        if block.index in used or not (
            block.text.strip(" …._-*") or block.kind in ("image", "rule")
        ):
            continue
        item = _item(block, found)
        if not begun and item.kind == "paragraph":
            begun = True
            item = _with_capital(item, capital[1] if capital else "", meta, root, notes)
        items.append(item)
    while items and items[-1].kind == "rule":
        items.pop()
    while items and items[0].kind == "rule":
        items.pop(0)
    return items, notes


def _item(block: Block, found: dict[int, str]) -> Item:
    return Item(_KINDS[block.kind], block, caption=found.get(block.index, ""), glued=block.glued)


def _with_capital(item: Item, letter: str, meta: Metadata, root: Tag, notes: list[Note]) -> Item:
    """The first paragraph with the letter that it lost, which is always reported."""
    if letter:
        return replace(item, prefix=letter)
    lost = lost_capital(item.block, (meta.summary, meta.title), root)
    if lost is None:
        return item
    if not lost.letters:
        notes.append(Note("capital-lost", lost.word))
        return item
    notes.append(Note("capital-restored", f"{lost.letters}{lost.word}"))
    return replace(item, prefix=lost.letters)
