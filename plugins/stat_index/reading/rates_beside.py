"""Rates and changes in rows of tables, called as what they are of: the cell that counts, before them."""

from __future__ import annotations

from collections.abc import Sequence

from figures.tables.row_numbers import unnumbered
from stat_index.html.blocks import Document
from stat_index.marking.marked import Found
from stat_index.registry import normal_phrase

_RATES = frozenset({"ratio", "change"})


def name_rates(found: Sequence[Found], document: Document) -> None:
    """Gives those that only their row names the name of the last cell before them that adds its noun.

    *Số đảng viên: 42* in the row *18 - 30 tuổi* is *đảng viên 18 - 30 tuổi*, and so is
    *Tỷ lệ (%): 13,2* beside it.
    """
    counted: dict[tuple[int, int], Found] = {}
    for item in found:
        block = document.blocks[item.block].block
        if block.table is None or not block.row_header:
            continue
        place, row = (block.table, block.row), normal_phrase(unnumbered(block.row_header))
        name = normal_phrase(item.figure.indicator)
        if item.figure.kind not in _RATES:
            counted[place] = item
        elif name == row and place in counted and not item.marked:
            beside = counted[place].figure.indicator
            if normal_phrase(beside) != row and normal_phrase(beside).endswith(f" {row}"):
                item.rename(beside)
