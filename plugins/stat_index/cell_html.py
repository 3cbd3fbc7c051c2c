"""A cell of a table as HTML.

Tables of an archive have hundreds of thousands of cells: as macros of a template they took
most of the time that the index takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from markupsafe import Markup, escape

from vntext.numbers import format_number

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
    def no_change(self) -> str: ...
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
    return f"<td{_data(cells[0])}>{'<br>'.join(_content(cell, root) for cell in cells)}</td>"


def _data(cell: Cell) -> str:
    number = f' data-value="{escape(cell.number)}"'
    if not cell.change:
        return f'{number} data-why="{escape(cell.no_change)}"'
    percent = f' data-percent="{escape(cell.percent)}"' if cell.percent else ""
    return f'{number} data-change="{escape(cell.change)}"{percent}'


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
        yield ' <abbr class="sl-mark sl-mark--khac" title="Các bài nêu khác nhau">≠</abbr>'
    if cell.corrected:
        yield ' <abbr class="sl-mark sl-mark--sua" title="Đã đính chính">đc</abbr>'
    if cell.contradiction:
        why = f"Các phần không khớp với tổng: {escape(cell.contradiction)}"
        yield f' <abbr class="sl-mark sl-mark--nguoc" title="{why}">!</abbr>'
