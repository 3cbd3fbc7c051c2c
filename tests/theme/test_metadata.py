"""What machines read on a page is true and whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from press.site import SiteInfo
from tests.theme.gallery import SITE, article, build_gallery, environment


def data_of(page: Path) -> dict[str, dict[str, Any]]:
    """JSON-LD of a page, by type."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    found = [json.loads(tag.text) for tag in soup.select('script[type="application/ld+json"]')]
    return {data["@type"]: data for data in found}


def test_an_article_says_when_it_was_published_in_vietnams_time(gallery: Path) -> None:
    news = data_of(gallery / "2023/11/day-du/index.html")["NewsArticle"]
    assert news["datePublished"] == "2023-11-13T08:30:00+07:00"
    assert news["mainEntityOfPage"] == f"{SITE.url}/2023/11/day-du/"


def test_an_article_never_edited_has_no_date_of_change(gallery: Path) -> None:
    assert "dateModified" not in data_of(gallery / "2023/11/day-du/index.html")["NewsArticle"]


def test_a_correction_of_an_article_is_told_to_machines(gallery: Path) -> None:
    """What is right, what stood there before, why, and since when."""
    news = data_of(gallery / "2023/11/day-du/index.html")["NewsArticle"]
    shown = BeautifulSoup((gallery / "2023/11/day-du/index.html").read_text("utf-8"), "html.parser")
    (item,) = shown.select(".corrections li")
    text = " ".join(item.get_text(" ").split())
    (note,) = news["correction"]
    assert note["@type"] == "CorrectionComment"
    assert text.rstrip(".").lower().endswith(note["text"].lower())
    assert note["datePublished"] == "2023-11-13T08:30:00+07:00"
    assert "correction" not in data_of(gallery / "2023/10/toi-thieu/index.html")["NewsArticle"]


def test_an_edit_is_dated() -> None:
    edited = article(0, "sua", modified=article(0, "sua").date.replace(day=14))
    html = environment().get_template("macros/metadata.html").module.news_article(edited, SITE)  # type: ignore[attr-defined]
    assert '"dateModified":"2023-11-14T08:30:00+07:00"' in html


def test_a_title_with_markup_cannot_leave_its_script() -> None:
    sly = article(0, "x", title="</script><script>alert(1)</script>")
    html = environment().get_template("macros/metadata.html").module.news_article(sly, SITE)  # type: ignore[attr-defined]
    assert html.count("<script") == 1


def test_the_front_page_offers_its_search(gallery: Path) -> None:
    action = data_of(gallery / "index.html")["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE.url}/tim-kiem/?q={{search_term_string}}"


def test_breadcrumbs_begin_at_the_front_page_and_end_here(gallery: Path) -> None:
    steps = data_of(gallery / "2023/11/index.html")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0]["item"] == f"{SITE.url}/"
    assert steps[-1]["item"] == f"{SITE.url}/2023/11/"


@pytest.mark.parametrize("page", ["2023/09/ban-nhap", "2023/08/da-rut"])
def test_drafts_and_withdrawn_articles_ask_not_to_be_found(gallery: Path, page: str) -> None:
    soup = BeautifulSoup((gallery / page / "index.html").read_text("utf-8"), "html.parser")
    assert soup.select_one('meta[name="robots"][content="noindex"]')
    assert not soup.select('link[rel="canonical"], script[type="application/ld+json"]')


def test_without_an_address_no_page_claims_one(tmp_path: Path) -> None:
    build_gallery(tmp_path, SiteInfo(name="Thử"))
    for page in tmp_path.rglob("*.html"):
        if "thanh-phan" not in page.parts:
            soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
            assert not soup.select('link[rel="canonical"], script[type="application/ld+json"]')


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap-news.xml"])
def test_site_maps_are_well_formed(name: str) -> None:
    values = {
        "entries": [("a/", "2023-11-13T00:00:00+07:00"), ("b/", "")],
        "articles": [article(0, "a")],
    }
    text = environment().get_template(f"meta/{name}").render(SITE=SITE, **values)
    places = [node.text for node in ElementTree.fromstring(text).iter() if node.tag.endswith("loc")]
    assert places[0] == f"{SITE.url}/" + ("a/" if name == "sitemap.xml" else "2023/11/a/")


def test_security_txt_names_a_contact_and_an_end() -> None:
    date = article(0, "a").date
    text = environment().get_template("meta/security.txt").render(SITE=SITE, expires=date)
    assert "Contact: mailto:bientap@truongmau.example\n" in text
    assert "Expires: 2023-11-13T08:30:00+07:00\n" in text
