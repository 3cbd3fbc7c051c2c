"""Rows of tables that say which of a column's things are counted."""

from __future__ import annotations

import re

from figures import Block, Figure
from stat_index.registry import normal_phrase
from vntext.values import changed

_PERIOD = re.compile(r"\b(?:19|20)\d{2}\b|\b(?:tháng|quý|năm học|học kỳ|nhiệm kỳ)\b", re.I)


def qualified(figure: Figure, block: Block) -> Figure:
    """A cell's figure with its row's name, where only its column was taken for the indicator.

    *Số lớp* in the row *Trung cấp* is *lớp trung cấp*, not one more value of *lớp*.
    """
    row = block.row_header or ""
    if block.kind != "table_cell" or block.total or not row or _PERIOD.search(row):
        return figure
    name = normal_phrase(figure.indicator)
    columns = [normal_phrase(header) for header in block.column_headers]
    said = normal_phrase(row)
    if (
        name not in columns
        or said in name
        or (figure.level and normal_phrase(figure.level) in said)
    ):
        return figure
    noun = f"{name} " if not said.startswith(name) else ""
    return changed(figure, indicator=f"{noun}{row[:1].lower()}{row[1:]}")
