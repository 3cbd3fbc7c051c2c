"""An HTML table → a block for each of its cells that states something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from figures import Block
from stat_index import tables
from stat_index.inline import InlineMark, Piece, inline_text
from stat_index.tree import Element


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
    for place in tables.figure_cells(grid):
        said = texts[id(place.cell.source)]
        unit = f"Đơn vị tính: {place.unit}" if place.unit else ""
        block = Block(
            said.text,
            "table_cell",
            heading=heading,
            table=number,
            row=place.row,
            column=place.column,
            row_header=place.row_header or None,
            column_headers=place.column_headers,
            whole_row=place.whole_row or None,
            outer_row=place.outer_row,
            stub_head=place.stub_head or None,
            caption=". ".join(part for part in (place.corner, title, unit) if part) or None,
            total=place.total,
        )
        yield block, said, place.cell.source


def _plain(cell: Element, text: str) -> tables.Cell:
    words = " ".join(text.split())
    spans = _span(cell, "rowspan"), _span(cell, "colspan")
    return tables.Cell(words, cell.name == "th", *spans, cell)


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
