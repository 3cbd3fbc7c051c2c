"""After an edit only articles near it are looked at; what comes out is that of a clean build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from press.pages.generators import NewsGenerator
from tests.press.small_site import SmallSite

_TEXT = """---
Mã: bai-{number}
Tiêu đề: {title} {number}
Ngày: {number:02d}/05/2023
Chuyên mục: {category}
Thẻ: [{tag}]
---

Năm 2023, trường mở {number}2 lớp.
"""


def _write(
    site: SmallSite,
    number: int,
    title: str = "Tin",
    category: str = "Đào tạo",
    tag: str = "thi đua",
) -> None:
    text = _TEXT.format(number=number, title=title, category=category, tag=tag)
    site.write(f"bai-viet/b{number:02d}.md", text)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Twenty articles of one category, a day apart, built."""
    site = SmallSite(tmp_path / "trang")
    for number in range(1, 21):
        _write(site, number)
    site.build()
    return site


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Gains the source of each article whose page was put together to be compared."""
    found: set[str] = set()
    write = NewsGenerator.write_article

    def noted(self: NewsGenerator, writer: Any, article: Any) -> None:
        found.add(article.source_path)
        write(self, writer, article)

    monkeypatch.setattr(NewsGenerator, "write_article", noted)
    return found


def _sources(*numbers: int) -> set[str]:
    return {f"bai-viet/b{number:02d}.md" for number in numbers}


def _like_clean(site: SmallSite) -> bool:
    return site.outcome() == site.clean()


def test_a_new_title_is_seen_by_its_neighbours(site: SmallSite, looked_at: set[str]) -> None:
    _write(site, 10, "Tin sửa")
    found = site.outcome()
    assert looked_at >= _sources(9, 10, 11)
    assert not looked_at & _sources(1, 2, 3, 17, 18, 19, 20)
    assert found == site.clean()


def test_who_goes_and_who_comes_are_seen_by_their_neighbours(
    site: SmallSite, looked_at: set[str]
) -> None:
    (site.content / "bai-viet/b10.md").unlink()
    found = site.outcome()
    assert looked_at >= _sources(9, 11)
    assert not looked_at & _sources(1, 2, 3, 17, 18, 19, 20)
    assert found == site.clean()
    _write(site, 10)
    assert _like_clean(site)


@pytest.mark.parametrize("change", [{"category": "Đào-tạo"}, {"tag": "thi-đua"}])
def test_a_new_term_may_change_the_address_of_another(
    site: SmallSite, looked_at: set[str], change: dict[str, str]
) -> None:
    _write(site, 10, **change)
    found = site.outcome()
    assert len(looked_at) == 20
    assert found == site.clean()


def test_a_page_that_somebody_touched_is_made_anew(site: SmallSite, looked_at: set[str]) -> None:
    (page,) = site.output.glob("2023/05/*-3/index.html")
    page.unlink()
    _write(site, 10, "Tin sửa")
    found = site.outcome()
    assert looked_at >= _sources(3)
    assert found == site.clean()
