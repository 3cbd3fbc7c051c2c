"""CSV twice: for machines, and for Excel set to Vietnamese."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from stat_index.downloads.table import COLUMNS, Row, Value, plain_number, values
from vntext.dates import format_date

#: A cell may begin at the start of a value, or, in a program that expects another separator,
#: after any separator inside it: a quotation mark in mid-line protects nothing there.
_RUNNABLE = re.compile(r"(^[\s\"']*|[,;|\t\r\n][\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_QUOTED = re.compile(r'[",;\r\n]|^\s|\s$')

BOM = "\ufeff"
NEWLINE = "\r\n"
HEADER = ",".join(column.name for column in COLUMNS) + NEWLINE
EXCEL_HEADER = BOM + ";".join(column.title for column in COLUMNS) + NEWLINE
_LABELS = tuple(column.codes for column in COLUMNS)
_AS_WRITTEN = [column.name for column in COLUMNS].index("AS_WRITTEN")


def harmless(text: str) -> str:
    """`text` that no spreadsheet takes for a formula: an apostrophe stands before its sign."""
    return _RUNNABLE.sub(r"\1'", text)


def csv_line(row: Row) -> str:
    """`row` with commas, codes and ISO dates, as RFC 4180 has it."""
    return ",".join(map(_machine_cell, values(row))) + NEWLINE


def excel_csv_line(row: Row) -> str:
    """`row` with semicolons, decimal commas, Vietnamese words and dates.

    The number as written stands between quotation marks, else Excel takes 15/36 for a date.
    """
    cells = [
        _excel_cell(codes.get(value, value) if isinstance(value, str) else value)
        for value, codes in zip(values(row), _LABELS, strict=True)
    ]
    cells[_AS_WRITTEN] = _quoted(f"“{row.as_written}”")
    return ";".join(cells) + NEWLINE


def _machine_cell(value: Value) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_number(value) if isinstance(value, Decimal | int) else value.isoformat()


def _excel_cell(value: Value) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return format_date(value)
    return plain_number(value).replace(".", ",")


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    """Names, codes and titles come back row after row."""
    return _quoted(harmless(text))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
