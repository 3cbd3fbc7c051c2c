"""Upstream's inline processor, which tries a pattern only where its sign stands in the text.

Upstream (`treeprocessors.py`, `__handleInline`) searches each text for each of
some twenty patterns; most texts hold not one sign of any, and most others a
picture or bold words, and nothing else.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

#: Stands for a bracket in an article that defines addresses (`[a]: …`) for such links.
_DEFINED = "[]"
#: Of each pattern of Python-Markdown and ours: one of these must stand in what it matches.
#: A pattern that is not named here is always tried.
SIGNS: dict[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "so-lieu": ("]{",),
    "footnote": ("[^",),
    "reference": (_DEFINED,),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": (_DEFINED,),
    "short_reference": (_DEFINED,),
    "short_image_ref": (_DEFINED,),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("\n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
_LETTERS = re.compile(r"[`\\<\n&*_\[]")
_BRACKETS = ("]{", "[^", "](", "![")


class SignedInlines(Extension):
    """Puts the processor in the place of upstream's; add it last, when all patterns are known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Inlines(md), "inline", 20)


class _Inlines(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        patterns = self.inlinePatterns
        names = {patterns.get_index_for_name(name): name for name in SIGNS if name in patterns}
        self._signs = [SIGNS.get(names.get(place, ""), ()) for place in range(len(patterns))]
        self._places = cache(self._places_of)
        self._usual = all(self._signs) and {"image_link", "em_strong"} <= set(names.values())
        """Whether every pattern has its sign, and upstream's make pictures and bold words."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown; blocks that need no pattern are passed over."""
        if not self._usual or any(block.tail for block in tree):
            return super().run(tree, ancestors)
        signed = Element(tree.tag)
        signed.extend(block for block in tree if not self._is_done(block))
        super().run(signed, ancestors)
        return tree

    def _is_done(self, block: Element) -> bool:
        """Whether nothing is left in it for patterns, which see only what is not done at once."""
        signs = set(_LETTERS.findall("".join(block.itertext())))
        if not signs:
            return True
        text = block.text or ""
        if len(block) or isinstance(text, AtomicString):
            return False
        if signs == {"*"}:
            return _emboldened(block, text)
        return "[" in signs and not self.md.references and pictured(block, text)

    def _places_of(self, present: frozenset[str]) -> list[int]:
        """The patterns that texts with such signs are searched for."""
        return [n for n, signs in enumerate(self._signs) if not signs or present & set(signs)]

    def _signs_in(self, data: str) -> frozenset[str]:
        present = _LETTERS.findall(data)
        if "[" in present:
            present += [sign for sign in _BRACKETS if sign in data]
            if self.md.references:
                present.append(_DEFINED)
        return frozenset(present)

    # The names upstream's own calls are mangled to.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """`data` with placeholders for what patterns from `patternIndex` on match in it."""
        if isinstance(data, AtomicString):
            return data
        # What a pattern puts into a text has no signs.
        for place in self._places(self._signs_in(data)):
            if place >= patternIndex:
                data = self._all_matches(self.inlinePatterns[place], data, place)
        return data

    def _InlineProcessor__processPlaceholders(
        self, data: str | None, parent: Element, isText: bool = True
    ) -> list[tuple[Element, list[str]]]:
        """Puts `data` into `parent`, placeholders replaced; gives the elements for the rest."""
        if not data or STX in data:
            upstream: Any = super()
            found: list[tuple[Element, list[str]]]
            found = upstream._InlineProcessor__processPlaceholders(data, parent, isText)
            return found
        if isText:
            parent.text = parent.text + data if parent.text else data
        else:
            parent.tail = parent.tail + data if parent.tail else data
        return []

    def _all_matches(self, pattern: Any, data: str, place: int) -> str:
        start, matched = 0, True
        while matched:
            data, matched, start = self._InlineProcessor__applyPattern(pattern, data, place, start)  # type: ignore[attr-defined]
        return data


#: A picture with nothing beside it, neither title nor any sign that means something in Markdown.
PICTURE = re.compile(r"!\[(?!\^)([^\[\]`\\<&\n]*)\]\(([^\s()\[\]`\\<>&\"']+)\)")


def pictured(block: Element, text: str) -> bool:
    """Whether `text` is such a picture; `block` holds its element then."""
    picture = PICTURE.fullmatch(text)
    if picture is None:
        return False
    block.text = None
    SubElement(block, "img", {"src": picture[2], "alt": picture[1]})
    return True


def _emboldened(block: Element, text: str) -> bool:
    """Whether all stars of `text` were pairs around bold words; these are elements then."""
    parts = bold_parts(text)
    if parts is None:
        return False
    block.text = parts[0] or None
    for words, behind in zip(parts[1::2], parts[2::2], strict=True):
        strong = SubElement(block, "strong")
        strong.text, strong.tail = words, behind or None
    return True


def bold_parts(text: str) -> list[str] | None:
    """`text` cut at its pairs of stars, every second part bold; None where not all are such."""
    parts = text.split("**")
    bold = parts[1::2]
    whole = len(parts) % 2 and all(words and words == words.strip() for words in bold)
    return parts if whole and not any("*" in part for part in parts) else None
