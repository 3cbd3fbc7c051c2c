"""Cells of a table: headers either way round give indicator, level, unit, period and kind."""

from __future__ import annotations

import re

from figures.draft import Draft
from figures.model import Block
from figures.naming.hedges import COMPARES
from figures.periods.memory import Memory
from figures.refusing.norm_columns import refused_by_header
from figures.tables.cell_names import name
from figures.tables.cell_periods import place
from figures.tables.cell_units import measure
from figures.tables.cells_of_prose import is_prose
from figures.tables.columns import compares, contrasts, is_order
from figures.tables.headers import header_of
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import Token
from vntext.unicode import spaced


def read_cell(block: Block, line: Line, memory: Memory) -> list[Draft]:
    """The figure of a cell and that in brackets behind it, if any: 62 (21,8%); 14 vụ (giảm 6 vụ).

    Empty where the cell holds no number or several.
    """
    found = line.tokens
    numbers = [at for at in line.numbers if not found[at].reason]
    if not numbers or is_prose(line, block):
        return []
    at = numbers[0]
    if is_order(block, found[at]):
        return []
    if refused := refused_by_header(block):
        for number in numbers:
            found[number].reason = refused
        return []
    row = header_of(block.row_header or "", memory)
    columns = [header_of(text, memory) for text in block.column_headers]
    draft = Draft(at, found[at], at + 1, rule="cell")
    measure(draft, line, row, columns, block)
    name(draft, line, row, columns, block)
    if not draft.indicator:
        return []
    draft.target = any(h.target for h in (row, *columns)) and not any(h.done for h in columns[-1:])
    if compares(block):
        draft.target = False
    if _PLANS.match(spaced(block.caption or "").lower()) and not any(h.done for h in columns):
        draft.target = True
    place(draft, row, columns, block, memory)
    if not draft.target and memory.now and _year_of(draft) > memory.now:
        # What is yet to come nobody has counted.
        draft.target = True
    draft.qualifier = _qualifier(found, at, block)
    for told in (*columns, row):
        if told.change:
            draft.kind, draft.direction = "change", told.change
    if told_before := next((t for t in found[:at] if t.tags & lx.CHANGE), None):
        # Vượt 17,7%.
        draft.kind, draft.direction = "change", "up" if told_before.tags & lx.UP else "down"
    if at and found[at - 1].low in _SIGNS and any(map(contrasts, block.column_headers)):
        draft.kind = "change"
    if at and draft.kind == "change" and found[at - 1].low in _SIGNS:
        draft.direction = "up" if found[at - 1].low == "+" else "down"
    return [draft, *(_behind(draft, found, other) for other in numbers[1:])]


def _behind(draft: Draft, found: list[Token], at: int) -> Draft:
    """What a bracket tells of the number before it."""
    told = Draft(at, found[at], at + 1, draft.indicator, draft.head, draft.noun, rule="cell")
    told.position, told.level, told.ref = "elsewhere", draft.level, draft
    told.period, told.period_source, told.target = draft.period, draft.period_source, draft.target
    follower = found[at + 1] if at + 1 < len(found) else None
    told.unit = "%" if follower is not None and follower.low == "%" else draft.unit
    told.measure = told.unit == "%" or draft.measure
    change = next((token for token in found[draft.at : at] if token.tags & lx.CHANGE), None)
    if change is not None:
        told.kind, told.direction = "change", "up" if change.tags & lx.UP else "down"
    return told


def _year_of(draft: Draft) -> int:
    """The first year of its period, 0 for none."""
    year = (draft.period or "")[:4]
    return int(year) if year.isdigit() else 0


def _qualifier(found: list[Token], at: int, block: Block) -> str:
    """How exact a cell is, by what stands beside its number or else by the header of an estimate."""
    if (bound := next((t.low for t in found[at + 1 :] if t.low in _BOUNDS), None)) is not None:
        return _BOUNDS[bound]
    for token in reversed(found[:at]):
        if told := token.entry.hedge or ("" if token.low in _SIGNS else COMPARES.get(token.low)):
            return told
    heads = (*block.column_headers[-1:], block.row_header or "")
    said = [spaced(text).lower().strip() for text in heads]
    estimated = any(text.startswith("ước") or "(ước" in text for text in said)
    return "about" if estimated else "exact"


_PLANS = re.compile(
    r"(?:phân bổ|giao|phân giao|dự kiến) (?:các |một số )?(?:chỉ tiêu|kế hoạch|dự toán)\b|kế hoạch\b"
)
"""Begins the caption of a table of plans."""
_SIGNS = frozenset("+-–−")
_BOUNDS = {"trở lên": "at_least", "trở xuống": "at_most"}
