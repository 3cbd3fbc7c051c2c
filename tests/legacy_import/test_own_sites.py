"""From a site that this program published its articles come back, though nothing else is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.site import Document, load_site
from legacy_import import Report, Status, import_sources
from press.reader.typography import set_plain

ROOT = Path(__file__).parents[2]
ADDRESS = "https://niengiam.example/"


@pytest.fixture(scope="module")
def brought_back(
    sample_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Report, Path]:
    into = tmp_path_factory.mktemp("lai") / "content"
    return import_sources([sample_site], into, site=ADDRESS), into


def head(document: Document) -> tuple[object, ...]:
    """What readers are told of a document above its text."""
    values = document.front.values
    day = document.date.date() if document.date else None
    summary = set_plain(str(values.get("summary", "")))
    named = (
        *map(values.get, ("category", "place", "source")),
        *map(document.names, ("tags", "authors")),
    )
    return day, summary, *named


def test_every_article_and_page_has_its_head_again(brought_back: tuple[Report, Path]) -> None:
    """Lists, figures and feeds are no articles; of a withdrawn one nothing is there to be had."""
    report, into = brought_back
    there = {set_plain(d.title): d for d in load_site(into).documents}
    published = [d for d in load_site(ROOT / "content").documents if d.status == "published"]
    assert len(published) > 50
    for document in published:
        found = there.pop(set_plain(document.title))
        assert (found.kind, found.status) == (document.kind, "published")
        assert found.address == document.address
        assert not found.names("aliases")
        if document.kind == "article":
            assert head(found) == head(document)
    assert not there
    assert report.count(Status.DOUBTFUL) == 0
    assert report.count(Status.REFUSED) == 1


def test_text_tables_and_pictures_come_without_what_the_build_added(
    brought_back: tuple[Report, Path],
) -> None:
    """Links of figures to the index, the list of figures and small pictures are made again."""
    into = brought_back[1]
    texts = {p.name: p.read_text("utf-8") for p in into.rglob("*.md")}
    assert not [name for name, text in texts.items() if "Số liệu trong bài" in text]
    assert [name for name, text in texts.items() if "#sl-" in text] == ["cach-dung-so-lieu.md"]
    pictures = sorted(into.rglob("hinh-anh/**/*.webp"))
    assert pictures
    assert all(picture.stem.rpartition("-")[2] not in ("480", "800") for picture in pictures)


def test_a_site_that_comes_back_twice_is_there_once(
    sample_site: Path, brought_back: tuple[Report, Path]
) -> None:
    """Ids are those of the addresses."""
    again = import_sources([sample_site], brought_back[1], site=ADDRESS)
    assert again.count(Status.IMPORTED) == 0
