"""Bytes of a saved page as text, whatever its label says."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from legacy_import.letters.codes import decoders
from legacy_import.letters.syllables import likeness

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>|&\w+;|&#\w+;")
_EIGHT_BIT = ("cp1258", "cp1252", "latin-1")
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a page."""

    text: str
    encoding: str
    unreadable: int = 0
    """Bytes that meant nothing and were replaced."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """`data` as text: by its mark, as UTF-8 if it is that, else as what reads as Vietnamese.

    `declared` is what the transport said; the page's own label is looked up.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lossy(data[len(bom) :], encoding)
    if (wide := _wide(data)) is not None:
        return _lossy(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    almost = _lossy(data, "utf-8")
    high = sum(byte >= 0x80 for byte in data)
    if almost.unreadable * 20 < high:
        return almost
    return _eight_bit(data, declared)


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd") - data.count("\ufffd".encode()))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in every other byte being zero."""
    head = data[:400]
    if len(head) < 20 or head.count(0) * 3 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _eight_bit(data: bytes, declared: str | None) -> Decoded:
    match = _DECLARED.search(data[:4096])
    named = [declared, match[1].decode("ascii", "replace") if match else None]
    known = [codec for name in named if name and (codec := _codec(name))]
    candidates = dict.fromkeys([*known, *_EIGHT_BIT])
    return max((_read(data, name) for name in candidates), key=_quality)


def _codec(name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return None if codec.startswith("utf") else codec


def _read(data: bytes, encoding: str) -> Decoded:
    if encoding in ("latin-1", "iso8859-1"):
        return Decoded(data.decode("latin-1"), encoding)
    return _lossy(data, encoding)


def _quality(read: Decoded) -> tuple[int, int]:
    """How Vietnamese the page is so, or becomes once its fonts are undone."""
    words = _TAG.sub(" ", read.text[:_SAMPLE])
    best = max(likeness(words), *(likeness(undo(words)) for undo in decoders().values()))
    return best - read.unreadable, -_EIGHT_BIT.index(
        read.encoding
    ) if read.encoding in _EIGHT_BIT else 0
