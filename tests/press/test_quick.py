"""The page of an article just saved, made before the whole site is right again."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.edits.quick import quick_page
from tests.press.small_site import SmallSite

_HEAD = "---\nTiêu đề: Tin {}\nMã: {}\nNgày: 0{}/02/2022\nThẻ: [thi đua]\n---\n\n"
_BODY = 'Năm 2022, trường mở 52 lớp. Xem [bài kia]({filename}c.md). "Trích"\n'
PAGE = "2022/02/tin-b/index.html"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Three articles, the middle one with a figure and a link."""
    site = SmallSite(tmp_path)
    for number, name in enumerate("abc", start=1):
        site.write(
            f"{name}.md", _HEAD.format(name, name, number) + (_BODY if name == "b" else "Chữ.")
        )
    return site


def _save(site: SmallSite, text: str) -> bool:
    """Saves the middle article after a build; whether its page was made at once."""
    result = site.build()
    assert result.standby
    site.write("b.md", text)
    return quick_page(result.standby(), site.content / "b.md", site.output)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("52 lớp", "53 lớp"),
        (
            "52 lớp.",
            "52 lớp, 1.200 học viên.\n\n## Mục\n\n| Năm | Lớp |\n|---|---|\n| 2021 | 44 |\n\n",
        ),
        ("Thẻ:", "Tóm tắt: Một câu.\nCập nhật: 05/03/2022\nThẻ:"),
        ("{filename}c.md", "{filename}a.md"),
    ],
)
def test_the_quick_page_is_the_one_that_a_build_makes(site: SmallSite, old: str, new: str) -> None:
    text = (_HEAD.format("b", "b", 2) + _BODY).replace(old, new)
    assert _save(site, text)
    quick = (site.output / PAGE).read_bytes()
    clean = site.clean()
    assert isinstance(clean, dict)
    assert quick == clean[PAGE]
    assert site.outcome() == clean


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tiêu đề: Tin b", "Tiêu đề: Tin khác"),
        ("Thẻ: [thi đua]", "Thẻ: [thi đua, đào tạo]"),
        ("Thẻ: [thi đua]", "Chuyên mục: Đào tạo\nThẻ: [thi đua]"),
        ("Ngày: 02/02/2022", "Ngày: 31/02/2022"),
        ("{filename}c.md", "{filename}khong-co.md"),
        ("Mã: b", "Mã: khac"),
        ("Thẻ: [thi đua]", "Trạng thái: đã rút\nThẻ: [thi đua]"),
    ],
)
def test_what_takes_a_whole_build_is_left_to_it(site: SmallSite, old: str, new: str) -> None:
    text = (_HEAD.format("b", "b", 2) + _BODY).replace(old, new)
    site.write("b.md", _HEAD.format("b", "b", 2) + _BODY)
    site.build()
    before = (site.output / PAGE).read_bytes()
    assert not _save(site, text)
    assert (site.output / PAGE).read_bytes() == before


def test_files_that_are_no_article_of_the_last_build_are_left_to_a_build(site: SmallSite) -> None:
    result = site.build()
    assert result.standby
    site.write("d.md", _HEAD.format("d", "d", 4) + "Mới.")
    site.write("ghi-chu.txt", "x")
    known = result.standby()
    for name in ("d.md", "ghi-chu.txt", "../theme/templates/base.html", "mat.md"):
        assert not quick_page(known, site.content / name, site.output)
