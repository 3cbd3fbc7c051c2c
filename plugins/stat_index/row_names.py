"""Rows of tables that say which of a column's things are counted."""

from __future__ import annotations

import re

from figures import Block, Figure
from figures.row_sorts import names_sort
from stat_index.registry import normal_phrase
from vntext.values import changed

_PERIOD = re.compile(r"\b(?:19|20)\d{2}\b|\b(?:tháng|quý|năm học|học kỳ|nhiệm kỳ)\b", re.I)
_UNIT = re.compile(r"\([^()]*\)")
"""Of a header: what it is measured in, no part of its name."""


def qualified(figure: Figure, block: Block) -> Figure:
    """A cell's figure with the names of its row and its column, where the reader took one of them.

    *Số lớp* in the row *Trung cấp* is *lớp trung cấp*: not one more value of *lớp*, and not of
    another series than the *14 lớp trung cấp* of a sentence.
    """
    row = block.row_header or ""
    if block.kind != "table_cell" or block.total or not row or _PERIOD.search(row):
        return figure
    name, said = normal_phrase(figure.indicator), normal_phrase(row)
    columns = {normal_phrase(header): header for header in block.column_headers}
    if name in columns:
        noun = name
    elif name == said:
        sorted_by = (column for column in columns.values() if names_sort(row, column))
        noun = normal_phrase(_UNIT.sub("", next(sorted_by, "")))
    else:
        return figure
    if not noun or said in noun or (figure.level and normal_phrase(figure.level) in said):
        return figure
    lead = "" if said.startswith(noun) else f"{noun} "
    return changed(figure, indicator=f"{lead}{row[:1].lower()}{row[1:]}")
