"""An HTML table → a block for each of its cells that states something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from figures import Block
from figures.tables.grid import Cell, figure_cells
from stat_index.html.inline import InlineMark, Piece, inline_text
from stat_index.html.tree import Element


class CellText(NamedTuple):
    """What `inline_text` gives for a cell."""

    text: str
    pieces: list[Piece]
    marks: list[InlineMark]


def table_blocks(
    table: Element, number: int, before: str, heading: str | None, marked: list[Element]
) -> Iterator[tuple[Block, CellText, Element]]:
    """Each value of `table` with its text and the cell it stands in, in reading order.

    `number` tells it from other tables; `before` is what introduces it where it has no
    caption; elements that carry a mark are added to `marked`.
    """
    rows = [_cells(row) for row in _rows(table)]
    texts = {
        id(cell): CellText(*inline_text(cell.children, marked)) for row in rows for cell in row
    }
    grid = [[_plain(cell, texts[id(cell)].text) for cell in row] for row in rows]
    caption = next((e for e in table.elements if e.name == "caption"), None)
    title = " ".join(caption.text.split()) if caption else before
    for place in figure_cells(grid):
        said = texts[id(place.cell.source)]
        base = Block(said.text, heading=heading)
        yield place.block(base, number, title or None), said, place.cell.source


def _plain(cell: Element, text: str) -> Cell:
    words = " ".join(text.split())
    spans = _span(cell, "rowspan"), _span(cell, "colspan")
    return Cell(words, cell.name == "th", *spans, cell)


def _rows(table: Element) -> list[Element]:
    """Rows of this table, not of tables inside its cells."""
    rows: list[Element] = []
    for child in table.children:
        if isinstance(child, Element):
            if child.name == "tr":
                rows.append(child)
            elif child.name in ("thead", "tbody", "tfoot"):
                rows += _rows(child)
    return rows


def _cells(row: Element) -> list[Element]:
    return [c for c in row.children if isinstance(c, Element) and c.name in ("td", "th")]


def _span(cell: Element, name: str) -> int:
    """A rowspan or colspan within reason."""
    value = cell.get(name)
    if value is None or not re.fullmatch(r"\d{1,3}", value, re.ASCII):
        return 1
    return min(max(int(value), 1), 100)
