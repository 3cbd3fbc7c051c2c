"""The lexicon says each thing once."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from figures.text.lexicon import entries, load
from figures.text.syllables import index

_FILES = (
    "numerals",
    "hedges",
    "units",
    "levels",
    "nouns",
    "verbs",
    "changes",
    "stops",
    "cues",
    "refusals",
)


def _tables(data: Any, name: str = "") -> dict[str, list[str]]:
    """Every list of words by the path of its keys."""
    if isinstance(data, list):
        return {name: data}
    if not isinstance(data, dict):
        return {}
    found: dict[str, list[str]] = {}
    for key, value in data.items():
        found |= _tables(value, f"{name}/{key}")
    return found


@pytest.mark.parametrize("file", _FILES)
def test_no_table_has_a_word_twice(file: str) -> None:
    """One place for each word in each role."""
    for name, words in _tables(load(file)).items():
        twice = [word for word, count in Counter(words).items() if count > 1]
        assert not twice, f"{file}{name}"


@pytest.mark.parametrize("file", _FILES)
def test_words_are_lower_case_and_composed(file: str) -> None:
    """The scanner compares lower-case NFC text."""
    import unicodedata

    for name, words in _tables(load(file)).items():
        wrong = [w for w in words if w != unicodedata.normalize("NFC", w.lower())]
        assert not wrong, f"{file}{name}"


def test_a_noun_has_one_class() -> None:
    """Parts and totals agree by class, so a noun cannot be of two."""
    counted = Counter(
        word
        for name, words in load("nouns").items()
        if name.split()[0] not in ("label", "actor", "plain", "amount", "rate")
        for word in words
    )
    assert not [word for word, count in counted.items() if count > 1]


@pytest.mark.parametrize("spelling", ["tọa đàm", "toạ đàm", "hòa giải", "hoà giải", "tỷ", "tỉ"])
def test_both_spellings_are_known(spelling: str) -> None:
    """Tone placement and i for y change nothing."""
    first, *rest = spelling.split()
    node = index()[first]
    for syllable in rest:
        node = node.following[index()[syllable]]
    assert node.word is not None
    assert node.word.low in entries()
