"""What the figures room gets to read of a page: every text once, with all that frames it."""

from __future__ import annotations

import pytest

from figures.tables.row_parts import is_total
from stat_index.html.blocks import TextBlock, read_document
from tests.stat_index.making import html_of


def blocks(body: str) -> list[TextBlock]:
    """The blocks of some Markdown."""
    return read_document(html_of(body)).blocks


def cells(body: str) -> dict[str, tuple[str | None, tuple[str, ...], str | None, bool]]:
    """Row header, column headers, caption and total by the text of each cell."""
    return {
        b.block.text: (
            b.block.row_header,
            b.block.column_headers,
            b.block.caption,
            b.block.total,
        )
        for b in blocks(body)
        if b.block.kind == "table_cell"
    }


def test_list_items_know_the_line_that_introduces_them() -> None:
    """A paragraph before the list, or the item around a nested one."""
    found = blocks("Kết quả:\n\n- 50 đề tài\n    - cấp tỉnh 3\n- 14 sáng kiến\n\nSau đó.")
    assert [(b.block.text, b.block.lead_in) for b in found] == [
        ("Kết quả:", None),
        ("50 đề tài", 0),
        ("cấp tỉnh 3", 1),
        ("14 sáng kiến", 0),
        ("Sau đó.", None),
    ]


def test_a_heading_does_not_introduce_a_list_but_is_known_below_it() -> None:
    """The heading is the block's heading."""
    _, item = blocks("## Kết quả năm 2022\n\n- 50 đề tài")
    assert (item.block.lead_in, item.block.heading) == (None, "Kết quả năm 2022")


def test_inline_elements_do_not_cut_the_text() -> None:
    """Bold, links and emphasis inside a figure."""
    (block,) = blocks("Mở **40** [nghìn](x) *lớp*.")
    assert block.block.text == "Mở 40 nghìn lớp."


def test_code_and_notes_are_not_read() -> None:
    """A placeholder keeps what stands around them apart."""
    (block, *_) = blocks("Chạy `3 lớp` xong[^1].\n\n[^1]: Chú thích.")
    assert "3 lớp" not in block.block.text
    assert "1" not in block.block.text


def test_years_across_and_indicators_down() -> None:
    """With a column that numbers the rows, one of units, and a total."""
    found = cells(
        "| STT | Chỉ tiêu | ĐVT | 2022 | 2023 |\n|---|---|---|--:|--:|\n"
        "| 1 | Lớp | lớp | 40 | 45 |\n| | Tổng cộng | | 41 | trên 46 |\n"
    )
    assert found == {
        "40": ("Lớp", ("2022",), "Đơn vị tính: lớp", False),
        "45": ("Lớp", ("2023",), "Đơn vị tính: lớp", False),
        "41": ("Tổng cộng", ("2022",), None, True),
        "trên 46": ("Tổng cộng", ("2023",), None, True),
    }


def test_indicators_across_and_years_down() -> None:
    """A first column of years names the rows."""
    found = cells("| Năm | Lớp | Học viên |\n|---|--:|--:|\n| 2022 | 40 | 3.000 |\n")
    assert found["40"][:2] == ("2022", ("Lớp",))
    assert found["3.000"][:2] == ("2022", ("Học viên",))


def test_headers_of_several_rows_are_told_outermost_first() -> None:
    """Cells that span belong to every column below them."""
    html = (
        "<table><tr><th rowspan=2>Chỉ tiêu</th><th colspan=2>2023</th></tr>"
        "<tr><th>Kế hoạch</th><th>Thực hiện</th></tr>"
        "<tr><td>Lớp</td><td>50</td><td>53</td></tr></table>"
    )
    found = {
        b.block.text: (b.block.row_header, b.block.column_headers)
        for b in read_document(html).blocks
    }
    assert found == {
        "50": ("Lớp", ("2023", "Kế hoạch")),
        "53": ("Lớp", ("2023", "Thực hiện")),
    }


def test_a_row_that_numbers_the_columns_holds_no_value() -> None:
    """Above the values as one of them, or among the headers."""
    row = "| Lớp | 50 | 53 |\n"
    found = cells("| Chỉ tiêu | 2022 | 2023 |\n|---|--:|--:|\n| A | 1 | 2=1+3 |\n" + row)
    assert set(found) == {"50", "53"}
    html = (
        "<table><thead><tr><th>Chỉ tiêu</th><th>2022</th><th>2023</th></tr><tr><th>A</th><th>1</th><th>2</th></tr></thead>"
        "<tr><td>Lớp</td><td>50</td><td>53</td></tr></table>"
    )
    assert [b.block.column_headers for b in read_document(html).blocks] == [("2022",), ("2023",)]
    assert "5" in cells("| Lớp | Khối 1 | Khối 2 |\n|---|--:|--:|\n| A | 5 | 7 |\n| B | 1 | 2 |\n")


