"""Upstream's inline processor, which tries a pattern only where its sign stands in the text.

Upstream (`treeprocessors.py`, `__handleInline`) searches each text for each of
some twenty patterns; most texts hold not one sign of any.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

#: Of each pattern of Python-Markdown and ours: one of these must stand in what it matches.
#: A pattern that is not named here is always tried.
SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "so-lieu": "[",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
}


class SignedInlines(Extension):
    """Puts the processor in the place of upstream's; add it last, when all patterns are known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Inlines(md), "inline", 20)


class _Inlines(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        patterns = self.inlinePatterns
        places = {patterns.get_index_for_name(name): name for name in SIGNS if name in patterns}
        self._signs = [SIGNS.get(places.get(place, ""), "") for place in range(len(patterns))]

    # The name upstream's own calls are mangled to.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """`data` with placeholders for what patterns from `patternIndex` on match in it."""
        if isinstance(data, AtomicString):
            return data
        for place in range(patternIndex, len(self._signs)):
            signs = self._signs[place]
            if signs and not any(sign in data for sign in signs):
                continue
            data = self._all_matches(self.inlinePatterns[place], data, place)
        return data

    def _all_matches(self, pattern: Any, data: str, place: int) -> str:
        start, matched = 0, True
        while matched:
            data, matched, start = self._InlineProcessor__applyPattern(pattern, data, place, start)  # type: ignore[attr-defined]
        return data
