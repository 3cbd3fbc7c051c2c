"""Wholes and parts in a table: totals of columns, rows that add up, columns that part another one.

Guideline section 5: the total of a row is a nearer whole of its cells than that of their column.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from figures.draft import Draft, make_part
from figures.model import Block
from figures.tables.cell_names import name_by_column
from figures.tables.column_parts import Row, divides, parted, value_of
from figures.tables.row_numbers import level_of
from figures.tables.row_parts import is_total, only_sums
from figures.text import lexicon as lx
from vntext.unicode import spaced


def link_totals(cells: list[tuple[Block, Draft]]) -> None:
    """Cells become parts of the total of their column, where the column has one."""
    totals: dict[tuple[int | None, int], list[tuple[Block, Draft]]] = defaultdict(list)
    for block, draft in cells:
        if block.total:
            totals[block.table, block.column].append((block, draft))
    marked = {(block.table, block.whole_row) for block, _ in cells if block.whole_row}
    numbered = {(block.table, block.outer_row) for block, _ in cells if block.outer_row is not None}
    for block, draft in cells:
        summed, total = _total_of(block, totals.get((block.table, block.column), []))
        whole = summed.row_header or ""
        if total is None or total is draft or draft.share or draft.kind == "change":
            continue
        if "/" in (draft.unit or ""):
            # What is so much for each adds up to nothing: 54 tạ/ha.
            continue
        if not only_sums(whole) and (block.row < summed.row or _stands_beside(block, whole)):
            continue
        if (block.table, whole) in marked and block.whole_row is None:
            continue
        if (block.table, summed.row) in numbered and block.outer_row != summed.row:
            continue
        alike = draft.unit == total.unit and draft.target == total.target
        if not alike or draft.period != total.period:
            continue
        if (draft.token.minimum or 0) <= (total.token.maximum or 0):
            make_part(draft, total)


def _total_of(
    block: Block, totals: list[tuple[Block, Draft]]
) -> tuple[Block, Draft] | tuple[Block, None]:
    """The total next above a cell, else the first below; a total itself has none."""
    if block.total or not totals:
        return block, None
    above = bisect_left([other.row for other, _ in totals], block.row)
    return totals[max(above - 1, 0)]


def _stands_beside(block: Block, whole: str) -> bool:
    """Whether a row is no part of the total above it, but numbered like it or another amount."""
    label = block.row_header or ""
    level = level_of(label)
    return (level is not None and level == level_of(whole)) or _is_of_its_own(label, whole)


def _is_of_its_own(label: str, whole: str) -> bool:
    """Whether a row tells another amount than the total: Lợi nhuận, Nộp ngân sách below Tổng doanh thu."""
    words = spaced(label).lower().strip(" *:-+").split()
    phrases = (" ".join(words[:length]) for length in range(min(3, len(words)), 0, -1))
    first = next(filter(None, map(lx.entries().get, phrases)), None)
    if first is None or not first.tags & (lx.AMOUNTS | lx.VERB):
        return False
    return first.phrase.split()[0] not in spaced(whole).lower().split()


def link_parts_in_rows(cells: list[tuple[Block, Draft]]) -> None:
    """Cells become parts of the cell in their row whose column theirs part."""
    tables: dict[int | None, dict[int, Row]] = defaultdict(lambda: defaultdict(dict))
    for block, draft in cells:
        if not draft.share and draft.kind != "change":
            tables[block.table][block.row][block.column] = block, draft
    for rows in tables.values():
        for whole, parts in parted([*rows.values()]):
            sorts = len(parts) > 1 or divides(parts[0], rows.values())
            for row in rows.values():
                if whole not in row:
                    continue
                _make_parts((row[at][1] for at in parts if at in row), row[whole][1])
                for at in parts if sorts else ():
                    if at in row:
                        name_by_column(*row[at])


def link_rows_that_add_up(cells: list[tuple[Block, Draft]]) -> None:
    """Cells become parts of the one they are numbered under, or of the total below, if they add up to it."""
    places: dict[tuple[int | None, int, int], Draft] = {}
    under: dict[tuple[int | None, int, int], list[Draft]] = defaultdict(list)
    above: dict[tuple[int | None, int], list[Draft]] = defaultdict(list)
    for block, draft in cells:
        if draft.share or draft.kind == "change":
            continue
        place = block.table, block.column
        places[*place, block.row] = draft
        if block.outer_row is not None:
            under[*place, block.outer_row].append(draft)
        elif block.total:
            link_sum(above.pop(place, []), draft)
        elif block.whole_row is None:
            above[place].append(draft)
    for whole, parts in under.items():
        if whole in places:
            link_sum(parts, places[whole])


def link_rows_of_a_row(cells: list[tuple[Block, Draft]]) -> None:
    """Rows become parts of one above that they add up to in several columns: Thụ lý, of Đã giải quyết and Còn lại."""
    tables: dict[int | None, dict[int, Row]] = defaultdict(lambda: defaultdict(dict))
    for block, draft in cells:
        if not draft.share and draft.kind != "change":
            tables[block.table][block.row][block.column] = block, draft
    for rows in tables.values():
        order = sorted(rows)
        for place, whole in enumerate(order):
            below = [rows[at] for at in order[place + 1 : place + 1 + _FEW]]
            for row in _summing(rows[whole], below):
                _make_whole(row, rows[whole])


_FEW = 6


def _summing(whole: Row, below: list[Row]) -> list[Row]:
    """The first rows that add up to `whole` in each of its columns, of which there are two or more."""
    sums = dict.fromkeys(whole, Decimal(0))
    for count, row in enumerate(below, start=1):
        if row.keys() != whole.keys() or any(draft.parent for _, draft in row.values()):
            return []
        for at, (_, draft) in row.items():
            sums[at] += value_of(draft)
        if count > 1 and len(whole) > 1 and all(sums[at] == value_of(whole[at][1]) for at in whole):
            return below[:count]
    return []


def _make_whole(row: Row, whole: Row) -> None:
    for at, (_, draft) in row.items():
        _make_parts([draft], whole[at][1])


def link_groups(cells: list[tuple[Block, Draft]]) -> None:
    """Rows of groups become parts of the same row under a group that sums them up: Toàn huyện | Số vụ."""
    alike: dict[tuple[int | None, int, str | None], list[tuple[Block, Draft]]] = defaultdict(list)
    for block, draft in cells:
        if block.group and not draft.share and draft.kind != "change":
            alike[block.table, block.column, block.row_header].append((block, draft))
    for told in alike.values():
        for total in (draft for block, draft in told if is_total(block.group)):
            link_sum([draft for _, draft in told if draft is not total and not draft.parent], total)


def link_to_leads(cells: list[tuple[Block, Draft]], leads: dict[int | None, list[Draft]]) -> None:
    """Cells of a column without a total become parts of what is told before the table, where they add up to it."""
    columns: dict[tuple[int | None, int], list[tuple[Block, Draft]]] = defaultdict(list)
    for block, draft in cells:
        if leads.get(block.table) and not draft.share and draft.kind != "change":
            columns[block.table, block.column].append((block, draft))
    for (table, _), column in columns.items():
        parts = [draft for _, draft in column]
        if len(parts) < 2 or any(block.total for block, _ in column):
            continue
        parts = [draft for draft in parts if draft.parent is None]
        for whole in leads[table]:
            if not whole.share and whole.kind in ("result", "breakdown", "target"):
                link_sum(parts, whole)


def link_sum(parts: list[Draft], whole: Draft) -> None:
    """Makes two or more parts of a whole of those that add up to it."""
    if len(parts) > 1 and sum(map(value_of, parts)) == value_of(whole):
        _make_parts(parts, whole)


def _make_parts(parts: Iterable[Draft], whole: Draft) -> None:
    for part in parts:
        if _may_part(part, whole):
            make_part(part, whole)


def _may_part(part: Draft, total: Draft) -> bool:
    alike = part.target == total.target and part.period == total.period
    # A column may count in its own noun what another counts in general.
    measured = part.measure or total.measure
    return alike and (part.unit == total.unit or not measured) and value_of(part) <= value_of(total)
