"""The files of the index, one by one; how they are packed is told in `pack.py`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from site_search.model import SearchDocument, SearchSeries
from site_search.pack import number, parts, postings, read_postings
from site_search.words import folded

#: Counts up when an older script could not read the files any more.
FORMAT = 1
WEIGHT_BITS = 4
TITLE_BIT = 1
DIRECTORY = "muc-luc.json"
SERIES = "so-lieu.json"
#: An excerpt is cut from this much of a document, so that results stay light.
_EXCERPT_SOURCE = 6_000


def document_name(place: int) -> str:
    """Name of the file of the document at `place`."""
    return f"bai/{place}.json"


def document_file(document: SearchDocument) -> bytes:
    """What a result shows of `document`."""
    text = document.text[:_EXCERPT_SOURCE]
    return as_json([document.address, document.title, document.date, document.category, text])


def series_file(series: Iterable[SearchSeries]) -> bytes:
    """Aliases once, since many series share them; then one row a series that counts them."""
    ordered = sorted(series, key=lambda one: (folded(one.label), one.address))
    aliases = sorted({alias for one in ordered for alias in one.aliases})
    place = {alias: at for at, alias in enumerate(aliases)}
    rows = [
        [one.address, one.label, one.note, *(place[alias] for alias in one.aliases)]
        for one in ordered
    ]
    return as_json([aliases, rows])


def word_body(spellings: Mapping[str, list[int]]) -> bytes:
    """All spellings of one folded word: length and bytes of each, then those of its list."""
    out = bytearray()
    for spelling in sorted(spellings):
        name, places = spelling.encode(), postings(spellings[spelling], WEIGHT_BITS)
        out += number(len(name)) + name + number(len(places)) + places
    return bytes(out)


def read_word_body(body: bytes) -> dict[str, list[int]]:
    """The spellings and lists that `word_body` packed."""
    found = iter(parts(body))
    return {
        name.decode(): read_postings(places, WEIGHT_BITS)
        for name, places in zip(found, found, strict=True)
    }


def as_json(value: Any) -> bytes:
    """`value` with nothing between its parts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def checksum(name: str, data: bytes) -> int:
    """A file's share in the version of the index; shares add up, so one can be exchanged."""
    return int.from_bytes(hashlib.sha256(name.encode() + b"\0" + data).digest()[:8], "big")


def version(total: int) -> str:
    """The sum of all shares, as a browser is told it: it never mixes two indexes."""
    return f"{total % 2**64:016x}"
