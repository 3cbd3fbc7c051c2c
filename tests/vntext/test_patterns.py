"""One expression for many words finds what they would find one after another."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from vntext.patterns import any_of

_WORDS = st.lists(st.text("ab.ẵ ", min_size=1, max_size=4), min_size=1, max_size=8)


@given(_WORDS, st.text("ab.ẵ ", max_size=30))
def test_the_longest_word_is_found_everywhere(words: list[str], text: str) -> None:
    one_by_one = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert re.findall(any_of(words), text) == re.findall(one_by_one, text)
