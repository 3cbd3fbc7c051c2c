"""A cell of a table as HTML.

Tables of an archive have hundreds of thousands of cells: as macros of a template they took
most of the time that the index takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from markupsafe import Markup, escape

from vntext.numbers import format_number

#: So many letters of a number stand in a column; lines break after blanks and dashes.
_COLUMN = 10
_BREAKS = re.compile(r"[\s–]")
_OR = '<br><span class="sl-or">hoặc</span> '


class Value(Protocol):
    """One value of a cell."""

    @property
    def text(self) -> str: ...
    @property
    def address(self) -> str: ...


class Cell(Protocol):
    """What is written of a cell."""

    @property
    def period(self) -> str: ...
    @property
    def values(self) -> Sequence[Value]: ...
    @property
    def more(self) -> int: ...
    @property
    def disputed(self) -> bool: ...
    @property
    def corrected(self) -> bool: ...
    @property
    def contradiction(self) -> str: ...
    @property
    def change(self) -> str: ...
    @property
    def percent(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def number(self) -> str: ...


def cell_html(cell: Cell, root: str) -> Markup:
    """The values, each a link to its sentence, and the marks; `root` leads to the site's root."""
    return Markup(_content(cell, root))


def marks_html(cell: Cell) -> Markup:
    """What a value is marked with; the same signs stand in the legend."""
    return Markup("".join(_marks(cell)))


def row_html(columns: Sequence[Sequence[Cell]], root: str) -> Markup:
    """A table cell for each of `columns`, with what the script sorts by and shows instead."""
    return Markup("\n".join(_column(cells, root) for cells in columns))


def _column(cells: Sequence[Cell], root: str) -> str:
    if not cells:
        return "<td></td>"
    long = ' class="sl-long"' if any(map(_long, cells)) else ""
    return f"<td{long}{_data(cells[0])}>{'<br>'.join(_content(cell, root) for cell in cells)}</td>"


def _long(cell: Cell) -> bool:
    """Whether something in it needs more room than a column has, and cannot be broken."""
    texts = (*(value.text for value in cell.values), cell.change)
    return any(
        len(word) > _COLUMN for text in texts if len(text) > _COLUMN for word in _BREAKS.split(text)
    )


def _data(cell: Cell) -> str:
    told = (("change", cell.change), ("percent", cell.percent), ("why", cell.why))
    return f' data-value="{escape(cell.number)}"' + "".join(
        f' data-{name}="{escape(text)}"' for name, text in told if text
    )


def _content(cell: Cell, root: str) -> str:
    text = _OR.join(
        f'<a href="{root}/{escape(value.address)}">{escape(value.text)}</a>'
        for value in cell.values
    )
    if cell.more:
        more = format_number(cell.more)
        text += f'<br><span class="sl-or sl-more-values">và {more} giá trị khác</span>'
    text += "".join(_marks(cell))
    return f'{text} <span class="sl-period">{escape(cell.period)}</span>' if cell.period else text


def _marks(cell: Cell) -> Iterator[str]:
    if cell.disputed:
        yield _mark("khac", "≠", "Các bài nêu khác nhau")
    if cell.corrected:
        yield _mark("sua", "đc", "Đã đính chính")
    if cell.contradiction:
        yield _mark("nguoc", "!", f"Các phần không khớp với tổng: {cell.contradiction}")


def _mark(name: str, sign: str, told: str) -> str:
    """A sign as an image: whoever hears it is told what it means."""
    told = escape(told)
    look = f'class="sl-mark sl-mark--{name}" role="img"'
    return f' <span {look} aria-label="{told}" title="{told}">{sign}</span>'
