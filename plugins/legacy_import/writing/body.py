"""The body of an article in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bs4 import Tag

from legacy_import.page.blocks import Block
from legacy_import.page.items import Item
from legacy_import.page.tree import nodes_of, text_of, whole_number
from legacy_import.writing.escape import line_start
from legacy_import.writing.inline import Link, words_in, words_of
from legacy_import.writing.tables import table_markdown

Picture = Callable[[Tag, str], str]
"""Of an image and its caption: its Markdown, empty if the picture is none."""

_VERSE = 70


def body_markdown(items: Iterable[Item], link: Link, picture: Picture) -> str:
    """`items` as paragraphs, headings, lists, tables and figures, an empty line between them."""
    pieces: list[str] = []
    levels: dict[int, int] = {}
    before: Item | None = None
    for item in items:
        text = _piece(item, link, picture, levels)
        if text and before and _is_verse(before, item):
            pieces[-1] = f"{pieces[-1]}<br>\n{text}"
        elif text:
            pieces.append(text)
        before = item if text else before
    return "\n\n".join(pieces)


def _is_verse(before: Item, item: Item) -> bool:
    """Whether two short lines belong to one stanza or one address."""
    lines = (before.block.text, item.block.text)
    if not (item.glued and before.kind == item.kind == "paragraph"):
        return False
    return (
        all(len(t) < _VERSE for t in lines)
        and not re.search(r"[.:;!?…”]$", lines[0])
        and not re.match(r"\d|[-+*–•]", lines[1])
    )


def _piece(item: Item, link: Link, picture: Picture, levels: dict[int, int]) -> str:
    block = item.block
    if item.kind == "figure":
        return picture(block.images[0], item.caption)
    if item.kind == "heading":
        return _heading(block, link, levels)
    if item.kind == "list":
        return _list(_tag(block), link, 0)
    if item.kind == "table":
        return table_markdown(_tag(block), link)
    if item.kind == "quote":
        return _quote(_tag(block), link)
    if item.kind == "pre":
        return "\n".join(f"    {line}" for line in _tag(block).get_text().strip("\n").split("\n"))
    if item.kind == "rule":
        return ""
    return _paragraph(item, link)


def _paragraph(item: Item, link: Link) -> str:
    text = words_of(item.block, link)
    bullet = re.match(r"^(?:\*{0,3})[•▪■●◆►✓✔➢❖]\s*", text)
    if bullet:
        return "- " + text[bullet.end() :]
    return line_start(item.prefix + text)


def _tag(block: Block) -> Tag:
    tag = block.nodes[0]
    assert isinstance(tag, Tag)
    return tag


def _heading(block: Block, link: Link, levels: dict[int, int]) -> str:
    """Headings begin at the second level and skip none."""
    level = int(_tag(block).name[1])
    for other in [known for known in levels if known > level]:
        del levels[other]
    if level not in levels:
        levels[level] = min(max(levels.values(), default=1) + 1, 6)
    text = words_of(block, link, plain_style=True)
    return f"{'#' * levels[level]} {text}" if text else ""


def _quote(tag: Tag, link: Link) -> str:
    parts = [p for p in tag.find_all(["p", "div"]) if not p.find(["p", "div"])]
    texts = (
        [words_in(nodes_of(p), link) for p in parts] if parts else [words_in(nodes_of(tag), link)]
    )
    return "\n>\n".join(f"> {line_start(text)}" for text in texts if text)


def _list(tag: Tag, link: Link, depth: int) -> str:
    lines: list[str] = []
    start = whole_number(tag, "start", 1)
    for number, item in enumerate(_items(tag)):
        own = [c for c in nodes_of(item) if not (isinstance(c, Tag) and c.name in ("ul", "ol"))]
        text = line_start(words_in(own, link))
        sign = f"{start + number}. " if tag.name == "ol" else "- "
        if text:
            lines.append("    " * depth + sign + text)
        for inner in (c for c in item.children if isinstance(c, Tag) and c.name in ("ul", "ol")):
            nested = _list(inner, link, depth + 1 if text else depth)
            lines += [nested] if nested else []
    return "\n".join(lines)


def _items(tag: Tag) -> list[Tag]:
    own = [c for c in tag.children if isinstance(c, Tag) and c.name == "li"]
    return own or [li for li in tag.find_all("li") if text_of(li)]
