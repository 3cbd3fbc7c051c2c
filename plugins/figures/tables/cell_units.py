"""The unit of a cell: beside its number, in its headers, or above its table.

Guideline section 3.
"""

from __future__ import annotations

import re
from functools import cache

from figures.draft import Draft
from figures.model import Block
from figures.tables.headers import Header, measure_of, unplaced_header
from figures.tables.row_owners import heads_owners
from figures.text import lexicon as lx
from figures.text.tokens import WORD, Token
from vntext.unicode import spaced

_UNIT_LINE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt)\s*(?:(?P<of>\w+(?: \w+){0,3})(?=\s*[:：]))?\s*[:：]?"
    r"\s*(?P<unit>(?:[^.;()\n]|\.(?=\w))+)"
)
"""ĐVT: triệu đồng; Đơn vị tính kinh phí: nghìn đồng."""
_UNIT_AT_END = re.compile(r"\((?P<unit>[^()\d]+)\)\s*[:.]?\s*$", re.MULTILINE)


def measure(
    draft: Draft, found: list[Token], row: Header, columns: list[Header], block: Block
) -> None:
    """Gives a draft its unit, and its number the multiplier that the unit is written with."""
    follower = found[draft.at + 1] if draft.at + 1 < len(found) else None
    if follower is not None and follower.tags & lx.MEASURE:
        draft.unit, draft.measure = follower.entry.unit, True
        return
    telling = [*reversed(columns), *([] if heads_owners(block.stub_head) else [row])]
    words = next((h.unit for h in telling if h.unit), None)
    if words is None and block.whole_row:
        words = unplaced_header(block.whole_row).unit
    if words is None and (above := _unit_above(block)):
        words = "" if _counts_else(columns, above) else above
    if any(h.share for h in columns[-1:]) or (row.share and (not columns or row.unit == "%")):
        words = "%"
    if words:
        scale, unit = measure_of(words)
        draft.measure = unit is not None and (unit in _measures() or "/" in unit)
        _scale(draft.token, scale)
        draft.unit = unit
    if follower is not None and follower.kind == WORD and draft.unit is None:
        draft.unit = follower.low


def _unit_above(block: Block) -> str:
    """The unit that a caption tells for the whole table: ĐVT: người; Thu ngân sách (triệu đồng)."""
    words = spaced(block.caption or "").lower()
    lines = [*_UNIT_LINE.finditer(words)]
    if lines:
        # The last one is the row's own, if it has one.
        line, of = lines[-1], lines[-1]["of"]
        alike = of is None or any(of in spaced(text).lower() for text in block.column_headers)
        return line["unit"].strip() if alike else ""
    units = (found["unit"].strip() for found in _UNIT_AT_END.finditer(words))
    return next((unit for unit in units if measure_of(unit)[1] in _measures()), "")


def _counts_else(columns: list[Header], unit: str) -> bool:
    """Whether a column counts what the unit above the table does not measure: Số hộ được vay, in triệu đồng."""
    inner = columns[-1] if columns else None
    return (
        inner is not None and inner.noun in _COUNTED and measure_of(unit.strip())[1] in _measures()
    )


_COUNTED = frozenset({"group", "person", "event", "org"})


@cache
def _measures() -> frozenset[str]:
    return frozenset(entry.unit for entry in lx.entries().values() if entry.unit)


def _scale(token: Token, scale: int) -> None:
    if token.minimum is not None and token.maximum is not None:
        token.minimum, token.maximum = token.minimum * scale, token.maximum * scale
