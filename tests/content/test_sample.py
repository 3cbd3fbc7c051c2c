"""The sample is rich enough to show every list, archive and table, and clean enough to copy."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter

import pytest
from PIL import Image
from tools.samples.scenes import SCENES

from desk.front_matter import parse
from tests.content.sample import CONTENT, ROOT, Article, articles

TEXTS = sorted(p for p in CONTENT.rglob("*") if p.suffix in {".md", ".toml", ".txt"})
PICTURE = re.compile(r"!\[([^\]]*)\]\(\{static\}(/[^ )]+)(?: \"([^\"]*)\")?\)")


def _values(key: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for article in articles().values():
        value = article.front.values.get(key, ())
        counted.update(map(str, value) if isinstance(value, tuple) else (str(value),))
    return counted


def test_there_are_enough_articles_years_categories_tags_and_authors() -> None:
    """At least 40 articles over 9 years in 5 categories, with 22 tags that are each used twice."""
    years = {path.parent.name for path in (CONTENT / "bai-viet").rglob("*.md")}
    assert len(articles()) >= 40
    assert len(years) >= 9
    assert len(_values("category")) >= 5
    assert len([tag for tag, times in _values("tags").items() if times >= 2]) >= 22
    assert len(_values("authors")) >= 5


def test_every_tag_is_used_more_than_once() -> None:
    """A tag page with one article on it is no list."""
    assert [tag for tag, times in _values("tags").items() if times < 2] == []


@pytest.mark.parametrize("article", articles().values(), ids=lambda a: a.id)
def test_an_article_has_a_whole_head(article: Article) -> None:
    """Id, title, date, summary, category, tags, author, place and organisation, without findings."""
    needed = {"id", "title", "date", "summary", "category", "tags", "authors", "place"}
    assert article.front.findings == ()
    assert needed | {"organisation"} <= article.front.values.keys()
    assert re.fullmatch(r"[a-z0-9-]{4,40}", article.id)


@pytest.mark.parametrize("path", sorted((CONTENT / "trang").glob("*.md")), ids=lambda p: p.stem)
def test_a_page_has_a_head_without_findings(path) -> None:  # type: ignore[no-untyped-def]
    """Pages are read as the product reads them."""
    front = parse(path.read_bytes(), path.relative_to(ROOT).as_posix(), kind="page")
    assert front.findings == ()
    assert {"title", "summary"} <= front.values.keys()


def test_the_usual_pages_are_there() -> None:
    """About, contact, accessibility, how to use the figures, copyright."""
    pages = {path.stem for path in (CONTENT / "trang").glob("*.md")}
    assert pages >= {"gioi-thieu", "lien-he", "tro-nang", "cach-dung-so-lieu", "ban-quyen"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_text_is_nfc_with_vietnamese_quotes(path) -> None:  # type: ignore[no-untyped-def]
    """NFC, no straight quotes in prose, no double spaces, no spaces at a line's end."""
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[^\S\n]+$", text, re.MULTILINE)
    if path.suffix == ".md":
        body = parse(path.read_bytes(), path.name, kind="page").body
        prose = re.sub(r"\{[^}]*\}|\([^)]*\"[^)]*\)|^:::.*", "", body, flags=re.MULTILINE)
        assert '"' not in prose
        assert not re.search(r"\S  +\S", prose)


def test_organisations_of_articles_are_in_the_registry() -> None:
    """Every `Đơn vị` is an id of `don-vi.toml`, and every one of them is used."""
    registry = tomllib.loads((CONTENT / "so-lieu/don-vi.toml").read_text("utf-8"))
    assert set(_values("organisation")) == set(registry)


def test_invented_articles_say_so() -> None:
    """Articles of demonstration organisations say in their text that they are invented."""
    registry = tomllib.loads((CONTENT / "so-lieu/don-vi.toml").read_text("utf-8"))
    invented = {id for id, spec in registry.items() if spec["demonstration"]}
    assert invented == {"truong-mau", "cum-mau"}
    for article in articles().values():
        if article.front.values["organisation"] in invented:
            assert "tưởng tượng" in article.front.body, article.path
            assert "minh họa" in article.front.body, article.path
        else:
            assert article.front.values["source"], article.path


def test_every_state_of_an_article_is_shown() -> None:
    """A draft, a withdrawn article, a notice that expires, an old address, a correction."""
    values = [article.front.values for article in articles().values()]
    assert {"draft", "withdrawn"} <= {value.get("status") for value in values}
    for key in ("expires", "aliases", "corrections", "modified"):
        assert any(key in value for value in values), key


def test_pictures_exist_and_are_described() -> None:
    """Every picture has alt text, caption and credit; every file is used; none is heavy."""
    used = set()
    for article in articles().values():
        used.add(str(article.front.values.get("image", "")))
        for alt, address, title in PICTURE.findall(article.front.body):
            used.add(address)
            assert len(alt) > 20, (article.path, alt)
            assert title.endswith(". Ảnh: Minh họa"), (article.path, title)
    used.discard("")
    files = {f"/{p.relative_to(CONTENT).as_posix()}" for p in (CONTENT / "hinh-anh").rglob("*.jpg")}
    assert used == files
    assert files == {f"/hinh-anh/{name}.jpg" for name in SCENES}
    for file in files:
        path = CONTENT / file[1:]
        assert path.stat().st_size <= 200_000
        with Image.open(path) as picture:
            assert picture.size == (1600, 900)
            assert not picture.getexif()


def test_indicators_are_well_defined() -> None:
    """Twenty to forty-five indicators with all fields; no alias belongs to two of them."""
    registry = tomllib.loads((CONTENT / "so-lieu/chi-tieu.toml").read_text("utf-8"))
    assert 20 <= len(registry) <= 45
    aliases = Counter(alias for spec in registry.values() for alias in spec["aliases"])
    assert [alias for alias, times in aliases.items() if times > 1] == []
    for id, spec in registry.items():
        assert re.fullmatch(r"[a-z0-9-]+", id)
        assert {"label", "unit", "group", "definition", "aliases", "plausible"} <= spec.keys(), id
        assert len(spec["definition"]) > 30, id
        low, high = spec["plausible"]
        assert low < high, id
