"""Vietnamese-safe typography: quotes, dashes, dots, and what must not be torn apart."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from press.reader.typesetter import typeset

#: The typographer sets something in texts that hold one of these.
_TO_TYPESET = re.compile(r"""["'`]|--|\.\.\.""")
_TAG = re.compile(r"(<[^>]*>)")
_VERBATIM = re.compile(r"<(?:pre|code|kbd|script|style|textarea)\b")

_UNITS = "nghìn|ngàn|vạn|triệu|tỷ|tỉ|đồng|ha|km|kg|tấn|tạ|mét|m²|m2|%"
_MEASURED = re.compile(rf" (?<=\d )(?=(?:{_UNITS})(?!\w))")
_YEARS = re.compile(r"([12](?<![\w/.-].)(?:(?<=1)9|(?<=2)0)\d\d) ?- ?((?:19|20)\d\d)(?![\w/-])")
#: 35-NQ/TW, 42/2022/NĐ-CP, 2020–2025: a browser would break them behind a hyphen, a stroke or
#: a dash.
_UNBROKEN = re.compile(
    r"\d(?<![\w/.-].)"
    r"(?:\d*(?:/\d{4})?[/-][A-ZĐ]{2,}(?:[/-][A-ZĐ]{2,})*"
    r"|(?:(?<=1)9|(?<=2)0)\d\d–(?:19|20)\d\d)(?![\w/-])"
)
#: The number of a figure of the index, before what it counts.
_FIGURE = re.compile(r"\A([\d.,]+) (?=[^\W\d_])")
_NO_BREAK = "\u00a0"


# Functions, since Python looks a template up anew for each text, also where nothing is replaced.
def _spaced(figure: re.Match[str]) -> str:
    return figure[1] + _NO_BREAK


def _dashed(years: re.Match[str]) -> str:
    return f"{years[1]}–{years[2]}"


def _in_span(number: re.Match[str]) -> str:
    return f'<span class="unbroken">{number[0]}</span>'


def set_type(html: str) -> str:
    """`html` with typographic quotes, dashes and dots; code stays as it is.

    A number keeps its unit on its line, as do the number of a document and a range
    of years, which has a dash. Each text between tags is set alone; where there is code,
    the typographer gets all of it, so that it sees where the code ends.
    """
    if _VERBATIM.search(html):
        return typeset(html) if any(map(_TO_TYPESET.search, _TAG.split(html)[::2])) else html
    parts = _TAG.split(html)
    for place in [place for place, tag in enumerate(parts[1:-2:2]) if tag.startswith("<data ")]:
        text, link, number = parts[2 * place + 2 : 2 * place + 5]
        if not text and link.startswith("<a "):
            parts[2 * place + 4] = _FIGURE.sub(_spaced, number)
    # A quote alone in its tag leans on what stands before the tag.
    if '"' in parts or "'" in parts:
        parts[::2] = map(_held_together, parts[::2])
        parts = _TAG.split(typeset("".join(parts)))
        parts[::2] = map(_on_one_line, parts[::2])
    else:
        parts[::2] = map(_set, parts[::2])
    return "".join(parts)


def _set(text: str) -> str:
    text = _held_together(text)
    return _on_one_line(typeset(text) if _TO_TYPESET.search(text) else text)


def _held_together(text: str) -> str:
    # Behind a `<` that nothing closes there is no text.
    head, mark, tail = text.partition("<")
    return _YEARS.sub(_dashed, _MEASURED.sub(_NO_BREAK, head)) + mark + tail


def _on_one_line(text: str) -> str:
    if not _may_break(text):
        return text
    head, mark, tail = text.partition("<")
    return _UNBROKEN.sub(_in_span, head) + mark + tail


def _may_break(text: str) -> bool:
    return "-" in text or "/" in text or "–" in text


def set_plain(text: str) -> str:
    """`text`, which is no HTML, with the same typography."""
    if "<" not in text:
        text = _held_together(text)
    if not _TO_TYPESET.search(text):
        return text
    # Angle brackets would be taken for tags.
    kept = text.replace("<", "\ue000").replace(">", "\ue001").replace("&", "\ue002")
    return typeset(kept).replace("\ue000", "<").replace("\ue001", ">").replace("\ue002", "&")


def unbroken(text: str) -> Markup:
    """`text`, a title or a summary, as HTML in which no document's number is broken."""
    if not _may_break(text):
        return escape(text)
    return Markup(_UNBROKEN.sub(_in_span, str(escape(text))))
