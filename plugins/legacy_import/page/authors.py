"""Who wrote an article: a signature under it, a labelled line, a byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from legacy_import.letters.syllables import is_syllable
from legacy_import.lexicon import plain
from legacy_import.page.blocks import Block
from legacy_import.page.judging import has_file, is_prose, line_of, prose_bounds
from legacy_import.page.metadata import Metadata
from legacy_import.page.names import is_body, is_name, tidy_name
from legacy_import.page.naming import said
from legacy_import.page.tree import text_of

_LAST_BLOCKS = 6
#: `Hưng Yên, ngày 13 tháng 11 năm 2023`, alone on its line.
DATELINE = re.compile(
    r"^\W*(?:(?P<place>[^\W\d_][\w.\s-]{1,40}?)\s*,\s*)?(?:,\s*)?(?:ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Author:
    """A name, who took the pictures, and the block that says so."""

    name: str = ""
    photo: str = ""
    block: Block | None = None


def find_author(
    blocks: list[Block], taken: list[Block], title: Block | None, region: Tag, meta: Metadata
) -> Author:
    """The author: as labelled, as signed below the text, or as the byline or the head says."""
    signed = _labelled(taken) or _labelled(_tail(blocks, taken, region))
    if signed is None:
        signed = _signature(taken) or _signature(_tail(blocks, taken, region), strict=True)
    if signed is not None:
        return signed
    for name in (*_bylines(blocks, taken, title, region), meta.author):
        if is_name(name):
            return Author(tidy_name(name))
    return Author()


def _tail(blocks: list[Block], taken: list[Block], region: Tag) -> list[Block]:
    """Blocks right behind the article, still within its box or next to it."""
    if not taken:
        return []
    last = taken[-1].index
    return [b for b in blocks[last + 1 : last + 5] if b.kind == "text" and len(b.text) < 90]


def _labelled(found: list[Block]) -> Author | None:
    """`Tác giả: …`, `Tin, ảnh: …` on a line of its own, the last one first."""
    for before, block in zip(reversed(found[:-1]), reversed(found), strict=False):
        if plain(before.text).strip(" :") in ("tác giả", "người viết") and is_name(block.text):
            return Author(tidy_name(block.text), block=block)
    for block in reversed(found):
        if block.kind not in ("text", "heading") or len(block.text) > 120:
            continue
        line = line_of(block)
        if line.is_furniture and line.value("author"):
            name, photo = _split_photo(line.value("author"))
            if is_name(name, labelled=True):
                return Author(tidy_name(name), photo or line.value("photo"), block)
    return None


def _split_photo(value: str) -> tuple[str, str]:
    """`A; Ảnh: B` in its two people."""
    match = re.match(r"(.*?)\s*[;,–|(-]*\s*\b(?:ảnh|hình ảnh)\s*:\s*(.+)", value, re.IGNORECASE)
    return (match[1], match[2]) if match else (value, "")


def _signature(found: list[Block], strict: bool = False) -> Author | None:
    """A short line at the end, set apart from the text, that reads like a name."""
    texts = [b for b in found if b.kind in ("text", "heading")]
    for block in reversed(texts[-_LAST_BLOCKS:]):
        at = texts.index(block)
        if is_prose(block) and len(block.text) > 90:
            return None
        if line_of(block).is_furniture:
            continue
        if _is_below_picture(block, found):
            return None
        behind = texts[at + 1 :]
        last = not strict and all(line_of(b).is_furniture or has_file(b) or b.links for b in behind)
        apart = _is_set_apart(block, strict) or (last and _is_plain_name(block))
        if apart and is_name(_unwrapped(block.text)):
            return Author(tidy_name(_unwrapped(block.text)), block=block)
    return None


def _unwrapped(text: str) -> str:
    """`text` without brackets or stars around all of it."""
    text = text.strip("* ")
    return text[1:-1].strip() if re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", text) else text


def _is_plain_name(block: Block) -> bool:
    """Whether a last line in plain letters is a full name, every word of it a syllable."""
    found = block.text.split()
    if re.fullmatch(r"(?:[A-ZĐ]\.){2,4}[A-ZĐ]?\.?", block.text):
        return True
    if is_body(block.text) and 2 <= len(found) <= 8:
        return is_name(block.text)
    return 2 <= len(found) <= 5 and all(
        w[0].isupper() and w[1:].islower() and is_syllable(w) for w in found if w
    )


def _is_set_apart(block: Block, strict: bool) -> bool:
    if block.kind == "heading":
        return False
    named = any(said(t, "author") for t in block.chain[:3] if t.name not in ("body", "td"))
    if strict:
        return named or block.align == "right"
    inside = [n for n in block.nodes if isinstance(n, Tag)]
    return (
        named
        or block.align == "right"
        or block.bold
        or block.italic
        or any(said(n, "author") for n in inside)
    )


def _bylines(
    blocks: list[Block], taken: list[Block], title: Block | None, region: Tag
) -> list[str]:
    """Names near the title: labelled first, then by the name of their element."""
    near = [b for b in blocks if b.within(region) or (title and abs(b.index - title.index) < 6)]
    labelled = [line_of(b).value("author") for b in near if b.kind in ("text", "heading", "list")]
    labelled += [
        part.value
        for b in near
        if b.kind == "list" and len(b.text) < 400
        for item in b.nodes
        if isinstance(item, Tag)
        for li in item.find_all("li")
        for part in line_of(Block("text", [li], li)).parts
        if part.sort == "author"
    ]
    named = [
        text_of(t) for t in region.find_all(True) if said(t, "author") == 2 and len(text_of(t)) < 60
    ]
    named += [text_of(a) for a in region.find_all("a", rel="author")]
    first, last = prose_bounds(taken)
    beside = [signed_line(b) for b in near if b.kind == "text" and not (first < b.index < last)]
    labelled += [name for name in beside if name]
    poster = [line_of(b).value("poster") for b in near if b.kind == "text"]
    return [n for n in (*labelled, *map(_bare, named), *poster) if n]


def _is_below_picture(block: Block, found: list[Block]) -> bool:
    """Whether a line is rather a caption."""
    return any(b.kind == "image" and b.index == block.index - 1 for b in found[-12:])


def _bare(name: str) -> str:
    """`name` without a label that stands in the same element."""
    line = line_of_text(name)
    return line or name


def line_of_text(text: str) -> str:
    """The author that a text labels; empty if it labels none."""
    from legacy_import.page.lines import read_line

    line = read_line(text)
    return line.value("author") or line.value("poster")


def signed_line(block: Block) -> str:
    """The name in a line that holds a name, a date and nothing else; empty if it is no such line."""
    line = line_of(block)
    rest = [p.value for p in line.parts if p.sort == "rest"]
    if not line.days or len(rest) != 1 or len(block.text) > 90 or DATELINE.match(block.text):
        return ""
    name = rest[0].strip(" @,|-–")
    return name if is_name(name) and len(name.split()) > 1 and ("," not in name) else ""
