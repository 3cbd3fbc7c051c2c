"""A new article: its file, id and outline."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from desk.addresses import slug_of
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


def create(article: NewArticle, content: Path) -> Made:
    """Writes the article's file and makes its picture folder; nothing is overwritten."""
    site = load_site(content)
    year = str(article.date.year)
    id = _free(slug_of(article.title, "bai"), year, set(site.by_id), content)
    stem = id.removesuffix(f"-{year}")
    path = content / "bai-viet" / year / f"{stem}.md"
    pictures = content / "hinh-anh" / year
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures.mkdir(parents=True, exist_ok=True)
    slug = _free_slug(article, stem, site.by_address)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text_of(article, id, slug))
    return Made(path, pictures, id)


def _free(slug: str, year: str, taken: set[str], content: Path) -> str:
    """An id, `<slug>-<year>`, that no document has and whose file does not exist."""
    number = 1
    while True:
        stem = slug if number == 1 else f"{slug}-{number}"
        id = f"{stem}-{year}"
        if id not in taken and not (content / "bai-viet" / year / f"{stem}.md").exists():
            return id
        number += 1


def _free_slug(article: NewArticle, stem: str, taken: object) -> str:
    """A slug to write down where the title alone would give an address that is taken."""
    own = slug_of(article.title, "bai")
    return "" if stem == own else stem


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
