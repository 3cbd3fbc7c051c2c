"""A total is one more value of what its parts are; a row that says only *Tổng cộng* is no indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from stat_index.article import ArticleFigures
from stat_index.model import Observation
from stat_index.registry import Registry
from stat_index.series import without_row
from tests.stat_index.making import CHI_TIEU, article, registry_in

UNNAMED = "không rõ đếm gì"


def table(*rows: str) -> str:
    """A table in Markdown, whose first row is its head."""
    head, *body = rows
    return "\n".join([head, "---|" * (head.count("|") - 1), *body])


def said(figures: ArticleFigures, number: str) -> Observation:
    """The one figure that is written so."""
    (found,) = (o for o in figures.observations if o.as_written == number)
    return found


@pytest.mark.parametrize(
    "rows",
    [
        # What each row begins with, where they add up to it.
        ("|Nội dung|Năm 2023|", "|Lớp trung cấp|15|", "|Lớp bồi dưỡng|32|", "|Tổng cộng|47|"),
        ("|Nội dung|Năm 2023|", "|Lớp trung cấp|15|", "|Lớp bồi dưỡng|32|", "|Toàn trường|47|"),
        # What the rows are sorts of.
        ("|Loại lớp|Năm 2023|", "|Trung cấp|15|", "|Bồi dưỡng|32|", "|Tổng số|47|"),
        # The unit of the column of units, or of the whole table.
        ("|Nội dung|ĐVT|Năm 2023|", "|Trung cấp|lớp|15|", "|Bồi dưỡng|lớp|32|", "|Cộng|lớp|47|"),
        ("|Đơn vị tính: lớp|Năm 2023|", "|Trung cấp|15|", "|Bồi dưỡng|32|", "|Tổng cộng|47|"),
        # The column, as ever.
        ("|Nội dung|Số lớp|", "|Trung cấp|15|", "|Bồi dưỡng|32|", "|Tổng cộng|47|"),
    ],
)
def test_a_total_joins_the_series_of_what_its_rows_count(
    rows: tuple[str, ...], registry: Registry
) -> None:
    figures = article(table(*rows), registry)
    total = said(figures, "47")
    assert (total.indicator.id, total.series.kind, total.published) == ("lop", "result", True)


def test_parts_by_level_make_up_the_total_of_all_levels(registry: Registry) -> None:
    body = table(
        "|Nội dung|2023|", "|Đề tài cấp tỉnh|2|", "|Đề tài cấp trường|9|", "|Tổng cộng|11|"
    )
    total = said(article(body, registry), "11")
    assert (total.phrase, total.level, total.published) == ("Đề tài", None, True)


def test_an_item_that_sums_up_its_list_joins_them_too(registry: Registry) -> None:
    body = "Kết quả năm 2023:\n\n- Lớp trung cấp: 15\n- Lớp bồi dưỡng: 32\n- Tổng cộng: 47"
    assert said(article(body, registry), "47").indicator.id == "lop"


@pytest.mark.parametrize(
    "rows",
    [
        # Poor and nearly poor are not all of the households, and nobody registered these.
        ("|Nội dung|Năm 2023|", "|Hộ nghèo|15|", "|Hộ cận nghèo|32|", "|Tổng cộng|47|"),
        # Rows of two nouns; rows that do not make up the whole.
        ("|Nội dung|Năm 2023|", "|Lớp trung cấp|15|", "|Đề tài khoa học|32|", "|Tổng cộng|47|"),
        ("|Nội dung|Năm 2023|", "|Lớp trung cấp|15|", "|Lớp bồi dưỡng|30|", "|Tổng cộng|47|"),
        # Units that count anything, or measure.
        ("|Nội dung|ĐVT|2023|", "|Chi bộ Một|người|15|", "|Chi bộ Hai|người|32|", "|Cộng|người|47|"),
        ("|Nội dung|ĐVT|2023|", "|Lớp nghề|tỷ đồng|15|", "|Lớp sơ cấp|tỷ đồng|32|", "|Cộng|tỷ đồng|47|"),
    ],
)  # fmt: skip
def test_a_total_of_nobody_knows_what_waits_for_its_editor(
    rows: tuple[str, ...], registry: Registry
) -> None:
    figures = article(table(*rows), registry)
    total = said(figures, "47")
    assert (total.published, total.question) == (False, UNNAMED)
    # What its rows count is told by their own names, not as parts of Tổng cộng.
    rest = [o for o in figures.observations if o is not total]
    assert rest
    assert all("cộng" not in o.indicator.label.lower() for o in rest)


def test_one_question_is_asked_about_all_of_them(registry: Registry) -> None:
    body = table("|Nội dung|2022|2023|", "|Hộ nghèo|15|14|", "|Hộ cận nghèo|32|30|", "|Cộng|47|44|")
    asked = [f for f in article(body, registry).findings if f.rule == "figure-unnamed"]
    assert len(asked) == 1
    assert "2 con số" in asked[0].message
    assert "figure-unsure" not in {f.rule for f in article(body, registry).findings}


def test_a_mark_says_what_a_total_counts(registry: Registry) -> None:
    body = table(
        "|Nội dung|2023|", "|Hộ nghèo|15|", "|Hộ cận nghèo|32|", '|Cộng|[47]{chỉ tiêu="lớp"}|'
    )
    figures = article(body, registry)
    assert said(figures, "47").indicator.id == "lop"
    assert "figure-unnamed" not in {f.rule for f in figures.findings}


def test_a_name_that_the_editor_gives_a_total_stands(registry: Registry) -> None:
    body = table("|Loại lớp|2023|", "|Trung cấp|15|", '|Cộng|[15]{chỉ tiêu="Tổng số" kỳ="2022"}|')
    total = next(o for o in article(body, registry).observations if o.period == "2022")
    assert (total.phrase, total.published) == ("Tổng số", True)


def test_places_in_a_table_that_does_not_say_what_it_counts_are_no_indicators(
    registry: Registry,
) -> None:
    body = table("|Xã|Kế hoạch|Thực hiện|", "|Mai Sơn|14|15|", "|Tân Mai|30|32|", "|Cộng|44|47|")
    figures = article(body, registry)
    assert [o.question for o in figures.observations] == [UNNAMED] * 6


def test_the_unit_says_what_a_place_has(registry: Registry) -> None:
    body = table("|Xã|ĐVT|Năm 2023|", "|Mai Sơn|lớp|15|", "|Tân Mai|lớp|32|", "|Cộng|lớp|47|")
    figures = article(body, registry)
    found = [(o.organisation.name, o.indicator.id) for o in figures.observations]
    assert found == [("Mai Sơn", "lop"), ("Tân Mai", "lop"), ("Trường Chính trị A", "lop")]


def test_a_total_keeps_its_permanent_id_whatever_the_index_calls_it(registry: Registry) -> None:
    """It is told from others by what the article calls it."""
    known = table("|Loại lớp|2023|", "|Trung cấp|15|", "|Bồi dưỡng|32|", "|Tổng cộng|47|")
    unknown = known.replace("Loại lớp", "Nội dung")
    ids = [said(article(body, registry), "47").id for body in (known, unknown)]
    assert ids[0] == ids[1]


def test_a_programme_is_called_as_in_a_sentence(registry: Registry) -> None:
    """Below *Loại lớp* its classes stand on the line of *lớp trung cấp*."""
    body = table("|Loại lớp|2023|", "|Trung cấp|15|", "|Bồi dưỡng|32|")
    assert said(article(body, registry), "15").indicator.id == "lop-trung-cap"


@pytest.mark.parametrize(
    ("rows", "period"),
    [
        (("|Năm|Lớp|", "|2022|14|", "|2023|15|", "|Tổng cộng|29|"), None),
        (("|Tháng|Lớp|", "|Tháng 1|14|", "|Tháng 2|15|", "|Tổng cộng|29|"), None),
        (
            ("|Quý|Lớp|", "|Quý I|5|", "|Quý II|9|", "|Quý III|7|", "|Quý IV|8|", "|Cộng|29|"),
            "2023",
        ),
    ],
)
def test_a_sum_of_periods_is_of_no_one_of_them(
    rows: tuple[str, ...], period: str | None, registry: Registry
) -> None:
    figures = article(table(*rows), registry, title="Tổng kết năm 2023")
    total = said(figures, "29")
    assert total.published == (period is not None)
    assert period is None or total.period == period
    # The years are values, not parts of their sum.
    rest = {o.series.kind for o in figures.observations if o is not total}
    assert rest == {"result"}


def test_a_row_of_the_whole_year_counts_what_its_column_does(registry: Registry) -> None:
    body = table("|Kỳ|Số lớp|", "|6 tháng đầu năm|14|", "|Cả năm|29|")
    total = said(article(body, registry, title="Tổng kết năm 2023"), "29")
    assert (total.indicator.id, total.period) == ("lop", "2023")


def test_a_part_does_not_repeat_the_row_that_it_parts() -> None:
    assert without_row("hoàn thành tốt đảng bộ cơ sở", "Đảng bộ cơ sở") == "hoàn thành tốt"
    assert without_row("đạt thang máy", "Thang máy") == "đạt"
    assert without_row("nhà trẻ", "trẻ") == "nhà trẻ"
    assert without_row("tham nhũng, chức vụ", "Số vụ") == "tham nhũng, chức vụ"


def test_a_rate_is_called_as_the_number_beside_it(registry: Registry) -> None:
    """Only its row names the one, row and column the other; both are of the same people."""
    body = table(
        "|Độ tuổi|Số đảng viên|Tỷ lệ (%)|", "|18 - 30 tuổi|42|25,1|", "|Trên 30 tuổi|125|74,9|"
    )
    figures = article(body, registry)
    number, rate = said(figures, "42"), said(figures, "25,1")
    assert number.indicator.label == rate.indicator.label == "Đảng viên 18 - 30 tuổi"
    assert (number.series.kind, rate.series.kind) == ("result", "ratio")


def test_a_time_in_a_head_is_no_part_of_a_name(registry: Registry) -> None:
    body = table("|Bản|Hộ nghèo ngày 31/12/2022|", "|Bản Nà Tòng|46|", "|Bản Phiêng Cại|21|")
    number = said(article(body, registry), "46")
    assert (number.indicator.label, number.period) == ("Hộ nghèo Bản Nà Tòng", "2022-12-31")


def test_a_place_has_its_figures_whatever_group_it_stands_in(registry: Registry) -> None:
    body = table(
        "|Vùng|Xã|Số lớp|",
        "|Vùng cao|Sín Lủng|12|",
        "||Pờ Mé|9|",
        "|Vùng thấp|Nà Lạn|26|",
        "|Tổng||47|",
    )
    found = [
        (o.organisation.name, o.indicator.id, o.published)
        for o in article(body, registry).observations
    ]
    assert found == [
        ("Sín Lủng", "lop", True),
        ("Pờ Mé", "lop", True),
        ("Nà Lạn", "lop", True),
        ("Trường Chính trị A", "lop", True),
    ]


DEGREES = """
[giang-vien]
label = "Giảng viên"
group = "Đội ngũ"
aliases = ["giảng viên"]

