"""Wrapping a span of a block's text in an element, whatever inline elements lie in it."""

from __future__ import annotations

from stat_index.html.inline import Piece
from stat_index.html.tree import Element, Node


def wrap(pieces: list[Piece], start: int, end: int, wrapper: Element, *, exact: bool) -> bool:
    """Puts what lies at `start:end` into `wrapper`; the text stays as it is.

    Where the span cuts through an inline element (`<b>40 ngh</b>ìn`), the element
    goes in whole, unless `exact`: then nothing is done. Gives whether it was.
    """
    if not _reachable(pieces, start, end):
        return False
    first = _cut(pieces, start, end)
    if not first:
        return False
    head, tail = first[0].node, first[-1].node
    parent = _common_parent(head, tail)
    left, right = _child_of(parent, head), _child_of(parent, tail)
    if exact and not (_is_edge(left, head, 0) and _is_edge(right, tail, -1)):
        return False
    begin, stop = parent.children.index(left), parent.children.index(right) + 1
    inside = parent.children[begin:stop]
    parent.children[begin:stop] = [wrapper]
    wrapper.parent = parent
    wrapper.take(inside)
    return True


def _reachable(pieces: list[Piece], start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces)


def _cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The pieces that make up `start:end`, after cutting text nodes at both."""
    for offset in (start, end):
        for index, piece in enumerate(pieces):
            if piece.start < offset < piece.end:
                left, right = piece.node.cut(offset - piece.start)
                cut = Piece(piece.start, offset, left), Piece(offset, piece.end, right)
                pieces[index : index + 1] = cut
                break
    return [piece for piece in pieces if start <= piece.start and piece.end <= end]


def _common_parent(head: Node, tail: Node) -> Element:
    """The innermost element that holds both."""
    above = {id(parent) for parent in _parents(head)}
    return next(parent for parent in _parents(tail) if id(parent) in above)


def _parents(node: Node) -> list[Element]:
    assert node.parent is not None
    return [node.parent, *node.parent.parents]


def _child_of(parent: Element, node: Node) -> Node:
    """The child of `parent` that is or holds `node`."""
    while node.parent is not parent:
        assert node.parent is not None
        node = node.parent
    return node


def _is_edge(element: Node, node: Node, place: int) -> bool:
    """Whether `node` is the first (0) or last (-1) thing in `element`."""
    while isinstance(element, Element) and element.children:
        element = element.children[place]
    return element is node
