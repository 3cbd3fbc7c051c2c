"""An article's HTML as a light tree, which writes itself out as it was read.

Python-Markdown writes well-formed HTML, and reading that needs no parser of
all HTML: one expression finds its tags. What an editor wrote raw may be
anything; BeautifulSoup mends that first. (BeautifulSoup for every article took
a tenth of a build's time, and its output spells untouched tags anew.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

#: An element that holds a text and nothing else, as most do, with the line's end behind it.
_LEAF = (
    r"(<(p|h[1-6]|li|t[dh]|strong|em|a|span|caption|figcaption)(?: [a-z-]+=\"[^\"<>]*+\")*>)"
    r"([^<]*+)</\2>(\n(?=<|\Z))?"
)
#: A comment, a declaration, or a tag. No part can begin where another gave back what it took, and
#: nothing runs past the next `<`, so the time is linear in the text.
_TAG = (
    r"<!--.*?-->|<[!?][^<>]*>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*+)"
    r"(?P<attributes>(?:[^<>\"'/]++|/(?!>)|\"[^\"<]*+\"|'[^'<]*+')*)(?P<closed>/?)>"
)
_TOKEN = re.compile(f"{_LEAF}|{_TAG}", re.S)
_OPENING = re.compile(_TAG, re.S)
_ATTRIBUTE = re.compile(
    r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.S
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr")
)  # fmt: skip
_OPAQUE_TEXT = frozenset(("script", "style"))


class Text:
    """A text node: what readers see of it, and how it is written."""

    __slots__ = ("at", "parent", "raw", "text")

    def __init__(self, raw: str, text: str, parent: Element, at: int = -1) -> None:
        self.raw = raw
        self.text = text
        self.parent = parent
        self.at = at
        """Where it stands in the HTML that was read."""

    def cut(self, at: int) -> tuple[Text, Text]:
        """Both halves of the node, which take its place."""
        halves = self._part(self.text[:at]), self._part(self.text[at:])
        place = self.parent.children.index(self)
        self.parent.children[place : place + 1] = halves
        return halves

    def _part(self, text: str) -> Text:
        return Text(text if self.raw is self.text else escape(text, quote=False), text, self.parent)


class Verbatim:
    """A comment, or the content of a script: nothing that readers see."""

    __slots__ = ("parent", "raw")

    def __init__(self, raw: str, parent: Element) -> None:
        self.raw = raw
        self.parent = parent


class Element:
    """A tag and what it holds."""

    __slots__ = ("children", "close", "name", "open", "parent")

    def __init__(self, name: str, open: str, close: str, parent: Element | None = None) -> None:
        self.name = name
        self.open = open
        """As it is written; empty for the root."""
        self.close = close
        self.parent = parent
        self.children: list[Node] = []

    @property
    def attributes(self) -> dict[str, str]:
        """Name → value, without entities."""
        tag = _OPENING.match(self.open)
        if tag is None or not tag["attributes"]:
            return {}
        return {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(tag["attributes"])
        }

    def get(self, name: str) -> str | None:
        """The value of one attribute."""
        return self.attributes.get(name) if name in self.open else None

    @property
    def parents(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    @property
    def elements(self) -> Iterator[Element]:
        """The elements in it, in reading order."""
        pending = self.children[::-1]
        while pending:
            node = pending.pop()
            if isinstance(node, Element):
                yield node
                pending += node.children[::-1]

    @property
    def text(self) -> str:
        """All that readers see of it."""
        return "".join(child.text for child in self.children if isinstance(child, (Text, Element)))

    def take(self, nodes: Sequence[Node]) -> None:
        """Puts `nodes` into it, behind what it holds; whoever held them must let go of them."""
        for node in nodes:
            node.parent = self
        self.children += nodes

    def unwrap(self) -> None:
        """Leaves what it holds in its place."""
        parent = self.parent
        assert parent is not None
        place = parent.children.index(self)
        for child in self.children:
            child.parent = parent
        parent.children[place : place + 1] = self.children

    def let_go(self) -> None:
        """Parts all that it holds: parents and children know each other, and would wait for the
        garbage collector.
        """
        pending = [self]
        while pending:
            children = pending.pop().children
            pending += [node for node in children if type(node) is Element]
            children.clear()

    def html(self) -> str:
        """What it holds, written out."""
        parts: list[str] = []
        pending: list[Node | str] = list(self.children[::-1])
        while pending:
            node = pending.pop()
            if isinstance(node, str):
                parts.append(node)
            elif isinstance(node, Element):
                parts.append(node.open)
                pending.append(node.close)
                pending += node.children[::-1]
            else:
                parts.append(node.raw)
        return "".join(parts)


Node = Text | Verbatim | Element


def parse(html: str) -> tuple[Element, str]:
    """The root of the tree of `html`, and that HTML; mended first where tags do not match."""
    if root := _parsed(html):
        return root, html
    # Asked for seldom, and its modules take a tenth of a second to load.
    from bs4 import BeautifulSoup

    mended = BeautifulSoup(html, "html.parser").decode()
    if root := _parsed(mended):
        return root, mended
    # BeautifulSoup lets some names of tags pass (`b<`) that no browser takes for one.
    words = escape(html, quote=False)
    root = _parsed(words)
    assert root is not None, "text without < is a tree"
    return root, words


def _parsed(html: str) -> Element | None:
    """The root, or None where a tag has no partner or a `<` begins nothing."""
    root = here = Element("", "", "")
    place = 0
    tags = _TOKEN.finditer(html)
    while tag := next(tags, None):
        start, end = tag.span()
        if start > place and not _add_text(here, html[place:start], place):
            return None
        place = end
        open, leaf, text, gap, ends, name, _, closed = tag.groups()
        if leaf:
            element = Element(leaf, open, f"</{leaf}>", here)
            here.children.append(element)
            if text:
                _add_text(element, text, tag.start(3))
            if gap:
                here.children.append(Text(gap, gap, here, end - 1))
        elif name is None:
            here.children.append(Verbatim(tag[0], here))
        elif ends:
            if here.parent is None or here.name != name.lower():
                return None
            here.close = tag[0]
            here = here.parent
        else:
            element = Element(name.lower(), tag[0], "", here)
            here.children.append(element)
            if element.name in _OPAQUE_TEXT:
                closing = re.compile(f"</{element.name}", re.I).search(html, place)
                if closing is None:
                    return None
                element.children.append(Verbatim(html[place : closing.start()], element))
                place = closing.start()
                tags = _TOKEN.finditer(html, place)
            if not closed and element.name not in _VOID:
                here = element
    if here is not root or (place < len(html) and not _add_text(root, html[place:], place)):
        return None
    return root


def _add_text(parent: Element, raw: str, at: int) -> bool:
    if "<" in raw:
        return False
    parent.children.append(Text(raw, unescape(raw) if "&" in raw else raw, parent, at))
    return True
