"""Words as the index knows them; `search.js` cuts and folds a query the same way."""

from __future__ import annotations

import re
from functools import lru_cache

from vntext.fold import fold, same_tones

#: Letters beyond the basic plane are left out: Python and JavaScript count them differently.
_WORD = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_\U00010000-\U0010ffff][^\W_\U00010000-\U0010ffff]*|[.;:!?…()]"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


def words_of(text: str) -> list[str]:
    """The words of NFC `text`: lower case, marks kept, `40.000` as `40000`.

    An empty word stands where a clause ends: its neighbours do not belong together.
    """
    return [_one(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """`word` as typed without marks. Vietnamese has few syllables, so most are remembered."""
    return fold(word)


@lru_cache(maxsize=1 << 16)
def first_letters(word: str) -> tuple[str, ...]:
    """The first two and the first three letters of `word`, folded, if it has so many."""
    plain = folded(word)
    return tuple(plain[:length] for length in (2, 3) if len(plain) >= length)


@lru_cache(maxsize=1 << 16)
def _one(word: str) -> str:
    if not word[0].isalnum():
        return ""
    if _THOUSANDS.fullmatch(word):
        return word.replace(".", "")
    return same_tones(word)
