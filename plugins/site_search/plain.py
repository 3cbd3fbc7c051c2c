"""An article's HTML as the text that readers see."""

from __future__ import annotations

import html
import re
from itertools import chain

#: Footnote marks and pictures say nothing that a reader looks for in an excerpt.
_SILENT = re.compile(
    r"<(script|style|svg|sup|template)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
#: Parts the markup at its tags: text, name of the tag with its slash, text, name, …
_TAGS = re.compile(r"<(?=[^>])(/?[a-zA-Z][a-zA-Z0-9-]*|)[^>]*>")
_INLINE = "a abbr b bdi cite code data del em i ins mark q small span strong sub time u wbr"
_ENDING = "h1 h2 h3 h4 h5 h6 tr li dt dd figcaption caption"
#: What stands for an end, and for the borders of a cell: whitespace, as far as `re` is concerned.
_ENDED, _AFTER_CELL, _CELL = "\x1f", "\x1e", "\x1d"
_NEXT_CELL = re.compile(rf"{_AFTER_CELL}[ \t\r\n]*{_CELL}")
_STOPS = ".,;:!?…"


class _Spoken(dict[str, str]):
    """What is said where a tag stands, by its name: a space for those that are not here."""

    def __missing__(self, tag: str) -> str:
        return self.get(tag.lower(), " ")


_spoken = _Spoken(
    {tag: "" for name in _INLINE.split() for tag in (name, f"/{name}")}
    | {f"/{name}": _ENDED for name in _ENDING.split()}
    | {
        tag: sign
        for name in ("td", "th")
        for tag, sign in ((name, _CELL), (f"/{name}", _AFTER_CELL))
    }
)


def plain_text(markup: str) -> str:
    """The words of `markup` in order, one space between them.

    Cells of a row are parted by a dot in the middle; a row, a heading and an item end
    with a full stop where they have no other sign, as if they were read out.
    """
    pieces = _TAGS.split(_SILENT.sub("", markup))
    pieces[1::2] = map(_spoken.__getitem__, pieces[1::2])
    said = html.unescape(_NEXT_CELL.sub(" · ", "".join(pieces)))
    *ended, rest = (clause.split() for clause in said.split(_ENDED))
    for words in ended:
        if words and words[-1][-1] not in _STOPS:
            words[-1] += "."
    return " ".join(chain(*ended, rest))
