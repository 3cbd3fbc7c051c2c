"""Figures into the article's HTML: permanent ids, quiet links, sentences that light up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from operator import itemgetter

from figures import Figure
from stat_index.html.blocks import TextBlock
from stat_index.html.inline import Piece
from stat_index.html.splice import wrap
from stat_index.html.tree import Element, Text
from stat_index.values import plain_number
from vntext.values import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Place:
    """Where one figure stands, and what is to be written there."""

    figure: Figure
    id: str
    link: str
    """To its row, from `so-lieu/` on; empty for a figure that is not published."""
    corrected: bool = False
    question: str = ""


def annotate(
    block: TextBlock, places: list[Place], sentences: list[tuple[int, int]]
) -> Text | None:
    """Writes the figures of one block; `sentences` are the spans of those that hold one.

    Gives the text that they were written into; None where there are new elements.
    """
    spans = _grown(block.block.text, [place.figure for place in places])
    if block.block.kind == "table_cell":
        sentences = []
    if _is_plain(block, spans, sentences):
        _write(block.pieces[0].node, places, spans, sentences)
        return block.pieces[0].node
    _wrap(block.pieces, places, spans, sentences)
    return None


def _is_plain(
    block: TextBlock, spans: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]
) -> bool:
    """Whether the block is one text, as most are, and its spans lie beside or within each other."""
    text, pieces = block.block.text, block.pieces
    if len(pieces) != 1 or pieces[0].end - pieces[0].start != len(text):
        return False
    node = pieces[0].node
    edges = [edge for span in spans for edge in span]
    return (
        node.raw is node.text
        and edges == sorted(edges)
        and not any(start < end < stop for start, stop in spans for _, end in sentences)
        and not any(span in sentences for span in spans)
    )


def _write(
    node: Text,
    places: Sequence[Place],
    spans: Sequence[tuple[int, int]],
    sentences: Sequence[tuple[int, int]],
) -> None:
    """Writes the tags into the text itself: no part of it need become a node."""
    linked = _is_in_link(node.parent)
    # What ends at one place ends before anything begins there, and what is inside ends first.
    tags = [(end, 1, "</span>") for _, end in sentences]
    tags += [(start, 2, _SENTENCE) for start, _ in sentences]
    for place, (start, end) in zip(places, spans, strict=True):
        opening, closing = _data(place), "</data>"
        if place.link and not linked:
            opening, closing = opening + _anchor(place), "</a></data>"
        tags += [(end, 0, closing), (start, 3, opening)]
    parts, at = [], 0
    for offset, _, tag in sorted(tags, key=_place_of):
        parts += [node.text[at:offset], tag]
        at = offset
    node.raw = "".join([*parts, node.text[at:]])


_place_of = itemgetter(0, 1)


def _wrap(
    pieces: list[Piece],
    places: Sequence[Place],
    spans: Sequence[tuple[int, int]],
    sentences: Sequence[tuple[int, int]],
) -> None:
    """Puts what lies at the spans into elements, whatever other elements lie there."""
    for place, (start, end) in zip(places, spans, strict=True):
        tag = Element("data", _data(place), "</data>")
        if wrap(pieces, start, end, tag, exact=False) and place.link:
            _link(tag, place)
    for start, end in sentences:
        wrap(pieces, start, end, Element("span", _SENTENCE, "</span>"), exact=True)


_SENTENCE = '<span class="sl-cau">'


def _data(place: Place) -> str:
    """`<data id="sl-…" value="50" class="sl">`."""
    names = ["sl"]
    if place.corrected:
        names.append("sl-sua")
    if not place.link:
        names.append("sl-hoi")
    # Ids, numbers and these names hold nothing to escape.
    said = f'id="{place.id}" value="{machine_value(place.figure)}" class="{" ".join(names)}"'
    if place.question:
        said += f' title="{escape(place.question)}"'
    return f"<data {said}>"


def _anchor(place: Place) -> str:
    return f'<a href="{{so-lieu}}{place.link}">'


def machine_value(figure: Figure) -> str:
    """The value as programs read it: `40000`, a range as `90..100`."""
    low = plain_number(figure.value_min)
    if figure.value_max is figure.value_min:
        return low
    high = plain_number(figure.value_max)
    return low if low == high else f"{low}..{high}"


def _link(tag: Element, place: Place) -> None:
    """Makes the figure a link to its row, unless it lies in a link or holds one."""
    if _is_in_link(tag) or any(element.name == "a" for element in tag.elements):
        return
    link = Element("a", _anchor(place), "</a>")
    inside, tag.children = tag.children, []
    link.take(inside)
    tag.take([link])


def _is_in_link(element: Element) -> bool:
    return element.name == "a" or any(outer.name == "a" for outer in element.parents)


def _grown(text: str, figures: list[Figure]) -> list[tuple[int, int]]:
    """Spans of what is underlined: the number with its unit and noun where they follow."""
    spans = []
    for index, figure in enumerate(figures):
        limit = figures[index + 1].start if index + 1 < len(figures) else len(text)
        end = figure.end
        noun = _past(text, end, figure.indicator, limit)
        if noun == end:
            noun = _past(text, _past(text, end, figure.unit, limit), figure.indicator, limit)
        end = _past(text, noun, figure.level, limit)
        spans.append((figure.start, end))
    return spans


def _past(text: str, end: int, words: str | None, limit: int) -> int:
    """`end` moved behind `words` when they stand right there."""
    if not words:
        return end
    begin = end
    while begin < limit and text[begin] in " \u00a0\n":
        begin += 1
    after = begin + len(words)
    follows = text[begin:after].casefold() == words.casefold()
    whole = after >= len(text) or not (text[after].isalnum() and words[-1].isalnum())
    return after if follows and whole and after <= limit else end
