"""Which rows of a table say whose the numbers are."""

from __future__ import annotations

import pytest

from figures import Block
from figures.tables.row_owners import heads_owners, owner_of


@pytest.mark.parametrize(
    "head",
    ["Xã", "Tên xã", "Huyện, thành phố", "Huyện/thị xã", "Đơn vị", "ĐƠN VỊ", "Đơn vị trực thuộc", "Các trường",
     "Trường THPT", "Khoa", "Cơ sở", "Thị trường"],
)  # fmt: skip
def test_rows_below_these_are_places_and_bodies(head: str) -> None:
    """Also with what they belong to."""
    assert heads_owners(head)


@pytest.mark.parametrize(
    "head",
    [None, "", "Đơn vị tính", "Cơ sở vật chất", "Trường hợp", "Nước uống", "Tổ hợp môn", "Ban ngành", "Loại trường",
     "Số xã", "Chỉ tiêu", "Lớp"],
)  # fmt: skip
def test_rows_below_these_are_something_else(head: str | None) -> None:
    """Words that only begin like one of them."""
    assert not heads_owners(head)


@pytest.mark.parametrize(
    ("label", "stub_head", "owner"),
    [
        ("Đông Hà", "Xã", "Đông Hà"),
        (" Trường Chính trị Mai Sơn ", None, "Trường Chính trị Mai Sơn"),
        ("Xã Nà Mạ", "", "Xã Nà Mạ"),
        ("THPT Núi Voi", "Đơn vị", "THPT Núi Voi"),
        # What is counted, in a table without a head of its rows.
        ("Xã nghèo", None, ""),
        ("Trường hợp tử vong", None, ""),
        ("Đông Hà", None, ""),
        # What else its rows are called decides.
        ("Trường Chính trị Mai Sơn", "Nội dung", ""),
        # Parts of a body have their names in other bodies, too; markets are nobody's own.
        ("Khoa Toán", "Đơn vị", ""),
        ("Khoa Toán", "Khoa", ""),
        ("Nhật Bản", "Thị trường", ""),
        # A commune may be called as parts of one are.
        ("Bản Phìn", "Xã", "Bản Phìn"),
        ("1. Nà Mạ", "Xã", "Nà Mạ"),
        ("2022", "Xã", ""),
    ],
)
def test_a_row_names_its_owner(label: str, stub_head: str | None, owner: str) -> None:
    assert owner_of(Block("12", "table_cell", row_header=label, stub_head=stub_head)) == owner


def test_a_sum_is_of_no_row() -> None:
    """Xã Tổng Cọt begins like one."""
    assert not owner_of(
        Block("12", "table_cell", row_header="Tổng cộng", stub_head="Xã", total=True)
    )
    assert owner_of(Block("12", "table_cell", row_header="Tổng Cọt", stub_head="Xã")) == "Tổng Cọt"
