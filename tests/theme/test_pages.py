"""What stands on a page: its parts, and the readers' rights in law."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from press.site import SiteInfo
from tests.theme.gallery import SITE, build_gallery


def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_every_page_has_one_main_heading_in_one_main_part_in_vietnamese(gallery: Path) -> None:
    for page in pages(gallery):
        found = soup(page)
        assert len(found.select("h1")) == 1, page
        assert len(found.select("main h1")) == 1, page
        assert found.html is not None
        assert found.html["lang"] == "vi"


def test_headings_skip_no_level(gallery: Path) -> None:
    for page in pages(gallery):
        if "thanh-phan" in page.parts:
            continue
        levels = [int(tag.name[1]) for tag in soup(page).select("main :is(h1, h2, h3, h4)")]
        steps = pairwise(levels)
        assert all(after - before <= 1 for before, after in steps), page


def test_every_page_says_who_answers_for_it_and_how_to_reach_them(gallery: Path) -> None:
    """Nghị định 42/2022/NĐ-CP: contact, responsible person, copyright."""
    for page in pages(gallery):
        footer = soup(page).select("body > footer")[0].get_text(" ")
        for right in (SITE.organisation, SITE.address, SITE.phone, SITE.email, SITE.responsible):
            assert right in footer, page
        assert f"© {SITE.copyright}" in footer


def test_every_page_but_the_search_offers_search(gallery: Path) -> None:
    for page in pages(gallery):
        form = soup(page).select('header form[role="search"]')[0]
        assert str(form["action"]).endswith("/tim-kiem/")


def test_an_article_can_be_printed_and_saved(gallery: Path) -> None:
    found = soup(gallery / "2023/11/day-du/index.html")
    assert found.select("button[data-print]")
    assert found.select('a[download][href="../../../2023/11/day-du/bai-viet.txt"]')


def test_a_corrected_article_says_what_was_wrong(gallery: Path) -> None:
    text = soup(gallery / "2023/11/day-du/index.html").select(".corrections")[0].get_text(" ")
    assert "số liệu đúng là “52 lớp”, bản đăng trước ghi “25” (gõ nhầm)" in text


def test_a_demonstration_is_marked_wherever_it_is_shown(gallery: Path) -> None:
    assert "Bài minh họa" in soup(gallery / "2023/07/minh-hoa/index.html").get_text()
    card = soup(gallery / "index.html").find("a", href="./2023/07/minh-hoa/")
    assert card is not None
    article = card.find_parent("article")
    assert article is not None
    assert "số liệu minh họa" in article.get_text()


@pytest.mark.parametrize(
    ("url", "root"), [("https://a.example/tin", "/tin"), ("https://a.example", ""), ("", "")]
)
def test_the_page_for_lost_readers_works_at_any_address(
    tmp_path: Path, url: str, root: str
) -> None:
    build_gallery(tmp_path, SiteInfo(name="Thử", url=url))
    found = soup(tmp_path / "404.html")
    assert found.select(f'link[rel="stylesheet"][href="{root}/theme/css/site.css"]')
    assert found.select(f'main a[href="{root}/luu-tru/"]')


def test_a_numbered_page_of_a_list_names_its_span_and_no_total(gallery: Path) -> None:
    head = soup(gallery / "the/de-tai-khoa-hoc/trang/1/index.html").select(".page-head")[0]
    assert "các bài từ 19/10/2022 đến 16/02/2023" in head.get_text()
    assert "14 bài" not in head.get_text()