@pytest.mark.parametrize(
    "label", ["1. Thu nội địa", "2) Chi", "6A", "10A2", "9 tháng", "18 - 30 tuổi", "Trên 60 tuổi"]
)
def test_rows_may_be_named_by_what_begins_with_a_number(label: str) -> None:
    """Amounts in the first column are none of these."""
    found = cells(f"| Nội dung | Dự toán | Kết quả |\n|---|--:|--:|\n| {label} | 25 | 27 |\n")
    assert {text: said[0] for text, said in found.items()} == {"25": label, "27": label}
    assert "40 lớp" in cells("| Số lớp | Số học viên |\n|---|---|\n| 40 lớp | 900 người |\n")


def test_a_column_that_nothing_heads_may_number_the_rows() -> None:
    found = cells("| | Nội dung | 2023 |\n|---|---|--:|\n| I | Thu | 25 |\n| 1 | Phí | 7 |\n")
    assert {text: said[0] for text, said in found.items()} == {"25": "Thu", "7": "Phí"}


def test_numbers_below_months_name_their_rows() -> None:
    found = cells("| Tháng | Số vụ |\n|---|--:|\n| 7 | 25 |\n| 8 | 26 |\n")
    assert {text: said[0] for text, said in found.items()} == {"25": "Tháng 7", "26": "Tháng 8"}


def test_headers_go_on_in_the_first_row_where_cells_cannot_span() -> None:
    """As in Markdown, which has one row of headers."""
    found = cells(
        "| Thôn | Số hộ | Hộ nghèo | |\n|---|--:|--:|--:|\n| | | Số hộ | Tỷ lệ % |\n| Đông | 236 | 9 | 3,8 |\n"
    )
    dated = cells(
        "| Loại | Số người | |\n|---|--:|--:|\n| | 31/12/2022 | +/- |\n| BHYT | 90 | 3 |\n"
    )
    assert dated["90"][1] == ("Số người", "31/12/2022")
    assert dated["3"][1] == ("Số người", "+/-")
    assert {text: said[:2] for text, said in found.items()} == {
        "236": ("Đông", ("Số hộ",)),
        "9": ("Đông", ("Hộ nghèo", "Số hộ")),
        "3,8": ("Đông", ("Hộ nghèo", "Tỷ lệ %")),
    }


def test_the_sentence_right_before_a_table_is_its_caption() -> None:
    """Only the last one: what is said earlier is about something else."""
    found = cells(
        "So với năm 2016 tăng 3 lớp. Cụ thể (đơn vị tính: lớp):\n\n"
        "| Loại | 2017 |\n|---|--:|\n| Bồi dưỡng | 25 |\n"
    )
    assert found["25"][2] == "Cụ thể (đơn vị tính: lớp):"


def test_a_period_in_the_corner_of_a_table_speaks_for_all_its_cells() -> None:
    """*Năm 2021* above the names of rows is no heading of a column of values."""
    body = "| Năm 2021 | Số lớp | Học viên |\n|---|--:|--:|\n| Bồi dưỡng | 25 | 900 |\n"
    assert {text: said[2] for text, said in cells(body).items()} == {
        "25": "Năm 2021",
        "900": "Năm 2021",
    }
    plain = body.replace("Năm 2021", "Loại lớp")
    assert cells(plain)["25"][2] is None


@pytest.mark.parametrize(
    "label",
    [
        "Tổng cộng",
        "Tổng số:",
        "Tổng số lớp",
        "TỔNG CỘNG NĂM 2023",
        "Cộng",
        "Toàn cụm",
        "I. Tổng thu",
        "Chung",
    ],
)
def test_rows_that_sum_up_the_others_are_known(label: str) -> None:
    """However they are written."""
    assert is_total(label)


@pytest.mark.parametrize(
    "label", ["Cộng đồng", "Tổng quan", "Tổng hợp", "Chung cư", "Toàn diện", ""]
)
def test_other_rows_sum_up_nothing(label: str) -> None:
    """Although they begin alike."""
    assert not is_total(label)
