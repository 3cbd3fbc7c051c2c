"""XLSX: a sheet of figures and a sheet of notes.

openpyxl makes the empty book once (`empty_xlsx`: styles, widths, frozen header); the rows
are then written into its sheets as text. openpyxl alone takes a hundred times as long for two
thousand books, and stamps each with the time of the build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.empty_xlsx import LETTERS_A_LINE, NO_ROW, PlainBook, plain_book
from stat_index.downloads.lines import Form
from stat_index.downloads.table import COLUMNS, Cell, cells_of
from stat_index.downloads.zip_file import Member, member, zip_file
from stat_index.values import plain_number
from vntext.dates import format_date
from vntext.unicode import xml_text

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CELL_LIMIT = 32_767
_DAY_ZERO = date(1899, 12, 30)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_EMPTY_SHEET = re.compile(r"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_PRINTED_END = re.compile(rf"(?<=\$[A-Z])\${NO_ROW}</definedName>")
_LINE = 15
"""Height of a line of text, in points."""
_START, _END = b"<sheetData>", b"</sheetData>"
_FIGURES = "xl/worksheets/sheet1.xml"
_DIMENSION = re.compile(r"<dimension [^>]*/>")


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook without rows, and how rows are written into it."""

    parts: Sequence[Sequence[str]]
    """Name and content of each file in it."""
    header_row: str
    column_notes: str
    """Rows that say what the columns mean."""
    title: int
    """Style of a heading."""
    form: Form
    """How a row of the first sheet is written. Cells need no address: they follow each other."""


def empty_book(plain: PlainBook | None = None) -> Book:
    """The book that every dataset's rows are written into, of what `plain_book` made."""
    styles, parts = plain or plain_book()
    header = _row([(column.title, styles["header"]) for column in COLUMNS], lines=2)
    notes = _column_notes(styles["header"], styles["wrapped"])
    return Book(parts, header, notes, styles["title"], _form(_cells(styles)))


def _form(cells: tuple[Cell, ...]) -> Form:
    return Form(("<row>", *("" for _ in COLUMNS[1:])), cells, "</row>")


def xlsx_file(dataset: Dataset, rows: bytes, book: Book) -> bytes:
    """The whole file: the same bytes for the same rows."""
    notes = "".join(_notes(dataset, book)) + book.column_notes
    sheets = {
        _FIGURES: (book.header_row.encode(), rows),
        "xl/worksheets/sheet2.xml": (notes.encode(),),
    }
    moment = f"{dataset.updated.isoformat()}T00:00:00Z"
    members = []
    for name, content in book.parts:
        if name in sheets:
            members.append(member(name, _filled(content, *sheets[name])))
        elif name == "docProps/core.xml":
            content = _MOMENT.sub(moment, content)
            content = content.replace(">openpyxl<", f">{_escaped(dataset.publisher)}<")
            members.append(member(name, content.encode()))
        elif name == "xl/workbook.xml":
            # The area that is printed ends with the rows.
            last = rows.count(b"<row>") + 1
            content = _PRINTED_END.sub(f"${last}</definedName>", content)
            members.append(member(name, content.encode()))
        else:
            members.append(_same_in_every_book(name, content))
    return zip_file(members)


#: Styles, theme and the like: packing them took most of the time of a small book.
@lru_cache(16)
def _same_in_every_book(name: str, content: str) -> Member:
    return member(name, content.encode())


def rows_in(file: bytes, book: Book) -> bytes:
    """The rows of figures in a whole file of ours."""
    with ZipFile(BytesIO(file)) as archive:
        sheet = archive.read(_FIGURES)
    return sheet.partition(_START + book.header_row.encode())[2].partition(_END)[0]


def _filled(sheet: str, *rows: bytes) -> bytes:
    """`sheet` with `rows`; its dimension goes, for it told of an empty sheet."""
    before, _, after = _EMPTY_SHEET.sub("\0", _DIMENSION.sub("", sheet, count=1)).partition("\0")
    return b"".join((before.encode(), _START, *rows, _END, after.encode()))


def _notes(dataset: Dataset, book: Book) -> list[str]:
    """What the figures are, whose they are, what may be done with them."""
    facts = (
        ("Nguồn", dataset.publisher),
        ("Địa chỉ", dataset.address),
        ("Giấy phép", f"{dataset.licence} – {dataset.licence_url}"),
        ("Cập nhật", format_date(dataset.updated)),
    )
    return [
        _row([(dataset.title, book.title)]),
        *(_row([(note, 0)]) for note in dataset.notes),
        "<row/>",
        *(_row([(name, 0), (fact, 0)]) for name, fact in facts),
        "<row/>",
    ]


def _column_notes(header: int, wrapped: int) -> str:
    rows = [[(text, header) for text in ("Cột", "Tên trong CSV, JSON", "Ý nghĩa")]]
    for column in COLUMNS:
        meaning = column.description
        if column.codes:
            named = "; ".join(f"{label} ({code})" for code, label in column.codes.items())
            meaning = f"{meaning} Gồm: {named}."
        rows.append([(text, wrapped) for text in (column.title, column.name, meaning)])
    return "".join(_row(cells, lines=-(-len(cells[-1][0]) // LETTERS_A_LINE)) for cells in rows)


def _row(cells: list[tuple[str, int]], lines: int = 1) -> str:
    """A row as high as its longest text needs: not every program looks for itself."""
    height = f' ht="{_LINE * lines}" customHeight="1"' if lines > 1 else ""
    return f"<row{height}>" + "".join(_text(text, style) for text, style in cells) + "</row>"


def _cells(styles: Mapping[str, int]) -> tuple[Cell, ...]:
    """Writers of the columns, with the styles of a book."""

    def number(value: Decimal | None) -> str:
        if value is None:
            return "<c/>"
        text = plain_number(value)
        style = styles["decimal" if "." in text else "whole"]
        return f'<c s="{style}"><v>{text}</v></c>'

    def day(value: date | None) -> str:
        if value is None:
            return "<c/>"
        return f'<c s="{styles["day"]}"><v>{(value - _DAY_ZERO).days}</v></c>'

    return cells_of(
        {
            "string": _plain_text,
            "integer": lambda value: f"<c><v>{value}</v></c>",
            "number": number,
            "date": day,
            # Some programs show true and false as 1 and 0.
            "boolean": lambda flag: _plain_text("có" if flag else "không"),
        },
        in_words=True,
    )


def _plain_text(text: str) -> str:
    """A cell that is text whatever it begins with; an empty one for no text."""
    if not text:
        return "<c/>"
    if not text.isprintable() or len(text) > _CELL_LIMIT or "_x" in text or text != text.strip():
        return _text(text, 0)
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<c t="inlineStr"><is><t>{safe}</t></is></c>'


def _text(text: str, style: int) -> str:
    """A cell that is text whatever it begins with."""
    look = f' s="{style}"' if style else ""
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f'<c{look} t="inlineStr"><is><t{space}>{_escaped(text)}</t></is></c>'


def _escaped(text: str) -> str:
    if len(text) > _CELL_LIMIT:
        text = text[: _CELL_LIMIT - 1] + "…"
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return xml_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
