"""What checks look at in a body: prose, links, raw HTML, headings, each with its place.

A light reading of Markdown, linear in the length of the text whatever stands
in it. Columns and lines are those of the file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from desk.blanks import blank_match, without_code, without_comments
from desk.link_scan import DEFINITION, INLINE, Link, links_in
from desk.text_places import Places
from vntext.signs import holds
from vntext.values import quickly_made

# With a colon in its name: `<o:p>`, as Word writes it.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,30}(?::[A-Za-z][\w-]{0,30})?)(?P<rest>(?:[\s/][^<>]{0,2000})?)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=\"'/<>]+)(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+)))?"
)
# Markdown needs no space behind the marks: `#tag` at a line's start is a heading.
# It begins with a sign, not with the start of a line, so that it is looked for where signs are.
_HEADING = re.compile(r"(?P<marks>#(?<![^\n]#)#{0,5})[ \t]*(?P<text>[^\s#].*)$", re.MULTILINE)
_UNDERLINED = re.compile(
    r"(?:\A\n*|(?<=\n\n))(?P<text>[^\n|>#\s-][^\n]*)\n(?P<marks>=+|-+) *$", re.MULTILINE
)
_UNDERLINE = re.compile(r"\n(?:=+|-+) *$", re.MULTILINE)
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)]) +\S")
_BELOW = re.compile(rf"\n{_ITEM.pattern}")
_ANCHOR = re.compile(r"\{:?[^{}\n]*?#(?P<id>[\w-]+)[^{}\n]*\}")
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")
#: What is blanked out of prose, and the signs without which there is none of it.
_NO_PROSE = (
    (("](",), INLINE),
    (("]:",), DEFINITION),
    (("<",), _TAG),
    (("://", "www."), _BARE_ADDRESS),
)
#: An address in angle brackets may look like a tag.
_ANGLED = re.compile(r"(?<=\]\()<[^<>\n]*>")


@quickly_made
@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML tag that stands in the text."""

    name: str
    """Lower case."""
    attributes: tuple[tuple[str, str], ...]
    """Names in lower case, values with entities resolved."""
    line: int
    column: int
    closes: bool
    is_whole: bool = False
    """Written `<a/>`."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins with `#`, or is underlined with `=` or `-`."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Scan:
    """One body."""

    first_line: int
    body: str
    """As written."""
    text: str
    """The same with code, comments, addresses and tags blanked out."""
    uncoded: str
    """The same with code and comments alone blanked out."""
    links: tuple[Link, ...]
    tags: tuple[Tag, ...]
    headings: tuple[Heading, ...]
    named: tuple[tuple[str, int, int], ...]
    """Ids that an editor gave to places, each with its line and column."""

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Ids that links of the form `#id` may lead to."""
        return frozenset(name for name, _, _ in self.named)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of `body`."""
        return tuple(self.body.split("\n"))

    @cached_property
    def text_lines(self) -> tuple[str, ...]:
        """The lines of `uncoded`."""
        return self.lines if self.uncoded is self.body else tuple(self.uncoded.split("\n"))

    @cached_property
    def has_items(self) -> bool:
        """Whether a line of `uncoded` begins as an item of a list does."""
        return _ITEM.match(self.uncoded) is not None or _BELOW.search(self.uncoded) is not None

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines of `text`."""
        return self.text_lines if self.text is self.uncoded else tuple(self.text.split("\n"))

    @cached_property
    def lowered(self) -> str:
        """`text` in small letters: rules look here first whether there is anything for them."""
        return self.text.lower()

    def numbered_prose(self) -> Iterator[tuple[int, str]]:
        """Line numbers of the file with their prose."""
        return enumerate(self.prose, self.first_line)


def scan(body: str, first_line: int) -> Scan:
    """`body`, which begins at line `first_line` of its file, as checks need it."""
    text = without_comments(without_code(body))
    places = Places(text, first_line)
    links = links_in(text, places)
    tags = tuple(_tags(text, places)) if "<" in text else ()
    return Scan(
        first_line,
        body,
        _prose(text),
        text,
        links,
        tags,
        tuple(sorted(_headings(text, places), key=lambda heading: heading.line)),
        tuple(sorted(_named(text, tags, places), key=lambda place: place[1:])),
    )


def _headings(text: str, places: Places) -> Iterator[Heading]:
    for match in _HEADING.finditer(text) if "#" in text else ():
        heading = match["text"].strip(" #")
        yield Heading(len(match["marks"]), heading, places.line(match.start()))
    for match in _UNDERLINED.finditer(text) if _UNDERLINE.search(text) else ():
        level = 1 if match["marks"][0] == "=" else 2
        yield Heading(level, match["text"].strip(), places.line(match.start("text")))


def _tags(text: str, places: Places) -> Iterator[Tag]:
    if "](<" in text:
        text = _ANGLED.sub(blank_match, text)
    return (_tag(match, places) for match in _TAG.finditer(text))


def _tag(match: re.Match[str], places: Places) -> Tag:
    attributes = tuple(
        (a["name"].lower(), html.unescape(a["a"] or a["b"] or a["c"] or ""))
        for a in _ATTRIBUTE.finditer(match["rest"])
    )
    return Tag(
        match["name"].lower(),
        attributes,
        places.line(match.start()),
        places.column(match.start()),
        bool(match["close"]),
        match["rest"].endswith("/"),
    )


def _named(text: str, tags: Iterable[Tag], places: Places) -> Iterator[tuple[str, int, int]]:
    for match in _ANCHOR.finditer(text) if "{" in text else ():
        start = match.start("id")
        yield match["id"], places.line(start), places.column(start)
    for tag in tags:
        for name, value in tag.attributes:
            if name == "id":
                yield value, tag.line, tag.column


def _prose(text: str) -> str:
    """`text` without addresses and tags, every sign left in its column."""
    for signs, pattern in _NO_PROSE:
        if any(holds(text, sign) for sign in signs):
            text = pattern.sub(blank_match, text)
    return text
