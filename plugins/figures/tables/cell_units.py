"""The unit of a cell: beside its number, in its headers, or above its table.

Guideline section 3.
"""

from __future__ import annotations

import re
from functools import cache

from figures.draft import Draft
from figures.model import Block
from figures.naming.counters import counting_noun
from figures.tables.headers import Header, measure_of, names_time, unplaced_header
from figures.tables.row_owners import heads_owners
from figures.tables.row_sorts import SEXES, heads_sorts
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import WORD, Token
from vntext.unicode import nfc, spaced

_UNIT_LINE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt)\s*(?:(?P<of>\w+(?: \w+){0,3})(?=\s*[:：]))?\s*[:：]?"
    r"\s*(?P<unit>(?:[^.;()\n]|\.(?=\w))+)"
)
"""ĐVT: triệu đồng; Đơn vị tính kinh phí: nghìn đồng."""
_UNIT_AT_END = re.compile(r"\((?P<unit>[^()\d]+)\)\s*[:.]?\s*$", re.MULTILINE)


def measure(draft: Draft, line: Line, row: Header, columns: list[Header], block: Block) -> None:
    """Gives a draft its unit, and its number the multiplier that the unit is written with."""
    found = line.tokens
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
        # What a column of units or a caption says is one, whoever knows it: tấm, mẫu vật.
        if unit is None and _SHORT.fullmatch(words):
            unit, draft.unit_of_noun = words, True
        draft.unit = unit
    if follower is not None and follower.kind == WORD and draft.unit is None:
        draft.unit = follower.low
    if draft.unit is None and _is_in_billions(line, draft.at):
        draft.unit, draft.measure = "đồng", True


def _is_in_billions(line: Line, at: int) -> bool:
    """Whether a number ends in billions; in a cell nothing but money is told so alone: 56.800 tỷ."""
    end = line.end(at)
    # Only the end is looked at, since the line may stand in a long text; decomposed, ỷ is two.
    return _BILLIONS.search(nfc(line.text[max(0, end - 4) : end])) is not None


_BILLIONS = re.compile(r"(?<![^\W\d_])t[ỷỉ]$", re.IGNORECASE)
_SHORT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")


def count_in(draft: Draft, block: Block) -> None:
    """Gives a count for which nothing tells a unit the noun of its column, its name or its total.

    Số học sinh bán trú are counted in học sinh, and so are its nữ.
    """
    if draft.unit is not None or draft.measure or draft.share:
        return
    columns = (unplaced_header(h) for h in reversed(block.column_headers) if not names_time(h))
    noun = next(filter(None, map(_thing, columns)), "") or _named_thing(draft, block)
    total = draft.parent
    if total is not None and not total.share and not total.measure:
        people = unplaced_header(noun).noun == unplaced_header(total.indicator).noun == "person"
        if not noun or people:
            noun = total.unit or ""
    if noun:
        draft.unit, draft.unit_of_noun = counting_noun(noun), True


def _named_thing(draft: Draft, block: Block) -> str:
    """The noun in the name of a cell, empty where that is the name of a sort or of a place."""
    row = unplaced_header(block.row_header or "").words
    sorted_ = heads_sorts(block.stub_head) or heads_owners(block.stub_head)
    return "" if sorted_ and draft.indicator == row else _thing(unplaced_header(draft.indicator))


def _thing(header: Header) -> str:
    """The noun of what a header counts, empty where it counts nothing by its noun."""
    counts = header.noun in _THINGS or (header.noun == "plain" and header.words.startswith("Số "))
    return header.head if counts and not header.share and header.head not in SEXES else ""


_THINGS = frozenset({"person", "group", "event", "org", "thing", "case", "document"})


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
    known = (u for u in units if measure_of(u)[1] in _measures() or u in _OF_WORK)
    return next(known, "")


def _counts_else(columns: list[Header], unit: str) -> bool:
    """Whether a column counts what the unit above the table does not measure: Số hộ được vay, in triệu đồng."""
    inner = columns[-1] if columns else None
    return (
        inner is not None and inner.noun in _COUNTED and measure_of(unit.strip())[1] in _measures()
    )


_OF_WORK = frozenset({"giờ", "tiết", "ngày công"})
"""Units of time that tell how much was done, where a caption ends in one: Thời lượng phát sóng (giờ)."""
_COUNTED = frozenset({"group", "person", "event", "org"})


@cache
def _measures() -> frozenset[str]:
    return frozenset(entry.unit for entry in lx.entries().values() if entry.unit)


def _scale(token: Token, scale: int) -> None:
    if token.minimum is not None and token.maximum is not None:
        token.minimum, token.maximum = token.minimum * scale, token.maximum * scale
