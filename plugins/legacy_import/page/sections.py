"""The category of an article and its tags."""

from __future__ import annotations

from bs4 import Tag

from legacy_import.lexicon import plain, word_set
from legacy_import.page.blocks import Block
from legacy_import.page.judging import is_prose, line_of
from legacy_import.page.naming import said
from legacy_import.page.tree import text_of

_HOME = (
    "trang chủ",
    "home",
    "trang đầu",
    "trang nhất",
    "trang nhà",
    "trang chính",
    "bạn đang ở đây",
    "bạn ở",
    "chi tiết",
    "you are here",
)


def find_category(root: Tag, region: Tag, blocks: list[Block], title: str) -> str:
    """The section that the article stood in; empty where the page does not say."""
    near = [b for b in blocks if b.within(region)]
    first = next((b.index for b in near if is_prose(b)), 0)
    labelled = [
        line_of(b).value("category")
        for b in near
        if b.kind == "text" and (b.index < first or ":" in b.text)
    ]
    rel = [text_of(a) for a in region.find_all("a", rel=True) if "category" in a["rel"]]
    named = [_link_text(t) for t in region.find_all(True) if said(t, "category") == 2]
    weak = [
        _link_text(t)
        for t in region.find_all(["span", "a", "p", "div"])
        if said(t, "category") == 1 and len(text_of(t)) < 50
    ]
    crumbs = [
        _last_crumb(t, title)
        for t in root.find_all(True)
        if said(t, "breadcrumb") and len(text_of(t)) < 300
    ]
    found = [*labelled, *rel, *crumbs, *named, *weak]
    return next((_tidy(c) for c in found if c and _is_category(_tidy(c), title)), "")


def _is_category(text: str, title: str) -> bool:
    return (
        2 < len(text) < 60
        and plain(text) != plain(title)
        and plain(text) not in _HOME
        and ":" not in text
    )


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" »>|/,:-–")


def _link_text(tag: Tag) -> str:
    link = tag if tag.name == "a" else tag.find("a")
    return text_of(link) if link else ""


def _last_crumb(tag: Tag, title: str) -> str:
    """The last step of a path that is neither home nor the article itself."""
    steps = [
        text_of(t) for t in tag.find_all(["a", "span", "li"]) if not t.find(["a", "li", "span"])
    ]
    if len(steps) < 2:
        import re

        steps = re.split(r"\s*[»>/|→›]\s*", text_of(tag))
    fit = [
        s
        for s in map(_tidy, steps)
        if s and _is_category(s, title) and not plain(title).startswith(plain(s)[:40] + " ")
    ]
    return fit[-1] if fit else ""


def find_tags(root: Tag, region: Tag, stated: tuple[str, ...]) -> tuple[str, ...]:
    """Key words that the page links to."""
    found = list(stated)
    for tag in region.find_all(True):
        if said(tag, "tags") == 2 and tag.name != "a":
            found += [text_of(a) for a in tag.find_all("a")]
    found += [
        text_of(a)
        for a in region.find_all("a", rel=True)
        if "tag" in a["rel"] and "category" not in a["rel"]
    ]
    fit = [t.strip(" #,") for t in found if 1 < len(t.strip(" #,")) < 60]
    unique: dict[str, str] = {}
    for tag_text in fit:
        unique.setdefault(plain(tag_text), tag_text)
    return tuple(t for k, t in unique.items() if k not in word_set("names", "generic"))
