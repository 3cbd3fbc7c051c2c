"""A new article: its file, id and outline."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, count
from pathlib import Path

from desk.addresses import article_address, slug_of
from desk.site import load_site
from vntext.dates import format_date

#: Outlines in `desk/data/`, the usual one first.
TEMPLATES = ("tin", "bao-cao", "thong-bao")

_NEEDS_QUOTES = "\"'!&*|>%@`[]{}#"


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What is known when an article begins."""

    title: str
    template: str
    category: str
    date: datetime.datetime
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What was made."""

    path: Path
    pictures: Path
    """Folder for its pictures."""
    id: str
    alike: Path | None = None
    """An article that has the same title."""


def create(article: NewArticle, content: Path) -> Made:
    """Writes the article's file and makes its picture folder; nothing is overwritten."""
    site = load_site(content)
    year = str(article.date.year)
    stem, id = _free(slug_of(article.title, "bai"), year, set(site.by_id), content)
    path = content / "bai-viet" / year / f"{stem}.md"
    pictures = content / "hinh-anh" / year
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures.mkdir(parents=True, exist_ok=True)
    slug = _free_slug(article, site.by_address)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text_of(article, id, slug))
    alike = [content / one.name for one in site.documents if one.title == article.title]
    return Made(path, pictures, id, alike[-1] if alike else None)


def _free(slug: str, year: str, taken: set[str], content: Path) -> tuple[str, str]:
    """The name of a file that does not exist, and an id that no document has: name and year.

    A name that ends with the year is an id as it is.
    """
    folder = content / "bai-viet" / year
    names = chain([slug], (f"{slug}-{number}" for number in count(2)))
    stem = next(name for name in names if not (folder / f"{name}.md").exists())
    own = f"{stem}-{year}"
    short = [stem] if stem.endswith(f"-{year}") else []
    ids = chain(short, [own], (f"{own}-{number}" for number in count(2)))
    return stem, next(id for id in ids if id not in taken)


def _free_slug(article: NewArticle, taken: Container[str]) -> str:
    """A slug to write down where the title alone would give an address that is taken."""
    own = slug_of(article.title, "bai")
    if article_address(article.date, own) not in taken:
        return ""
    slugs = (f"{own}-{number}" for number in count(2))
    return next(slug for slug in slugs if article_address(article.date, slug) not in taken)


def text_of(article: NewArticle, id: str, slug: str = "") -> str:
    """The file's text: head and outline."""
    outline = files("desk").joinpath(f"data/{article.template}.md").read_text("utf-8")
    head = [
        "---",
        f"Tiêu đề: {_written(article.title)}",
        f"Mã: {id}",
        f"Ngày: {format_date(article.date)}",
        f"Chuyên mục: {_written(article.category)}",
        *([f"Slug: {slug}"] if slug else []),
        *(["Trạng thái: bản nháp"] if article.draft else []),
    ]
    return "\n".join(head) + "\n" + outline.replace("{kỳ sau}", _next_of(article))


def _next_of(article: NewArticle) -> str:
    """The period whose plans a report tells at its end: the year or school year after its own."""
    school = re.search(r"\bnăm học (?:19|20)\d\d\s*[-–]\s*((?:19|20)\d\d)\b", article.title.lower())
    if school:
        return f"năm học {school[1]}–{int(school[1]) + 1}"
    return f"năm {_year_of(article) + 1}"


def _year_of(article: NewArticle) -> int:
    """The year that the title names (a report may appear a year later), else the date's."""
    named = set(re.findall(r"\bnăm ((?:19|20)\d\d)\b(?!\s*[-–])", article.title.lower()))
    return int(named.pop()) if len(named) == 1 else article.date.year


def _written(value: str) -> str:
    """`value` as it can stand behind a key: in quotes where a sign asks for them."""
    value = " ".join(value.split())
    if value[:1] in _NEEDS_QUOTES or " #" in value:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return value
