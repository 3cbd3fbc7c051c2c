"""Sentences end where a reader would say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntext.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mở 40 lớp. Kết nạp 12 đảng viên.", ["Mở 40 lớp.", "Kết nạp 12 đảng viên."]),
        ("Đạt 1.250 tỷ đồng. Tăng 5,2%.", ["Đạt 1.250 tỷ đồng.", "Tăng 5,2%."]),
        ("Do TS. Nguyễn Văn An trình bày.", ["Do TS. Nguyễn Văn An trình bày."]),
        ("Tại TP. Hưng Yên có 3 trường.", ["Tại TP. Hưng Yên có 3 trường."]),
        ("Mở 40 lớp\n- Kết nạp 12 đảng viên", ["Mở 40 lớp", "- Kết nạp 12 đảng viên"]),
        ("thu hút 1.\n250 học viên", ["thu hút 1.\n250 học viên"]),
        ("đạt 64,\n8% kế hoạch", ["đạt 64,\n8% kế hoạch"]),
        ("Kết quả năm 2023\nMở 40 lớp", ["Kết quả năm 2023", "Mở 40 lớp"]),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    """Abbreviations, numbers and wrapped lines do not end one; items and short lines do."""
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB1 .,;:!?\n-|”)\u0301Ệ", max_size=60))
def test_spans_are_in_order_inside_the_text_and_lose_only_white_space(text: str) -> None:
    """Nothing a reader sees lies between two sentences."""
    behind = 0
    for start, end in sentences(text):
        assert behind <= start < end <= len(text)
        assert not text[behind:start].strip()
        behind = end
    assert not text[behind:].strip()


def test_a_sentence_without_end_is_cut() -> None:
    """Rules may look at a whole sentence, so none is longer than a page."""
    text = "mở 12 lớp, " * 2000
    assert max(end - start for start, end in sentences(text)) < 1100
