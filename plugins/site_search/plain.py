"""An article's HTML as the text that readers see."""

from __future__ import annotations

import html
import re

#: Footnote marks and pictures say nothing that a reader looks for in an excerpt.
_SILENT = re.compile(
    r"<(script|style|svg|sup|template)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|data|del|em|i|ins|mark|q|small|span|strong|sub|time|u|wbr)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]+>")
_NEXT_CELL = re.compile(r"</t[hd]\s*>\s*<t[hd]\b[^>]*>", re.IGNORECASE)
_END = re.compile(r"(?:\s*</(?:h[1-6]|tr|li|dt|dd|figcaption|caption)\s*>)+", re.IGNORECASE)
_ENDED = "\x1f"
_NO_STOP = re.compile(rf"(?<=[^\s.,;:!?…])\s*{_ENDED}")


def plain_text(markup: str) -> str:
    """The words of `markup` in order, one space between them.

    Cells of a row are parted by a dot in the middle; a row, a heading and an item end
    with a full stop where they have no other sign, as if they were read out.
    """
    spoken = _NEXT_CELL.sub(" · ", _INLINE.sub("", _SILENT.sub("", markup)))
    spoken = html.unescape(_TAG.sub(" ", _END.sub(_ENDED, spoken)))
    return " ".join(_NO_STOP.sub(". ", spoken).replace(_ENDED, " ").split())
