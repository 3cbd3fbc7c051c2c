"""Markdown extension: the editor's marks.

A fenced block sets period, organisation or kind for all figures in it::

    ::: số liệu kỳ="2022" loại="chỉ tiêu"
    Mở 45 lớp, nghiệm thu 3 đề tài cấp tỉnh.
    :::

A mark in the line speaks of one figure::

    [50 đề tài]{chỉ tiêu="đề tài khoa học" cấp="cấp trường" kỳ="2022"}
    [10 trường]{không phải số liệu}
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from findings import Saying
from stat_index.marking.mark_words import parse_mark
from stat_index.marking.marks import RAW, SCOPE, Mark, MarkError

_OPEN = re.compile(r"^:::+[ \t]*(?:s[ốo][ \t]+li[ệe]u|figures)\b(?P<rest>[^\n]*)$", re.M | re.I)
_CLOSE = re.compile(r"^:::+[ \t]*$", re.M)
_INLINE = r"\[([^\[\]]+)\]\{(?!:)([^{}]+)\}"
# Before links, after code and backslashes.
_INLINE_PRIORITY = 175
_BLOCK_PRIORITY = 95
_OPEN_BLOCK = Saying(
    "khối chưa đóng; thêm một dòng ::: ở cuối khối",
    "the block never ends; add a line ::: at its end",
)


class FigureMarks(Extension):
    """Both marks."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.inlinePatterns.register(_InlineMark(_INLINE, md), "so-lieu", _INLINE_PRIORITY)
        md.parser.blockprocessors.register(_FencedMark(md.parser), "so-lieu", _BLOCK_PRIORITY)


class _InlineMark(InlineProcessor):
    """`[50 đề tài]{…}` becomes a span that carries the mark."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Called by Python-Markdown."""
        text, written = m.group(1), m.group(2)
        attributes: dict[str, str]
        try:
            attributes = parse_mark(written, inline=True).attributes()
        except MarkError as error:
            if "=" not in written and not any(char.isdigit() for char in text):
                return None, None, None
            attributes = error.attributes()
        span = etree.Element("span", {SCOPE: "inline", RAW: "{" + written + "}", **attributes})
        span.text = text
        return span, m.start(0), m.end(0)


class _FencedMark(BlockProcessor):
    """`::: số liệu …` to `:::` becomes a division that carries the mark."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether a fence opens in `block`."""
        return _fence(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Parses what stands before the fence, in it and, later, after it."""
        block = blocks.pop(0)
        fence = _fence(block)
        assert fence is not None
        if before := block[: fence.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        inner, closed = _take_inner(block[fence.end() :].lstrip("\n"), blocks)
        attributes = _block_attributes(fence, closed)
        division = etree.SubElement(parent, "div", attributes)
        self.parser.parseBlocks(division, inner)


def _fence(block: str) -> re.Match[str] | None:
    """The opening line of a fence in `block`."""
    return _OPEN.search(block) if ":::" in block else None


def _take_inner(first: str, blocks: list[str]) -> tuple[list[str], bool]:
    """The blocks up to the closing fence, which leave `blocks`; False when none closes."""
    inner: list[str] = []
    rest = first
    while True:
        if closing := _CLOSE.search(rest):
            inner.append(rest[: closing.start()].rstrip("\n"))
            if after := rest[closing.end() :].lstrip("\n"):
                blocks.insert(0, after)
            return [block for block in inner if block.strip()], True
        inner.append(rest)
        if not blocks:
            return [block for block in inner if block.strip()], False
        rest = blocks.pop(0)


def _block_attributes(fence: re.Match[str], closed: bool) -> dict[str, str]:
    raw = fence[0].strip()
    common = {SCOPE: "block", RAW: raw}
    try:
        mark: Mark = parse_mark(fence["rest"], inline=False)
        if not closed:
            raise MarkError(_OPEN_BLOCK)
    except MarkError as error:
        return {**common, **error.attributes()}
    return {**common, **mark.attributes()}