[giang-vien-thac-si]
label = "Giảng viên có trình độ thạc sĩ"
group = "Đội ngũ"
aliases = ["thạc sĩ"]
"""


@pytest.mark.parametrize(
    ("total", "registered"), [("giảng viên", True), ("công chức cấp xã", False)]
)
def test_a_part_of_others_is_not_of_the_entry_whose_name_it_shares(
    total: str, registered: bool, tmp_path: Path
) -> None:
    known = registry_in(tmp_path, CHI_TIEU + DEGREES)
    body = table("|Nội dung|Số lượng (người)|", f"|Tổng số {total}|40|", "|- Thạc sĩ|9|")
    indicator = said(article(body, known), "9").indicator
    assert (indicator.id == "giang-vien-thac-si") == registered
    assert indicator.label.lower().endswith("thạc sĩ")


def test_a_plan_is_called_no_part_of_a_total_that_nobody_names(registry: Registry) -> None:
    body = table(
        "|Đối tượng|Kế hoạch|Thực hiện|", "|Nông dân|14|11|", "|Phụ nữ|9|10|", "|Cộng|23|21|"
    )
    labels = {o.indicator.label for o in article(body, registry).observations if o.published}
    assert labels == {"Nông dân", "Phụ nữ"}


def test_a_part_that_has_another_name_of_its_total_stands_alone(registry: Registry) -> None:
    """As it does in an article that tells no total: lớp is a name of the entry."""
    whole = "Năm 2023, trường mở 46 lớp học, trong đó có 17 lớp bổ túc."
    alone = "Năm 2023, trường mở 17 lớp bổ túc."
    slugs = {said(article(body, registry), "17").slug for body in (whole, alone)}
    assert len(slugs) == 1
