"""The promises of the door, whatever the text."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import Block, Context, Figure, read, read_blocks
from figures.text import lexicon as lx
from tests.busy import examples

_WORDS = st.sampled_from(
    [
        "mở",
        "lớp",
        "học",
        "viên",
        "12",
        "1.250",
        "đạt",
        "tăng",
        "giảm",
        "%",
        "tỷ",
        "đồng",
        "triệu",
        "cấp",
        "tỉnh",
        "cấp",
        "trường",
        "trong",
        "đó",
        "gồm",
        "với",
        "cho",
        "năm",
        "2023",
        "quý",
        "I",
        "6",
        "tháng",
        "đầu",
        "năm",
        "so",
        "với",
        "kế",
        "hoạch",
        "trên",
        "gần",
        "khoảng",
        "từ",
        "đến",
        "lên",
        "còn",
        "(",
        ")",
        ",",
        ";",
        ":",
        ".",
        "/",
        "-",
        "+",
        "|",
        "\n",
        "hai",
        "mươi",
        "một",
        "ba",
        "chục",
        "vạn",
        "rưỡi",
        "lần",
        "lượt",
        "là",
        "số",
        "người",
        "đề",
        "tài",
        "15/36",
        "98,5",
        "ha",
        "mỗi",
        "suất",
        "Điều",
        "14",
        "30/6/2019",
        "2020-2025",
        "nhiệm",
        "kỳ",
        "học",
        "kỳ",
        "I",
        "cả",
        "các",
        "phấn",
        "đấu",
        "mục",
        "tiêu",
        "đã",
        "thực",
        "hiện",
        "-",
        "\xa0",
        "́",
        "Ủy",
        "1.\n050",
    ]
)
_KNOWN = st.one_of(_WORDS, st.sampled_from(sorted(lx.entries())))
_TEXTS = st.one_of(
    st.lists(_WORDS, max_size=40).map(" ".join),
    st.lists(_KNOWN, max_size=20).map(" ".join),
    st.text(max_size=80),
    st.lists(_WORDS).map("".join),
)


@given(_TEXTS)
@settings(max_examples=examples(600), deadline=None)
def test_any_text_is_read_without_an_exception_and_spans_lie_inside(text: str) -> None:
    """Every figure and refusal quotes the text that its span covers."""
    reading = read(text, Context(date=datetime.date(2023, 5, 4), lead=text[:40]))
    for found in (*reading.figures, *reading.refusals):
        assert 0 <= found.start < found.end <= len(text)
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.as_written
        assert figure.value_min <= figure.value_max
        assert figure.indicator
        assert 0 < figure.confidence <= 1
    for refusal in reading.refusals:
        assert text[refusal.start : refusal.end] == refusal.text


def test_any_word_may_stand_at_either_end_of_a_text() -> None:
    """Rules that look at what stands beside a number find nothing there."""
    for word in lx.entries():
        for text in (f"{word} 2", f"{word}: 2 {word}", f"2 {word}", f"2 {word} 3, {word} 4"):
            read(text)


def test_no_outcome_stands_between_a_number_and_the_one_right_before_it() -> None:
    """Found among random words."""
    text = "Sinh viên khá tốt lần lượt 3.415 con 2 đưa vào sử dụng, duy tu 2"
    assert all(figure.parent is None for figure in read(text).figures)


@pytest.mark.parametrize("number", ["0.000.000", "00.000.000", "0.500.000", "0" + ".000" * 700])
def test_dots_that_part_thousands_may_stand_behind_a_nought(number: str) -> None:
    """A slip of the hand, or a column without a value: it stops no build."""
    assert {f.value_min for f in read(f"Năm 2023 thu {number} đồng.").figures} <= {0, 500_000}


def test_a_range_may_begin_at_nothing() -> None:
    """No multiplier makes a thousand of zero, so none is looked for."""
    (figure,) = read("Năm 2023 hỗ trợ 0 - 5.000 cây giống.").figures
    assert (figure.value_min, figure.value_max) == (0, 5000)


def test_a_bracket_that_only_closes_is_passed_over() -> None:
    """What stands before it is looked at, not the same place again and again."""
    assert read("Thu được cả năm) đạt 40 triệu, tăng 5%.").figures[0].unit == "đồng"


def test_a_sentence_may_break_off_after_the_number_that_it_is_about() -> None:
    """What "về số" would name is missing."""
    assert read("Mở 40 lớp, tăng 10% về số").figures[1].rule == "rate"


def test_an_activity_may_be_named_by_a_noun_alone() -> None:
    """Behind who acts it tells what befell people, a verb in it or not."""
    (figure,) = read("Tỉnh giải quyết việc làm hơn 275 người so với năm 2021.").figures
    assert figure.indicator == "giải quyết việc làm"


@given(_TEXTS)
@settings(max_examples=examples(200), deadline=None)
def test_both_unicode_forms_give_the_same_figures(text: str) -> None:
    """A Mac and a Windows keyboard write the same report."""
    composed = read(unicodedata.normalize("NFC", text))
    decomposed = read(unicodedata.normalize("NFD", text))
    assert [_meaning(f) for f in composed.figures] == [_meaning(f) for f in decomposed.figures]


def _meaning(figure: Figure) -> tuple[object, ...]:
    return (
        figure.value_min, figure.value_max, figure.qualifier, figure.indicator, figure.level,
        figure.unit, figure.kind, figure.period, figure.parent, figure.ref, figure.rule,
    )  # fmt: skip


def test_the_conference_report_of_2023_gives_its_twelve_figures() -> None:
    """Value, hedge, indicator, level and period; no document number, date or guest list."""
    text = (
        "Sáng 10/11, tại Hưng Yên, Cụm thi đua các trường chính trị khu vực đồng bằng sông Hồng "
        "triển khai phương hướng, nhiệm vụ năm 2024. Dự hội nghị có lãnh đạo của 10 trường.\n"
        "Năm 2023, các trường trong Cụm bám sát Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ "
        "Chính trị, mở được 439 lớp với trên 40 nghìn học viên. Về nghiên cứu khoa học, các trường "
        "thực hiện đề tài khoa học và đề án cấp tỉnh 7, đề tài khoa học cấp trường 50, cấp khoa 3; "
        "có 14 sáng kiến kinh nghiệm; tổ chức hội thảo cấp tỉnh 8 cấp trường 25; tọa đàm cấp cụm 1, "
        "cấp tỉnh 2, cấp trường 10, cấp khoa 3.\nLượt xem: 1.204"
    )
    figures = read(text, Context(date=datetime.date(2023, 11, 13))).figures
    assert [(f.value_min, f.qualifier, f.indicator, f.level, f.period) for f in figures] == [
        (439, "exact", "lớp", None, "2023"),
        (40000, "over", "học viên", None, "2023"),
        (7, "exact", "đề tài khoa học và đề án", "cấp tỉnh", "2023"),
        (50, "exact", "đề tài khoa học", "cấp trường", "2023"),
        (3, "exact", "đề tài khoa học", "cấp khoa", "2023"),
        (14, "exact", "sáng kiến kinh nghiệm", None, "2023"),
        (8, "exact", "hội thảo", "cấp tỉnh", "2023"),
        (25, "exact", "hội thảo", "cấp trường", "2023"),
        (1, "exact", "tọa đàm", "cấp cụm", "2023"),
        (2, "exact", "tọa đàm", "cấp tỉnh", "2023"),
        (10, "exact", "tọa đàm", "cấp trường", "2023"),
        (3, "exact", "tọa đàm", "cấp khoa", "2023"),
    ]


def test_a_list_inherits_period_and_total_from_the_line_before_it() -> None:
    """Parents count the figures of the whole document."""
    blocks = [
        Block("Năm 2022, trường mở 40 lớp, trong đó:"),
        Block("15 lớp trung cấp;", "list_item", lead_in=0),
        Block("25 lớp bồi dưỡng.", "list_item", lead_in=0),
    ]
    figures = [f for r in read_blocks(blocks, Context()) for f in r.figures]
    assert [(f.value_min, f.period, f.parent) for f in figures] == [
        (40, "2022", None), (15, "2022", 0), (25, "2022", 0),
    ]  # fmt: skip


def test_targets_announced_before_a_list_hold_for_its_items() -> None:
    """A plan is not a result."""
    blocks = [
        Block("Chỉ tiêu phấn đấu năm 2024:"),
        Block("Mở 45 lớp", "list_item", lead_in=0),
    ]
    (figure,) = (f for r in read_blocks(blocks, Context()) for f in r.figures)
    assert (figure.kind, figure.period) == ("target", "2024")


@pytest.mark.parametrize("turned", [False, True])
def test_a_table_is_read_either_way_round(turned: bool) -> None:
    """Years may head the columns or the rows."""
    headers = ("Số lớp", ("Năm 2022",)) if not turned else ("Năm 2022", ("Số lớp",))
    cell = Block("52", "table_cell", table=1, row=1, column=1,
                 row_header=headers[0], column_headers=headers[1])  # fmt: skip
    ((figure,),) = (r.figures for r in read_blocks([cell], Context()))
    assert (figure.value_min, figure.indicator, figure.period) == (52, "Số lớp", "2022")


def test_a_table_knows_its_unit_line_and_its_total_row() -> None:
    """Values are in the unit of the caption; parts point to the total of their column."""

    def cell(text: str, row: int, label: str, *, total: bool = False) -> Block:
        return Block(text, "table_cell", table=1, row=row, column=1, row_header=label,
                     column_headers=("Thực hiện năm 2021",), total=total,
                     caption="Đơn vị tính: triệu đồng")  # fmt: skip

    cells = [cell("1.250", 1, "Thu sự nghiệp"), cell("350", 2, "Thu khác"),
             cell("1.600", 3, "Tổng cộng", total=True)]  # fmt: skip
    figures = [f for r in read_blocks(cells, Context()) for f in r.figures]
    assert [(f.value_min, f.unit) for f in figures][:2] == [
        (Decimal(1_250_000_000), "đồng"), (Decimal(350_000_000), "đồng"),
    ]  # fmt: skip
    assert [f.period for f in figures[:2]] == ["2021", "2021"]


def test_an_editors_period_and_kind_win_over_what_is_read() -> None:
    """A mark is never overruled."""
    block = Block("Năm 2022 mở 40 lớp.", period="2021", kind_override="target")
    ((figure,),) = (r.figures for r in read_blocks([block], Context()))
    assert (figure.period, figure.kind) == ("2021", "target")


def test_a_report_of_january_that_says_in_the_year_means_the_year_before() -> None:
    """Guideline section 5."""
    context = Context(date=datetime.date(2023, 1, 20))
    assert read("Trong năm, trường mở 40 lớp.", context).figures[0].period == "2022"


@pytest.mark.parametrize(
    ("written", "value"), [("0.456,5", "456.5"), ("0.456", "0.456"), ("00.012,25", "12.25")]
)
def test_a_nought_before_a_dot_is_read_whatever_follows(written: str, value: str) -> None:
    """A comma behind the dot shows that it parts thousands; such a number broke the reading."""
    assert read(f"Sản lượng đạt {written} tấn.").figures[0].value_min == Decimal(value)
