"""What is passed over without making tokens would have told nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures.accuracy import CORPORA
from benchmarks.figures.score import load
from figures.periods.period_tokens import sentence_line
from figures.text.telling import NUMBERED, READ, each_tells, names_period, tells
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN
from vntext.sentences import sentences

_WORDS = ["mở", "có", "một", "hai", "ba", "năm", "tư", "mươi", "lăm", "trăm", "linh", "không", "triệu", "rưỡi", "tháng", "quý", "kỳ", "nay", "này", "trước", "đầu", "nửa", "học", "lớp", "viên", "mới", "vụ", "người", "%", "đồng", "đô-la", "(", ")", ",", ":", "“", "”", "-", ".", "/", "_", "www.x.vn", "hiện", "thực", "tỷ", "từ", "đến", "trong", "qua"]  # fmt: skip


def _is_safe(text: str) -> bool:
    """Whether nothing was passed over that the tokens tell."""
    low = text.lower()
    if not low:
        return True
    found = sentence_line(low, low, 0, len(low))
    kinds = {token.kind for token in found.tokens}
    numbered = tells(low, 0, len(low)) & NUMBERED
    if not numbered and kinds & {NUMBER, CODE}:
        return False
    return bool(PERIOD_TOKEN not in kinds or names_period(low, 0, len(low)) or numbered)


@given(st.lists(st.sampled_from(_WORDS), max_size=9), st.sampled_from([" ", "\n", ""]))
def test_no_number_or_period_is_passed_over(words: list[str], joint: str) -> None:
    """Whatever the words, a sentence that is passed over has no number, code or period."""
    assert _is_safe(joint.join(words))


_TEXTS = st.lists(st.sampled_from([*_WORDS, "5", "http", "lớp:"]), max_size=6).map(" ".join)


@given(st.lists(_TEXTS, max_size=6))
def test_texts_tell_together_what_each_tells(texts: list[str]) -> None:
    """One search for the words of all texts finds of each what its own would."""
    assert each_tells(texts) == [tells(text, 0, len(text)) for text in texts]


@pytest.mark.parametrize("corpus", ["dev", "practice"])
def test_no_sentence_of_a_report_is_wrongly_passed_over(corpus: str) -> None:
    """Nor in real passages."""
    for passage in load(CORPORA[corpus]):
        text = passage["text"]
        assert all(_is_safe(text[start:end]) for start, end in sentences(text))


@pytest.mark.parametrize(
    "quiet",
    [
        "đồng chí hiệu trưởng ôn lại truyền thống vẻ vang, bày tỏ lòng biết ơn sâu sắc.",
        "“thầy cô luôn tận tâm”, một học viên nói trong một số buổi học.",
        "bốn bên cùng trao đổi kinh nghiệm giảng dạy.",
    ],
)
def test_prose_is_passed_over(quiet: str) -> None:
    """A gate that lets everything through would be of no use."""
    assert tells(quiet, 0, len(quiet)) != READ | NUMBERED
    assert not names_period(quiet, 0, len(quiet))
