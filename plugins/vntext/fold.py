"""Forms of a word under which Vietnamese readers look for it."""

from __future__ import annotations

import re
import unicodedata

LETTERS = "abcdđefghijklmnopqrstuvwxyz" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    if not (vowel + tone).isascii()
)
"""The small letters of Vietnamese and of the other Latin alphabets without marks."""

_D = str.maketrans({"đ": "d", "Đ": "D"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")

_OLD_TONES = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_OLD_TONE = re.compile(r"[òóỏõọùúủũụ](?:(?<![ùúủũụ])[ae]|(?<=[ùúủũụ])y)(?!\w)(?<!q..)")
"""Any of them; what begins with a set of letters is looked for in a fifth of the time."""


def strip_marks(text: str) -> str:
    """`text` without tone and vowel marks; đ becomes d. Case is kept."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


def fold(text: str) -> str:
    """`text` as typed by someone without a Vietnamese keyboard: lower case, no marks."""
    return strip_marks(text.lower()) if not text.isascii() else text.lower()


def same_tones(text: str) -> str:
    """Lower-case NFC `text` with one placement of tones (hòa and hoà are one word)."""
    lowered = unicodedata.normalize("NFC", text).lower()
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match[0]], lowered)


def slug(text: str, *, limit: int = 80) -> str:
    """An address part of `a-z`, `0-9` and hyphens, cut at a word; empty if nothing is left."""
    full = _NOT_WORD.sub("-", fold(text)).strip("-")
    if len(full) <= limit:
        return full
    return full[: limit + 1].rpartition("-")[0] or full[:limit]
