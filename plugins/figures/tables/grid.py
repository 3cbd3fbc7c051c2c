"""Tables of figures, from a text or a page: which cells are values, and what their table says of each.

Either way round: years across and indicators down, or indicators across and years down; rows of
headers may be several, and cells may span or stand empty where they would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from figures.model import Block
from figures.tables.header_rows import header_rows, planned_year
from figures.tables.headers import (
    heads_aims,
    heads_codes,
    heads_times,
    heads_units,
    names_time,
    tells_time,
)
from figures.tables.row_numbers import Numbered, level_of, numbers_columns
from figures.tables.row_parts import Wholes, continues_total, is_total, only_sums
from figures.tables.row_sections import sections_of
from vntext.fold import fold
from vntext.values import quickly_made

_VALUE = re.compile(
    r"^[^\w]*(?:trên|hơn|gần|khoảng|chừng|tăng|giảm|ước)?\s*[+\-–−≈~<>≥≤]?\s*\d[\d.,\s/%–-]*", re.I
)
_YEAR = r"(?:năm\s+)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\.?"
_LABEL = re.compile(
    rf"(?:(?:ước|sơ bộ|dự kiến|kế hoạch)(?: thực hiện)? )?{_YEAR}$|\d{{1,2}}(?:\.\d{{1,2}})*[.)]\s*[^\W\d]|\d{{1,2}}[A-ZĐ]\d{{0,2}}$|\d{{1,2}} tháng\b"
    r"|(?:trên |dưới |tròn |đủ |từ )?\d{1,3}(?:\s*[-–]\s*\d{1,3})? tuổi\b", re.I,
)  # fmt: skip
"""Names a row though it begins with a number: 2022, 1. Thu nội địa, 6A, 9 tháng, 18 - 30 tuổi."""
_DAY = re.compile(r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?", re.I)
"""Names a row in a first column of nothing but days."""
_LETTERED = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"[IVX]{1,4}|[A-ZĐa-zđ]|\d{1,3}(?:\.\d{1,2})*")
"""What numbers a row in a column that nothing heads."""
_FIRST = frozenset({"1", "01", "I", "A", "a"})
_ORDINAL_HEADERS = frozenset(
    ("stt", "tt", "so tt", "so thu tu", "thu tu", "no", "#", "hang", "xep hang", "thu hang", "xep thu", "vi thu")
)  # fmt: skip
_TELLS_ALL = re.compile(r"\d|đvt|đơn vị tính", re.I)
"""In what heads the labels of rows: it is said of the whole table."""
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
    group: str
    """What the row stands under with others, in a column of its own: *Vùng cao*."""
    section: str
    """What the row stands under with others, in a row above, where its label comes again elsewhere."""
    column_headers: tuple[str, ...]
    """Outermost first."""
    told: tuple[str, ...]
    """What else the table says: the year of its plans, what heads the labels, the unit of the row."""
    total: bool
    """In a row that sums up the others."""
    whole_row: str | None
    """Of a row that tells a part of one above (*- Nữ*): the label of that one."""
    outer_row: int | None
    """Of a numbered row: the one that it is numbered under."""
    stub_head: str
    """What heads the labels of the rows: *Xã*, *Chỉ tiêu*."""

    def told_of(self, title: str | None) -> tuple[str, ...]:
        """What its table says besides the title, without the year of its plans where that tells a time."""
        return self.told[1:] if title and tells_time(title) else self.told

    def block(self, base: Block, table: int, title: str | None) -> Block:
        """`base` as the block of this cell, in a table of that number and title."""
        return replace(
            base, kind="table_cell", table=table, row=self.row, column=self.column,
            row_header=self.row_header or None, group=self.group or None,
            section=self.section or None, column_headers=self.column_headers,
            whole_row=self.whole_row, outer_row=self.outer_row, stub_head=self.stub_head or None,
            caption="\n".join(filter(None, (title, *self.told_of(title)))) or None,
            total=self.total,
        )  # fmt: skip


def figure_cells(rows: Sequence[Sequence[Cell]]) -> list[ValueCell]:
    """The cells of `rows` that are no headers, in reading order, each once."""
    grid = _expanded(rows)
    if not grid:
        return []
    width = max(len(line) for line in grid)
    top = header_rows([[(c.text, c.header) if c else ("", False) for c in line] for line in grid])
    # A row of codes under the headers is no header and no value.
    for number in range(1, min(top + 1, len(grid))):
        if numbers_columns(cell.text for cell in grid[number] if cell is not None):
            del grid[number]
            top -= number < top
            break
    return list(_values(grid, top, width))


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each column of a table is for."""

    heads: list[tuple[str, ...]]
    last: list[str]
    """The innermost header of each, empty for none."""
    ordinal: list[int]
    units: list[int]
    labels: list[int]
    naming: list[int]
    """Of the labels those that name the rows: the first, or groups or times and what they hold."""
    silent: frozenset[int]
    """Those in which no value stands."""

    @property
    def stub_head(self) -> str:
        """What heads the names of the rows."""
        return self.last[self.naming[-1]] if self.naming else ""

    def told(self) -> tuple[str, str]:
        """What the headers say of the whole table: the year of its plans, a year or a unit of the labels."""
        above = ", ".join(dict.fromkeys(self.last[at] for at in self.naming if self.last[at]))
        year = planned_year(self.heads, self.stub_head)
        return year, above if _TELLS_ALL.search(above) else ""


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says of its cells."""

    label: str
    group: str
    unit: str
    total: bool
    whole: str | None
    outer: int | None


def _columns(grid: list[list[Cell | None]], top: int, width: int) -> _Columns:
    body = grid[top:]
    heads = [_column_headers(grid, column, top) for column in range(width)]
    last = [over[-1] if over else "" for over in heads]
    ordinal = [c for c in range(width) if _folded(last[c]) in _ORDINAL_HEADERS]
    ordinal += [c for c in range(width - 1) if c not in ordinal and _numbers_rows(body, c, last[c])]
    codes = [c for c in range(width) if heads_codes(last[c])]
    units = [c for c in range(width) if last[c] and heads_units(last[c], _texts(body, c))]
    labels = _label_columns(grid, top, width, {*ordinal, *codes, *units})
    if not labels and last and heads_times(last[0]):
        labels = [0]
    naming = labels if _are_grouped(body, labels) else labels[:1]
    silent = frozenset({*ordinal, *codes, *units, *labels})
    return _Columns(heads, last, ordinal, units, labels, naming, silent)


def _rows(body: list[list[Cell | None]], columns: _Columns, top: int) -> Iterator[_Row]:
    """The rows below the headers, in order."""
    naming = columns.naming
    orders = [next(filter(None, (_text(line, at) for at in columns.ordinal)), "") for line in body]
    wholes, numbered, group = Wholes(), Numbered(), ""
    for place, line in enumerate(body):
        item, order = _text(line, naming[-1]) if naming else "", orders[place]
        if not item and order and not _MARK.fullmatch(order):
            # Cộng in the column of numbers.
            item = order
        if item.isdigit() and heads_times(columns.stub_head):
            item = f"{columns.stub_head} {item}"
        outermost = _joined(line, naming[:-1])
        if not item:
            # Tổng over the groups.
            item, outermost = outermost, ""
        group = outermost or group
        whole = wholes.of(item or None)
        outer = numbered.under(top + place, order or item) if whole is None else None
        sums = is_total(item)
        # What counts its own and is numbered like the next sums nothing up: 1 | Tổng nguồn vốn.
        beside = bool(order) and place + 1 < len(body)
        beside = beside and level_of(order) == level_of(orders[place + 1])
        if sums and beside and naming and not only_sums(item):
            sums = continues_total(item, _text(body[place + 1], naming[-1]))
        timed = bool(group) and names_time(group) and not is_total(item)
        label, over = (f"{group}, {item}", "") if timed else (item, group)
        yield _Row(label, over, _joined(line, columns.units), sums, whole, outer)


def _values(grid: list[list[Cell | None]], top: int, width: int) -> Iterator[ValueCell]:
    columns, body = _columns(grid, top, width), grid[top:]
    told, stub_head = columns.told(), columns.stub_head
    rows = list(_rows(body, columns, top))
    sections = sections_of([row.label for row in rows], [_heads(line, columns) for line in body])
    seen: set[int] = set()
    for number, (row, section) in enumerate(zip(rows, sections, strict=True), start=top):
        unit = f"Đơn vị tính: {row.unit}" if row.unit else ""
        for column, cell in enumerate(grid[number]):
            if cell is None or id(cell) in seen or not cell.text:
                continue
            seen.add(id(cell))
            aim = column in columns.labels and heads_aims(columns.last[column])
            if cell.header or (column in columns.silent and not aim):
                continue
            yield ValueCell(
                cell, number, column, "" if aim else row.label, row.group, section, columns.heads[column],
                (*told, unit), row.total, row.whole, row.outer, stub_head,
            )  # fmt: skip


def _heads(line: list[Cell | None], columns: _Columns) -> bool:
    """Whether a row has a name and no value: its cells are empty, or the name spans them."""
    names = {id(line[at]) for at in columns.naming if at < len(line)}
    values = (cell for at, cell in enumerate(line) if at not in columns.silent and cell is not None)
    return not any(cell.text and id(cell) not in names for cell in values)


def _numbers_rows(lines: list[list[Cell | None]], column: int, header: str) -> bool:
    """Whether a column, whatever heads it, only numbers from one on the rows that the next one names."""
    told = [text for text in _texts(lines, column) if text]
    named = [text for text in _texts(lines, column + 1) if text]
    return (
        bool(told)
        and (not header or (told[0] in _FIRST and not heads_times(header)))
        and all(map(_MARK.fullmatch, told))
        and len(named) >= len(told)
        and all(map(_LETTERED.search, named))
    )


def _texts(lines: list[list[Cell | None]], column: int) -> list[str]:
    """What stands in one column."""
    cells = (line[column] for line in lines if column < len(line))
    return [cell.text for cell in cells if cell is not None]


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
    cell = line[column] if 0 <= column < len(line) else None
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
        dated = not labels and bool(texts) and all(map(_DAY.fullmatch, texts))
        named = (
            texts
            if dated
            else [text for text in texts if _LABEL.match(text) or not _VALUE.match(text)]
        )
        # The first may begin with a number now and then: 100% cán bộ được tập huấn.
        lettered = not labels and bool(named) and all(map(_LETTERED.search, texts))
        if not (headers or (texts and len(named) == len(texts)) or lettered):
            break
        labels.append(column)
    # A table of words alone names nothing: its first column does.
    return labels if len(labels) + len(skipped) < width else labels[:1]


def _are_grouped(body: list[list[Cell | None]], labels: list[int]) -> bool:
    """Whether the first labels are of several rows each, or times: then the last ones name the rows within."""
    if len(labels) < 2:
        return False
    first = [_text(line, labels[0]) for line in body]
    told = [text for text in first if text]
    return len(set(told)) < len(body) or (bool(told) and all(map(names_time, told)))


def _joined(line: list[Cell | None], columns: Sequence[int]) -> str:
    """The texts of some columns of a row, each cell once."""
    cells = [line[column] for column in columns if column < len(line)]
    unique = dict.fromkeys(cell.text for cell in cells if cell is not None and cell.text)
    return ", ".join(unique)
