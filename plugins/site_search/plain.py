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


def plain_text(markup: str) -> str:
    """The words of `markup` in order, one space between them."""
    spoken = _TAG.sub(" ", _INLINE.sub("", _SILENT.sub("", markup)))
    return " ".join(html.unescape(spoken).split())
