"""The text of inline nodes, with the way back to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stat_index.html.tree import Element, Node, Text, Verbatim
from stat_index.marking.marks import RAW, SCOPE, Mark, error_of, mark_from_attributes

#: No prose: its text is nobody's statement. One character stands for it.
_OPAQUE = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "code",
        "iframe",
        "img",
        "kbd",
        "math",
        "object",
        "picture",
        "pre",
        "samp",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "video",
    ]
)
_GAP = "\ufffc"


@dataclass(slots=True)
class Piece:
    """A text node, and where its text begins and ends in the block."""

    start: int
    end: int
    node: Text


@dataclass(frozen=True, slots=True)
class InlineMark:
    """A mark in the line and the span of the block's text that it speaks of."""

    start: int
    end: int
    mark: Mark
    raw: str
    error: str


def inline_text(
    nodes: Sequence[Node], marked: list[Element]
) -> tuple[str, list[Piece], list[InlineMark]]:
    """The text of inline nodes, its pieces, and the marks in it.

    Elements that carry a mark are added to `marked`.
    """
    if len(nodes) == 1 and isinstance(only := nodes[0], Text):
        return only.text, [Piece(0, len(only.text), only)], []
    reader = _Inline(marked)
    for node in nodes:
        reader.take(node)
    return "".join(reader.parts), reader.pieces, reader.marks


class _Inline:
    """Collects the text of inline nodes."""

    def __init__(self, marked: list[Element]) -> None:
        self.marked = marked
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.marks: list[InlineMark] = []

    def take(self, node: Node) -> None:
        """Adds one node."""
        if isinstance(node, Text):
            start = self.length
            self._put(node.text)
            self.pieces.append(Piece(start, self.length, node))
        elif isinstance(node, Verbatim):
            return
        elif node.name == "br":
            self._put("\n")
        elif node.name in _OPAQUE or _is_footnote_link(node):
            self._put(_GAP)
        else:
            start = self.length
            for child in node.children:
                self.take(child)
            if node.get(SCOPE) == "inline":
                self.marked.append(node)
                self.marks.append(
                    InlineMark(
                        start,
                        self.length,
                        mark_from_attributes(node.attributes),
                        node.get(RAW) or "",
                        error_of(node.get),
                    )
                )

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _is_footnote_link(node: Element) -> bool:
    """The raised number of a note, and the arrow back from it."""
    return node.name in ("sup", "a") and any(
        "footnote" in (node.get(name) or "") for name in ("class", "id")
    )
