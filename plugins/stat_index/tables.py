"""Tables of figures: which cells are values, and what their headers say.

Either way round: years across and indicators down, or indicators across and
years down; rows of headers may be several and cells may span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from figures.headers import heads_aims, heads_codes, heads_times, heads_units
from figures.row_numbers import Numbered, numbers_columns
from figures.row_parts import Wholes, is_total
from vntext.fold import fold
from vntext.values import quickly_made

_VALUE = re.compile(
    r"^[^\w]*(?:trên|hơn|gần|khoảng|chừng|tăng|giảm|ước)?\s*[+\-–−≈~<>≥≤]?\s*\d[\d.,\s/%–-]*", re.I
)
_YEAR = re.compile(r"^(?:năm\s+)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\.?$", re.I)
_LABEL = re.compile(
    rf"{_YEAR.pattern}|\d{{1,2}}(?:\.\d{{1,2}})*[.)]\s*[^\W\d]|\d{{1,2}}[A-ZĐ]\d{{0,2}}$|\d{{1,2}} tháng\b"
    r"|(?:trên |dưới )?\d{1,3}(?:\s*[-–]\s*\d{1,3})? tuổi\b", re.I,
)  # fmt: skip
"""Names a row though it begins with a number: 2022, 1. Thu nội địa, 6A, 9 tháng, 18 - 30 tuổi."""
_LETTERED = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"[IVX]{1,4}|[A-ZĐ]|\d{1,3}(?:\.\d{1,2})*")
"""What numbers a row in a column that nothing heads."""
_ORDINAL_HEADERS = frozenset(
    (
        "stt",
        "tt",
        "so tt",
        "so thu tu",
        "no",
        "#",
        "hang",
        "xep hang",
        "thu hang",
        "xep thu",
        "vi thu",
    )
)
#: Tables of one archive have the same few names of columns and rows.
_folded = lru_cache(4_096)(fold)


@quickly_made
@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the source."""

    text: str
    """Words with single spaces."""
    header: bool
    rowspan: int
    colspan: int
    source: Any
    """Whatever the caller knows it by."""


@quickly_made
@dataclass(frozen=True, slots=True)
class ValueCell:
    """A cell that states something, with all that its table says of it."""

    cell: Cell
    row: int
    column: int
    row_header: str
    column_headers: tuple[str, ...]
    """Outermost first."""
    unit: str
    """From a column of units."""
    total: bool
    """In a row that sums up the others."""
    corner: str
    """What heads the names of the rows, where that may tell a period: *Năm 2023*."""
    whole_row: str
    """Of a row that tells a part of one above (*- Nữ*): the label of that one."""
    outer_row: int | None
    """Of a numbered row: the one that it is numbered under."""
    stub_head: str
    """What heads the names of the rows, where these stand in one column: *Xã*, *Chỉ tiêu*."""


def figure_cells(rows: Sequence[Sequence[Cell]]) -> list[ValueCell]:
    """The cells of `rows` that are no headers, in reading order, each once."""
    grid = _expanded(rows)
    if not grid:
        return []
    width = max(len(line) for line in grid)
    top = _header_rows(grid)
    # A row of codes under the headers is no header and no value.
    for number in range(1, min(top + 1, len(grid))):
        if numbers_columns(cell.text for cell in grid[number] if cell is not None):
            del grid[number]
            top -= number < top
            break
    heads = [_column_headers(grid, column, top) for column in range(width)]
    ordinal = {c for c in range(width) if heads[c] and _folded(heads[c][-1]) in _ORDINAL_HEADERS}
    units = {
        c for c in range(width) if heads[c] and heads_units(heads[c][-1], _texts(grid[top:], c))
    }
    ordinal |= {c for c in range(width - 1) if not heads[c] and _numbers_rows(grid[top:], c)}
    codes = {c for c in range(width) if heads[c] and heads_codes(heads[c][-1])}
    ordinal |= codes
    timed = next((c for c in range(width) if heads[c] and heads_times(heads[c][-1])), None)
    labels = _label_columns(grid, top, width, ordinal | units)
    if timed == 0 and not labels:
        labels = [timed]
    named = ", ".join(dict.fromkeys(text for column in labels for text in heads[column]))
    corner = named if any(char.isdigit() for char in named) else ""
    stub_head = heads[labels[0]][-1] if len(labels) == 1 and heads[labels[0]] else ""
    found = []
    seen: set[int] = set()
    wholes, numbered = Wholes(), Numbered()
    for number, line in enumerate(grid[top:], start=top):
        label = _joined(line, labels)
        if labels == [timed] and label.isdigit():
            label = f"{heads[labels[0]][-1]} {label}"
        whole = wholes.of(label) or ""
        before = labels[0] - 1 - (labels[0] - 1 in codes) if labels else -1
        order = _text(line, before) if before >= 0 else ""
        outer = None if whole else numbered.under(number, order or label)
        unit = _joined(line, sorted(units))
        total = is_total(label)
        for column, cell in enumerate(line):
            if cell is None or id(cell) in seen or not cell.text:
                continue
            seen.add(id(cell))
            over = heads[column]
            aim = column in labels and bool(over) and heads_aims(over[-1])
            if (
                column in ordinal
                or column in units
                or cell.header
                or (column in labels and not aim)
            ):
                continue
            named = "" if aim else label
            found.append(
                ValueCell(
                    cell, number, column, named, over, unit, total, corner, whole, outer, stub_head
                )
            )
    return found


