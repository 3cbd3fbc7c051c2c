"""Cells of a table: headers either way round give indicator, level, unit, period and kind."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from figures import lexicon as lx
from figures.cell_names import name
from figures.cells_of_prose import is_prose
from figures.draft import Draft
from figures.headers import Header, header_of, measure_of, unplaced_header
from figures.hedges import COMPARES
from figures.line import Line
from figures.memory import Memory, Stated
from figures.model import Block
from figures.norm_columns import refused_by_header
from figures.row_owners import heads_owners
from figures.tokens import WORD, Token
from vntext.unicode import spaced

_UNIT_LINE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt)\s*(?:(?P<of>\w+(?: \w+){0,3})(?=\s*[:：]))?\s*[:：]?"
    r"\s*(?P<unit>(?:[^.;()\n]|\.(?=\w))+)"
)
"""ĐVT: triệu đồng; Đơn vị tính kinh phí: nghìn đồng."""
_UNIT_AT_END = re.compile(r"\((?P<unit>[^()\d]+)\)\s*[:.]?\s*$", re.MULTILINE)


def read_cell(block: Block, line: Line, memory: Memory) -> list[Draft]:
    """The figure of a cell and that in brackets behind it, if any: 62 (21,8%); 14 vụ (giảm 6 vụ).

    Empty where the cell holds no number or several.
    """
    found = line.tokens
    numbers = [at for at in line.numbers if not found[at].reason]
    if not numbers or is_prose(line, block):
        return []
    at = numbers[0]
    if _is_order(block, found[at]):
        return []
    if refused := refused_by_header(block):
        for number in numbers:
            found[number].reason = refused
        return []
    row = header_of(block.row_header or "", memory)
    columns = [header_of(text, memory) for text in block.column_headers]
    draft = Draft(at, found[at], at + 1, rule="cell")
    _measure(draft, found, row, columns, block)
    name(draft, line, row, columns, block)
    if not draft.indicator:
        return []
    _period(draft, row, columns, block, memory)
    draft.target = any(h.target for h in (row, *columns)) and not any(h.done for h in columns[-1:])
    if compares(block):
        draft.target = False
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
    if at and found[at - 1].low in _SIGNS and any(map(_contrasts, block.column_headers)):
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
    inner = block.column_headers[-1] if block.column_headers else ""
    return "about" if spaced(inner).lower().strip().startswith("ước") else "exact"


def is_planned(block: Block) -> bool:
    """Whether the column of a cell tells what is planned."""
    inner = unplaced_header(block.column_headers[-1]) if block.column_headers else None
    return inner is not None and inner.target and not inner.done


def says(block: Block) -> bool:
    """Whether the column of a cell names what its numbers are of: Tỷ lệ hộ nghèo (%), not Đạt (%)."""
    return any(unplaced_header(text).words for text in block.column_headers)


_BOUNDS = {"trở lên": "at_least", "trở xuống": "at_most"}


def compares(block: Block) -> bool:
    """Whether the column of a cell tells shares of a plan or of another time: % kế hoạch."""
    header = spaced(block.column_headers[-1]).lower() if block.column_headers else ""
    return _COMPARED.match(header) is not None and unplaced_header(block.column_headers[-1]).share


def _contrasts(header: str) -> bool:
    """Whether what a column tells is set against another: So sánh, So với cùng kỳ (%)."""
    return spaced(header).lower().strip().startswith(("so sánh", "so với", "chênh lệch", "tăng"))


_SIGNS = frozenset("+-–−")
_COMPARED = re.compile(r"\s*(?:%|[a-zđ]{1,4}\s*/\s*[a-zđ]{1,4}\b|(?:so(?: với)?|đạt|bằng|tỷ lệ)\b)")
"""Begins the header of shares of a plan, which are no plan themselves."""


def _is_order(block: Block, number: Token) -> bool:
    """Whether the cell only numbers its row, or tells when or where something is."""
    last = (block.column_headers[-1] if block.column_headers else "").strip().lower().rstrip(".")
    last = _WHEN.sub("", last)
    return last in _SCHEDULE or (last in _SHIFTS and (number.minimum or 0) <= _DAILY)


_WHEN = re.compile(r"\s+(?:năm|tháng|quý)\s.*$")
"""Of a header: which time's rank it is: hạng | năm 2021."""
_SCHEDULE = frozenset({"xếp hạng", "hạng", "thứ hạng", "xếp thứ", "vị thứ", "tầng", "điện thoại", "số điện thoại", "stt", "tt", "số tt", "số thứ tự", "#", "thời gian", "địa điểm", "phòng", "ngày", "giờ", "ngày giờ", "buổi", "thứ", "người phụ trách", "học kỳ", "kỳ học", "ghi chú", "số hiệu", "mã số", "ca thi", "phòng thi", "phòng học"})  # fmt: skip
"""Columns that number the rows or tell when, where and who."""
_SHIFTS = frozenset({"ca", "kíp", "tiết"})
_DAILY = 12
"""As many shifts or lessons a day may have; more are counted."""


def _measure(
    draft: Draft, found: list[Token], row: Header, columns: list[Header], block: Block
) -> None:
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


def date(draft: Draft, block: Block, memory: Memory) -> None:
    """Gives a figure of a cell of prose the period of its headers, unless its own words tell one."""
    if draft.period_source == "stated":
        return
    row = header_of(block.row_header or "", memory)
    columns = [header_of(text, memory) for text in block.column_headers]
    if any(h.stated for h in (row, *columns)):
        _period(draft, row, columns, block, memory)


def _period(draft: Draft, row: Header, columns: list[Header], block: Block, memory: Memory) -> None:
    outer = spaced(block.column_headers[0]).lower() if len(columns) > 1 else ""
    # Below a comparison stand the times that are compared with.
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
