"""Wrapping a span of a block's text in an element, whatever inline elements lie in it."""

from __future__ import annotations

from bs4.element import NavigableString, PageElement, Tag

from stat_index.inline import Piece


def wrap(pieces: list[Piece], start: int, end: int, wrapper: Tag, *, exact: bool) -> bool:
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
    inside: list[PageElement] = [left]
    while inside[-1] is not right:
        following = inside[-1].next_sibling
        assert following is not None
        inside.append(following)
    left.insert_before(wrapper)
    for node in inside:
        wrapper.append(node.extract())
    return True


def _reachable(pieces: list[Piece], start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces)


def _cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The pieces that make up `start:end`, after cutting text nodes at both."""
    for offset in (start, end):
        for index, piece in enumerate(pieces):
            if piece.start < offset < piece.end:
                pieces[index : index + 1] = _halves(piece, offset - piece.start)
                break
    return [piece for piece in pieces if start <= piece.start and piece.end <= end]


def _halves(piece: Piece, at: int) -> list[Piece]:
    text = str(piece.node)
    left, right = NavigableString(text[:at]), NavigableString(text[at:])
    piece.node.replace_with(left, right)
    return [Piece(piece.start, left), Piece(piece.start + at, right)]


def _common_parent(head: PageElement, tail: PageElement) -> Tag:
    """The innermost element that holds both."""
    above = {id(parent) for parent in head.parents}
    return next(parent for parent in tail.parents if id(parent) in above)


def _child_of(parent: Tag, node: PageElement) -> PageElement:
    """The child of `parent` that is or holds `node`."""
    while node.parent is not parent:
        assert node.parent is not None
        node = node.parent
    return node


def _is_edge(element: PageElement, node: PageElement, place: int) -> bool:
    """Whether `node` is the first (0) or last (-1) thing in `element`."""
    while isinstance(element, Tag) and element.contents:
        element = element.contents[place]
    return element is node
