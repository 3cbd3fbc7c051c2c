"""Columns of a Markdown table are aligned by a class.

Python-Markdown writes an inline style for them, which the site's policy forbids.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PREFIX = "text-align: "
#: The name of the step that sets the classes.
STEP = "niengiam-aligned-tables"


class AlignedTables(Extension):
    """`style="text-align: right;"` of a cell becomes `class="right"`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Classes(md), STEP, 5)


class _Classes(Treeprocessor):
    def run(self, root: Element) -> None:
        for name in ("th", "td"):
            for cell in root.iter(name):
                style = cell.attrib.pop("style", "")
                if style.startswith(_PREFIX):
                    cell.set("class", style.removeprefix(_PREFIX).rstrip(";"))


def plain_table(text: str) -> str | None:
    """The HTML of a table whose cells are words; None where that is not sure.

    `text` is HTML already but for the borders, of which each of its lines begins with one.
    """
    lines = [line.strip(" ") for line in text.split("\n")]
    if len(lines) < 3 or not all(line.endswith("|") for line in lines):
        return None
    head, rule, *rows = [[cell.strip(" ") for cell in line[1:-1].split("|")] for line in lines]
    if len(rule) != len(head) or not set("".join(rule)) <= set(":- "):
        return None
    kinds = [_ALIGNED[column.startswith(":"), column.endswith(":")] for column in rule]
    body = "".join([_row("td", row, kinds) for row in rows])
    return f"<table>\n<thead>\n{_row('th', head, kinds)}</thead>\n<tbody>\n{body}</tbody>\n</table>"


_ALIGNED = {
    (False, False): "",
    (True, False): ' class="left"',
    (False, True): ' class="right"',
    (True, True): ' class="center"',
}


def _row(tag: str, cells: Sequence[str], kinds: Sequence[str]) -> str:
    """A row of as many cells as there are `kinds`, whatever was written."""
    written = zip(kinds, chain(cells, repeat("")), strict=False)
    inner = "".join([f"<{tag}{kind}>{cell}</{tag}>\n" for kind, cell in written])
    return f"<tr>\n{inner}</tr>\n"
