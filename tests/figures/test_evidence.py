"""Words are weighed where little supports a figure, and the refusal says which spoke against it."""

from __future__ import annotations

import pytest

from figures import Block, Context, Refusal, read, read_blocks
from figures.refusing.evidence import evidence, words_of

_QUIET = "Hai con quái vật có 60 chiếc răng nhọn, mỗi bàn tay có 2 ngón."
_REPORT = "Năm 2023, Hội đã hỗ trợ 120 hộ vay vốn, tăng 12% so với năm trước."


def _refused(text: str) -> list[Refusal]:
    return [one for one in read(text).refusals if one.reason == "no_report"]


def _against(own: str, around: str) -> float:
    return evidence(own, lambda: around).against


def test_words_are_single_ones_and_pairs_that_no_sign_divides() -> None:
    """A comma, a number and a line end stand between two words."""
    assert words_of("hộ nghèo, 3 hộ\nmới") == {"hộ", "nghèo", "mới", "hộ nghèo"}


def test_a_word_around_counts_less_than_in_the_sentence() -> None:
    """What stands near by speaks too, half as loud, and never twice."""
    there, near = _against("nếu", ""), _against("", "nếu")
    assert _against("", "") < near < there
    assert _against("nếu", "nếu") == there


def test_a_sentence_of_a_report_asks_nobody() -> None:
    """What stands around it cannot make it none."""
    own = "toàn huyện có 3 hội viên"
    assert _against(own, "") == _against(own, "nếu có thể") < 0


def test_a_sentence_that_hardly_speaks_for_a_report_heeds_what_stands_around() -> None:
    """What its own words leave open is told by the others."""
    own = "nhóm thử nghiệm lắp 32 cảm biến"
    assert _against(own, "") < 0 < _against(own, "nếu có thể bạn hãy thử con này")


def test_a_refusal_names_the_words_that_spoke_against_a_report() -> None:
    """An editor sees why."""
    refused = _refused(_QUIET)
    assert refused
    assert all(one.signs and set(one.signs) <= words_of(_QUIET.lower()) for one in refused)


def test_no_words_are_weighed_beside_a_firm_report() -> None:
    """The same sentence stands there, as a doubtful figure of a report does."""
    readings = read_blocks([Block(_REPORT), Block(_QUIET)], Context())
    assert not any(one.reason == "no_report" for reading in readings for one in reading.refusals)


def test_the_title_speaks_too() -> None:
    """A title of a game and one of a report weigh the same words differently."""
    text = "chia thành 3 nhóm, mỗi bàn 2 người."
    assert _against(text, "cách chơi bài") > _against(text, "toàn huyện tổng kết")


def test_a_firm_report_asks_for_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of such reports never reads their table."""
    monkeypatch.setattr("figures.document.evidence", None)
    assert len(read(_REPORT).figures) == 2
