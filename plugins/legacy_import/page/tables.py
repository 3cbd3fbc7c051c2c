"""Tables that hold data, told from those that only lay out the page."""

from __future__ import annotations

import re

from bs4 import Tag

from legacy_import.page.tree import whole_number

_LONG_CELL = 240
_NUMBER = re.compile(r"[\d.,%/\s–-]+")
_DATA_CLASS = re.compile(
    r"msonormaltable|msotablegrid|table-bordered|tablepress|\bdata|bang|gridview|ms-rtetable", re.I
)


def rows_of(table: Tag) -> list[list[Tag]]:
    """The cells of each row of `table` itself."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    return [
        [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]
        for row in rows
    ]


def is_data(table: Tag) -> bool:
    """Whether `table` holds data: several rows and columns of short cells, and some sign of it."""
    if table.find("table") is not None:
        return False
    rows = [row for row in rows_of(table) if row]
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:
        return False
    texts = [[" ".join(cell.get_text().split()) for cell in row] for row in rows]
    cells = [text for row in texts for text in row]
    if table.find("img") and sum(bool(c) for c in cells) < len(cells) * 0.7:
        return False
    if max(map(len, cells)) > _LONG_CELL and not _is_marked(table):
        return False
    if _share_linked(table) > 0.5 and not table.find("th"):
        return False
    return _is_marked(table) or _is_regular(texts)


def _is_marked(table: Tag) -> bool:
    style = str(table.get("style", ""))
    named = " ".join([*(table.get("class") or []), str(table.get("id", ""))])
    cell_border = any(
        re.search(
            r"border(?:-\w+)?\s*:\s*(?!none|0)[^;]*(?:solid|[1-9])",
            str(cell.get("style", "")),
            re.I,
        )
        for row in rows_of(table)[:2]
        for cell in row
    )
    return bool(
        table.find(["th", "caption"])
        or whole_number(table, "border", 0) > 0
        or re.search(r"border\s*:\s*(?!none|0)[^;]*(?:solid|[1-9])", style, re.I)
        or cell_border
        or _DATA_CLASS.search(named)
    )


def _is_regular(texts: list[list[str]]) -> bool:
    """At least three rows of one width, filled, with numbers in a column."""
    width = max(map(len, texts))
    full = [row for row in texts if len(row) == width and sum(map(bool, row)) >= width - 1]
    if len(full) < 3 or len(full) < len(texts) - 1:
        return False
    columns = list(zip(*full[1:], strict=False))
    numeric = [all(_NUMBER.fullmatch(c) for c in column if c) and any(column) for column in columns]
    return any(numeric[1:]) and max(len(c) for row in full for c in row) < 120


def _share_linked(table: Tag) -> float:
    total = len("".join(table.get_text().split()))
    linked = sum(len("".join(a.get_text().split())) for a in table.find_all("a"))
    return linked / total if total else 1.0


def paired_rows(table: Tag) -> list[tuple[Tag, Tag]]:
    """Pictures with the captions below them, where a row of ones stands over a row of the others."""
    rows = rows_of(table)
    pairs: list[tuple[Tag, Tag]] = []
    if len(rows) < 2 or len(rows) % 2 or table.find("table"):
        return []
    for pictures, captions in zip(rows[::2], rows[1::2], strict=True):
        if len(pictures) != len(captions) or len(pictures) < 2:
            return []
        if not all(c.find("img") and not c.get_text().strip() for c in pictures):
            return []
        if any(c.find("img") or len(c.get_text()) > _LONG_CELL for c in captions):
            return []
        pairs.extend(zip(pictures, captions, strict=True))
    return pairs
