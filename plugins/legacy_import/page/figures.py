"""Pictures with the lines that belong to them."""

from __future__ import annotations

import re

from bs4 import Tag

from legacy_import.lexicon import plain
from legacy_import.page.blocks import Block
from legacy_import.page.images import alt_of
from legacy_import.page.judging import is_prose
from legacy_import.page.naming import said

_LONGEST = 260
_SIGN = re.compile(r"^\W*(?:ảnh|hình|chú thích)\b(?:\s*\d+)?\s*[:.]", re.IGNORECASE)


def captions(taken: list[Block]) -> tuple[dict[int, str], set[int]]:
    """Captions by the index of their picture's block, and the blocks that are used up by them."""
    found: dict[int, str] = {}
    used: set[int] = set()
    for at, block in enumerate(taken):
        if block.kind != "image" or block.index in found:
            continue
        caption = _caption(taken, at, used)
        if caption is not None:
            found[block.index] = caption.text
            used.add(caption.index)
            used |= _said_again(taken, caption, at)
        else:
            used |= _said_again(taken, None, at)
    return found, used


def _caption(taken: list[Block], at: int, used: set[int]) -> Block | None:
    """The line below a picture, or above it in the same box, that says what it shows."""
    image = taken[at]
    if at + 1 < len(taken) and _is_caption(taken[at + 1], image, taken):
        return taken[at + 1]
    before = taken[at - 1] if at else None
    if before and before.index not in used and before.kind == "text" and _named(before):
        return before if _box(before, image) else None
    return None


def _is_caption(block: Block, image: Block, taken: list[Block]) -> bool:
    if block.kind not in ("text", "heading", "quote") or len(block.text) > _LONGEST:
        return False
    if _named(block):
        return True
    if block.kind == "quote":
        return False
    told = {plain(str(image.images[0].get(name, ""))) for name in ("alt", "title")}
    if plain(block.text).strip(" .") in {t.strip(" .") for t in told if t}:
        return True
    if block.kind == "heading":
        return False
    if _SIGN.match(block.text) or block.italic or block.small:
        return True
    if _own_table(block, image):
        return True
    if (block.glued and block.align == "center") or (block.glued and _one_parent(block, image)):
        return len(block.text) < 200 and not block.text.endswith(":")
    return (
        block.align == "center"
        and not block.bold
        and len(block.text) < 220
        and (image.align == "center" or not is_prose(block))
    )


def _named(block: Block) -> bool:
    """Whether the element of `block` is named as a caption."""
    near = [t for t in block.chain[:3] if t.name not in ("body", "article")]
    inner = [n for n in block.nodes if isinstance(n, Tag)]
    return any(
        t.name in ("figcaption",)
        or said(t, "caption") == 2
        or (said(t, "caption") == 1 and len(t.get_text()) < len(block.text) + 40)
        for t in (*inner[:1], *near)
    )


def _box(one: Block, other: Block) -> bool:
    """Whether two blocks stand in one small box."""
    around = {id(t) for t in other.chain[:4] if t.name in ("figure", "table", "div")}
    shared = next((t for t in one.chain[:4] if id(t) in around), None)
    return shared is not None and len(shared.get_text().strip()) < len(one.text) + 40


def _one_parent(block: Block, image: Block) -> bool:
    """Whether picture and line share a paragraph that holds nothing else."""
    holder = next(
        (
            t
            for t in image.chain
            if t.name in ("p", "div", "td", "center", "figure", "span", "font")
        ),
        None,
    )
    return (
        holder is not None
        and holder.name in ("p", "center", "figure", "span", "div")
        and len(" ".join(holder.get_text().split())) <= len(block.text) + 5
    )


def _own_table(block: Block, image: Block) -> bool:
    """Whether a table holds nothing but the picture and this line."""
    table = next((t for t in image.chain if t.name == "table"), None)
    if table is None or not block.within(table):
        return False
    return len(" ".join(table.get_text().split())) <= len(block.text) + _others(table, block)


def _others(table: Tag, block: Block) -> int:
    """Room for the captions of other pictures in the same table."""
    return 160 * (len(table.find_all("img")) - 1) + 5


def _said_again(taken: list[Block], caption: Block | None, at: int) -> set[int]:
    """Blocks right behind that say the caption, or the picture's own words, once more."""
    texts = {plain(alt_of(taken[at].images[0]))} | ({plain(caption.text)} if caption else set())
    found: set[int] = set()
    begin = at + 2 if caption is not None and taken[at - 1] is not caption else at + 1
    for block in taken[begin : begin + 3]:
        if block.kind == "text" and plain(block.text) in texts - {""}:
            found.add(block.index)
        else:
            break
    before = taken[at - 1] if at else None
    if caption and before and before.kind == "text" and plain(before.text) == plain(caption.text):
        found.add(before.index)
    return found
