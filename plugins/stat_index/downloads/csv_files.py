"""CSV twice: for machines, and for Excel set to Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from stat_index.downloads.lines import Form
from stat_index.downloads.table import COLUMNS, Cell, cells_of
from stat_index.values import plain_number
from vntext.dates import format_date

#: A cell may begin at the start of a value, or, in a program that expects another separator,
#: after any separator inside it: a quotation mark in mid-line protects nothing there.
_RUNNABLE = re.compile(r"(^[\s\"']*|[,;|\t\r\n][\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_SIGN = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20]")

BOM = "\ufeff"
END = "\r\n"
HEADER = (",".join(column.name for column in COLUMNS) + END).encode()
EXCEL_HEADER = (BOM + ";".join(column.title for column in COLUMNS) + END).encode()


def harmless(text: str) -> str:
    """`text` that no spreadsheet takes for a formula: an apostrophe stands before its sign."""
    return _RUNNABLE.sub(r"\1'", text) if _SIGN.search(text) else text


#: Both files hold most texts alike, one after the other.
@lru_cache(16)
def _text(text: str) -> str:
    """`text`, harmless, between quotation marks where it must be."""
    if "," in text or ";" in text or "|" in text or not text.isprintable():
        return _quoted(harmless(text))
    if text[:1].isalnum() and '"' not in text and text[-1:] != " ":
        return text
    return _quoted(harmless(text))


def _quoted(text: str) -> str:
    if '"' in text:
        return '"' + text.replace('"', '""') + '"'
    parted = "," in text or ";" in text or "\n" in text or "\r" in text
    return f'"{text}"' if parted or text != text.strip() else text


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain_number(value)


def _form(cells: Iterable[Cell], separator: str) -> Form:
    return Form(("", *(separator for _ in COLUMNS[1:])), tuple(cells), END)


def _as_in_excel(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The number as written stands between quotation marks, else Excel takes 15/36 for a date."""
    for column, cell in zip(COLUMNS, cells, strict=True):
        yield (lambda text: _text(f"“{text}”")) if column.name == "AS_WRITTEN" else cell


@lru_cache(maxsize=4096)
def _day_shown(day: date | None) -> str:
    return format_date(day) if day else ""


#: Commas, codes and ISO dates, as RFC 4180 has it.
CSV = _form(
    cells_of(
        {
            "string": _text,
            "integer": str,
            "number": _number,
            "date": lambda day: day.isoformat() if day else "",
            "boolean": lambda flag: "true" if flag else "false",
        },
        in_words=False,
    ),
    ",",
)
#: Semicolons, decimal commas, Vietnamese words and dates.
EXCEL_CSV = _form(
    _as_in_excel(
        cells_of(
            {
                "string": _text,
                "integer": str,
                "number": lambda value: _number(value).replace(".", ","),
                "date": _day_shown,
                "boolean": lambda flag: "có" if flag else "không",
            },
            in_words=True,
        )
    ),
    ";",
)
