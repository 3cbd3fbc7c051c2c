"""Of a rise told by both its ends only the later one belongs to the period of the sentence."""

from __future__ import annotations

import pytest

from stat_index.registry import Registry
from tests.stat_index.making import article


def published(body: str, registry: Registry) -> list[tuple[str, bool]]:
    """Each number, and whether it is in the index."""
    return [(o.as_written, o.published) for o in article(body, registry).observations]


@pytest.mark.parametrize(
    ("said", "then", "now"),
    [
        ("Tỷ lệ hộ nghèo giảm từ 3,1% xuống còn 2,85%", "3,1", "2,85"),
        ("Tỷ lệ thất nghiệp tăng từ 3,1% lên 4,2%", "3,1", "4,2"),
        ("Thu nhập bình quân đầu người từ 31 triệu đồng/năm lên 49,5 triệu đồng/năm", "31 triệu", "49,5 triệu"),
        ("Số ngày điều trị trung bình giảm từ 7,2 ngày xuống còn 6,5 ngày", "7,2", "6,5"),
    ],
)  # fmt: skip
def test_the_later_level_is_published_and_the_earlier_one_asked_about(
    said: str, then: str, now: str, registry: Registry
) -> None:
    body = f"{said} trong năm 2023."
    assert published(body, registry) == [(then, False), (now, True)]
    question = article(body, registry).observations[0].question
    assert "trước khi tăng, giảm" in question


def test_two_values_without_a_way_between_them_are_both_in_doubt(registry: Registry) -> None:
    for body in (
        "Năm 2023, số ngày điều trị trung bình là 7,2 ngày. Số ngày điều trị trung bình là 6,5 ngày.",
        "Năm 2023, trường mở 45 lớp. Trường mở 47 lớp.",
    ):
        assert [shown for _, shown in published(body, registry)] == [False, False]
