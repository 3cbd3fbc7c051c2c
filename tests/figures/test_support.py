"""What stands around a number decides whether a doubtful one stands."""

from __future__ import annotations

from figures import Block, Context, read, read_blocks

_DOUBTFUL = "Bà gửi xuống bến 3 củ khoai."
_REPORT = "Năm 2023, Hội đã hỗ trợ 120 hộ vay vốn, tăng 12% so với năm trước."
_QUIET = "Cô ngồi 5 phút."


def _texts(*texts: str) -> list[str]:
    """What is read of a document with these paragraphs."""
    readings = read_blocks([Block(text) for text in texts], Context())
    return [figure.as_written for reading in readings for figure in reading.figures]


def test_a_number_that_nothing_supports_is_refused_with_its_reason() -> None:
    """No word of a report, no known noun, no period, and what stands near tells of one person."""
    reading = read(f"{_DOUBTFUL} {_QUIET}")
    assert not reading.figures
    assert "no_report" in [refusal.reason for refusal in reading.refusals]


def test_alone_it_stands_since_nothing_speaks_against_it() -> None:
    """One thin sentence of a caption or a short notice is no sign of another sort of text."""
    assert _texts("Làng gốm còn 45 lò nung.") == ["45"]


def test_a_report_near_by_supports_it_from_before_and_from_behind() -> None:
    """The same sentence stands beside one that reports."""
    assert "3" in _texts(_REPORT, _DOUBTFUL)
    assert "3" in _texts(_DOUBTFUL, _REPORT)


def test_a_report_far_away_supports_nothing() -> None:
    """Forty sentences with numbers lie between."""
    far = [_QUIET] * 40
    assert "3" not in _texts(_REPORT, *far, _DOUBTFUL)
    assert "3" in _texts(_REPORT, *far[:2], _DOUBTFUL)


def test_parts_lose_a_total_that_is_withdrawn() -> None:
    """No figure points to one that was refused."""
    for reading in read_blocks([Block(_DOUBTFUL), Block(_QUIET), Block("Trong đó 2 củ to.")]):
        assert all(figure.parent is None and figure.ref is None for figure in reading.figures)


def test_an_exercise_takes_its_data_with_it_and_no_more() -> None:
    """What is given stands in the paragraph before the question; a report two paragraphs off stays."""
    given = "Một kho có 4.720 kg muối, lần đầu chuyển đi 2.000 kg muối."
    asked = "Hỏi trong kho còn lại bao nhiêu kg muối?"
    assert _texts(given, asked) == []
    assert "120" in _texts(_REPORT, "Học sinh làm bài sau đây.", given, asked)


def test_who_asks_with_a_colon_sets_no_exercise() -> None:
    """An interview asks and answers with figures."""
    texts = _texts(
        "Hỏi: Huyện còn bao nhiêu hộ nghèo?", "Trả lời: Đến cuối năm 2023 còn 215 hộ nghèo."
    )
    assert texts == ["215"]
