"""What was done to those whom a bare noun counts."""

from __future__ import annotations

import datetime

import pytest

from figures import Context, read
from figures.jsonl import plain_figure

_CONTEXT = Context(datetime.date(2023, 12, 1))


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Đội kiểm tra 118 vụ, xử lý 73 vụ.", ["kiểm tra", "xử lý"]),
        ("Đã thi hành xong 598 việc, đạt 70,7%.", ["thi hành xong", "thi hành xong"]),
        ("Các tổ hòa giải thụ lý 84 vụ việc, chưa giải quyết 22 vụ việc.", ["thụ lý", "chưa giải quyết"]),
        ("Tòa án đã giải quyết 604 vụ, giảm 12 vụ.", ["giải quyết", "giải quyết"]),
        ("Đảng bộ kết nạp 45 đảng viên, đạt 90% kế hoạch.", ["kết nạp", "kết nạp"]),
        ("Tiếp nhận 512 hồ sơ, giải quyết 498 hồ sơ.", ["", "giải quyết"]),
        ("Đoàn thanh tra 32 cơ sở, xử phạt 9 cơ sở.", ["thanh tra", "xử phạt"]),
        ("Cơ quan điều tra khởi tố 57 vụ/96 bị can.", ["khởi tố", "khởi tố"]),
        ("Trong năm đã kiểm tra 46 tổ chức đảng và 112 đảng viên.", ["kiểm tra", "kiểm tra"]),
        ("Trong tháng có 24 doanh nghiệp tạm ngừng, 9 đơn vị chưa giải ngân.", ["tạm ngừng", "chưa giải ngân"]),
        ("- Đã giải quyết: 2.690 hồ sơ.", ["giải quyết"]),
        ("Chi bộ kết nạp mới 5 đảng viên; đội xử phạt vi phạm hành chính 12 trường hợp.", ["kết nạp", "xử phạt"]),
        # Nothing is said of them, or their indicator names them.
        ("Đảng bộ có 812 đảng viên.", [""]),
        ("Hội trao 45 suất quà.", [""]),
        ("Xã Đại Thắng hiện có 1.186 người cao tuổi.", [""]),
        ("Trên địa bàn xảy ra 14 vụ.", [""]),
        ("Toàn xã có 24 người.", [""]),
        ("Đội xử lý 73 vụ vi phạm.", [""]),
        ("Trường mở 45 lớp.", [""]),
    ],
)  # fmt: skip
def test_the_verb_before_a_bare_noun_is_told(text: str, deeds: list[str]) -> None:
    figures = read(text, _CONTEXT).figures
    assert [figure.deed for figure in figures] == deeds


def test_other_programs_get_the_fields_of_the_guideline() -> None:
    """The deed is for the index alone."""
    [figure] = read("Đội xử lý 73 vụ.", _CONTEXT).figures
    assert figure.deed
    assert "deed" not in plain_figure(figure)
