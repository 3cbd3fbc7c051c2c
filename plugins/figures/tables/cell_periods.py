"""The period of a cell: its column's, its row's, its caption's, or what the document told last.

Guideline section 5.
"""

from __future__ import annotations

import re
from dataclasses import replace

from figures.draft import Draft
from figures.model import Block
from figures.periods.memory import Memory, Stated
from figures.tables.headers import Header, header_of
from vntext.unicode import spaced


def date(draft: Draft, block: Block, memory: Memory) -> None:
    """Gives a figure of a cell of prose the period of its headers, unless its own words tell one."""
    if draft.period_source == "stated":
        return
    row = header_of(block.row_header or "", memory)
    columns = [header_of(text, memory) for text in block.column_headers]
    if any(h.stated for h in (row, *columns)):
        place(draft, row, columns, block, memory)


def place(draft: Draft, row: Header, columns: list[Header], block: Block, memory: Memory) -> None:
    """Gives the figure of a cell its period; a time below a comparison is what is compared with."""
    outer = spaced(block.column_headers[0]).lower() if len(columns) > 1 else ""
    own = columns[:1] if _COMPARING.search(outer) else columns
    stated = next((h.stated for h in (*reversed(own), row) if h.stated), None)
    above = header_of(block.caption, memory).stated if block.caption else None
    if above is not None and (stated is None or _is_of_its_year(stated, above)):
        last = (
            stated is not None
            and stated.mention is not None
            and stated.mention.relative == "before"
        )
        period = str(int(above.period) - 1) if last else above.period
        stated = Stated(period, "carried", above.mention)
    elif above is not None and stated is not None:
        stated = _within(stated, above, memory)
    stated = stated or memory.carried(target=draft.target)
    draft.period, draft.period_source = stated.period or None, stated.source


def _within(stated: Stated, above: Stated, memory: Memory) -> Stated:
    """A quarter or some months that a header names without their year, in the year of the caption."""
    mention = stated.mention
    undated = mention is not None and mention.year is None and mention.form in _PARTS_OF_YEARS
    if mention is None or not undated or not above.period[:4].isdigit():
        return stated
    if mention.relative == "whole" and not mention.first:
        # Cả quý, of the quarter of the caption.
        return above
    placed = memory.resolved(replace(mention, year=int(above.period[:4])))
    return Stated(placed.period, "carried", mention) if placed is not None else stated


_PARTS_OF_YEARS = frozenset({"month", "months", "quarter", "half"})


_COMPARING = re.compile(r"\bso với\W*(?:\([^()]*\)\W*)?$")


def _is_of_its_year(stated: Stated, above: Stated) -> bool:
    """Whether a column headed Năm nay or Năm trước means the year of the caption, and the one before."""
    mention = stated.mention
    relative = (
        mention is not None and mention.form == "year" and mention.relative in ("this", "before")
    )
    return relative and above.source == "stated" and above.period.isdigit()
