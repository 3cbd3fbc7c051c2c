"""The sample site as it is published below a folder of its host: what it says of itself is true."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import ROOT, SAMPLE_TIME
from tests.theme.test_sample_site import anchors, references
from tests.theme.test_valid import complaints

HOME = "https://truongmau.example/tin"
_ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")
#: Names of the site and its institution in JSON-LD, and the search's blank to fill in.
_NO_PLACES = ("/#trang", "/#to-chuc", "{search_term_string}")
_ATTRIBUTE = re.compile(rf"{re.escape(HOME)}[^\s\"'<>]*")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(ROOT / "content", folder / "content")
    # Whether the ledger of the sample is up to date is another test's matter.
    (folder / "content/so-lieu/so-cai.csv").unlink(missing_ok=True)
    subprocess.run(
        [Path(sys.executable).with_name("niengiam"), "build", str(folder / "content"), "--publish",
         "--output", str(folder / "site"), "--cache", str(folder / "cache")],
        cwd=ROOT, check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": SAMPLE_TIME, "SITE_ADDRESS": HOME},
    )  # fmt: skip
    return (folder / "site").resolve()


def leads_nowhere(site: Path, reference: str) -> bool:
    """Whether `reference`, an address of the published site, has no file or no such place."""
    parts = urlsplit(reference.removeprefix(HOME))
    target = site / unquote(parts.path).lstrip("/")
    target = target / "index.html" if target.is_dir() else target
    missing = parts.fragment and target.suffix == ".html"
    return not target.is_file() or bool(missing and unquote(parts.fragment) not in anchors(target))


def articles(site: Path) -> Iterator[BeautifulSoup]:
    for path in sorted(site.glob("20??/??/*/index.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        if not soup.select('meta[name="robots"][content="noindex"]'):
            yield soup


def data_of(soup: BeautifulSoup) -> dict[str, dict[str, Any]]:
    found = [json.loads(tag.text) for tag in soup.select('script[type="application/ld+json"]')]
    return {data["@type"]: data for data in found}


def test_every_page_is_valid(site: Path) -> None:
    assert complaints(site, warnings=False) == []


def test_every_absolute_address_of_the_site_leads_somewhere(site: Path) -> None:
    """In pages, feeds, site maps and rules for robots."""
    named: dict[str, str] = {}
    for path in site.rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".txt"} and path.name != "bai-viet.txt":
            text = path.read_text("utf-8").replace("&#34;", '"').replace("&quot;", '"')
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("\\", '"')
            named |= {address.rstrip(".,;}"): path.name for address in _ATTRIBUTE.findall(text)}
    assert len(named) > 300
    wrong = {address: name for address, name in named.items() if leads_nowhere(site, address)}
    assert {a: n for a, n in wrong.items() if not a.endswith(_NO_PLACES)} == {}


def test_the_page_for_lost_readers_stays_below_the_folder(site: Path) -> None:
    rooted = [r for r in references(site / "404.html") if r.startswith("/")]
    assert len(rooted) > 20
    assert [r for r in rooted if not r.startswith("/tin/")] == []
    assert [r for r in rooted if leads_nowhere(site, HOME + r.removeprefix("/tin"))] == []


def feeds(site: Path, ending: str) -> list[Path]:
    found = sorted((site / "feed").rglob(f"*{ending}"))
    names = {path.relative_to(site / "feed").as_posix() for path in found}
    assert {f"tin{ending}", f"so-lieu{ending}", f"chuyen-muc/thong-bao{ending}"} <= names
    return found


def test_atom_feeds_keep_the_rules_of_rfc_4287(site: Path) -> None:
    """What it demands of a feed and of an entry (4.1.1, 4.1.2), and moments (3.3)."""
    for path in feeds(site, ".xml"):
        feed = ElementTree.parse(path).getroot()
        assert feed.tag == f"{_ATOM}feed"
        itself = [link for link in feed.findall(f"{_ATOM}link") if link.get("rel") == "self"]
        address = path.relative_to(site).as_posix()
        assert [link.get("href") for link in itself] == [f"{HOME}/{address}"]
        entries = feed.findall(f"{_ATOM}entry")
        assert entries, path
        ids = [entry.findtext(f"{_ATOM}id") or "" for entry in (feed, *entries)]
        assert len(set(ids)) == len(ids)
        for place in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(place.findall(f"{_ATOM}{name}")) == 1, (path, name)
            assert urlsplit(place.findtext(f"{_ATOM}id") or "").scheme in {"urn", "tag"}
            assert _MOMENT.fullmatch(place.findtext(f"{_ATOM}updated") or "")
        for entry in entries:
            assert (entry.findtext(f"{_ATOM}author/{_ATOM}name") or feed.findtext(f"{_ATOM}author/{_ATOM}name"))  # fmt: skip
            links = [e for e in entry.findall(f"{_ATOM}link") if e.get("rel", "alternate") == "alternate"]  # fmt: skip
            assert len(links) == 1
            for part in entry.findall(f"{_ATOM}content"):
                assert part.get("type") in {"text", "html"}


def test_json_feeds_keep_the_rules_of_json_feed(site: Path) -> None:
    """jsonfeed.org, version 1.1: what must be there, ids that differ, a content."""
    for path in feeds(site, ".json"):
        feed = json.loads(path.read_text("utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == f"{HOME}/{path.relative_to(site).as_posix()}"
        ids = [item["id"] for item in feed["items"]]
        assert ids
        assert len(set(ids)) == len(ids)
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item.get("content_html") or item.get("content_text")
            assert _MOMENT.fullmatch(item["date_published"])


def test_another_host_changes_no_id_of_an_article(site: Path, sample_site: Path) -> None:
    """What is new among figures is told by the ledger, which only a publication has."""
    told = [path for path in feeds(site, ".xml") if path.name != "so-lieu.xml"]
    assert len(told) > 5
    for path in told:
        here = ElementTree.parse(path).getroot()
        there = ElementTree.parse(sample_site / path.relative_to(site)).getroot()
        ids = f"{_ATOM}entry/{_ATOM}id"
        assert [e.text for e in here.findall(ids)] == [e.text for e in there.findall(ids)], path
        # The feed itself is another one.
        assert here.findtext(f"{_ATOM}id") != there.findtext(f"{_ATOM}id"), path


def test_both_feeds_tell_of_the_same_articles(site: Path) -> None:
    atom = ElementTree.parse(site / "feed/tin.xml").getroot()
    told = json.loads((site / "feed/tin.json").read_text("utf-8"))["items"]
    ids = [entry.findtext(f"{_ATOM}id") for entry in atom.findall(f"{_ATOM}entry")]
    assert ids == [item["id"] for item in told]


def test_every_article_tells_machines_what_it_tells_readers(site: Path) -> None:
    found = list(articles(site))
    assert len(found) > 40
    for soup in found:
        data, heading = data_of(soup), soup.select("main h1")[0].get_text()
        assert data["NewsArticle"]["headline"] == heading
        assert data["NewsArticle"]["publisher"]["@type"] == "Organization"
        assert _MOMENT.fullmatch(data["NewsArticle"]["datePublished"])
        shown = soup.select(".dateline time")[0]["datetime"]
        assert data["NewsArticle"]["datePublished"] == shown
        edited = [t for t in soup.select(".dateline span") if t.get_text().startswith("Cập nhật")]
        assert bool(edited) == ("dateModified" in data["NewsArticle"])
        canonical = soup.select('link[rel="canonical"]')[0]["href"]
        assert data["NewsArticle"]["mainEntityOfPage"] == canonical
        assert data["BreadcrumbList"]["itemListElement"][-1]["item"] == canonical


def test_every_page_worth_finding_has_a_picture_to_share(site: Path) -> None:
    """1,200 × 630 in the house style where the article has none of its own."""
    drawn = set()
    for path in sorted(site.rglob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        if soup.select('meta[name="robots"][content="noindex"]'):
            continue
        [picture] = soup.select('meta[property="og:image"]')
        file = site / unquote(str(picture["content"]).removeprefix(f"{HOME}/"))
        if "chia-se" in file.parts:
            drawn.add(file)
        assert file.is_file(), path
    assert len(drawn) > 5
    for file in drawn:
        with Image.open(file) as image:
            assert image.size == (1200, 630)


def test_the_site_map_dates_articles_by_their_last_real_change(site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    dates = {u.findtext("s:loc", "", names): u.findtext("s:lastmod", "", names) for u in root}
    for soup in articles(site):
        address = str(soup.select('link[rel="canonical"]')[0]["href"])
        assert dates[address] == str(soup.select(".dateline time")[-1]["datetime"])
    assert not any("lich-thi" in address for address in dates)


def test_machines_find_the_way_in(site: Path) -> None:
    robots = (site / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {HOME}/sitemap.xml" in robots
    contact = (site / ".well-known/security.txt").read_text("utf-8")
    expires = re.search(r"Expires: (\S+)", contact)
    assert expires
    built = datetime.datetime.fromtimestamp(int(SAMPLE_TIME), datetime.UTC)
    left = datetime.datetime.fromisoformat(expires[1]) - built
    assert datetime.timedelta(days=180) < left < datetime.timedelta(days=366)
    icons = BeautifulSoup((site / "index.html").read_text("utf-8"), "lxml")
    assert {str(i["href"]) for i in icons.select('link[rel~="icon"], link[rel="apple-touch-icon"]')} == {
        "./theme/icons/favicon.ico", "./theme/icons/icon.svg", "./theme/icons/apple-touch-icon.png",
    }  # fmt: skip
