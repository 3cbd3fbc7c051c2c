"""Vietnamese-safe typography: quotes, dashes, dots, and what must not be torn apart.

Typogrify's `caps`, `widont`, `initial_quotes` and `amp` stay off: they break
35-NQ/TW, HĐND and the names of Vietnamese institutions.
"""

from __future__ import annotations

import re

import smartypants
from markupsafe import Markup, escape
from typogrify.filters import smartypants as smarten

#: A text node that holds something to set: most paragraphs hold nothing.
_TO_SET = re.compile(r"""(?:^|>)[^<]*(?:["'`]|--|\.\.\.)""")
_TO_SET_PLAIN = re.compile(r"""["'`]|--|\.\.\.""")
_LONE_QUOTE = re.compile(r"""(?:^|>)["'](?:<|$)""")
_TAG = re.compile(r"(<[^>]*>)")
_VERBATIM = re.compile(r"<(?:pre|code|kbd|script|style|textarea)\b")

_UNITS = "nghìn|ngàn|vạn|triệu|tỷ|tỉ|đồng|ha|km|kg|tấn|tạ|mét|m²|m2|%"
_TOGETHER = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"
    r"|(?<![\w/.-])(?P<from>(?:19|20)\d\d) ?- ?(?P<to>(?:19|20)\d\d)(?![\w/-])"
)
#: 35-NQ/TW, 42/2022/NĐ-CP, 2020–2025: a browser would break them behind a hyphen, a stroke or
#: a dash.
_UNBROKEN = re.compile(
    r"(?<![\w/.-])(?:\d+(?:/\d{4})?[/-][A-ZĐ]{2,}(?:[/-][A-ZĐ]{2,})*|(?:19|20)\d\d–(?:19|20)\d\d)"
    r"(?![\w/-])"
)
#: The number of a figure of the index, before what it counts.
_FIGURE = re.compile(r"(<data [^>]*><a [^>]*>[\d.,]+) (?=[^\W\d_])")
_NO_BREAK = "\u00a0"

# Two hyphens are the dash that Vietnamese uses (–), three the long one; characters, not entities.
_STYLE = smartypants.Attr.set2 | smartypants.Attr.u | smartypants.Attr.w


def set_type(html: str) -> str:
    """`html` with typographic quotes, dashes and dots; code stays as it is.

    A number keeps its unit on its line, as do the number of a document and a range
    of years, which has a dash. The typographer gets only the texts that hold
    something to set, which are few; where there is code, all of it, so that it
    sees where the code ends.
    """
    if _VERBATIM.search(html):
        return _smart(html) if _TO_SET.search(html) else html
    html = _TOGETHER.sub(_held_together, html)
    html = _FIGURE.sub(rf"\1{_NO_BREAK}", html)
    if _TO_SET.search(html):
        # A quote alone in its tag leans on what stands before the tag.
        html = _smart(html) if _LONE_QUOTE.search(html) else _smart_in_parts(html)
    return _UNBROKEN.sub(_on_one_line, html)


def _smart(html: str) -> str:
    smartypants.Attr.default = _STYLE
    return str(smarten(html))


def _smart_in_parts(html: str) -> str:
    parts = _TAG.split(html)
    parts[::2] = [_smart(text) if _TO_SET_PLAIN.search(text) else text for text in parts[::2]]
    return "".join(parts)


def _in_tag(match: re.Match[str]) -> bool:
    """Whether it may be part of an address or another attribute."""
    html, place = match.string, match.start()
    return html.rfind("<", 0, place) > html.rfind(">", 0, place)


def _on_one_line(match: re.Match[str]) -> str:
    return match[0] if _in_tag(match) else f'<span class="unbroken">{match[0]}</span>'


def _held_together(match: re.Match[str]) -> str:
    if _in_tag(match):
        return match[0]
    return f"{match['from']}–{match['to']}" if match["from"] else _NO_BREAK


def set_plain(text: str) -> str:
    """`text`, which is no HTML, with the same typography."""
    if "<" not in text:
        text = _TOGETHER.sub(_held_together, text)
    if not _TO_SET_PLAIN.search(text):
        return text
    # Angle brackets would be taken for tags.
    kept = text.replace("<", "\ue000").replace(">", "\ue001").replace("&", "\ue002")
    return _smart(kept).replace("\ue000", "<").replace("\ue001", ">").replace("\ue002", "&")


def unbroken(text: str) -> Markup:
    """`text`, a title or a summary, as HTML in which no document's number is broken."""
    if not ("-" in text or "/" in text or "–" in text):
        return escape(text)
    return Markup(_UNBROKEN.sub(r'<span class="unbroken">\g<0></span>', str(escape(text))))