def _numbers_rows(lines: list[list[Cell | None]], column: int) -> bool:
    """Whether a column that nothing heads only numbers the rows that the next one names."""
    told = [text for text in _texts(lines, column) if text]
    named = [text for text in _texts(lines, column + 1) if text]
    return (
        bool(told)
        and all(map(_MARK.fullmatch, told))
        and len(named) >= len(told)
        and all(map(_LETTERED.search, named))
    )


def _texts(lines: list[list[Cell | None]], column: int) -> Iterator[str]:
    """What stands in one column."""
    cells = (line[column] for line in lines if column < len(line))
    return (cell.text for cell in cells if cell is not None)


def _expanded(rows: Sequence[Sequence[Cell]]) -> list[list[Cell | None]]:
    """A grid in which a cell stands in every place that it spans."""
    grid: list[list[Cell | None]] = [[] for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            line = grid[number]
            while column < len(line) and line[column] is not None:
                column += 1
            for below in range(number, min(number + cell.rowspan, len(rows))):
                target = grid[below]
                target.extend([None] * (column + cell.colspan - len(target)))
                for place in range(column, column + cell.colspan):
                    target[place] = cell
            column += cell.colspan
    return grid


def _header_rows(grid: list[list[Cell | None]]) -> int:
    """How many rows at the top are headers."""
    count = 0
    for line in grid:
        cells = [cell for cell in line if cell is not None and cell.text]
        if cells and not all(cell.header for cell in cells):
            break
        count += 1
    if count or not grid:
        return min(count + _goes_on(grid, count), len(grid))
    first = [cell for cell in grid[0] if cell is not None and cell.text]
    # Without marked headers: a first row of words or years heads the others.
    heads = first and all(_YEAR.match(c.text) or not _VALUE.match(c.text) for c in first)
    return 1 if heads and len(grid) > 1 else 0


def _goes_on(grid: list[list[Cell | None]], count: int) -> bool:
    """Whether the first row below the headers goes on with them, as Markdown has but one row of them.

    *Hộ nghèo | (nothing)* above *Số hộ | Tỷ lệ %*: no value, and words where the header has none.
    """
    if count != 1 or len(grid) < 3:
        return False
    below = [(cell.text if cell else "") for cell in grid[1]]
    above = [(cell.text if cell else "") for cell in grid[0]]
    told = [text for text in below if text]
    under_none = any(text and not over for over, text in zip(above, below, strict=False))
    values = (text for text in told if _DIGIT.search(text) and not _TIME.match(text))
    return under_none and not below[0] and next(values, None) is None


_DIGIT = re.compile(r"\d")
_TIME = re.compile(rf"{_YEAR.pattern}|(?:ngày\s+)?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}$", re.I)


def _column_headers(grid: list[list[Cell | None]], column: int, top: int) -> tuple[str, ...]:
    texts = []
    for number, line in enumerate(grid[:top]):
        text = _text(line, column)
        if not text and any(_text(lower, column) for lower in grid[number + 1 : top]):
            text = _header_beside(line, column)
        if text and text not in texts:
            texts.append(text)
    return tuple(texts)


def _header_beside(line: list[Cell | None], column: int) -> str:
    """The header to the left, which stands over columns without one where cells cannot span."""
    if any(cell is not None and cell.colspan > 1 for cell in line):
        return ""
    return next(filter(None, (_text(line, left) for left in range(column - 1, 0, -1))), "")


def _text(line: list[Cell | None], column: int) -> str:
    cell = line[column] if column < len(line) else None
    return cell.text if cell is not None else ""


def _label_columns(
    grid: list[list[Cell | None]], top: int, width: int, skipped: set[int]
) -> list[int]:
    """Columns on the left that name their rows."""
    labels: list[int] = []
    for column in range(width):
        if column in skipped:
            continue
        cells = [line[column] for line in grid[top:] if column < len(line)]
        texts = [cell.text for cell in cells if cell is not None and cell.text]
        headers = bool(cells) and all(c is None or c.header for c in cells)
        named = [text for text in texts if _LABEL.match(text) or not _VALUE.match(text)]
        if not (headers or (texts and len(named) == len(texts))):
            break
        labels.append(column)
    # A table of words alone names nothing: its first column does.
    return labels if len(labels) + len(skipped) < width else labels[:1]


def _joined(line: list[Cell | None], columns: Sequence[int]) -> str:
    """The texts of some columns of a row, each cell once."""
    cells = [line[column] for column in columns if column < len(line)]
    unique = dict.fromkeys(cell.text for cell in cells if cell is not None and cell.text)
    return ", ".join(unique)
