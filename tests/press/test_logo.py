"""The institution's logo comes from its settings, fit to be published like every picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.press.small_site import SmallSite

ARTICLE = "Tiêu đề: Một\nNgày: 01/02/2023\nMã: mot\n\nThân bài.\n"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script>'
    '<path d="M0 0h9v9z"/></svg>'
)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.write("mot.md", ARTICLE)
    return made


def logo_of(site: SmallSite) -> str:
    """Where the front page and the article say that the logo is; its file is there."""
    places = [
        re.findall(r"hinh-anh/[\w.-]+", (site.output / page).read_text("utf-8").split("</nav>")[0])
        for page in ("index.html", "2023/02/mot/index.html")
    ]
    [[place], same] = places
    assert same == [place]
    assert (site.output / place).is_file()
    return place


def test_a_drawing_is_published_without_its_script(site: SmallSite) -> None:
    site.write("hinh-anh/logo.svg", DRAWING)
    site.configure(logo="hinh-anh/logo.svg")
    site.build()
    text = (site.output / logo_of(site)).read_text("utf-8")
    assert "<path" in text
    assert "script" not in text


def test_another_picture_of_that_name_is_seen_on_every_page(site: SmallSite) -> None:
    site.picture("hinh-anh/logo.png", 10)
    site.configure(logo="hinh-anh/logo.png")
    site.build()
    before = logo_of(site)
    site.picture("hinh-anh/logo.png", 200)
    site.build()
    assert logo_of(site) != before
    assert not (site.output / before).exists()


@pytest.mark.parametrize(
    ("name", "said"), [("hinh-anh/khong-co.png", "khong-co.png"), ("mot.md", "loại ảnh")]
)
def test_what_is_no_picture_is_refused_with_its_cure(site: SmallSite, name: str, said: str) -> None:
    site.configure(logo=name)
    outcome = site.outcome()
    assert isinstance(outcome, tuple)
    assert "site-logo" in outcome[0]
    assert said in outcome[0]
