"""Columns of a Markdown table are aligned by a class.

Python-Markdown writes an inline style for them, which the site's policy forbids.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PREFIX = "text-align: "


class AlignedTables(Extension):
    """`style="text-align: right;"` of a cell becomes `class="right"`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Classes(md), "niengiam-aligned-tables", 5)


class _Classes(Treeprocessor):
    def run(self, root: Element) -> None:
        for name in ("th", "td"):
            for cell in root.iter(name):
                style = cell.attrib.pop("style", "")
                if style.startswith(_PREFIX):
                    cell.set("class", style.removeprefix(_PREFIX).rstrip(";"))
