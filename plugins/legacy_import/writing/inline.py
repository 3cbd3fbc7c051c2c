"""Words of a paragraph, with what is bold, in italics or linked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bs4 import NavigableString, Tag

from legacy_import.page.blocks import Block, is_block
from legacy_import.page.tree import above, is_hidden, nodes_of
from legacy_import.writing.escape import escaped

Link = Callable[[str, str], str]
"""Of an address and its words in Markdown: the Markdown of the link, or the words alone."""

_STYLES = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*"}
_KEPT = ("sub", "sup")
_BOUNDS = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_SPACE = re.compile(r"\s+")


def words_of(block: Block, link: Link, *, plain_style: bool = False) -> str:
    """The Markdown of `block` on one line; whole-line bold and italics kept unless `plain_style`."""
    text = "".join(_outer(node, link) for node in block.nodes)
    return _tidy(text) if not plain_style else _tidy(_unstyled(text))


def words_in(nodes: Iterable[Tag | NavigableString], link: Link) -> str:
    """The Markdown of `nodes` on one line."""
    return _tidy("".join(_words(node, link) for node in nodes))


def _outer(node: Tag | NavigableString, link: Link) -> str:
    """A node with the inline elements that were opened around it."""
    text = _words(node, link)
    for tag in above(node):
        if is_block(tag) and tag.name not in _STYLES and tag.name != "a":
            break
        text = _wrapped(tag, text, link)
    return text


def _words(node: Tag | NavigableString, link: Link) -> str:
    if isinstance(node, NavigableString):
        return escaped(_SPACE.sub(" ", str(node)))
    if is_hidden(node) or node.name == "img":
        return ""
    if node.name == "br":
        return " "
    inner = "".join(_words(child, link) for child in nodes_of(node))
    if is_block(node) and inner.strip():
        inner = f" {inner} "
    return _wrapped(node, inner, link)


def _wrapped(tag: Tag, text: str, link: Link) -> str:
    match = _BOUNDS.match(text)
    assert match is not None
    before, inner, after = match.groups()
    if not inner:
        return text
    if tag.name in _STYLES and not _is_plain(tag):
        sign = _STYLES[tag.name]
        return text if sign in inner else f"{before}{sign}{inner}{sign}{after}"
    if tag.name in _KEPT:
        return f"{before}<{tag.name}>{inner}</{tag.name}>{after}"
    if tag.name == "a" and tag.get("href") and "](" not in inner:
        return f"{before}{link(str(tag['href']).strip(), inner)}{after}"
    return text


def _is_plain(tag: Tag) -> bool:
    """Whether an element of that name was only a hook for an icon, or set back to normal."""
    return bool(
        re.search(
            r"font-weight\s*:\s*(?:normal|400)|font-style\s*:\s*normal", str(tag.get("style", ""))
        )
    )


def _unstyled(text: str) -> str:
    return re.sub(r"(?<!\\)\*{1,3}", "", text)


def _tidy(text: str) -> str:
    """Runs of one style joined, spaces single."""
    text = _SPACE.sub(" ", text).strip()
    text = re.sub(r"(?<=[.!?])\s+(?:…|\.{3,})$", "", text)
    text = re.sub(r"(?<!\\)\*\*(\s*)\*\*(?=\S)", r"\1", text)
    text = re.sub(r"(?<![\\*])\*(\s+)\*(?![*\s])", r"\1", text)
    # Signs of style between letters, and before punctuation, do no harm to a reader if they go.
    return (
        re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", text)
        if re.search(r"[^\s.]\s+[,;](?:\s|$)", text)
        else text
    )
