"""Shares and changes that are measured against different things are different facts."""

from __future__ import annotations

import pytest

from stat_index.bases import base_told
from stat_index.registry import Registry
from tests.stat_index.making import article, index_of, record

YEAR, MONTH, START = "cùng kỳ năm trước", "tháng trước", "đầu năm"


@pytest.mark.parametrize(
    ("kind", "base", "period", "told"),
    [
        # What goes without saying.
        ("ratio", "kế hoạch năm", "2023", ""),
        ("ratio", "dự toán HĐND tỉnh giao", "2023", ""),
        ("ratio", "tổng số hộ", "2023", ""),
        ("change", "cùng kỳ", "2023-H1", ""),
        ("change", "năm 2022", "2023", ""),
        ("change", "tháng 10/2023", "2024-10", ""),
        ("change", "quý I/2022", "2023-Q1", ""),
        ("change", "năm học trước", "2022-2023", ""),
        ("change", "nhiệm kỳ trước", "2015-2020", ""),
        ("change", "hôm qua", "2023", ""),
        ("result", "kế hoạch", "2023", ""),
        # What must be said.
        ("ratio", "so với cùng kỳ", "2023", YEAR),
        ("ratio", "năm 2022", "2023", YEAR),
        ("change", "kế hoạch", "2023", "kế hoạch"),
        ("change", "chỉ tiêu giao", "2023", "kế hoạch"),
        ("change", "tháng trước", "2023-10", MONTH),
        ("change", "tháng 9", "2023-10", MONTH),
        ("change", "tháng 12/2022", "2023-01", MONTH),
        ("change", "quý II/2024", "2024-Q3", "quý trước"),
        ("change", "tháng 12/2022", "2023-10", START),
        ("change", "cuối năm 2022", "2023-06-30", START),
        ("change", "đầu nhiệm kỳ", "2015-2020", "đầu nhiệm kỳ"),
        ("change", "năm 2015", "2020", "năm 2015"),
    ],
)
def test_a_base_is_one_of_few_words_whatever_an_article_calls_it(
    kind: str, base: str, period: str, told: str
) -> None:
    assert base_told(kind, base, period) == told


def names(body: str, registry: Registry) -> list[tuple[str, str, bool]]:
    """Number and name of its series of each share and change, and whether it is published."""
    index = index_of(registry, record(body, registry))
    found = {s.slug: s.name for s in index.series}
    said = article(body, registry).observations
    return [
        (o.as_written, found.get(o.slug, ""), o.published)
        for o in said
        if o.kind in ("ratio", "change")
    ]


def test_shares_of_the_plan_and_of_the_year_before_stand_apart(registry: Registry) -> None:
    body = "Năm 2023, tổng thu nội địa đạt 3.218 tỷ đồng, đạt 97,5% dự toán và bằng 112% so với cùng kỳ năm trước."
    assert names(body, registry) == [
        ("97,5", "Tổng thu nội địa (tỷ lệ)", True),
        ("112", "Tổng thu nội địa (tỷ lệ so với cùng kỳ năm trước)", True),
    ]


def test_rises_since_the_month_before_and_since_the_year_before_stand_apart(
    registry: Registry,
) -> None:
    body = "Chỉ số giá tiêu dùng tháng 11/2023 tăng 0,32% so với tháng trước và tăng 2,1% so với cùng kỳ."
    name = "Chỉ số giá tiêu dùng, tháng 11 (mức tăng, giảm"
    assert names(body, registry) == [
        ("0,32", f"{name} so với tháng trước, %)", True),
        ("2,1", f"{name}, %)", True),
    ]


@pytest.mark.parametrize(
    ("headers", "bases"),
    [
        (("So dự toán (%)", "So cùng kỳ (%)"), ["dự toán", "cùng kỳ"]),
        (("% so với KH", "% so với năm 2022"), ["kh", "năm 2022"]),
        (("TH/DT (%)", "So với cùng kỳ năm trước (%)"), ["dt", "cùng kỳ năm trước"]),
        (("Tỷ lệ đạt kế hoạch (%)", "Năm 2023 so với năm 2022 (%)"), ["kế hoạch", "năm 2022"]),
        (("Đạt (%)", "So sánh 2023/2022 (%)"), [None, "2022"]),
    ],
)
def test_cells_are_measured_against_what_their_headers_say(
    headers: tuple[str, str], bases: list[str | None], registry: Registry
) -> None:
    head = " | ".join(("Chỉ tiêu", "Thực hiện năm 2023", *headers))
    body = f"| {head} |\n|---|--:|--:|--:|\n| Thu nội địa (triệu đồng) | 3.218 | 97,5 | 112,4 |\n"
    shares = [o for o in article(body, registry).observations if o.series.unit == "%"]
    assert [o.base for o in shares] == bases
    assert len({o.slug for o in shares}) == 2
    assert all(o.published for o in shares)


def test_other_columns_say_nothing_of_a_base(registry: Registry) -> None:
    """Neither do results beside shares."""
    body = "| Xã | Hộ nghèo năm 2023 (hộ) | Tỷ lệ hộ nghèo (%) |\n|---|--:|--:|\n| Mai Sơn | 12 | 4,1 |\n"
    assert {o.base for o in article(body, registry).observations} == {None}
