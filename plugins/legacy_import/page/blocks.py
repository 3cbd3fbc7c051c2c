"""A page as the row of blocks that a reader sees: lines, headings, lists, tables, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from bs4 import NavigableString, Tag

from legacy_import.page.lines import LONGEST, Line, read_line, sorted_out
from legacy_import.page.tree import above

Kind = Literal["text", "heading", "list", "table", "image", "quote", "pre", "rule"]

Node = Tag | NavigableString

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "marquee",
        "layer",
        "ilayer",
        "multicol",
    ]
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTACT = re.compile(
    r"\W*(?:địa chỉ|đ/c|trụ sở|điện thoại|đt|tel|email|website|hotline)\s*:", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?…:;]|,\s")
_SPACE = re.compile(r"\s+")


@dataclass(eq=False)
class Block:
    """One block, with the nodes that it is made of."""

    kind: Kind
    nodes: list[Node]
    holder: Tag
    """The block element that it stands in."""
    glued: bool = False
    """Whether a single line break parts it from the block before."""
    index: int = field(default=0)

    @cached_property
    def text(self) -> str:
        """On one line."""
        return _SPACE.sub(" ", "".join(n.get_text() for n in self.nodes)).strip()

    @cached_property
    def parted(self) -> str:
        """Its text with a bar between elements that only a style sheet kept apart."""
        strings = [s for node in self.nodes for s in _strings(node)]
        texts = [t for s in strings if (t := _SPACE.sub(" ", str(s)).strip())]
        return " | ".join(texts) if len(texts) > 1 else self.text

    @cached_property
    def images(self) -> list[Tag]:
        """Pictures in it."""
        tags = [n for n in self.nodes if isinstance(n, Tag)]
        own = [t for t in tags if t.name == "img"]
        return own + [image for t in tags for image in t.find_all("img")]

    @cached_property
    def links(self) -> list[Tag]:
        """Links in it that have text."""
        tags = [n for n in self.nodes if isinstance(n, Tag)]
        found = [t for t in tags if t.name == "a"] + [a for t in tags for a in t.find_all("a")]
        around = (
            next((t for t in above(self.nodes[0]) if t.name == "a"), None) if self.nodes else None
        )
        return ([around] if around else []) + [
            a for a in found if a.get("href") and a.get_text().strip()
        ]

    @cached_property
    def link_density(self) -> float:
        """Share of its text that is linked."""
        if not self.text:
            return 0.0
        linked = sum(len(_SPACE.sub(" ", a.get_text()).strip()) for a in self.links)
        return min(1.0, linked / len(self.text))

    @cached_property
    def chain(self) -> tuple[Tag, ...]:
        """The elements around it, from the inside out; itself first where it is one element."""
        if not self.nodes:
            return (self.holder, *above(self.holder))
        first = self.nodes[0]
        if len(self.nodes) == 1 and isinstance(first, Tag):
            return (first, *above(first))
        return tuple(above(first))

    @cached_property
    def _chain_ids(self) -> frozenset[int]:
        return frozenset(map(id, self.chain))

    def within(self, tag: Tag | None) -> bool:
        """Whether `tag` is one of the elements around it; by identity, as equal ones abound."""
        return tag is not None and id(tag) in self._chain_ids

    @cached_property
    def line(self) -> Line:
        """Its words taken apart, by its elements too where its words alone say nothing."""
        line = read_line(self.text)
        if line.is_furniture or len(self.text) > LONGEST or self.parted == self.text:
            return line
        other = read_line(self.parted)
        if other.is_furniture:
            return other
        linked = {" ".join(a.get_text().split()) for a in self.links}
        named = sorted_out(other, linked)
        return named if named.is_furniture and len(named.parts) > 1 else line

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of an article."""
        if self.kind not in ("text", "quote", "list"):
            return False
        text = self.text
        if len(text) < 45 or self.link_density > 0.45:
            return False
        if _CONTACT.match(text) and len(text) < 200:
            return False
        if not _SENTENCE.search(text) and len(text) < 90:
            return False
        return len(text) > LONGEST or not self.line.is_furniture

    def all_in(self, names: tuple[str, ...], style: re.Pattern[str] | None = None) -> bool:
        """Whether all its text stands in elements of these names, or of this style."""
        texts = [s for n in self.nodes for s in _strings(n) if re.search(r"\w", s)]
        return bool(texts) and all(_stands_in(s, names, style) for s in texts)

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return self.all_in(
            ("b", "strong", *HEADINGS), re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
        )

    @cached_property
    def italic(self) -> bool:
        """Whether all of it is in italics."""
        return self.all_in(("i", "em", "cite"), re.compile(r"font-style\s*:\s*italic", re.I))

    @cached_property
    def small(self) -> bool:
        """Whether all of it is small."""
        return self.all_in(
            ("small",),
            re.compile(
                r"font-size\s*:\s*(?:[6-9]p|1[01](?:\.\d)?p|x?x?-?small|smaller|0\.[5-9])", re.I
            ),
        )

    @cached_property
    def align(self) -> str:
        """How it is aligned: left where nothing says so."""
        for tag in self.chain:
            if tag.name == "center":
                return "center"
            align = str(tag.get("align", "")).lower()
            if align and tag.name not in ("table", "img"):
                return align
            if match := re.search(r"text-align\s*:\s*(\w+)", str(tag.get("style", "")), re.I):
                return match[1].lower()
            names = " ".join(tag.get("class") or []).lower()
            if match := re.search(
                r"(?:rte|text-|align-?|has-text-align-)(center|right|justify)\b", names
            ):
                return match[1]
            if tag.name in ("td", "body", "th"):
                break
        return "left"


def _stands_in(
    string: NavigableString, names: tuple[str, ...], style: re.Pattern[str] | None
) -> bool:
    for tag in above(string):
        if tag.name in names or (style and style.search(str(tag.get("style", "")))):
            return True
        if tag.name in ("table", "body"):
            break
    return False


def _strings(node: Node) -> list[NavigableString]:
    return [node] if isinstance(node, NavigableString) else list(node.find_all(string=True))


def is_block(tag: Tag) -> bool:
    """Whether `tag` breaks the line, itself or by something in it."""
    return tag.name in BLOCKS or tag.find(is_block_name) is not None


def is_block_name(tag: Tag) -> bool:
    return tag.name in BLOCKS
