"""What the editor marks wins; a mark that fits nothing is an error with its line."""

from __future__ import annotations

import pytest

from stat_index.registry import Registry
from tests.stat_index.making import article, html_of


def test_a_mark_in_the_line_sets_indicator_level_and_period(registry: Registry) -> None:
    """All three are taken from the mark."""
    said = 'Có [50 công trình]{chỉ tiêu="đề tài khoa học" cấp="cấp trường" kỳ="2021"}.'
    (found,) = article(said, registry).observations
    assert (found.indicator.id, found.series.level, found.period) == (
        "de-tai",
        "cấp trường",
        "2021",
    )
    assert found.published
    assert found.marked


@pytest.mark.parametrize("pair", ["“2021”", "”2021”", "„2021“", '"2021"'])
def test_quotation_marks_of_any_shape_are_read(registry: Registry, pair: str) -> None:
    """Word and telephones make curly ones, not always the right way round."""
    (found,) = article(f"Mở [45 lớp]{{kỳ={pair}}}.", registry).observations
    assert (found.period, found.marked) == ("2021", True)


def test_the_text_keeps_no_trace_of_a_mark(registry: Registry) -> None:
    """The reader sees the sentence alone."""
    html = article("Mở [45 lớp]{số liệu} và [10 trường]{không phải số liệu}.", registry).html
    assert "data-sl" not in html
    assert "{số" not in html
    assert "10 trường." in html


def test_not_a_figure_is_no_figure(registry: Registry) -> None:
    """The number stays text; a refusal says why."""
    figures = article("Năm 2023 mở [45 lớp]{không phải số liệu}.", registry)
    assert figures.observations == ()
    assert "denied" in {refusal.reason for refusal in figures.refusals}


def test_a_marked_number_is_a_figure_even_if_the_program_would_not_think_so(
    registry: Registry,
) -> None:
    """The article's date helps with the period."""
    (found,) = article("Đại diện [10 trường]{số liệu} dự.", registry).observations
    assert found.published
    assert found.value_min == 10
    assert found.period == "2023"


def test_a_number_longer_than_any_amount_is_no_figure(registry: Registry) -> None:
    """A code: no chart could show it, and no sum be exact."""
    for digits, count in ((24, 1), (25, 0)):
        said = f'Chi [{"9" * digits}]{{chỉ tiêu="chi" kỳ="2023"}}.'
        assert len(article(said, registry).observations) == count


FENCED = """Mở đầu.

::: số liệu kỳ="2021" loại="kế hoạch" đơn vị="truong-mau"
Mở 45 lớp.

- 300 học viên
:::

Năm 2023 mở 50 lớp.
"""


def test_a_fenced_block_speaks_of_all_that_is_in_it_and_of_nothing_else(
    registry: Registry,
) -> None:
    """Period, kind and organisation, lists included."""
    found = article(FENCED, registry).observations
    assert [(o.series.organisation, o.period, o.kind) for o in found] == [
        ("truong-mau", "2021", "target"),
        ("truong-mau", "2021", "target"),
        ("truong-a", "2023", "result"),
    ]


def test_a_fence_may_stand_right_below_a_paragraph() -> None:
    """No blank line is needed."""
    html = html_of('Trước:\n::: số liệu kỳ="2022"\nMở 45 lớp.\n:::\nSau đó.')
    assert html.index("<p>Trước:</p>") < html.index("<div") < html.index("<p>Sau đó.</p>")


WRONG = [
    ('Mở [45 lớp]{chi tieuu="lớp"}.', "không có khóa"),
    ('Mở [45 lớp]{kỳ="năm ngoái"}.', "không đọc được"),
    ('Mở [45 lớp]{kỳ="năm học 2022-2023"}.', "viết 2022-2023"),
    ('Mở [45 lớp]{kỳ="6 tháng đầu năm 2023"}.', "viết 2023-H1"),
    ('Mở [45 lớp]{loại="ước"}.', "không có loại"),
    ("Mở [45 lớp]{lớp này}.", "không hiểu"),
    ('Mở [nhiều lớp]{kỳ="2022"}.', "không có con số"),
    ("Mở [nhiều lớp]{không phải số liệu}.", "không có con số"),
    ('::: số liệu kỳ="2022"\nKhông có gì.\n:::', "không có số liệu nào"),
    ('::: số liệu kỳ="2022"\nMở 45 lớp.', "chưa đóng"),
    ('::: số liệu cấp="cấp tỉnh"\nMở 45 lớp.\n:::', "không có khóa"),
]


@pytest.mark.parametrize(("body", "word"), WRONG)
def test_a_mark_that_is_wrong_or_fits_nothing_is_an_error(
    registry: Registry, body: str, word: str
) -> None:
    """With line and column in the file: a line may hold several marks."""
    findings = article(f"Một.\n\n{body}", registry, body_line=8).findings
    errors = [finding for finding in findings if finding.severity == "error"]
    assert len(errors) == 1
    assert (errors[0].line, errors[0].column) == (10, max(body.find("{"), 0) + 1)
    assert word in errors[0].message


@pytest.mark.parametrize("body", ["Xem [ghi chú]{.lop}.", r"Viết \[45 lớp]{số liệu}."])
def test_other_brackets_are_left_alone(body: str) -> None:
    """Only what speaks of a number is a mark."""
    assert "data-sl" not in html_of(body)
