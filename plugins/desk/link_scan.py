"""The links and pictures of a body, as Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.text_places import Places
from vntext.signs import holds
from vntext.values import quickly_made

INLINE = re.compile(r"\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*(<[^<>\n]*>|\S+)", re.MULTILINE)
_TITLED = re.compile(
    r"(?s)(?P<address><[^<>]*>|\S.*?|)(?:\s+(?P<mark>[\"'])(?P<title>.*)(?P=mark))?\s*"
)
_LONG = 4000
#: An address without a title, as most are.
_BARE = re.compile(rf"[^\s<>\"']{{1,{_LONG - 1}}}")
#: So far before its end the words of a link begin.
_FAR = 999


@quickly_made
@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture, as written."""

    address: str
    line: int
    column: int
    """Where the address begins."""
    text: str
    """Between the square brackets: for a picture, its description."""
    title: str
    """In quotes behind the address: for a picture, its caption."""
    is_image: bool


def links_in(text: str, places: Places) -> tuple[Link, ...]:
    """All links of `text`, from which code and comments are blanked out, in reading order."""
    links = [*_inline(text, places), *_definitions(text, places)]
    return tuple(sorted(links, key=lambda link: (link.line, link.column)))


def _inline(text: str, places: Places) -> Iterator[Link]:
    for match in INLINE.finditer(text):
        address, title = match[1], ""
        if not _BARE.fullmatch(address):
            parts = _TITLED.fullmatch(address.strip()) if len(address) < _LONG else None
            if not parts:
                continue
            address, title = parts["address"].strip(), (parts["title"] or "").strip()
        start = text.find(address, match.start(1))
        words, is_image = _bracketed(text, match.start())
        yield Link(
            address.removeprefix("<").removesuffix(">"),
            places.line(start),
            places.column(start) + address.startswith("<"),
            words,
            title,
            is_image,
        )


def _bracketed(text: str, close: int) -> tuple[str, bool]:
    """The words between the brackets that end at `close`, and whether `!` stands before them."""
    start = text.rfind("[", max(0, close - _FAR), close)
    if start >= 0 and text.find("]", start, close) >= 0:
        start = _opening(text, close)
    return (text[start + 1 : close], text[start - 1 : start] == "!") if start >= 0 else ("", False)


def _opening(text: str, close: int) -> int:
    """Where the bracket begins that ends at `close` and holds others; -1 where that is far."""
    depth = 0
    for position in range(close, max(-1, close - _FAR - 1), -1):
        char = text[position]
        depth += (char == "]") - (char == "[")
        if depth == 0:
            return position
    return -1


def _definitions(text: str, places: Places) -> Iterator[Link]:
    for match in DEFINITION.finditer(text) if holds(text, "]:") else ():
        if not match[1].startswith("^"):
            start = match.start(2)
            address = match[2].strip("<>")
            yield Link(address, places.line(start), places.column(start), match[1], "", False)
