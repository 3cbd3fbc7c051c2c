"""Vietnamese-safe typography: quotes, dashes and dots, and nothing else.

Typogrify's `caps`, `widont`, `initial_quotes` and `amp` stay off: they break
35-NQ/TW, HĐND and the names of Vietnamese institutions.
"""

from __future__ import annotations

import re

import smartypants
from typogrify.filters import smartypants as smarten

#: A text node that holds something to set: most paragraphs hold nothing.
_TO_SET = re.compile(r"""(?:^|>)[^<]*(?:["'`]|--|\.\.\.)""")
_TO_SET_PLAIN = re.compile(r"""["'`]|--|\.\.\.""")
_VERBATIM = re.compile(r"<(?:pre|code|kbd|script|style|textarea)\b")

# Two hyphens are the dash that Vietnamese uses (–), three the long one; characters, not entities.
_STYLE = smartypants.Attr.set2 | smartypants.Attr.u | smartypants.Attr.w


def set_type(html: str) -> str:
    """`html` with typographic quotes, dashes and dots; code stays as it is.

    Done line by line, since Markdown puts each block on lines of its own and
    most lines need nothing; a text with code is set as a whole, so that the
    typographer sees where the code ends.
    """
    if not _TO_SET.search(html):
        return html
    smartypants.Attr.default = _STYLE
    if _VERBATIM.search(html):
        return smarten(html)
    return "\n".join(smarten(line) if _TO_SET.search(line) else line for line in html.split("\n"))


def set_plain(text: str) -> str:
    """`text`, which is no HTML, with the same typography."""
    if not _TO_SET_PLAIN.search(text):
        return text
    smartypants.Attr.default = _STYLE
    # Angle brackets would be taken for tags.
    kept = text.replace("<", "\ue000").replace(">", "\ue001").replace("&", "\ue002")
    return smarten(kept).replace("\ue000", "<").replace("\ue001", ">").replace("\ue002", "&")
