"""Paragraphs of plain words, taken for such at once.

Upstream (`blockparser.py`, `parseBlocks`) asks some sixteen processors of every
block; each looks for a sign at the beginning of a line, and most blocks have none.
It puts them in order anew for each block, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.util import Registry

#: A line of plain words begins with a letter or what may stand before one in a sentence, or is a
#: picture.
BEGIN = r"""(?:[^\W\d_]|["“‘(…!])"""
PLAIN = re.compile(rf"{BEGIN}[^\n]*(?:\n{BEGIN}[^\n]*)*")
#: Processors of Python-Markdown and ours that take no block whose lines begin so.
KNOWN = frozenset(
    ("empty", "so-lieu", "indent", "defindent", "code", "table", "hashheader", "setextheader", "hr",
     "olist", "ulist", "deflist", "quote", "footnote", "abbr", "reference", "paragraph")
)  # fmt: skip


class PlainParagraphs(Extension):
    """Asks before all others; add it last, when all processors are known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        processors = md.parser.blockprocessors
        names = {name for name in KNOWN if name in processors}
        if len(names) == len(processors):
            processors.register(_Plain(md.parser), "niengiam-plain", 200)
        md.parser.blockprocessors = _Settled(processors)


class _Settled(Registry[BlockProcessor]):
    """Processors to which nobody adds any more."""

    def __init__(self, processors: Registry[BlockProcessor]) -> None:
        super().__init__()
        vars(self).update(vars(processors))
        self._in_order = tuple(processors)

    def __iter__(self) -> Iterator[BlockProcessor]:
        return iter(self._in_order)


class _Plain(ParagraphProcessor):
    def test(self, parent: Element, block: str) -> bool:
        """Called by Python-Markdown."""
        return PLAIN.fullmatch(block) is not None
