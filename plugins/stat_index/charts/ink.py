"""How marks get their look: classes in a page, attributes in a file that stands alone.

A page's colours, dark scheme and print come from `charts.css`. A file that other sites
embed has no stylesheet: presentation attributes work under every content security policy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from vntext.unicode import xml_text

#: Part of a drawing → what it looks like without a stylesheet.
_PLAIN: dict[str, str] = {
    "grid": 'stroke="#ddd5c9"',
    "base": 'stroke="#5a534a"',
    "tick": 'fill="#5a534a" font-size="13" text-anchor="middle"',
    "tick-y": 'fill="#5a534a" font-size="13" text-anchor="end"',
    "value": 'fill="#1d1a16" font-size="13" font-weight="600"',
    "name": 'fill="#1d1a16" font-size="13"',
    "word": 'fill="#5a534a" font-size="12" font-weight="400"',
    "bar": 'fill="#8f2537"',
    "bar-rival": 'fill="#fbeff0" stroke="#8f2537"',
    "frame": 'fill="none" stroke="#8f2537"',
    "hatch": 'stroke="#8f2537" stroke-width="2"',
    "line": 'stroke="#8f2537" stroke-width="2.5" stroke-linecap="round"',
    "line-unsure": 'stroke="#8f2537" stroke-width="2" stroke-dasharray="2 5" '
    'stroke-linecap="round"',
    "dot": 'fill="#8f2537"',
    "dot-open": 'fill="#ffffff" stroke="#8f2537" stroke-width="2"',
    "whisker": 'stroke="#8f2537" stroke-width="2"',
    "paper": 'fill="#ffffff"',
    "heading": 'fill="#1d1a16" font-size="17" font-weight="700"',
    "note": 'fill="#5a534a" font-size="13"',
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Part of a drawing → its attributes, with a space before them."""

    looks: Mapping[str, str]
    responsive: bool
    """Whether classes can show and hide what is for one size only."""

    def __getitem__(self, part: str) -> str:
        return self.looks[part]

    def draws(self, shown: str) -> bool:
        """Whether what is shown at that size belongs into the drawing."""
        return self.responsive or shown != "narrow"

    def sized(self, part: str, shown: str, edge: str = "") -> str:
        """The look of `part` with the class of its size and that of its narrow anchor."""
        look = self.looks[part]
        if not self.responsive or not (shown or edge):
            return look
        return f'{look[:-1]}{f" chart-{shown}" if shown else ""}{f" {edge}" if edge else ""}"'


PAGE_INK = Ink({part: f' class="chart-{part}"' for part in _PLAIN}, responsive=True)
PLAIN_INK = Ink({part: f" {looks}" for part, looks in _PLAIN.items()}, responsive=False)


def escaped(text: str) -> str:
    """`text` for content and attributes of markup."""
    return escape(xml_text(text), quote=False).replace('"', "&quot;")
