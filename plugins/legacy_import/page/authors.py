"""Who wrote an article: a signature under it, a labelled line, a byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from legacy_import.letters.syllables import is_syllable
from legacy_import.lexicon import either, plain, word_set, words
from legacy_import.page.blocks import Block
from legacy_import.page.judging import has_file, is_prose, line_of, prose_bounds
from legacy_import.page.metadata import Metadata
from legacy_import.page.naming import said
from legacy_import.page.tree import text_of

_INITIALS = re.compile(r"(?:[A-ZĐ]{1,2}[a-z]?\.\s?){1,4}(?:[A-ZĐ][\wÀ-ỹ]*)?\.?|[A-ZĐ]{2,5}")
_WORD = re.compile(r"[^\W\d_][\w.'’]*")
_BODY = re.compile(rf"(?:{either(words('names', 'bodies'))})\b", re.IGNORECASE)
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
    if _BODY.match(block.text) and 2 <= len(found) <= 8:
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


def tidy_name(name: str) -> str:
    """`name` without brackets and trailing signs."""
    name = re.sub(
        r"\s*\(\s*(?:thực hiện|tổng hợp|ghi|lược ghi|st|sưu tầm|biên soạn|theo[^)]*|ctv)\s*\)\s*$",
        "",
        name,
        flags=re.IGNORECASE,
    )
    name = re.sub(r"\s*[-–(]\s*(?:ảnh|nguồn)\s*:.*$", "", name, flags=re.IGNORECASE)
    name = " ".join(name.split()).strip(" :;,–-()[]*/|")
    return name[:-1] if name.endswith(".") and not _INITIALS.fullmatch(name) else name


def is_name(text: str, *, labelled: bool = False) -> bool:
    """Whether `text` could be a person's or a body's name, and not an account."""
    name = tidy_name(text)
    if not 2 <= len(name) <= (90 if labelled else 70) or plain(name) in word_set(
        "names", "accounts"
    ):
        return False
    if re.search(r"[@_:/?!]|https?|\d", name) and not (
        labelled and re.search(r"[^\W\d_]{2}.*\s", name) and not re.search(r"[@_]|\d{2}$", name)
    ):
        return False
    if any(
        plain(name).startswith(f"{a} ") and plain(name)[len(a) :].strip(" 0123456789.") == ""
        for a in word_set("names", "accounts")
    ):
        return False
    if _INITIALS.fullmatch(name):
        return True
    if _BODY.match(name):
        return len(name.split()) <= 14 and not re.search(r"[,.;]\s", name) and name[:1].isupper()
    return _is_person(name, labelled)


def is_body(name: str) -> bool:
    """Whether a name is that of an office, not of a person."""
    return bool(_BODY.match(name))


def _is_person(name: str, labelled: bool) -> bool:
    """Two to six words with capitals, or one behind a label."""
    bare = re.sub(r"\b(?:và|&|-|–|,)(?=\s)|,|&|–|(?<=\s)-(?=\s)", " ", name)
    found = [w for w in bare.split() if plain(w.strip(".")) not in word_set("names", "titles")]
    if not found or len(found) > 12 or not all(_WORD.fullmatch(w.strip("()")) for w in found):
        return False
    capital = sum(w[0].isupper() for w in found)
    if capital < len(found) or (len(found) == 1 and not labelled):
        return labelled and len(found) == 1 and found[0][0].isupper()
    if len(found) > 6 and not labelled and not re.search(r"[,&–-]| và ", name):
        return False
    return any(is_syllable(w.strip(".")) or _INITIALS.fullmatch(w) for w in found)
