"""Whether text is Vietnamese, told by the shape of its syllables alone."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from vntext.tables import tables

_FILE = Path(__file__).parent.with_name("data") / "syllables.toml"
_TONES = dict.fromkeys([0x300, 0x301, 0x303, 0x309, 0x323])
#: Letters, and the signs of Latin-1 that stand for letters in old codes.
_WORD = re.compile(r"(?:[^\W\d_]|[\x80-\x9f\xa1-\xbf\xd7\xf7])+")
_EDGES = "«»·¿¡©®°²³¹ºª´¨¸¯¦§¶±×÷¼½¾"


@cache
def _parts() -> tuple[frozenset[str], tuple[str, ...]]:
    """Rhymes without tone, and onsets with the longest first."""
    data = tables(_FILE)
    onsets = sorted(data["onsets"].split(), key=len, reverse=True)
    return frozenset(data["rhymes"].split()), (*onsets, "")


def without_tone(word: str) -> str:
    """`word` in lower case, its vowels kept (â, ơ, …), its tone left out."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", decomposed.translate(_TONES))


@cache
def is_syllable(word: str) -> bool:
    """Whether `word` could be a Vietnamese syllable."""
    plain = without_tone(word)
    rhymes, onsets = _parts()
    return any(plain.startswith(o) and plain[len(o) :] in rhymes for o in onsets)


def marked_words(text: str) -> tuple[int, int]:
    """How many words of `text` with letters beyond ASCII are syllables, and how many are not.

    Capitals within a word speak against it: old codes leave such words behind.
    """
    good = bad = 0
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        word = word.strip(_EDGES)
        if not word or word.isascii():
            continue
        regular = word.islower() or word.isupper() or word.istitle()
        if regular and is_syllable(word):
            good += 1
        else:
            bad += 1
    return good, bad


def likeness(text: str) -> int:
    """Marked words that are syllables, less those that are not."""
    good, bad = marked_words(text)
    return good - bad
