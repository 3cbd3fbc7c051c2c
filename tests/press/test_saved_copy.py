"""What a reader saves says what it is, where it is from, and holds nothing of the editor's marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.press.small_site import SmallSite

ARTICLE = """---
Tiêu đề: Tổng kết năm 2023
Mã: tong-ket
Ngày: 20/12/2023
Cập nhật: 05/01/2024
Địa danh: Hưng Yên
Tác giả: Ban Biên tập
Tóm tắt: Nhà trường nhìn lại một năm.
Nguồn: https://bao.example/bai
Đính chính:
  - số liệu: 52 lớp
    giá trị cũ: 25
    lý do: gõ nhầm
    ngày: 05/01/2024
---
Nhà trường mở [52 lớp]{kỳ="2023"}, xem [bài trước]({filename}cu.md) và
[báo](https://bao.example/).

![Hội trường]({static}/hinh-anh/a.jpg "Buổi lễ. Ảnh: Minh Đức")
"""
SAVED = """# Tổng kết năm 2023

Hưng Yên, 20/12/2023 · Ban Biên tập · Cập nhật 05/01/2024

Nhà trường nhìn lại một năm.

Nhà trường mở 52 lớp, xem bài trước và
[báo](https://bao.example/).

[Ảnh: Hội trường. Buổi lễ. Ảnh: Minh Đức]

Đính chính 05/01/2024: số liệu đúng là “52 lớp”, bản đăng trước ghi “25” (gõ nhầm).

Nguồn: https://bao.example/bai

Trang thử.
"""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.write("cu.md", "Tiêu đề: Cũ\nNgày: 01/02/2022\nMã: cu\nTóm tắt: c.\n\nThân bài.\n")
    made.write("bai.md", ARTICLE)
    made.picture("hinh-anh/a.jpg", 9)
    return made


def test_a_saved_copy_is_whole(site: SmallSite) -> None:
    site.build()
    assert (site.output / "2023/12/tong-ket-nam-2023/bai-viet.txt").read_text("utf-8") == SAVED


def test_a_saved_copy_of_a_bare_article_says_no_more_than_there_is(site: SmallSite) -> None:
    site.build()
    text = (site.output / "2022/02/cu/bai-viet.txt").read_text("utf-8")
    assert text == "# Cũ\n\n01/02/2022\n\nc.\n\nThân bài.\n\nTrang thử.\n"
