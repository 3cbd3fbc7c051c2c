"""An article's HTML as the text that readers see."""

from __future__ import annotations

import html
import re

#: Footnote marks and pictures say nothing that a reader looks for in an excerpt.
_SILENT = re.compile(
    r"<(script|style|svg|sup|template)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
#: Parts the markup at its tags: text, name of the tag with its slash, text, name, …
_TAGS = re.compile(r"<(?=[^>])(/?[a-zA-Z][a-zA-Z0-9-]*|)[^>]*>")
_INLINE = "a abbr b bdi cite code data del em i ins mark q small span strong sub time u wbr"
_ENDING = "h1 h2 h3 h4 h5 h6 tr li dt dd figcaption caption"
#: What stands for an end, and for the borders of a cell: whitespace, as far as `re` is concerned.
#: Not U+001E: half of each Vietnamese letter with two marks looks like it to whoever seeks it.
_ENDED, _AFTER_CELL, _CELL = "\x1f", "\x1d", "\x1c"
_NEXT_CELL = re.compile(rf"{_AFTER_CELL}[ \t\r\n]*{_CELL}")
_GAP = re.compile("  +")
_STOPS = ".,;:!?…"
#: What nearly every text has of them, beside the usual one.
_SPACES = f"\n\xa0{_AFTER_CELL}{_CELL}"


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
    *ended, rest = map(str.strip, said.split(_ENDED))
    closed = [clause if clause[-1] in _STOPS else f"{clause}." for clause in ended if clause]
    return _spaced(" ".join([*closed, rest]))


def _spaced(text: str) -> str:
    """`text` with one space wherever there was any."""
    for space in _SPACES:
        text = text.replace(space, " ")
    # All other spaces are not printable; cutting out each word takes twice as long.
    if text.isprintable():
        return _GAP.sub(" ", text).strip()
    return " ".join(text.split())
