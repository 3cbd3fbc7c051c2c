"""The way through a page that cuts it into blocks."""

from __future__ import annotations

from bs4 import NavigableString, Tag

from legacy_import.page.blocks import BLOCKS, HEADINGS, Block, Kind, Node, is_block, is_block_name
from legacy_import.page.tables import is_data, paired_rows
from legacy_import.page.tree import above, is_hidden

_DEEPEST = 400
_WRAPPERS = frozenset(["div", "center", "form", "section", "main", "tbody", "tr", "td"])


def blocks_of(root: Tag) -> list[Block]:
    """The blocks below `root` in the order of the page; what readers never saw left out."""
    walker = _Walker()
    walker.into(root, 0)
    walker.close(root)
    for index, block in enumerate(walker.blocks):
        block.index = index
    return walker.blocks


class _Walker:
    """Collects inline nodes until something breaks the line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._run: list[Node] = []
        self._breaks = 2

    def into(self, tag: Tag, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for child in list(tag.children):
            if isinstance(child, NavigableString):
                if child.strip() or self._run:
                    self._run.append(child)
            elif isinstance(child, Tag):
                self._tag(child, tag, depth)

    def _tag(self, child: Tag, holder: Tag, depth: int) -> None:
        if is_hidden(child):
            return
        if child.name == "br":
            self.close(holder)
            self._breaks += 1
        elif child.name == "hr":
            self._whole("rule", child, holder)
        elif child.name == "img":
            self._image(child, holder)
        elif not is_block(child):
            self._inline(child, holder, depth)
        else:
            self._block(child, holder, depth)

    def _inline(self, child: Tag, holder: Tag, depth: int) -> None:
        """An inline element: one with line breaks or pictures in it is taken apart."""
        if child.find(["br", "img"]):
            self.into(child, depth + 1)
        else:
            self._run.append(child)

    def _image(self, child: Tag, holder: Tag) -> None:
        self.close(holder)
        breaks = self._breaks
        self.blocks.append(Block("image", [child], child.parent or holder, breaks < 2))
        self._breaks = 0

    def _block(self, child: Tag, holder: Tag, depth: int) -> None:
        self.close(holder)
        self._breaks = 2
        if child.name in HEADINGS and not child.find(["table", "img"]):
            self._heading(child, holder)
        elif child.name in ("ul", "ol") and _is_plain_list(child):
            self._whole("list", child, holder)
        elif child.name == "table" and is_data(child):
            self._whole("table", child, holder)
        elif child.name == "blockquote" and not child.find(["img", "table"]):
            self._whole("quote", child, holder)
        elif child.name == "pre" and not child.find(is_block_name):
            self._whole("pre", child, holder)
        elif child.name == "table" and (pairs := paired_rows(child)):
            for picture_cell, text_cell in pairs:
                for cell in (picture_cell, text_cell):
                    self.into(cell, depth + 2)
                    self.close(cell)
                    self._breaks = 2
        else:
            inner = _innermost(child)
            self.into(inner, depth + 1)
            self.close(inner)
        self._breaks = 2

    def _heading(self, child: Tag, holder: Tag) -> None:
        """A heading stays whole unless it holds blocks that are no part of it, such as a date."""
        self._whole("heading", child, holder)

    def _whole(self, kind: Kind, child: Tag, holder: Tag) -> None:
        self.close(holder)
        self.blocks.append(Block(kind, [child], holder))
        self._breaks = 2

    def close(self, holder: Tag) -> None:
        """Ends the line."""
        while (
            self._run and isinstance(self._run[-1], NavigableString) and not self._run[-1].strip()
        ):
            self._run.pop()
        if self._run and any(n.get_text().strip() for n in self._run):
            first = self._run[0]
            parent = first.parent if first.parent is not None else holder
            self.blocks.append(Block("text", self._run, _block_around(parent), self._breaks < 2))
            self._breaks = 0
        self._run = []


def _innermost(tag: Tag) -> Tag:
    """The element inside a chain of mere wrappers, of which old skins have dozens."""
    while True:
        inner = [c for c in tag.children if isinstance(c, Tag) or c.get_text().strip()]
        if len(inner) != 1 or not isinstance(inner[0], Tag) or inner[0].name not in _WRAPPERS:
            return tag
        if is_hidden(inner[0]):
            return tag
        tag = inner[0]


def _block_around(tag: Tag) -> Tag:
    for element in (tag, *above(tag)):
        if element.name in BLOCKS:
            return element
    return tag


def _is_plain_list(tag: Tag) -> bool:
    """Whether `tag` is a list of words, not of pictures, tables or whole articles."""
    return not tag.find(["img", "table", "h1", "h2", "h3", "h4", "h5", "figure"]) and bool(
        tag.find("li")
    )
