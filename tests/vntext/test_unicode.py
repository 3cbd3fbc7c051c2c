"""Composed text leads back to its source."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vntext.unicode import normal_text

_MIXED = st.text(
    alphabet="aăâeêđoơuư1 .\n\u0301\u0300\u0309\u0323\u0302\u0306\u031b\u1100\u1161\u11a8ếộ",
    max_size=30,
)


@given(st.one_of(_MIXED, st.text(max_size=30)))
def test_the_text_is_the_nfc_form_and_every_span_leads_into_the_source(source: str) -> None:
    """Offsets rise and stay inside."""
    normal = normal_text(source)
    assert normal.text == unicodedata.normalize("NFC", source)
    behind = 0
    for at in range(len(normal.text)):
        start, end = normal.source_span(at, at + 1)
        assert behind <= start <= end <= len(source)
        behind = start


def test_a_decomposed_word_leads_back_to_all_its_code_points() -> None:
    """The span of a word covers its combining marks."""
    source = unicodedata.normalize("NFD", "Một đề tài")
    normal = normal_text(source)
    start = normal.text.index("đề")
    begin, end = normal.source_span(start, start + 2)
    assert unicodedata.normalize("NFC", source[begin:end]) == "đề"
