"""The sample site as readers get it: valid, whole, light."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.theme.test_valid import complaints

_KILOBYTE = 1000
#: Pages shown at any address; their links begin at the root of the host.
_ANYWHERE = {"404.html"}


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in soup(path).select("[id]"))


def references(page: Path) -> Iterator[str]:
    """Everything that the page links to, shows or loads."""
    for name in ("href", "src"):
        for tag in soup(page).select(f"[{name}]"):
            yield str(tag[name])
    for tag in soup(page).select("[srcset]"):
        for candidate in str(tag["srcset"]).split(","):
            yield candidate.split()[0]
    for form in soup(page).select("form[action]"):
        yield str(form["action"])


def broken(site: Path, page: Path) -> list[str]:
    """The page's references within the site that lead nowhere."""
    wrong = []
    for reference in references(page):
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc:
            continue
        target = page
        if parts.path:
            target = (page.parent / unquote(parts.path)).resolve()
            if not target.is_relative_to(site):
                wrong.append(f"{reference} leaves the site")
                continue
            target = target / "index.html" if target.is_dir() else target
        if not target.is_file() or (
            parts.fragment
            and target.suffix == ".html"
            and unquote(parts.fragment) not in anchors(target)
        ):
            wrong.append(reference)
    return wrong


def test_every_page_is_valid(sample_site: Path) -> None:
    assert complaints(sample_site, warnings=False) == []


def test_no_two_pages_share_a_title(sample_site: Path) -> None:
    """Tabs, results of search engines and screen readers know a page by its title alone."""
    pages = defaultdict(list)
    for page in sample_site.rglob("index.html"):
        if title := soup(page).title:
            pages[title.get_text()].append(str(page.relative_to(sample_site)))
    assert {title: found for title, found in pages.items() if len(found) > 1} == {}


def test_search_tells_plans_and_rises_from_results(sample_site: Path) -> None:
    """A plan for 2025 that stands among the results of search must not look like one of them."""
    rows = [
        row
        for file in (sample_site / "tim-kiem" / "so-lieu").glob("*.json")
        for row in json.loads(file.read_text("utf-8"))
    ]
    said = {
        "--chi-tieu-giao": "(chỉ tiêu, kế hoạch",
        "--tang-giam/": "(mức tăng, giảm",
        "--ty-le/": "(tỷ lệ",
    }
    for sign, words in said.items():
        labels = [label for address, label, *_ in rows if sign in address]
        assert labels
        named = [label for label in labels if not label.lower().startswith(words[1:])]
        assert [label for label in named if words not in label] == []
    shown = [(label, note) for _, label, note, *_ in rows]
    assert len(shown) == len(set(shown))


def test_every_reference_within_the_site_resolves(sample_site: Path) -> None:
    """All are relative and none leaves the site, so any sub-path serves as well."""
    site = sample_site.resolve()
    pages = [page for page in sorted(site.rglob("*.html")) if page.name not in _ANYWHERE]
    wrong = {str(page.relative_to(site)): broken(site, page) for page in pages}
    assert {page: found for page, found in wrong.items() if found} == {}


def test_no_reference_begins_at_the_root_of_the_host(sample_site: Path) -> None:
    rooted = defaultdict(list)
    for page in sample_site.rglob("*.html"):
        if page.name not in _ANYWHERE:
            for reference in references(page):
                if reference.startswith("/"):
                    rooted[page.name].append(reference)
    assert rooted == {}


@pytest.mark.parametrize("name", ["feed/tin.xml", "sitemap.xml", "sitemap-news.xml"])
def test_what_machines_fetch_is_well_formed(sample_site: Path, name: str) -> None:
    assert len(ElementTree.parse(sample_site / name).getroot())


REPORT = "2023/11/cum-thi-dua-cac-truong-chinh-tri-khu-vuc-dong-bang-song-hong-trien-khai-nhiem-vu"


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (".kicker a", "Thi đua, khen thưởng"),
        ("h1", "Cụm thi đua các trường chính trị"),
        (".dateline", "Hưng Yên, 13/11/2023"),
        (".dateline a[rel=author]", "Ban Biên tập"),
        (".article-lead", "Hội nghị ở Hưng Yên"),
        ("figure figcaption", "Ảnh: Minh họa"),
        (".prose data a", "439"),
        (".sl-in-article tbody th a", "Lớp đào tạo, bồi dưỡng"),
        (".sources a", "truongchinhtri"),
        ("[data-print]", "In bài"),
        (".tools a[download]", "Lưu bài"),
        (".citation [data-citation]", "ngày 13 tháng 11 năm 2023"),
        (".terms a[rel=tag]", "cụm thi đua"),
        (".neighbours a[rel=prev]", "Nghệ An"),
        (".neighbours a[rel=next]", "Cụm thi đua Minh họa"),
        (".related .card__title a", "Nam Trung Bộ"),
    ],
)
def test_an_article_has_all_its_parts(sample_site: Path, part: str, says: str) -> None:
    found = soup(sample_site / REPORT / "index.html").select(f"article {part}")
    assert any(says in one.get_text() for one in found), [one.get_text() for one in found]


def test_the_front_page_leads_to_news_figures_and_years(sample_site: Path) -> None:
    """A lead story, latest news, key figures that lead into the index, doors to every year."""
    page = soup(sample_site / "index.html")
    assert len(page.select(".card--lead")) == 1
    assert len(page.select(".front-lead__latest .card")) == 4
    assert len(page.select(".card-grid .card--tile")) == 8
    figures = [str(link["href"]) for link in page.select(".key-figure a")]
    assert len(figures) >= 4
    assert all(re.fullmatch(r"\./so-lieu/.*#.+|\./so-lieu/[^/]+/", link) for link in figures), (
        figures
    )
    doors = [str(link["href"]) for link in page.select(".years__door")]
    years = sorted((path.name for path in sample_site.glob("20??")), reverse=True)
    assert doors == [f"./{year}/" for year in years]


def test_an_article_weighs_at_most_60_kilobytes_without_its_pictures(
    sample_site: Path, browser: Browser, sample_address: str
) -> None:
    """All that the browser fetches for the heaviest article but photographs, compressed."""
    articles = [
        path
        for path in sample_site.glob("20??/??/*/index.html")
        if 'class="page-article"' in path.read_text("utf-8")
    ]
    heaviest = max(articles, key=lambda path: path.stat().st_size).relative_to(sample_site)
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(f"{sample_address}/{heaviest.parent.as_posix()}/", wait_until="networkidle")
    page.close()
    weight = sum(
        compressed(sample_site, path) for path in set(fetched) if not re.search("/hinh-anh/", path)
    )
    assert weight <= 60 * _KILOBYTE


def compressed(site: Path, path: str) -> int:
    """Bytes of a file as a host sends it: text gzipped, fonts and pictures as they are."""
    file = site / unquote(path).lstrip("/")
    data = (file / "index.html" if file.is_dir() else file).read_bytes()
    compressible = PurePosixPath(path).suffix in ("", ".html", ".css", ".js", ".svg")
    return len(gzip.compress(data, 9)) if compressible else len(data)
