"""A saved page read as an article."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from bs4 import Tag

from legacy_import.lexicon import plain, word_set
from legacy_import.model import Note
from legacy_import.page import images
from legacy_import.page.authors import find_author, signed_line
from legacy_import.page.blocks import Block
from legacy_import.page.capitals import put_back
from legacy_import.page.items import Item, body_items
from legacy_import.page.judging import Judge, is_prose, line_of, prose_bounds
from legacy_import.page.metadata import Metadata, read_metadata
from legacy_import.page.naming import said
from legacy_import.page.posted import Posted, find_posted
from legacy_import.page.region import Chosen, article_blocks, find_core, find_region
from legacy_import.page.sections import find_category, find_tags
from legacy_import.page.title import Title, find_title, without_date
from legacy_import.page.tree import Tree, above, body_of
from legacy_import.page.walking import blocks_of
from legacy_import.page.wording import label_before


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from one page."""

    title: str
    items: tuple[Item, ...]
    date: datetime.date | None = None
    time: str = ""
    place: str = ""
    author: str = ""
    photo: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    address: str = ""
    base: str = ""
    image: str = ""
    notes: tuple[Note, ...] = ()
    is_listing: bool = False
    """Whether the page lists articles and is none itself."""


def read_article(tree: Tree) -> Article:
    """The article of a page; without items if the page holds none."""
    meta = read_metadata(tree)
    mended = put_back(tree.root)
    images.drop_furniture(tree.root)
    body = body_of(tree)
    blocks = blocks_of(body)
    judge = Judge(blocks)
    core = find_core(blocks, judge)
    if core is not None:
        judge.core = core
        judge.spare([core, *above(core)])
    title = find_title(blocks, meta, judge, core)
    if title.block is not None:
        judge.spare(list(title.block.chain))
    if not blocks:
        return Article(title.text, ())
    region = find_region(blocks, title.block, core, judge)
    judge.spare([region, *above(region)])
    chosen = article_blocks(blocks, region, title.block, core, judge)
    restored = tuple(Note("capital-restored", word) for word in mended)
    article = _article(_Page(tree, meta, blocks, title, region, judge, chosen))
    return replace(article, notes=(*article.notes, *restored))


