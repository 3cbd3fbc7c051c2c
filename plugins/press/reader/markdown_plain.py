"""Articles of plain blocks, written as HTML at once.

Upstream makes a tree of the whole article, has some ten steps walk it, and writes it out.
Most articles are headings, paragraphs, pictures, simple lists and tables, of which each becomes
its few tags whatever stands around it. What else they have (words in brackets, a bold word in a
cell) goes through upstream's steps block by block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import ETX, STX

from pictures.markdown import STEP as PICTURES
from press.reader.markdown_tables import STEP as ALIGNED
from press.reader.markdown_tables import plain_table
from vntext.signs import holds

#: All who have a say in what becomes of an article; where there are others, all is upstream's.
_KNOWN = {
    "preprocessors": ("normalize_whitespace", "fenced_code_block", "html_block"),
    "inlinePatterns": ("backtick", "escape", "so-lieu", "footnote", "reference", "link", "image_link",
                       "image_reference", "short_reference", "short_image_ref", "autolink", "automail",
                       "linebreak", "html", "entity", "em_strong"),
    "treeprocessors": ("footnote", "inline", "footnote-duplicate", "prettify", "attr_list", "abbr",
                       PICTURES, ALIGNED, "unescape"),
    "postprocessors": ("raw_html", "footnote", "amp_substitute"),
}  # fmt: skip
_KNOWN_BLOCKS = ("empty", "so-lieu", "indent", "defindent", "code", "table", "hashheader",
                 "setextheader", "hr", "olist", "ulist", "deflist", "quote", "footnote", "abbr",
                 "reference", "paragraph")  # fmt: skip
#: What opens code, HTML or a sign as it stands, or may define something for other blocks.
_FAR = (STX, ETX, "\r", "\t", "<", "&", "`", "\\")
_FAR_PAIRS = ("\n ", "]:", "] :", ":::", "~~~")
#: A text without these is what it looks like, but for the end of a line.
_MARKS = "*_["
_BREAK = "  \n"
#: How a line of plain words begins: with a letter, what may stand before one, or a picture.
_BEGIN = r"""(?:[^\W\d_]|["“‘(…!])"""
_PLAIN = re.compile(rf"{_BEGIN}[^\n]*(?:\n{_BEGIN}[^\n]*)*")
#: A picture with nothing beside it, neither title nor any sign that means something in Markdown.
_PICTURE = re.compile(r"!\[(?!\^)([^\[\]`\\<&\n]*)\]\(([^\s()\[\]`\\<>&\"']+)\)")
_HEADING = re.compile(r"(#{1,6})([^\\#\n]*)#*(?:\n|\Z)")
_LIST = re.compile(rf"(?:[*+-]|(\d+)\.) [^\n]*(?:\n(?:[*+-] |\d+\. |{_BEGIN})[^\n]*)*")
#: Lists whose items are plain words on one line each.
_BULLETS = re.compile(rf"[*+-] +{_BEGIN}[^\n]*(?:\n[*+-] +{_BEGIN}[^\n]*)*")
_NUMBERS = re.compile(rf"1\. +{_BEGIN}[^\n]*(?:\n\d+\. +{_BEGIN}[^\n]*)*")
_MARKER = re.compile(r"^(?:[*+-]|\d+\.) +", re.MULTILINE)
_TABLE = re.compile(r"\|[^\n]*(?:\n\|[^\n]*)*")

_Block = tuple[str, str]
"""HTML, or else the Markdown that upstream is to write."""


class PlainArticles(Extension):
    """Makes `convert` look first whether an article is plain; add it last, when all is known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        known = all(_are_among(names, getattr(md, steps)) for steps, names in _KNOWN.items())
        if known and _are_among(_KNOWN_BLOCKS, md.parser.blockprocessors):
            md.convert = partial(_converted, md, md.convert)  # type: ignore[method-assign]


def _are_among(names: Collection[str], steps: Any) -> bool:
    return sum(name in steps for name in names) == len(steps)


def _converted(md: Markdown, upstream: Callable[[str], str], source: str) -> str:
    blocks = _blocks(source, "table" in md.parser.blockprocessors and ALIGNED in md.treeprocessors)
    if blocks is None:
        return upstream(source)
    return "\n".join(html or _by_upstream(md, block) for html, block in blocks)


def _by_upstream(md: Markdown, block: str) -> str:
    """The HTML of a block, of which no other need be known."""
    if PICTURES in md.treeprocessors and (picture := _PICTURE.fullmatch(block)):
        written: str = md.treeprocessors[PICTURES].alone(*picture.groups())  # type: ignore[attr-defined]
        return written
    root = Element(md.doc_tag)
    md.parser.parseBlocks(root, [block])
    for step in md.treeprocessors:
        changed = step.run(root)
        root = root if changed is None else changed
    html = md.serializer(root)
    return html[html.index(">") + 1 : html.rindex("<")].strip()


def _blocks(source: str, aligned: bool) -> list[_Block] | None:
    """All blocks of `source`; None where it is not plain, or holds nothing.

    Tables are written at once where their columns are `aligned` by classes.
    """
    if any(map(source.__contains__, _FAR)) or source.startswith(" "):
        return None
    if any(holds(source, pair) for pair in _FAR_PAIRS) or _holds_attributes(source):
        return None
    marks = [mark for mark in _MARKS if mark in source]
    found: list[_Block] = []
    before = ""
    for block in source.strip("\n").split("\n\n"):
        rest = block.lstrip("\n")
        while rest.startswith("#") and (heading := _HEADING.match(rest)):
            found.append(_heading(heading, marks))
            before, rest = "", rest[heading.end() :]
        if not rest:
            continue
        if _PLAIN.fullmatch(rest):
            found.append(_paragraph(rest, marks))
            before = ""
        elif listed := _LIST.fullmatch(rest):
            tag = "ol" if listed[1] else "ul"
            # One list right behind another becomes one with it.
            if before in (tag, _ANY):
                return None
            found.append(_list(rest, tag, marks))
            before = tag if found[-1][0] else _ANY
        elif _TABLE.fullmatch(rest):
            found.append(_table(rest, marks) if aligned else ("", rest))
            before = ""
        else:
            return None
    return found or None


def _holds_attributes(source: str) -> bool:
    """Whether braces in `source` may give an element attributes."""
    # They follow a space, the end of a line or an element; `({static}/…` is an address.
    return not all(before.endswith("(") for before in source.split("{")[:-1])


_ANY = "?"
"""In place of a list's tag: what upstream makes of it may end with either list."""


def _heading(heading: re.Match[str], marks: list[str]) -> _Block:
    level, text = len(heading[1]), heading[2].strip()
    if any(map(text.__contains__, marks)):
        return "", heading[0]
    return f"<h{level}>{_escaped(text)}</h{level}>", ""


def _paragraph(text: str, marks: list[str]) -> _Block:
    present = [mark for mark in marks if mark in text]
    if not present and _BREAK not in text:
        return f"<p>{_escaped(text)}</p>", ""
    bold = _bold_parts(text) if present == ["*"] and "\n" not in text else None
    if bold is None:
        return "", text
    texts = map(_escaped, bold)
    first = next(texts)
    pairs = zip(texts, texts, strict=True)
    return f"<p>{first}{''.join(f'<strong>{w}</strong>{a}' for w, a in pairs)}</p>", ""


def _bold_parts(text: str) -> list[str] | None:
    """`text` cut at its pairs of stars, every second part bold; None where not all are such."""
    parts = text.split("**")
    bold = parts[1::2]
    whole = len(parts) % 2 and all(words and words == words.strip() for words in bold)
    return parts if whole and not any("*" in part for part in parts) else None


def _list(block: str, tag: str, marks: list[str]) -> _Block:
    text = _MARKER.sub("", block)
    simple = _NUMBERS if tag == "ol" else _BULLETS
    if any(map(text.__contains__, marks)) or not simple.fullmatch(block):
        return "", block
    items = _escaped(text).replace("\n", "</li>\n<li>")
    return f"<{tag}>\n<li>{items}</li>\n</{tag}>", ""


def _table(block: str, marks: list[str]) -> _Block:
    table = None if any(map(block.__contains__, marks)) else plain_table(_escaped(block))
    return (table, "") if table else ("", block)


def _escaped(text: str) -> str:
    """As upstream writes a text without the other signs of HTML."""
    return text.replace(">", "&gt;") if ">" in text else text
