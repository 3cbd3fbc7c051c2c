"""Which block is the title of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from legacy_import.lexicon import either, plain, word_set, words
from legacy_import.page.authors import DATELINE
from legacy_import.page.blocks import Block
from legacy_import.page.judging import Judge, is_link_list, is_prose, line_of
from legacy_import.page.metadata import Metadata
from legacy_import.page.naming import said
from vntext.fold import fold

_CUT = re.compile(r"\s+[-–—|»>·•]\s+|\s*(?:::|\|{1,2}|»|>)\s*|\s+:\s+|:\s+")
_WORDS = re.compile(r"[^a-z0-9]+")
_LONGEST = 300
_ENOUGH = 4.5
_FAR = 200
"""Blocks behind the first paragraph in which a title is still looked for."""
_TITLE_LABELS = ("tiêu đề", "tiêu đề tin", "tên bài", "tên tin")
_LIKELY = 2.5
_OFFICE = re.compile(rf"(?:{either(words('names', 'offices'))})\b")
_HEADINGS = {"h1": 4.0, "h2": 3.0, "h3": 2.5, "h4": 1.5, "h5": 1.0, "h6": 0.5}


@dataclass(frozen=True, slots=True)
class Title:
    """The title, and the block that shows it on the page, if one does."""

    text: str
    block: Block | None
    is_sure: bool = True


def find_title(blocks: list[Block], meta: Metadata, judge: Judge, core: Tag | None) -> Title:
    """The title: the block that heads the text, is set as a title and agrees with the head."""
    first = _first_prose(blocks, core, judge)
    menus = _last_menu(blocks, first)
    scored = [
        (_score(b, blocks, meta, judge, first, menus), b)
        for b in blocks[: first + _FAR]
        if _may_be_title(b)
    ]
    dated = [
        b.index
        for score, b in scored
        if score > _ENOUGH and _is_dated(b, blocks) and b.index < first
    ]
    best: tuple[float, Block] | None = None
    for score, block in scored:
        if dated and block.index < dated[-1] and not _is_dated(block, blocks):
            # What stands over a dated heading is the banner of the site.
            score -= 4.0
        if best is None or score > best[0]:
            best = (score, block)
    if best and best[0] >= _ENOUGH:
        return Title(_whole(best[1], blocks), best[1])
    stated = meta.title or _longest_piece(meta)
    if (
        best
        and best[0] >= _LIKELY
        and not meta.title
        and (stated.isascii() or _OFFICE.match(plain(stated)))
    ):
        return Title(_whole(best[1], blocks), best[1])
    if stated:
        return Title(stated, None, bool(meta.title))
    return (
        Title(_whole(best[1], blocks), best[1], False)
        if best and best[0] > 0
        else Title("", None, False)
    )


def _is_dated(block: Block, blocks: list[Block]) -> bool:
    """Whether a line of dates follows within three blocks."""
    behind = blocks[block.index + 1 : block.index + 4]
    return any(line_of(b).days and line_of(b).is_furniture for b in behind)


def _last_menu(blocks: list[Block], first: int) -> list[int]:
    """Where the last row of links over the text stands; empty if there is none."""
    found = (b.index for b in reversed(blocks[:first]) if is_link_list(b))
    return [at for at in found if not line_of(blocks[at]).is_furniture][:1]


def _first_prose(blocks: list[Block], core: Tag | None, judge: Judge) -> int:
    inside = [b.index for b in blocks if is_prose(b) and b.within(core)]
    outside = [b.index for b in blocks if is_prose(b) and not judge.is_junk(b)]
    return (inside or outside or [len(blocks)])[0]


def _may_be_title(block: Block) -> bool:
    text = block.text
    if block.kind not in ("text", "heading") or not 4 <= len(text) <= _LONGEST:
        return False
    if plain(text).strip(" :") in word_set("names", "parts"):
        return False
    if not re.search(r"[^\W\d_]{2}", text) or plain(text) in word_set("names", "generic"):
        return False
    return not (line_of(block).is_furniture or DATELINE.match(text))


def _score(
    block: Block, blocks: list[Block], meta: Metadata, judge: Judge, first: int, menus: list[int]
) -> float:
    return (
        _agreement(block, meta)
        + _looks(block)
        + _place(block, blocks, first, menus)
        - _against(block, meta, judge)
    )


def _agreement(block: Block, meta: Metadata) -> float:
    """How well it agrees with what the head of the page calls the article."""
    text = _folded(block.text)
    if len(text) < 6 or (not meta.title and _is_office(block)):
        return 0
    if meta.title and (text == _folded(meta.title) or _starts(_folded(meta.title), text)):
        return 7
    whole = _folded(meta.page_title)
    if text == whole:
        return 6
    pieces = [_folded(p) for p in _CUT.split(meta.page_title)]
    if text in pieces or (len(text) > 20 and text in whole):
        return 5 if len(text) > 14 else 3
    cut = [p for p in pieces if len(p) > 20 and text.startswith(p)]
    return 4 if cut and re.search(r"\.\.\.|…", meta.page_title) else 0


def _is_office(block: Block) -> bool:
    """Whether it is the name of whoever runs the site, in the capitals of a banner."""
    return (
        block.text.isupper()
        and not re.search(r"\d", block.text)
        and bool(_OFFICE.match(plain(block.text)))
    )


def _starts(longer: str, text: str) -> bool:
    return len(text) > 20 and longer.startswith(text)


def _folded(text: str) -> str:
    return _WORDS.sub(" ", fold(text)).strip()


def _looks(block: Block) -> float:
    """Whether it is set as a title: element, name, size, weight."""
    score = 0.0
    tags = block.chain[:4]
    inner = [n for n in block.nodes if isinstance(n, Tag)]
    for tag in (*inner, *tags):
        score = max(score, _HEADINGS.get(tag.name, 0))
    named = max((said(tag, "title") for tag in (*inner, *tags[:3])), default=0)
    score += {0: 0.0, 1: 2.5, 2: 3.5}[named]
    score += _size(block)
    score += 1.0 if block.bold else 0.0
    return score


def _size(block: Block) -> float:
    """Up to 2.5 for large letters."""
    best = 0.0
    inner = [t for n in block.nodes if isinstance(n, Tag) for t in (n, *n.find_all(True))]
    for tag in (*inner, *block.chain[:5]):
        size = str(tag.get("size", "")) if tag.name == "font" else ""
        if re.fullmatch(r"\+*\d{1,3}", size, re.ASCII):
            value = int(size.lstrip("+")) + (3 if size.startswith("+") else 0)
            best = max(best, 2.0 if value >= 4 else 0.0)
        match = re.search(
            r"font-size\s*:\s*(\d+(?:\.\d+)?)(px|pt|em|%)?", str(tag.get("style", "")), re.I
        )
        if match:
            points = float(match[1]) * {"pt": 1.33, "em": 16.0, "%": 0.16}.get(
                match[2] or "px", 1.0
            )
            best = max(best, 2.0 if points >= 17.5 else 0.0)
        if tag.name in ("td", "body") and tag not in inner:
            break
    return best + (0.5 if re.search(r"color", str([t.attrs for t in inner])) else 0.0)


def _place(block: Block, blocks: list[Block], first: int, menus: list[int]) -> float:
    """Whether it stands over the text, with a dateline beside it."""
    score = 0.0
    behind = [b for b in blocks[block.index + 1 : block.index + 5] if b.kind != "rule"]
    before = blocks[max(0, block.index - 2) : block.index]
    if any(line_of(b).days and line_of(b).is_furniture for b in behind[:3]):
        score += 3.5 if line_of(behind[0]).days else 2.5
    elif any(line_of(b).days and line_of(b).is_furniture for b in before):
        score += 1.5
    if block.index > first:
        return score - 6
    distance = first - block.index
    if any(block.index < at < first for at in menus):
        score -= 2.0
    if block.index and plain(blocks[block.index - 1].text).strip(" :") in _TITLE_LABELS:
        score += 5.0
    return score + max(0.0, 3.0 - 0.4 * distance)


def _against(block: Block, meta: Metadata, judge: Judge) -> float:
    """What speaks against it."""
    against = 0.0
    tags = block.chain
    text = _folded(block.text)
    if judge.is_junk(block):
        against += 3.0 if _agreement(block, meta) == 7 else 6.0 + min(_agreement(block, meta), 3)
    if any(said(tag, "site_name") == 2 for tag in tags[:4]):
        against += 5.0
    if meta.site and text == _folded(meta.site):
        against += 8.0
    if any(
        str(a.get("href", "")).rstrip("/").count("/") <= 2
        and re.fullmatch(
            r"(?:https?://[^/]+)?/?(?:index\.\w+|default\.aspx)?", str(a.get("href", "")), re.I
        )
        for a in block.links
    ):
        against += 5.0
    if block.link_density > 0.8 and not any(
        t.name in _HEADINGS for t in (*tags[:3], *[n for n in block.nodes if isinstance(n, Tag)])
    ):
        against += 4.0
    if any(t.name in ("li", "dd", "option") for t in tags[:3]):
        against += 2.0
    if is_prose(block) and block.text.endswith((".", "…")):
        against += 4.0
    if _is_office(block):
        against += 4.0
    if len(block.text) < 12:
        against += 2.0
    return against


def _whole(block: Block, blocks: list[Block]) -> str:
    """The title with the lines that a line break parted from it, without a date at its end."""
    text = block.text
    heading = next((t for t in block.chain if t.name in _HEADINGS or said(t, "title") == 2), None)
    behind = blocks[block.index + 1 : block.index + 3]
    for other in behind:
        if not (
            heading and other.glued and other.within(heading) and not line_of(other).is_furniture
        ):
            break
        text = f"{text} {other.text}"
    return without_date(text)


def without_date(text: str) -> str:
    """`text` without a date in brackets, or a counter, at its end."""
    cut = re.sub(
        r"\s*[(\[]\s*(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[^()\[\]]*[)\]]\s*$",
        "",
        text,
        flags=re.I,
    )
    return re.sub(r"\s*[(\[][^()\[\]]*lượt xem[^()\[\]]*[)\]]\s*$", "", cut, flags=re.I).strip()


def _longest_piece(meta: Metadata) -> str:
    """Of `<title>`, what is most likely the article's own."""
    pieces = [
        p.strip() for p in re.split(r"\s+[-–—|»]\s+|\s*(?:::+|\|)\s*", meta.page_title) if p.strip()
    ]
    fit = [p for p in pieces if plain(p) not in word_set("names", "generic") and p != meta.site]
    return max(fit, key=len, default="")
