"""What was done to those counted is part of what a series holds, unless the editor says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from stat_index.registry import Registry
from stat_index.registry_file import load_registry
from stat_index.series import without_row
from tests.stat_index.making import CHI_TIEU, article, registry_in

CLOSED = """
[lop-be-giang]
label = "Lớp bế giảng"
unit = "lớp"
aliases = ["lớp bế giảng"]

[hoc-vien-be-giang]
label = "Học viên các lớp bế giảng"
unit = "học viên"
aliases = ["học viên lớp bế giảng"]
"""


def names(body: str, registry: Registry) -> list[tuple[str, str]]:
    """Number and name in the index of each figure."""
    return [(o.as_written, o.indicator.label) for o in article(body, registry).observations]


def entries(body: str, registry: Registry) -> list[str]:
    """The entry of each figure, or its name where there is none."""
    told = (o.indicator for o in article(body, registry).observations)
    return [entry.id if entry.registered else entry.label for entry in told]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        # Opening is what classes are counted by.
        ("Năm 2023, trường mở 14 lớp.", ["lop"]),
        ("Năm 2023, số lớp đã mở là 14.", ["lop"]),
        ("Năm 2023, trường tổ chức 14 lớp cho 812 học viên.", ["lop", "hoc-vien"]),
        ("Năm 2023, trường giảng dạy 14 lớp với 812 học viên tham gia.", ["lop", "hoc-vien"]),
        ("Năm 2023, trường duy trì 14 lớp.", ["lop"]),
        # Another stage is another fact; what opens at one time is some of the year's.
        (
            "Năm 2023, trường khai giảng 14 lớp với 812 học viên.",
            ["Lớp khai giảng", "Học viên lớp khai giảng"],
        ),
        ("Năm 2023, trường mở mới 14 lớp.", ["Lớp khai giảng"]),
        ("Năm 2023, trường bế giảng 11 lớp.", ["Lớp bế giảng"]),
        ("Năm 2023, trường kết thúc 11 lớp.", ["Lớp bế giảng"]),
        ("Năm 2023, có 11 lớp đã bế giảng.", ["Lớp bế giảng"]),
        ("Năm 2023, trường đang quản lý 47 lớp.", ["Lớp đang học"]),
        ("Năm 2023, có 9 lớp đang học.", ["Lớp đang học"]),
        ("Năm 2023, 6 lớp phải hoãn.", ["Lớp hoãn"]),
        ("Năm 2023, trường bế giảng 3 lớp trung cấp.", ["Lớp trung cấp bế giảng"]),
        ("Năm 2023, bế giảng 11 lớp với 812 học viên.", ["Lớp bế giảng", "Học viên lớp bế giảng"]),
        ("Năm 2023: 17 lớp/1.230 học viên đã bế giảng.", ["Lớp bế giảng", "Học viên lớp bế giảng"]),
        ("Năm 2023, tốt nghiệp 280 học viên.", ["Học viên tốt nghiệp"]),
        ("Năm 2023, cấp chứng chỉ cho 280 học viên.", ["Học viên được cấp chứng chỉ"]),
        ("Năm 2023, trường khen thưởng 28 học viên.", ["Học viên được khen thưởng"]),
        ("Năm 2023, trường kỷ luật 2 học viên.", ["Học viên bị kỷ luật"]),
        ("Năm 2023, trường triển khai 5 đề tài khoa học.", ["de-tai"]),
        ("Năm 2023, trường nghiệm thu 3 đề tài khoa học.", ["Đề tài khoa học nghiệm thu"]),
        ("Năm 2023, trường đăng ký 3 đề tài cấp tỉnh.", ["Đề tài đăng ký"]),
    ],
)
def test_a_registered_noun_holds_what_its_things_are_counted_by(
    body: str, found: list[str], registry: Registry
) -> None:
    """Another deed has a series of its own, else an article would contradict itself."""
    assert entries(body, registry) == found


def test_steps_in_one_article_do_not_contradict_each_other(registry: Registry) -> None:
    body = "Năm 2023, trường mở 14 lớp, bế giảng 11 lớp; đang quản lý 47 lớp."
    said = article(body, registry).observations
    assert [o.published for o in said] == [True] * 3
    assert len({o.slug for o in said}) == 3


def test_an_entry_for_noun_and_deed_takes_their_figures(tmp_path: Path) -> None:
    """As an editor names them, with the noun first or the deed."""
    known = registry_in(tmp_path, CHI_TIEU + CLOSED)
    body = "Năm 2023, trường mở 14 lớp, bế giảng 11 lớp với 812 học viên."
    assert entries(body, known) == ["lop", "lop-be-giang", "hoc-vien-be-giang"]
    other = CLOSED.replace('["lớp bế giảng"]', '["bế giảng lớp"]').replace("Lớp bế", "Lớp đã bế")
    assert entries(body, registry_in(tmp_path, CHI_TIEU + other))[1] == "lop-be-giang"


def test_the_editor_says_what_is_the_entrys_own_deed(tmp_path: Path) -> None:
    """By a name, by `deeds` or by the label."""
    body = "Năm 2023, trường mở 14 lớp, bế giảng 11 lớp."
    for change in (
        ('aliases = ["lớp", ', 'aliases = ["lớp bế giảng", "lớp", '),
        ('aliases = ["lớp", ', 'deeds = ["bế giảng"]\naliases = ["lớp", '),
        ('"Lớp đào tạo, bồi dưỡng"', '"Lớp mở hoặc bế giảng"'),
    ):
        assert entries(body, registry_in(tmp_path, CHI_TIEU.replace(*change))) == ["lop", "lop"]


def test_deeds_are_words(tmp_path: Path) -> None:
    (tmp_path / "chi-tieu.toml").write_text('[lop]\nlabel = "Lớp"\ndeeds = [3]\n', "utf-8")
    _, (finding,) = load_registry(tmp_path)
    assert (finding.line, finding.rule) == (3, "registry")
    assert "deeds" in finding.message


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("khởi tố 57 vụ, xét xử 31 vụ", ["Vụ khởi tố", "Vụ xét xử"]),
        ("khởi tố 57 vụ án, xét xử 31 vụ án", ["Vụ án khởi tố", "Vụ án xét xử"]),
        ("thụ lý 318 vụ, việc; giải quyết 297 vụ, việc", ["Vụ, việc thụ lý", "Vụ, việc giải quyết"]),
        ("thành lập 45 hợp tác xã, giải thể 12 hợp tác xã", ["Hợp tác xã thành lập", "Hợp tác xã giải thể"]),
        ("kết nạp 45 đảng viên, khai trừ 2 đảng viên", ["Đảng viên được kết nạp", "Đảng viên bị khai trừ"]),
        ("tiếp nhận 512 hồ sơ, giải quyết 498 hồ sơ, quá hạn 3 hồ sơ", ["Hồ sơ", "Hồ sơ giải quyết", "Hồ sơ quá hạn"]),
        ("nhập 300 tấn thóc, xuất 200 tấn thóc", ["Thóc nhập", "Thóc xuất"]),
        ("xuất khẩu 200 tấn tôm, nhập khẩu 300 tấn tôm", ["Tôm xuất khẩu", "Tôm nhập khẩu"]),
        ("sưu tầm 312 hiện vật, phục chế 27 hiện vật", ["Hiện vật sưu tầm", "Hiện vật được phục chế"]),
        ("cấp 1.200 giấy phép lái xe, thu hồi 37 giấy phép lái xe", ["Giấy phép lái xe", "Giấy phép lái xe bị thu hồi"]),
        ("tặng Cờ thi đua cho 4 tập thể; tặng Bằng khen cho 15 tập thể", ["Tập thể được tặng cờ thi đua", "Tập thể được tặng bằng khen"]),
        ("tạo việc làm cho 1.236 lao động, đưa 428 lao động đi làm việc ở nước ngoài", ["Lao động được giải quyết việc làm", "Lao động đi làm việc"]),
        # Roads are not what somebody takes in or hands out.
        ("sửa 1,2 km đường thôn", ["Đường thôn"]),
    ],
)  # fmt: skip
def test_what_begins_or_ends_has_names_of_its_own(
    body: str, found: list[str], registry: Registry
) -> None:
    assert [name for _, name in names(f"Năm 2023, đơn vị {body}.", registry)] == found


def test_a_part_is_called_as_the_same_fact_alone(registry: Registry) -> None:
    """498 hồ sơ stand on one line, whether an article calls them a part or not."""
    alone = names("Năm 2023, trung tâm giải quyết 498 hồ sơ.", registry)
    part = names(
        "Năm 2023, trung tâm tiếp nhận 512 hồ sơ, trong đó giải quyết 498 hồ sơ.", registry
    )
    assert alone == part[1:] == [("498", "Hồ sơ giải quyết")]


def test_a_part_repeats_neither_noun_nor_row_of_its_total(registry: Registry) -> None:
    assert names(
        "Năm 2023, huyện kết nạp 45 đảng viên, trong đó 12 đảng viên nữ.", registry
    ) == names("Năm 2023, huyện kết nạp 45 đảng viên, trong đó 12 nữ.", registry)
    assert without_row("có đủ thông tin Xã Mai Sơn", "mộ Xã Mai Sơn") == "có đủ thông tin"
    assert without_row("nữ", "cử tri nữ") == "nữ"


def test_the_id_of_a_figure_outlives_what_the_index_calls_it(tmp_path: Path) -> None:
    """A registry that tells deeds apart, or no longer does, breaks no link to a sentence."""
    body = "Năm 2023, trường mở 14 lớp, bế giảng 11 lớp."
    plain, closed = (registry_in(tmp_path, text) for text in (CHI_TIEU, CHI_TIEU + CLOSED))
    ids = [[o.id for o in article(body, known).observations] for known in (plain, closed)]
    assert ids[0] == ids[1]
