"""Blocks judged by where they stand and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from bs4 import Tag

from legacy_import.page.blocks import Block
from legacy_import.page.lines import Line
from legacy_import.page.naming import said

_JUNK_TAGS = frozenset(("nav", "aside", "footer", "menu", "marquee"))
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|rar|zip|7z|odt|rtf|mp3|mp4)(?:$|[?#&])", re.IGNORECASE
)


@dataclass(slots=True)
class Judge:
    """Remembers what it found out of each element."""

    spared: set[int]
    """Ids of elements that hold the title or the text: they are never furniture."""
    core: Tag | None
    """The body of the article; what stands in it is furniture only by a whole name."""
    cards: frozenset[int]
    """Ids of elements that tease other articles."""
    _junk: dict[int, bool]
    _weight: dict[int, int]
    """Characters of prose by element."""
    _total: int

    def __init__(self, blocks: list[Block]) -> None:
        self.spared = set()
        self._weight = {}
        prose = [b for b in blocks if is_prose(b)]
        self._total = sum(len(b.text) for b in prose)
        for block in prose:
            for tag in block.chain:
                self._weight[id(tag)] = self._weight.get(id(tag), 0) + len(block.text)
        self.core = None
        self.cards = frozenset()
        self._junk = {}

    def spare(self, tags: list[Tag]) -> None:
        """Take these elements for parts of the article, whatever their names say."""
        self.spared |= {id(tag) for tag in tags}
        self._junk.clear()

    def is_junk(self, block: Block) -> bool:
        """Whether `block` stands in a menu, a side column, a comment, a share box…"""
        if block.within(self.core):
            inner = takewhile(lambda tag: tag is not self.core, block.chain)
            return any(tag.name in _JUNK_TAGS or said(tag, "junk") == 2 for tag in inner)
        return any(self._is_junk_tag(tag) for tag in block.chain)

    def _is_junk_tag(self, tag: Tag) -> bool:
        if id(tag) in self.spared or tag.name in ("html", "body"):
            return False
        if id(tag) not in self._junk:
            named = max(said(tag, "junk"), said(tag, "aside") - 1)
            heavy = self._weight.get(id(tag), 0) * 2 > self._total
            self._junk[id(tag)] = tag.name in _JUNK_TAGS or named == 2 or (named == 1 and not heavy)
        return self._junk[id(tag)]


def line_of(block: Block) -> Line:
    """The words of `block` taken apart."""
    return block.line


def is_prose(block: Block) -> bool:
    """Whether `block` reads like a paragraph of an article."""
    return block.is_prose


def prose_bounds(blocks: list[Block]) -> tuple[int, int]:
    """Index of the first and the last paragraph; beyond any block where there is none."""
    found = [block.index for block in blocks if block.is_prose]
    return (found[0], found[-1]) if found else (1 << 30, -1)


def is_link_list(block: Block) -> bool:
    """Whether `block` is links to other pages, not to files."""
    if not block.links or block.link_density < 0.6:
        return False
    files = sum(bool(_FILE.search(str(a.get("href", "")))) for a in block.links)
    return files * 2 < len(block.links)


def has_file(block: Block) -> bool:
    """Whether `block` links to a document."""
    return any(_FILE.search(str(a.get("href", ""))) for a in block.links)
