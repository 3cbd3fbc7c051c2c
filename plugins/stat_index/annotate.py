"""Figures into the article's HTML: permanent ids, quiet links, sentences that light up."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from figures import Figure
from stat_index.blocks import TextBlock
from stat_index.splice import wrap
from stat_index.tree import Element
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


def annotate(block: TextBlock, places: list[Place], sentences: list[tuple[int, int]]) -> None:
    """Writes the figures of one block; `sentences` are the spans of those that hold one."""
    spans = _grown(block.block.text, [place.figure for place in places])
    for place, (start, end) in zip(places, spans, strict=True):
        tag = _data(place)
        if wrap(block.pieces, start, end, tag, exact=False) and place.link:
            _link(tag, place)
    if block.block.kind == "table_cell":
        return
    for start, end in sentences:
        span = Element("span", '<span class="sl-cau">', "</span>")
        wrap(block.pieces, start, end, span, exact=True)


def _data(place: Place) -> Element:
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
    return Element("data", f"<data {said}>", "</data>")


def machine_value(figure: Figure) -> str:
    """The value as programs read it: `40000`, a range as `90..100`."""
    low = plain_number(figure.value_min)
    if figure.value_max is figure.value_min:
        return low
    high = plain_number(figure.value_max)
    return low if low == high else f"{low}..{high}"


def _link(tag: Element, place: Place) -> None:
    """Makes the figure a link to its row, unless it lies in a link or holds one."""
    if any(element.name == "a" for element in (*tag.parents, *tag.elements)):
        return
    link = Element("a", f'<a href="{{so-lieu}}{place.link}">', "</a>")
    inside, tag.children = tag.children, []
    link.take(inside)
    tag.take([link])


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
