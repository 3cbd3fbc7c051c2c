"""Text in an old code (TCVN3, VISCII, VNI) or read twice, led back to Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from legacy_import.letters.syllables import likeness, marked_words
from vntext.tables import tables

Decoder = Callable[[str], str]

#: Signs of windows-1252 that Latin-1 has as control characters, and back.
_HIGH = {}
for _byte in range(0x80, 0xA0):
    try:
        _HIGH[ord(bytes([_byte]).decode("cp1252"))] = _byte
    except UnicodeDecodeError:
        continue


@cache
def _tables() -> Mapping[str, Any]:
    return MappingProxyType(tables(Path(__file__).parent.with_name("data") / "codes.toml"))


@cache
def decoders() -> Mapping[str, Decoder]:
    """Every old code by name, with what turns its text into Unicode."""
    return MappingProxyType(
        {
            "tcvn3": _by_character("tcvn3"),
            "viscii": _by_character("viscii"),
            "vni": _vni,
            "utf8-twice": _read_twice,
        }
    )


def _by_character(code: str) -> Decoder:
    table = _tables()[code]
    pairs = str.maketrans(table["shown"], table["meant"])
    return lambda text: text.translate(_HIGH).translate(pairs)


@cache
def _vni_pairs() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds VNI's characters, and what each stands for."""
    table = _tables()["vni"]
    meant: dict[str, str] = dict(table["single"])
    for vowel in table["vowels"]:
        for sign, marks in table["signs"].items():
            for first, second in (
                (vowel, sign),
                (vowel.upper(), sign.upper()),
                (vowel.upper(), sign),
            ):
                base = meant.get(first, first)
                meant[first + second] = unicodedata.normalize("NFC", base + marks)
    found = "|".join(sorted(map(re.escape, meant), key=len, reverse=True))
    return re.compile(found), MappingProxyType(meant)


def _vni(text: str) -> str:
    pattern, meant = _vni_pairs()
    return pattern.sub(lambda match: meant[match[0]], text)


def _read_twice(text: str) -> str:
    """UTF-8 that someone took for windows-1252; unchanged if it is none."""
    octets = bytearray()
    for char in text:
        code = _HIGH.get(ord(char), ord(char))
        if code > 0xFF:
            return text
        octets.append(code)
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return text


def code_of(texts: list[str], fonts: str) -> str | None:
    """The old code that makes most of `texts` Vietnamese; None if they are so already.

    `fonts` are the names of fonts that the page uses: they settle what few
    words leave open.
    """
    marked = [text for text in texts if _may_be_old(text) and marked_words(text)[1]]
    gains = {name: _gain(marked, decode) for name, decode in decoders().items()}
    for name, gain in gains.items():
        pattern = _tables().get(name, {}).get("fonts")
        if pattern and gain > 0 and re.search(pattern, fonts, re.IGNORECASE):
            gains[name] += 1000
    best = max(gains, key=lambda name: gains[name])
    return best if gains[best] >= 3 else None


def _may_be_old(text: str) -> bool:
    """Whether `text` has letters beyond ASCII and none that only Unicode has."""
    return not text.isascii() and all(_HIGH.get(ord(c), ord(c)) < 0x100 for c in text)


def _gain(texts: list[str], decode: Decoder) -> int:
    return sum(max(0, likeness(decode(text)) - likeness(text)) for text in texts)


def decoded(text: str, code: str) -> str:
    """`text` in Unicode, NFC; as it stands where decoding would make it worse."""
    if not _may_be_old(text):
        return text
    plain = decoders()[code](text)
    better = plain != text and marked_words(text) != (0, 0) and likeness(plain) >= likeness(text)
    return unicodedata.normalize("NFC", plain if better else text)