def read_fragment(tree: Tree) -> Article:
    """The article whose whole text `tree` is, as feeds hold it: everything belongs to it."""
    images.drop_furniture(tree.root)
    body = body_of(tree)
    taken = [b for b in blocks_of(body) if not line_of(b).is_counter]
    author = find_author([], taken, None, body, Metadata())
    posted = find_posted([], taken, None, body, Metadata(), Judge([]), "")
    left = [b for b in taken if author.block is None or b.index != author.block.index]
    items, notes = body_items(left, Metadata(), tree.root)
    if posted.date:
        notes.append(Note("date-from-text", f"{posted.date:%d/%m/%Y}"))
    return Article(
        "",
        tuple(items),
        date=posted.date,
        author=author.name,
        photo=author.photo,
        notes=tuple(notes),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """A page whose article is found, before its parts are read."""

    tree: Tree
    meta: Metadata
    blocks: list[Block]
    title: Title
    region: Tag
    judge: Judge
    chosen: Chosen


def _article(page: _Page) -> Article:
    meta, blocks, title, region = page.meta, page.blocks, page.title, page.region
    tree, taken = page.tree, page.chosen.taken
    prose_text = " ".join(b.text for b in taken if is_prose(b))
    posted = find_posted(blocks, taken, title.block, region, meta, page.judge, prose_text)
    author = find_author(blocks, taken, title.block, region, meta)
    used = {b.index for b in (posted.line, author.block) if b is not None}
    items, notes = body_items(_body(taken, used, title.text), meta, tree.root)
    summary, items = _sapo(items)
    notes += _notes(page, posted)
    return Article(
        title=title.text,
        items=tuple(items),
        date=posted.date,
        time=posted.time,
        place=posted.place,
        author=author.name,
        photo=author.photo,
        category=find_category(tree.root, region, blocks, title.text) or meta.category,
        tags=find_tags(tree.root, region, meta.tags),
        summary=summary,
        address=meta.address,
        base=meta.base,
        image=meta.image,
        notes=tuple(notes),
        is_listing=_is_listing(blocks, region),
    )


def _body(taken: list[Block], used: set[int], title: str) -> list[Block]:
    """The blocks of the article without its head, its foot, and what became a field."""
    bounds = prose_bounds(taken)
    return [
        b
        for b in taken
        if b.index not in used and not _is_margin(b, bounds) and not _is_title_again(b, title)
    ]


def _notes(page: _Page, posted: Posted) -> list[Note]:
    """What an editor must know of how the page was read."""
    notes: list[Note] = []
    if posted.doubt:
        notes.append(Note(posted.doubt, f"{posted.date:%d/%m/%Y}" if posted.date else ""))
    if not page.title.is_sure:
        notes.append(Note("title-guessed", page.title.text))
    notes += [Note("left-out", f"{b.text[:80]}…") for b in page.chosen.left_out]
    if links := page.chosen.links:
        notes.append(Note("links-dropped", "; ".join(b.text[:60] for b in links[:5])))
    if page.tree.code:
        notes.append(Note("old-code", page.tree.code))
    return notes


def _is_listing(blocks: list[Block], region: Tag) -> bool:
    """Whether the text is a row of linked headlines, each with its lead."""
    inside = [b for b in blocks if b.within(region)]
    leads = 0
    length = 0
    for at, block in enumerate(inside):
        if block.kind in ("text", "heading") and block.link_density > 0.8 and len(block.text) > 15:
            lead = next(
                (b for b in inside[at + 1 : at + 4] if b.kind == "text" and is_prose(b)), None
            )
            leads += lead is not None
            length += len(lead.text) if lead else 0
    prose = sum(len(b.text) for b in inside if is_prose(b))
    return leads >= 3 and length * 10 > prose * 7


def _is_margin(block: Block, bounds: tuple[int, int]) -> bool:
    """Whether `block` is a line of dates, bylines and tools over the text, or below it."""
    if block.kind not in ("text", "list", "heading"):
        return False
    if plain(block.text).strip(" :") in word_set("names", "parts"):
        return True
    line = line_of(block)
    if not (line.is_furniture or signed_line(block)):
        return False
    first, last = bounds
    if last < 0:
        return True
    sorts = {p.sort for p in line.parts}
    if sorts <= {"furniture", "counter"}:
        return (
            "counter" in sorts
            or re.search(r"\w{2}", block.text) is not None
            or not re.search(r"\w", block.text)
        )
    if sorts & {"source", "photo"} and block.index > first:
        return False
    if block.index > last and "date" in sorts:
        return any(
            label_before(block.text, day) in ("posted", "changed") for day in line.days
        ) and not re.match(r"\W*thời gian", block.text, re.I)
    return block.index < first or block.index > last


def _is_title_again(block: Block, title: str) -> bool:
    return block.kind in ("text", "heading") and plain(without_date(block.text)) == plain(title)


def _sapo(items: list[Item]) -> tuple[str, list[Item]]:
    """The lead that the page sets apart, and the rest; no lead where it is not plain text."""
    at = next((n for n, i in enumerate(items) if i.kind in ("paragraph", "heading", "quote")), None)
    if at is None or sum(i.kind == "paragraph" for i in items) < 2:
        return "", items
    first = items[at]
    if not 30 <= len(first.block.text) <= 700 or first.block.links or first.prefix:
        return "", items
    near = [t for t in list(first.block.chain)[:3] if t.name not in ("body",)]
    inner = [n for n in first.block.nodes if isinstance(n, Tag)]
    named = any(
        said(t, "summary") == 2
        for t in (*inner[:1], *near)
        if len(t.get_text().strip()) < len(first.block.text) * 1.3
    )
    if not named and not (first.block.bold and is_prose(first.block)):
        return "", items
    return first.block.text, items[:at] + items[at + 1 :]
