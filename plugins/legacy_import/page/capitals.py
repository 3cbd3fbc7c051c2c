"""The first letter of a text, where the old page drew it as a picture and a copy lost it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import NavigableString, Tag

from legacy_import.letters.syllables import is_syllable
from legacy_import.lexicon import plain, words
from legacy_import.page.blocks import Block
from legacy_import.page.tree import above

_FIRST = re.compile(r"\W*(?P<word>[^\W\d_]+)")
_BEFORE_TIME = re.compile(r"\d{1,2}[/.-]\d|ngày\b|nay\b|hôm\b|qua\b|mùng\b", re.IGNORECASE)
_LETTER_FILE = re.compile(
    r"(?:^|[/_-])(?:drop|cap|chu|letter|initial)?[_-]?([a-zđ]{1,2})\.(?:png|gif|jpe?g)",
    re.IGNORECASE,
)
_CLASS_LETTER = re.compile(r"(?:drop|cap|letter|initial)[_-]?([a-zđ])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Restored:
    """A first word as it was, and whether that is certain; empty letters if it is not."""

    word: str
    letters: str


def lost_capital(block: Block, told: tuple[str, ...], root: Tag) -> Restored | None:
    """What the text's first word lost; None if it begins as it should.

    `told` are other tellings of the beginning: the page's description, the title.
    """
    match = _FIRST.match(block.text)
    if not match or not match["word"][0].islower() or match.start("word") > 1:
        return None
    word = match["word"]
    behind = block.text[match.end() :].split()[:3]
    for letters in (
        _drawn(block),
        _told(block.text[match.start("word") :], told),
        _only(word, behind),
    ):
        if letters and is_syllable(letters + word):
            return Restored(word, letters[0].upper() + letters[1:])
    return Restored(word, "")


def put_back(root: Tag) -> list[str]:
    """Replaces pictures of first letters by the letter they show; the words so mended."""
    mended: list[str] = []
    for image in root.find_all("img"):
        letter = _letter(image)
        following = image.find_next(string=lambda s: bool(s and s.strip()))
        match = _FIRST.match(str(following)) if letter and following else None
        if (
            following is None
            or match is None
            or not match["word"][0].islower()
            or match.start("word")
        ):
            continue
        if is_syllable(letter + match["word"]):
            mended.append(letter.upper() + match["word"])
            following.replace_with(NavigableString(letter.upper() + str(following)))
            image.decompose()
    return mended


def _letter(image: Tag) -> str:
    """The letter that a picture is said to show, or named after; empty for none."""
    for name in ("alt", "title"):
        if re.fullmatch(r"[^\W\d_]", str(image.get(name, "")).strip()):
            return str(image[name]).strip()
    match = _LETTER_FILE.search(str(image.get("src", "")))
    return match[1] if match else ""


def _drawn(block: Block) -> str:
    """The letter that an element before the text shows, by its picture or its name."""
    first = block.nodes[0]
    near = [t for t in block.nodes[:2] if isinstance(t, Tag)]
    previous = first.find_previous(["img", "span", "div", "b", "i"])
    if isinstance(previous, Tag):
        near.append(previous)
    near += list(above(first))[:1]
    for tag in near:
        for value in (
            str(tag.get("alt", "")),
            str(tag.get("title", "")),
            str(tag.get("aria-label", "")),
        ):
            if re.fullmatch(r"[^\W\d_]{1,2}", value):
                return value
        style = f"{tag.get('src', '')} {tag.get('style', '')}"
        if match := _LETTER_FILE.search(style):
            return match[1]
        for name in tag.get("class") or []:
            if match := _CLASS_LETTER.search(name):
                return match[1]
    return ""


def _told(text: str, told: tuple[str, ...]) -> str:
    """The letters before the same words in another telling."""
    beginning = " ".join(text.split()[:5])
    for other in told:
        at = other.find(beginning)
        if 0 < at <= 3 and re.fullmatch(r"[^\W\d_]+", other[:at]):
            return other[:at]
    return ""


def _only(word: str, behind: list[str]) -> str:
    """The letters that make one, and only one, usual opening of a report: first one, then two."""
    rest = plain(" ".join([word, *behind]))
    openings = words("openings", "times" if _BEFORE_TIME.match(" ".join(behind)) else "words")
    for cut in (1, 2):
        found = {opening[:cut] for opening in openings if _begins(rest, opening[cut:])}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _begins(rest: str, tail: str) -> bool:
    """Whether `rest` begins with the words of `tail`, the first of them no single letter."""
    return len(tail.partition(" ")[0]) > 1 and (rest == tail or rest.startswith(f"{tail} "))


def joined_capital(blocks: list[Block]) -> tuple[int, str] | None:
    """A block that holds only the first letter of the block behind it: its index and letter."""
    for at, block in enumerate(blocks[:4]):
        if block.kind == "text" and re.fullmatch(r"[^\W\d_]", block.text) and at + 1 < len(blocks):
            nxt = blocks[at + 1]
            if nxt.kind == "text" and nxt.text[:1].islower():
                return block.index, block.text
    return None
