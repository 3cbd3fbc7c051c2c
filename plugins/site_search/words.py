"""Words as the index knows them; `search.js` cuts and folds a query the same way."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from vntext.fold import fold, same_tones
from vntext.tables import tables

Value = TypeVar("Value")

#: Letters beyond the basic plane are left out: Python and JavaScript count them differently.
_WORD = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_\U00010000-\U0010ffff][^\W_\U00010000-\U0010ffff]*|[.;:!?…()]"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
#: Vietnamese has few syllables, so nearly all are remembered; what else a text holds is not.
_REMEMBERED = 1 << 16

_DATA = Path(__file__).with_name("data")
STOP_WORDS = frozenset(tables(_DATA / "stop_words.toml")["words"])
"""Words that tell nothing as neighbours, as `words_of` gives them."""
SHORT_FORMS: dict[str, str] = tables(_DATA / "short_forms.toml")["words"]
"""What is written short, folded → the words that it stands for, as `words_of` gives them."""


class Remembered(dict[str, Value], Generic[Value]):
    """What a function gave for a text; asked for like an item, since a call costs thrice that."""

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> Value:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = self._make(text)
        return found


def words_of(text: str) -> list[str]:
    """The words of NFC `text`: lower case, marks kept, `40.000` as `40000`, `LLCT` as its four.

    An empty word stands where a clause ends: its neighbours do not belong together.
    """
    # What stands between two spaces may be anything; most often it is a word.
    return list(chain.from_iterable(map(_words_in.__getitem__, text.split(" "))))


def _cut(token: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(_in_full, map(_one, _WORD.findall(token)))))


def _in_full(word: str) -> list[str]:
    return SHORT_FORMS.get(folded[word], word).split(" ")


def _one(word: str) -> str:
    if not word[0].isalnum():
        return ""
    if _THOUSANDS.fullmatch(word):
        return word.replace(".", "")
    return same_tones(word)


def first_letters(plain: str) -> tuple[str, ...]:
    """The first two and the first three letters of a folded word, if it has so many."""
    return tuple(plain[:length] for length in (2, 3) if len(plain) >= length)


_words_in = Remembered(_cut)
folded = Remembered(fold)
"""A word as typed without marks."""
