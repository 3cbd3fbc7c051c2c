"""Typogrify's quotes, dashes and dots; the usual text is set by its rules without asking it.

Typogrify builds its expressions anew for every text and tries those for single
quotes, backslashes and entities too, which few Vietnamese texts hold. Its
`caps`, `widont`, `initial_quotes` and `amp` stay off: they break 35-NQ/TW, HĐND
and the names of Vietnamese institutions.
"""

from __future__ import annotations

import re

import smartypants
from typogrify.filters import smartypants as by_typogrify

# Two hyphens are the dash that Vietnamese uses (–), three the long one; characters, not entities.
_STYLE = smartypants.Attr.set2 | smartypants.Attr.u | smartypants.Attr.w
#: What only typogrify sets.
_UNUSUAL = re.compile(r"['`\\&<]")
_DOTS = ("...", ". . .")
#: What `smartypants.convert_quotes` does to double quotes; each begins with the quote, so that all
#: letters are passed at once.
_OPENS = re.compile(r'"(?<=\s")(?=\w)')
_CLOSES = re.compile(r'"(?=\s)')
_CLOSES_NOTHING = re.compile(r"""^"(?=[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~])""")
_CLOSES_WORD = re.compile(r'"(?<=[^ \t\r\n\[{(\-]")')


def typeset(html: str) -> str:
    """`html` with typographic quotes, dashes and dots."""
    # Of two quotes side by side the first is no longer there when it looks at the second.
    if _UNUSUAL.search(html) or html == '"' or '""' in html:
        smartypants.Attr.default = _STYLE
        return str(by_typogrify(html))
    text = html.replace("---", "—").replace("--", "–")
    for dots in _DOTS:
        text = text.replace(dots, "…")
    return _quoted(text) if '"' in text else text


def _quoted(text: str) -> str:
    text = _CLOSES.sub("”", _OPENS.sub("“", text))
    if text.startswith('"'):
        text = _CLOSES_NOTHING.sub("”", text)
    return _CLOSES_WORD.sub("”", text).replace('"', "“")
