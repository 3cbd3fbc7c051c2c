"""What checks look at in a body: prose, links, raw HTML, headings, each with its place.

A light reading of Markdown, linear in the length of the text whatever stands
in it. Columns and lines are those of the file.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_FENCE = re.compile(r"^(`{3,}|~{3,})")
_TICKS = re.compile(r"(?<![\\`])(`+)(?!`)")
_LINK = re.compile(r"\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_TITLED = re.compile(
    r"(?s)(?P<address><[^<>]*>|\S.*?|)(?:\s+(?P<mark>[\"'])(?P<title>.*)(?P=mark))?\s*"
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*(<[^<>\n]*>|\S+)", re.MULTILINE)
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
_ANCHOR = re.compile(r"\{:?[^{}\n]*?#(?P<id>[\w-]+)[^{}\n]*\}")
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")
#: What is blanked out of prose, and the signs without which there is none of it.
_NO_PROSE = (
    (("](",), _LINK),
    (("]:",), _DEFINITION),
    (("<",), _TAG),
    (("://", "www."), _BARE_ADDRESS),
)
_LONG = 4000
_NOT_BREAK = re.compile(r"[^\n]")


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
    anchors: frozenset[str]
    """Ids that links of the form `#id` may lead to."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of `body`."""
        return tuple(self.body.split("\n"))

    @cached_property
    def text_lines(self) -> tuple[str, ...]:
        """The lines of `uncoded`."""
        return tuple(self.uncoded.split("\n"))

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines of `text`."""
        return tuple(self.text.split("\n"))

    @cached_property
    def lowered(self) -> str:
        """`text` in small letters: rules look here first whether there is anything for them."""
        return self.text.lower()

    def numbered_prose(self) -> Iterator[tuple[int, str]]:
        """Line numbers of the file with their prose."""
        return enumerate(self.prose, self.first_line)


def scan(body: str, first_line: int) -> Scan:
    """`body`, which begins at line `first_line` of its file, as checks need it."""
    text = _blank_comments(_blank_code(body))
    places = _Places(text, first_line)
    links = [*_inline_links(text, places), *_definitions(text, places)]
    tags = [_tag(match, places) for match in _TAG.finditer(text)] if "<" in text else []
    return Scan(
        first_line,
        body,
        _prose(text),
        text,
        tuple(sorted(links, key=lambda link: (link.line, link.column))),
        tuple(tags),
        tuple(sorted(_headings(text, places), key=lambda heading: heading.line)),
        frozenset(_anchors(text, tags)),
    )


def _headings(text: str, places: _Places) -> Iterator[Heading]:
    for match in _HEADING.finditer(text) if "#" in text else ():
        heading = match["text"].strip(" #")
        yield Heading(len(match["marks"]), heading, places.line(match.start()))
    for match in _UNDERLINED.finditer(text) if _UNDERLINE.search(text) else ():
        level = 1 if match["marks"][0] == "=" else 2
        yield Heading(level, match["text"].strip(), places.line(match.start("text")))


class _Places:
    """Offsets of one text as lines and columns, asked in rising order."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.at = 0
        self.number = first_line
        self.first = first_line

    def line(self, offset: int) -> int:
        if offset < self.at:
            self.at, self.number = 0, self.first
        self.number += self.text.count("\n", self.at, offset)
        self.at = offset
        return self.number

    def column(self, offset: int) -> int:
        return offset - self.text.rfind("\n", 0, offset)


def _blank(text: str) -> str:
    """As many spaces and line breaks as `text` has signs and line breaks."""
    return _NOT_BREAK.sub(" ", text)


def _blank_code(body: str) -> str:
    """`body` with fenced blocks and `code` blanked out."""
    if "`" not in body and "~~~" not in body:
        return body
    lines = body.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            lines[number] = " " * len(line)
            if mark and line.rstrip(" ") == fence:
                fence = ""
        elif mark and _closes(lines, number, mark[1]):
            fence = mark[1]
            lines[number] = " " * len(line)
    return "\n\n".join(_blank_ticks(part) for part in "\n".join(lines).split("\n\n"))


def _closes(lines: list[str], start: int, fence: str) -> bool:
    """Whether a fence opened at line `start` is closed further down."""
    return any(line.rstrip(" ") == fence for line in lines[start + 1 :])


def _blank_ticks(paragraph: str) -> str:
    """`paragraph` with spans between equal runs of backticks blanked out."""
    if "`" not in paragraph:
        return paragraph
    runs = [(match.start(), match.end()) for match in _TICKS.finditer(paragraph)]
    by_length: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(runs):
        by_length.setdefault(end - start, []).append(index)
    pieces, position, index = [], 0, 0
    while index < len(runs):
        start, end = runs[index]
        alike = by_length[end - start]
        after = bisect_right(alike, index)
        if after == len(alike):
            index += 1
            continue
        stop = runs[alike[after]][1]
        pieces += [paragraph[position:start], _blank(paragraph[start:stop])]
        position, index = stop, alike[after] + 1
    return "".join((*pieces, paragraph[position:]))


def _blank_comments(text: str) -> str:
    """`text` with closed HTML comments blanked out."""
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        pieces += [text[position:start], _blank(text[start : end + 3])]
        position = end + 3
    return "".join((*pieces, text[position:]))


def _inline_links(text: str, places: _Places) -> list[Link]:
    found = []
    for match in _LINK.finditer(text):
        parts = _TITLED.fullmatch(match[1].strip()) if len(match[1]) < _LONG else None
        if not parts:
            continue
        address = parts["address"].strip()
        start = text.find(address, match.start(1))
        words, is_image = _bracketed(text, match.start())
        found.append(
            Link(
                address.removeprefix("<").removesuffix(">"),
                places.line(start),
                places.column(start) + address.startswith("<"),
                words,
                (parts["title"] or "").strip(),
                is_image,
            )
        )
    return found


def _bracketed(text: str, close: int) -> tuple[str, bool]:
    """The words between the brackets that end at `close`, and whether `!` stands before them."""
    depth = 0
    for position in range(close, max(-1, close - 1000), -1):
        char = text[position]
        depth += (char == "]") - (char == "[")
        if depth == 0:
            return text[position + 1 : close], position > 0 and text[position - 1] == "!"
    return "", False


def _definitions(text: str, places: _Places) -> list[Link]:
    return [
        Link(
            match[2].strip("<>"),
            places.line(match.start(2)),
            places.column(match.start(2)),
            match[1],
            "",
            False,
        )
        for match in (_DEFINITION.finditer(text) if "]:" in text else ())
        if not match[1].startswith("^")
    ]


def _tag(match: re.Match[str], places: _Places) -> Tag:
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


def _anchors(text: str, tags: list[Tag]) -> list[str]:
    named = [match["id"] for match in _ANCHOR.finditer(text)] if "{" in text else []
    return named + [value for tag in tags for name, value in tag.attributes if name == "id"]


def _prose(text: str) -> str:
    """`text` without addresses and tags, every sign left in its column."""
    for signs, pattern in _NO_PROSE:
        if any(sign in text for sign in signs):
            text = pattern.sub(_blank_match, text)
    return text


def _blank_match(match: re.Match[str]) -> str:
    return _blank(match[0])
