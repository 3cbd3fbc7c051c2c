"""What the class, id and property names of an element say it holds."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from bs4 import Tag

from legacy_import.lexicon import names
from legacy_import.page.tree import classes

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CUT = re.compile(r"[^a-z0-9]+")
#: Numbers and prefixes that programs give: `dnn_ctr391_View_lblTitle`.
_PREFIX = re.compile(r"^(?:lbl|lb|div|span|txt|lit|pnl|ctl\d*|dnn|uc|td|p|hl|lnk|sp)(?=[a-z]{3})")


def said(tag: Tag, part: str) -> int:
    """How strongly `tag` is named as `part`: 0 not at all, 1 by a word, 2 by a whole name."""
    whole, parts = _names_of(_attributes(tag))
    best = 0
    for name in names(part):
        if name in whole:
            return 2
        if name in parts:
            best = 1
    return best


def whole_names(tag: Tag) -> frozenset[str]:
    """The names of `tag` as they stand, and without the prefixes that programs give."""
    return _names_of(_attributes(tag))[0]


def _attributes(tag: Tag) -> tuple[str, ...]:
    values = [*classes(tag)]
    for key in ("id", "itemprop", "property", "role"):
        value = tag.get(key)
        if isinstance(value, list):
            values.extend(value)
        elif isinstance(value, str):
            values.extend(value.split())
    return tuple(values)


@cache
def _names_of(values: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The names as they stand, and their parts, alone and in pairs."""
    whole: set[str] = set()
    parts: set[str] = set()
    for value in values:
        whole.add(value.lower())
        last = re.split(r"[_:$]", value)[-1].lower()
        if not last.isdigit():
            whole |= {last, _PREFIX.sub("", last)}
        pieces = [p for p in _CUT.split(_CAMEL.sub("-", value).lower()) if p]
        parts.update(pieces)
        parts.update(_PREFIX.sub("", piece) for piece in pieces)
        for first, second in pairwise(pieces):
            parts |= {f"{first}-{second}", first + second}
    return frozenset(whole), frozenset(parts | whole)
