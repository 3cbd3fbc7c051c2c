"""CSV twice: for machines, and for Excel set to Vietnamese."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from stat_index.downloads.table import COLUMNS, Row, cells_of, plain_number, values
from vntext.dates import format_date

#: A cell may begin at the start of a value, or, in a program that expects another separator,
#: after any separator inside it: a quotation mark in mid-line protects nothing there.
_RUNNABLE = re.compile(r"(^[\s\"']*|[,;|\t\r\n][\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_QUOTED = re.compile(r'[",;\r\n]|^\s|\s$')

BOM = "\ufeff"
END = "\r\n"
HEADER = ",".join(column.name for column in COLUMNS) + END
EXCEL_HEADER = BOM + ";".join(column.title for column in COLUMNS) + END
_AS_WRITTEN = [column.name for column in COLUMNS].index("AS_WRITTEN")


def harmless(text: str) -> str:
    """`text` that no spreadsheet takes for a formula: an apostrophe stands before its sign."""
    return _RUNNABLE.sub(r"\1'", text)


def csv_line(row: Row) -> str:
    """`row` with commas, codes and ISO dates, as RFC 4180 has it."""
    return ",".join([write(value) for write, value in zip(_CELLS, values(row), strict=True)]) + END


def excel_csv_line(row: Row) -> str:
    """`row` with semicolons, decimal commas, Vietnamese words and dates.

    The number as written stands between quotation marks, else Excel takes 15/36 for a date.
    """
    cells = [write(value) for write, value in zip(_EXCEL_CELLS, values(row), strict=True)]
    cells[_AS_WRITTEN] = _text(f"“{row.as_written}”")
    return ";".join(cells) + END


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    """Names, codes and titles come back row after row."""
    return _quoted(harmless(text))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain_number(value)


_CELLS = cells_of(
    {
        "string": _text,
        "integer": str,
        "number": _number,
        "date": lambda day: day.isoformat() if day else "",
        "boolean": lambda flag: "true" if flag else "false",
    },
    in_words=False,
)
_EXCEL_CELLS = cells_of(
    {
        "string": _text,
        "integer": str,
        "number": lambda value: _number(value).replace(".", ","),
        "date": lambda day: format_date(day) if day else "",
        "boolean": lambda flag: "có" if flag else "không",
    },
    in_words=True,
)
