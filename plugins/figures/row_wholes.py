"""Columns of a table that part the number of another one: Tổng số | Nam | Nữ; Thụ lý | Giải quyết | Còn lại.

Guideline section 5: the total of a row is a nearer whole of its cells than that of their column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from figures.draft import Draft
from figures.model import Block
from vntext.unicode import spaced

_MOST = 12
"""As many columns may part one; keeps wide tables linear."""
_WHOLES = ("tổng", "cộng", "sĩ số", "toàn ")
_PART = "trong đó"

Row = dict[int, tuple[Block, Draft]]
"""The cells of a row that count something, by their columns."""


def link_parts_in_rows(cells: list[tuple[Block, Draft]]) -> None:
    """Cells become parts of the cell in their row whose column theirs part."""
    tables: dict[int | None, dict[int, Row]] = defaultdict(lambda: defaultdict(dict))
    for block, draft in cells:
        if not draft.share and draft.kind != "change":
            tables[block.table][block.row][block.column] = block, draft
    for rows in tables.values():
        for whole, parts in _parted([*rows.values()]):
            for row in rows.values():
                _link(row, whole, parts)


def _link(row: Row, whole: int, parts: list[int]) -> None:
    if whole not in row:
        return
    total = row[whole][1]
    for column in parts:
        if column in row and _may_part(row[column][1], total):
            part = row[column][1]
            part.parent = total
            part.kind = "breakdown" if part.kind == "result" else part.kind


def _may_part(part: Draft, total: Draft) -> bool:
    alike = part.target == total.target and part.period == total.period
    # A column may count in its own noun what another counts in general.
    measured = part.measure or total.measure
    return alike and (part.unit == total.unit or not measured) and _value(part) <= _value(total)


def _parted(rows: list[Row]) -> Iterator[tuple[int, list[int]]]:
    """Each column that others part, with these."""
    heads = {at: block.column_headers for row in rows for at, (block, _) in row.items()}
    columns = sorted(heads)
    taken: set[int] = set()
    for place, whole in enumerate(columns):
        named = _begins(heads[whole], _WHOLES)
        after = [at for at in columns[place + 1 : place + 1 + _MOST] if at not in taken]
        before = [at for at in columns[max(0, place - _MOST) : place] if at not in taken]
        parts = _summing(rows, whole, after, named=named)
        if not parts and named:
            parts = _summing(rows, whole, before[::-1], named=True)
        if not parts:
            parts = _said_part(heads, columns[place : place + 2])
        if parts:
            taken.update((whole, *parts))
            yield whole, parts


def _summing(rows: list[Row], whole: int, others: list[int], *, named: bool) -> list[int]:
    """The first of `others` that add up to `whole` in each row; once is chance unless it is named a total."""
    told = [row for row in rows if whole in row]
    sums: list[Decimal] = [Decimal(0)] * len(told)
    for length, column in enumerate(others, start=1):
        for at, row in enumerate(told):
            if column in row:
                sums[at] += _value(row[column][1])
        if length < 2:
            continue
        fits = [sums[at] == _value(row[whole][1]) for at, row in enumerate(told)]
        if all(fits) and len(fits) > (0 if named else 1):
            return others[:length]
    return []


def _said_part(heads: dict[int, tuple[str, ...]], columns: list[int]) -> list[int]:
    """The next column, where its header says that it is a part: Số học sinh | Trong đó nữ."""
    return [
        part
        for _, part in pairwise(columns)
        if any(spaced(text).lower().strip().startswith(_PART) for text in heads[part])
    ]


def _begins(headers: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return _last(headers).startswith(words)


def _last(headers: tuple[str, ...]) -> str:
    return spaced(headers[-1]).lower().strip() if headers else ""


def _value(draft: Draft) -> Decimal:
    return Decimal(str(draft.token.maximum or 0))
