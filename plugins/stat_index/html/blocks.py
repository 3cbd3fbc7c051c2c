"""HTML → blocks of text for the figures, each with the way back to its text nodes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from figures import Block
from figures.layout import caption_in
from stat_index.html.inline import InlineMark, Piece, inline_text
from stat_index.html.table_blocks import table_blocks
from stat_index.html.tree import Element, Node, Text, parse
from stat_index.marking.marks import RAW, SCOPE, Mark, error_of, mark_from_attributes

_BLOCK_TAGS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "details", "dd", "div", "dl",
     "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "hr", "html", "li", "main", "nav", "ol", "p", "section", "summary", "table", "ul")
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class TextBlock:
    """One block for the figures, with its nodes."""

    block: Block
    pieces: list[Piece]
    marks: list[InlineMark]
    element: Element
    """The element that holds the text."""
    fence: int | None = None
    """Index of the fenced mark around it."""


@dataclass(slots=True)
class Fence:
    """A fenced mark around some blocks."""

    mark: Mark
    raw: str
    error: str
    element: Element


@dataclass(slots=True)
class Document:
    """An article's body, parsed."""

    root: Element
    source: str
    """The HTML that it was read from."""
    blocks: list[TextBlock] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    """Elements that carry a mark, the outer ones first."""

    def html(self, written: Iterable[Text] | None) -> str:
        """The body again, without the marks' attributes.

        `written` are the texts that are no longer what was read; None where elements are not.
        """
        if written is None or self.marked:
            for tag in self.marked:
                _forget_mark(tag)
            return self.root.html()
        parts, at = [], 0
        for text in written:
            parts += [self.source[at : text.at], text.raw]
            at = text.at + len(text.text)
        return "".join([*parts, self.source[at:]])


def read_document(html: str) -> Document:
    """The blocks of `html` in reading order."""
    document = Document(*parse(html))
    _Walk(document).container(document.root)
    return document


def _forget_mark(element: Element) -> None:
    """A fence keeps a division for the style sheet; a mark in the line leaves nothing."""
    if element.get(SCOPE) == "inline":
        element.unwrap()
    else:
        element.open = '<div class="sl-khoi">'


class _Walk:
    """One pass over the tree; knows the heading above and the fence around."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.heading: str | None = None
        self.fence: int | None = None
        self.table = 0

    def container(
        self,
        element: Element,
        item: bool = False,
        lead_in: int | None = None,
        before: int | None = None,
    ) -> int | None:
        """Walks `element`: each run of inline nodes is a block, block children are walked.

        `lead_in` introduces the text of a list item; `before` is the block right
        before, which introduces a list that follows. Gives the last block, if a
        list after `element` may lean on it.
        """
        run: list[Node] = []
        for child in element.children:
            if isinstance(child, Element) and child.name in _BLOCK_TAGS:
                if run and not _is_gap(run):
                    before = self._flush(run, element, item, lead_in, before)
                run = []
                before = self._child(child, item, lead_in, before)
            else:
                run.append(child)
        return before if _is_gap(run) else self._flush(run, element, item, lead_in, before)

    def _child(
        self, child: Element, item: bool, lead_in: int | None, before: int | None
    ) -> int | None:
        """Walks a block child; gives the block that may introduce a list after it."""
        if child.name == "table":
            self._table(child)
            return None
        if child.name in ("ul", "ol", "dl"):
            for entry in child.children:
                if isinstance(entry, Element) and entry.name in ("li", "dt", "dd"):
                    self.container(entry, True, before)
            return None
        if child.get(SCOPE) == "block":
            self._fenced(child, before)
            return None
        last = self.container(child, item, lead_in, before)
        return None if child.name in _HEADINGS else last

    def _fenced(self, element: Element, before: int | None) -> None:
        mark = mark_from_attributes(element.attributes)
        error = error_of(element.get)
        outer = self.fence
        self.fence = len(self.document.fences)
        self.document.marked.append(element)
        self.document.fences.append(Fence(mark, element.get(RAW) or "", error, element))
        self.container(element, before=before)
        self.fence = outer

    def _flush(
        self,
        run: list[Node],
        element: Element,
        item: bool,
        lead_in: int | None,
        before: int | None,
    ) -> int | None:
        """Makes a block of `run` and gives its index; `before` if `run` has no words."""
        text, pieces, marks = inline_text(run, self.document.marked)
        if not text.strip():
            return before
        if element.name in _HEADINGS:
            block = Block(text, kind="heading")
            self.heading = " ".join(text.split())
        elif item:
            block = Block(text, kind="list_item", heading=self.heading, lead_in=lead_in)
        else:
            block = Block(text, heading=self.heading)
        self._add(block, pieces, marks, element)
        return len(self.document.blocks) - 1

    def _add(
        self, block: Block, pieces: list[Piece], marks: list[InlineMark], element: Element
    ) -> None:
        if self.fence is not None:
            mark = self.document.fences[self.fence].mark
            block = replace(
                block,
                period=mark.period or None,
                kind_override=mark.kind or None,  # type: ignore[arg-type]
                organisation=mark.organisation or None,
            )
        self.document.blocks.append(TextBlock(block, pieces, marks, element, self.fence))

    def _table(self, table: Element) -> None:
        said = table_blocks(
            table, self.table, self._text_before(table), self.heading, self.document.marked
        )
        for block, text, cell in said:
            self._add(block, text.pieces, text.marks, cell)
        self.table += 1

    def _text_before(self, table: Element) -> str:
        """The last sentence right before a table that has no caption of its own."""
        assert table.parent is not None
        siblings = table.parent.children
        above = [e for e in siblings[: siblings.index(table)] if isinstance(e, Element)]
        blocks = self.document.blocks
        if not above or above[-1].name != "p" or not blocks or blocks[-1].element is not above[-1]:
            return ""
        return caption_in(blocks[-1].block.text)


def _is_gap(run: list[Node]) -> bool:
    """Whether it is nothing, or the line's end between two blocks."""
    return not run or (len(run) == 1 and isinstance(run[0], Text) and not run[0].text.strip())
