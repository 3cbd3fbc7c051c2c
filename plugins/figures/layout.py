"""Plain text cut into pieces: paragraphs, list items and the cells of pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from figures.model import Block
from figures.tables.grid import Cell, figure_cells
from figures.tables.plain_rows import plain_table
from vntext.sentences import sentences

_ITEM = re.compile(
    r"\s*(?:[-–—•*+●▪►✓]|\d{1,2}[.)]|(?:\d{1,2}\.){2,3}|\d{1,2}(?:\.\d{1,2}){1,2}(?=\s+[^\W\da-z])|[a-zđ][.)])"
    r"\s+(?=\S)|\s*[-–•*+](?=[A-ZĐÀ-Ý])"
)
_BULLETS = frozenset("-–—•*+●▪►✓")
_LEADS_IN = ("trong đó:", "gồm:", "cụ thể:")
"""How an item ends that leads in a list of its own with another mark, where nothing is indented."""
_RULE_ROW = re.compile(r"\s*\|?[\s:|-]+\|?\s*")


@dataclass(slots=True)
class Piece:
    """One stretch of a block that is read by itself."""

    block: Block
    """The block, with its cell's headers where the piece is a cell of a pipe table."""
    index: int
    """Of the block in the document."""
    start: int
    end: int
    lead: Piece | None = None
    """The piece that introduces the list in which this one is an item."""
    mark: str = ""
    """What marks it as an item of a list: -, 2.1., a)."""


def pieces(block: Block, index: int, text: str) -> list[Piece]:
    """The pieces of `text`, the NFC form of the text of `block`."""
    if block.kind in ("heading", "table_cell") or "\n" not in text:
        return [Piece(block, index, 0, len(text))]
    return list(_lines(block, index, text))


def _lines(block: Block, index: int, text: str) -> Iterator[Piece]:
    rows: list[tuple[int, int]] = []
    begin: int | None = None
    lead: Piece | None = None
    outer: tuple[str, int, Piece | None] | None = None
    """The mark and indent of the item that leads in a list of its own, and what led it in."""
    item, indent = "", 0
    start = 0
    table = 0
    plain = 0
    """Where the last table of plain lines ends."""
    caption: tuple[int, int] | None = None

    def paragraph(end: int) -> Piece:
        listed = bool(item) and block.kind == "paragraph"
        kind_of = replace(block, kind="list_item") if listed else block
        return Piece(kind_of, index, begin or 0, end, lead if item else None, item)

    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if start < plain:
            start = end
            continue
        told = None if rows or _is_row(line) else plain_table(text, start)
        is_row = (
            _is_row(line) and len(line.strip()) > 2 and bool(rows or _is_row(_line_at(text, end)))
        )
        is_item = _ITEM.match(line)
        mark, inset = is_item[0].strip() if is_item else "", len(line) - len(line.lstrip())
        if begin is not None and (told or is_row or is_item or not line.strip()):
            piece = paragraph(start)
            if not item:
                lead, outer = piece, None
            elif (
                item in _BULLETS
                and outer is None
                and text[begin:start].rstrip().endswith(":" if inset > indent else _LEADS_IN)
            ):
                lead, outer = piece, (item, indent, lead)
            caption = (begin, start)
            yield piece
            begin = None
        if told is not None:
            yield from _cells(block, index, text, told[0], table, caption)
            table, plain, caption = table + 1, told[1], None
        elif is_row:
            rows.append((start, end))
        else:
            if rows:
                yield from _cells(block, index, text, _piped(text, rows), table, caption)
                rows, table = [], table + 1
            if line.strip():
                if outer is not None and mark == outer[0] and inset <= outer[1]:
                    lead, outer = outer[2], None
                if begin is None:
                    begin, item, indent = start, mark, inset
                elif item and not line[:1].isspace() and text[start - 2 : start - 1] in ".;:":
                    yield paragraph(start)
                    begin, item = start, ""
        start = end
    if begin is not None:
        yield paragraph(len(text))
    if rows:
        yield from _cells(block, index, text, _piped(text, rows), table, caption)


def caption_in(above: str) -> str:
    """The caption of a table in the paragraph above it: its last sentence."""
    words = " ".join(above.split())
    begin, end = sentences(words)[-1]
    return words[begin:end]


def _is_row(line: str) -> bool:
    """Whether a line may be a row of a table, its cells parted by pipes or, as pasted, by tabs."""
    return "|" in line or line.strip().count("\t") > 1


def _line_at(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)]


def _cells(
    block: Block,
    index: int,
    text: str,
    lines: list[list[Cell]],
    table: int,
    above: tuple[int, int] | None,
) -> Iterator[Piece]:
    """The cells of a table."""
    title = caption_in(text[slice(*above)]) if above else block.caption
    for place in figure_cells(lines):
        yield Piece(place.block(block, -1 - table, title), index, *place.cell.source)


def _piped(text: str, rows: list[tuple[int, int]]) -> list[list[Cell]]:
    """The cells of a pipe table; the rows above its line of dashes are headers."""
    framed = all(text[slice(*row)].lstrip().startswith("|") for row in rows)
    rule = next((at for at, row in enumerate(rows) if _RULE_ROW.fullmatch(text, *row)), 0)
    return [
        [
            Cell(" ".join(text[slice(*cell)].split()), at < rule <= _MOST_HEADERS, 1, 1, cell)
            for cell in _row(text, *row, framed=framed)
        ]
        for at, row in enumerate(rows)
        if not _RULE_ROW.fullmatch(text, *row)
    ]


_MOST_HEADERS = 3
"""As many rows may stand above the line that ends the headers."""


def _row(text: str, start: int, end: int, *, framed: bool) -> list[tuple[int, int]]:
    """Where the cells of a row stand; of a table without a frame its first may be empty."""
    cells: list[tuple[int, int]] = []
    begin = start
    sign = "|" if "|" in text[start:end] else "\t"
    for at in [*(i for i in range(start, end) if text[i] == sign), end]:
        left, right = begin, at
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        cells.append((left, right))
        begin = at + 1
    if framed and cells and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    if cells and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    return cells
