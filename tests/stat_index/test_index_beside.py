"""What was done to registered things, and their parts, stand beside them in the index."""

from __future__ import annotations

import pytest

from findings import in_english
from stat_index.model import UNCLASSIFIED
from stat_index.registry import Registry
from tests.stat_index.making import article, index_of, record


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("bế giảng 11 lớp", "Đào tạo"),
        ("khai giảng 11 lớp", "Đào tạo"),
        ("khen thưởng 28 học viên", "Đào tạo"),
        ("nghiệm thu 3 đề tài khoa học", "Khoa học"),
        # Sorts of registered things are for the editor to place.
        ("mở 3 lớp bổ túc", UNCLASSIFIED),
        ("kết nạp 11 đảng viên", UNCLASSIFIED),
    ],
)
def test_a_deed_stands_in_the_group_of_its_noun(
    sentence: str, group: str, registry: Registry
) -> None:
    (figure,) = article(f"Năm 2023, trường {sentence}.", registry).observations
    assert (figure.indicator.registered, figure.indicator.group) == (False, group)


def test_a_part_stands_with_its_total(registry: Registry) -> None:
    body = "Năm 2023, trường có 812 học viên, trong đó 301 nữ."
    _, part = article(body, registry).observations
    assert (part.indicator.label, part.indicator.group) == ("Học viên: nữ", "Đào tạo")


def test_it_stands_right_behind_the_entry(registry: Registry) -> None:
    index = index_of(
        registry,
        record("Năm 2023, trường có 812 học viên, bế giảng 11 lớp, mở 47 lớp.", registry),
    )
    (table,) = index.tables
    (group,) = table.groups
    names = [series.indicator.label for series in group.series]
    assert names == ["Lớp đào tạo, bồi dưỡng", "Lớp bế giảng", "Học viên"]


def test_the_question_says_where_it_stands(registry: Registry) -> None:
    found = article("Năm 2023, trường bế giảng 11 lớp.", registry).findings
    (asked,) = (f for f in found if f.rule == "indicator-unknown")
    assert "cạnh “Lớp đào tạo, bồi dưỡng”" in asked.message


def test_several_that_stand_in_different_places_are_asked_about_with_these(
    registry: Registry,
) -> None:
    """A deed stands beside its noun, what nobody knows among the unclassified."""
    body = "Năm 2023, trường khen thưởng 28 học viên, trồng 415 cây xanh."
    (asked,) = (f for f in article(body, registry).findings if f.rule == "indicator-unknown")
    where = "(dòng 1, cạnh “Học viên”), “cây xanh” (dòng 1, ở nhóm Chưa phân loại)"
    assert where in asked.message
    english = "(line 1, beside “Học viên”), “cây xanh” (line 1, among the unclassified)"
    assert english in in_english(asked.message)


def test_classes_that_open_contradict_none_of_the_year(registry: Registry) -> None:
    """What opened at one time is some of what was counted over the year."""
    body = "Năm 2023, trường mở 47 lớp. Đợt cuối năm khai giảng 14 lớp."
    assert [o.published for o in article(body, registry).observations] == [True, True]


def test_a_deed_is_one_series_by_whichever_name_of_the_entry(registry: Registry) -> None:
    """The address stays that of the noun which is the id of the entry."""
    known = registry.indicators["de-tai"]
    assert "đề tài cấp trường" in known.aliases
    bodies = (
        "Năm 2023, trường nghiệm thu 3 đề tài khoa học.",
        '[3]{chỉ tiêu="đề tài khoa học nghiệm thu" kỳ="2023"}',
        "Năm 2023, trường có 3 đề tài khoa học được nghiệm thu.",
    )
    slugs = {article(body, registry).observations[0].slug for body in bodies}
    assert len(slugs) == 1
