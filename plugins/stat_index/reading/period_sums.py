"""Totals over rows that are times: 43 lớp of 2020, 2021 and 2022 are those of no one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from figures.tables.headers import names_time
from figures.tables.row_parts import only_sums
from findings import Saying
from stat_index.html.blocks import Document
from stat_index.marking.marked import Found
from stat_index.periods import Period, parse_period
from vntext.values import changed

SEVERAL_PERIODS = Saying(
    "là tổng của nhiều kỳ, chưa rõ cả thảy là kỳ nào", "a sum of several periods, of no clear one"
)


def doubt_sums_of_periods(found: Sequence[Found], document: Document) -> None:
    """Leaves such totals to the editor where the article does not say what period they make up.

    Their rows are no parts of a period, but values of their own.
    """
    for total, rows in _totals(found, document):
        if not total.marked and not _covers(total, rows):
            total.doubt = SEVERAL_PERIODS
        for row in rows:
            if row.parent is total:
                row.parent = None
                row.figure = changed(row.figure, kind="result", parent=None)


def _totals(found: Sequence[Found], document: Document) -> Iterator[tuple[Found, list[Found]]]:
    """Each total of a column whose rows are different times, with these."""
    columns: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for item in found:
        block = document.blocks[item.block].block
        if block.table is not None:
            columns[block.table, block.column].append(item)
    for items in columns.values():
        blocks = {id(item): document.blocks[item.block].block for item in items}
        rows = [i for i in items if names_time(blocks[id(i)].row_header or "")]
        if len({row.figure.period for row in rows}) > 1:
            for item in items:
                if blocks[id(item)].total and only_sums(blocks[id(item)].row_header or ""):
                    yield item, [row for row in rows if row is not item]


def _covers(total: Found, rows: Sequence[Found]) -> bool:
    """Whether the period of a total begins and ends with its rows."""
    own, told = _period(total), [period for row in rows if (period := _period(row))]
    if own is None or not told:
        return False
    return own.months == (min(p.months[0] for p in told), max(p.months[1] for p in told))


def _period(item: Found) -> Period | None:
    return parse_period(item.figure.period or "")
