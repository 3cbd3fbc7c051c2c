"""Cells of a table: headers either way round give indicator, level, unit, period and kind."""

from __future__ import annotations

import re
from functools import cache

from figures import lexicon as lx
from figures.draft import Draft
from figures.headers import Header, header_of, measure_of, unplaced_header
from figures.hedges import COMPARES
from figures.line import Line
from figures.memory import Memory, Stated
from figures.model import Block
from figures.norm_columns import refused_by_header
from figures.phrases import right_phrase
from figures.row_owners import OWNERS, heads_owners, owner_of
from figures.row_sorts import SEXES, is_sort
from figures.tokens import WORD, Token
from vntext.unicode import spaced

_UNIT_LINE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*[:：]?\s*(?P<unit>(?:[^.;()\n]|\.(?=\w))+)")
_UNIT_AT_END = re.compile(r"\((?P<unit>[^()\d]+)\)\s*[:.]?\s*$", re.MULTILINE)


def read_cell(block: Block, line: Line, memory: Memory) -> list[Draft]:
    """The figure of a cell and that in brackets behind it, if any: 62 (21,8%); 14 vụ (giảm 6 vụ).

    Empty where the cell holds no number or several.
    """
    found = line.tokens
    numbers = [at for at in line.numbers if not found[at].reason]
    if not numbers or len(numbers) > 2 or (len(numbers) == 2 and not _is_bracketed(found, numbers)):
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
    _name(draft, line, row, columns, block)
    if not draft.indicator:
        return []
    _period(draft, row, columns, block, memory)
    draft.target = any(h.target for h in (row, *columns)) and not any(h.done for h in columns[-1:])
    if columns and columns[-1].share and _COMPARED.match(spaced(block.column_headers[-1]).lower()):
        draft.target = False
    draft.qualifier = _qualifier(found[:at], block)
    for told in (*columns, row):
        if told.change:
            draft.kind, draft.direction = "change", told.change
    if told_before := next((t for t in found[:at] if t.tags & lx.CHANGE), None):
        # Vượt 17,7%.
        draft.kind, draft.direction = "change", "up" if told_before.tags & lx.UP else "down"
    if at and draft.kind == "change" and found[at - 1].low in _SIGNS:
        draft.direction = "up" if found[at - 1].low == "+" else "down"
    return [draft, *(_behind(draft, found, other) for other in numbers[1:])]


def _is_bracketed(found: list[Token], numbers: list[int]) -> bool:
    """Whether the second number stands alone in brackets, as a share or a change of the first."""
    first, second = numbers
    opened = next((at for at in range(first + 1, second) if found[at].low == "("), None)
    if opened is None or opened > first + 2 or found[-1].low != ")":
        return False
    shared = second + 1 < len(found) and found[second + 1].low == "%"
    return shared or any(token.tags & lx.CHANGE for token in found[opened:second])


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


def _qualifier(before: list[Token], block: Block) -> str:
    """How exact a cell is, by what stands before its number or else by the header of an estimate."""
    for token in reversed(before):
        if told := token.entry.hedge or ("" if token.low in _SIGNS else COMPARES.get(token.low)):
            return told
    inner = block.column_headers[-1] if block.column_headers else ""
    return "about" if spaced(inner).lower().strip().startswith("ước") else "exact"


_SIGNS = frozenset("+-–−")
_COMPARED = re.compile(r"\s*(?:%\s*)?(?:th\s*/\s*kh|so(?: với)?|đạt|bằng|% ?so|tỷ lệ)\b")
"""Begins the header of shares of a plan, which are no plan themselves."""


def _is_order(block: Block, number: Token) -> bool:
    """Whether the cell only numbers its row, or tells when or where something is."""
    last = (block.column_headers[-1] if block.column_headers else "").strip().lower().rstrip(".")
    last = _WHEN.sub("", last)
    return last in _SCHEDULE or (last in _SHIFTS and (number.minimum or 0) <= _DAILY)


_WHEN = re.compile(r"\s+(?:năm|tháng|quý)\s.*$")
"""Of a header: which time's rank it is: hạng | năm 2021."""
_SCHEDULE = frozenset({"xếp hạng", "hạng", "thứ hạng", "xếp thứ", "vị thứ", "tầng", "điện thoại", "số điện thoại", "stt", "tt", "số tt", "số thứ tự", "#", "thời gian", "địa điểm", "phòng", "ngày", "giờ", "ngày giờ", "buổi", "thứ", "người phụ trách", "ghi chú", "số hiệu", "mã số", "ca thi", "phòng thi", "phòng học"})  # fmt: skip
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
    if words is None and (above := _unit_above(block.caption or "")):
        words = "" if _counts_else(columns, above) else above
    if any(h.share for h in columns[-1:]) or (row.share and not columns):
        words = "%"
    if words:
        scale, unit = measure_of(words)
        draft.measure = unit is not None and (unit in _measures() or "/" in unit)
        _scale(draft.token, scale)
        draft.unit = unit
    if follower is not None and follower.kind == WORD and draft.unit is None:
        draft.unit = follower.low


def _unit_above(caption: str) -> str:
    """The unit that a caption tells for the whole table: ĐVT: người; Thu ngân sách (triệu đồng)."""
    words = spaced(caption).lower()
    if line := _UNIT_LINE.search(words):
        return line["unit"].strip()
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


def _name(draft: Draft, line: Line, row: Header, columns: list[Header], block: Block) -> None:
    """Row label or column header, whichever names what is counted."""
    total = block.row_header if block.total else None
    column = _telling(columns)
    draft.position = "elsewhere"
    chosen: Header | None
    if (
        row.words
        and column
        and (
            _parts_row(column, row, block)
            or _is_owned(column, block)
            or _is_measured(column, row, block)
        )
    ):
        chosen = column
    else:
        chosen = row if row.words else column
    summed = draft.rule == "cell" and total is not None and not row.words
    topic = "" if column is not None or chosen is row is None else _topic(block)
    if topic and (summed or chosen is None or heads_owners(block.stub_head) or owner_of(block)):
        draft.indicator = topic
    elif summed and (chosen is None or chosen.change):
        draft.indicator = (total or "").strip(" *:")
    elif chosen is not None:
        draft.indicator, draft.noun, draft.head = chosen.words, chosen.noun, chosen.head
    else:
        phrase = right_phrase(line.tokens, draft.at + 1)
        if phrase:
            draft.indicator = line.source(phrase.start, phrase.end)
            draft.position = "after"
    told = reversed(columns) if heads_owners(block.stub_head) else (row, *reversed(columns))
    draft.level = next((h.level for h in told if h.level), None)


def _telling(columns: list[Header]) -> Header | None:
    """The innermost header that names something, or the one above if it only counts the same.

    Hộ nghèo | Số hộ.
    """
    named = [header for header in columns if header.words]
    if len(named) > 1 and named[-1].head in named[-2].words.lower().split():
        return named[-2]
    return named[-1] if named else None


_TOPIC_ENDS = re.compile(r"(?:\(|,|phân theo|chia theo|theo |tại |của |trên địa bàn|giai đoạn |năm |tháng |quý |\d)", re.I)  # fmt: skip
"""What stands behind the topic in a caption: by what its table is parted, whose and when it is."""
_TOPIC_OPENS = re.compile(r"(?:(?:biểu|bảng)(?: số)?(?: \d+)?[.:]? |kết quả |đội ngũ |tình hình |thực hiện |phát triển |thống kê |tổng hợp |số liệu )+", re.IGNORECASE)  # fmt: skip
"""What stands before it."""


def _topic(block: Block) -> str:
    """What a table is about whose rows and columns say only whose and when: Diện tích cây ăn quả | phân theo xã."""
    line = (block.caption or "").split("\n")[0]
    opened = _TOPIC_OPENS.match(line)
    words = line[opened.end() if opened else 0 :]
    ends = _TOPIC_ENDS.search(words)
    topic = words[: ends.start() if ends else len(words)].strip(" .:-")
    said = unplaced_header(topic)
    # Of what is done more than the verb is told: trồng rừng tập trung, not Đào tạo.
    told = said.counted or (said.words and len(topic.split()) > 3)
    return topic if told and topic != (block.stub_head or "").strip() else ""


def _is_owned(column: Header, block: Block) -> bool:
    """Whether the rows say whose the numbers are, and the column names them, not a rate or change of them."""
    rated = column.change or column.share or column.target
    return (column.counted or not rated) and heads_owners(block.stub_head)


def _parts_row(column: Header, row: Header, block: Block) -> bool:
    """Whether a column parts its row and so names its cells: grades of Khối 4, cases by stage."""
    if column.share and not column.words:
        return False
    over = len(block.column_headers) > 1 and row.words[-1:].isdigit()
    return (
        column.head in SEXES
        or (over and column.noun == "label")
        or (row.words.lower() in _STAGES and not column.counted and not column.share)
    )


_STAGES = frozenset({"thụ lý", "đã giải quyết", "giải quyết", "còn lại", "tiếp nhận", "đã xử lý", "đang giải quyết", "tồn", "chuyển kỳ sau", "tỷ lệ giải quyết"})  # fmt: skip
"""Rows that tell what became of things whose sorts the columns tell: Thụ lý | Hình sự | Dân sự."""


def _is_measured(column: Header, row: Header, block: Block) -> bool:
    """Whether the column says what is counted, and the row only whose it is."""
    if not column.counted or column.share or is_sort(row, column):
        return False
    if column.words.lower() in _AMOUNTS and (block.stub_head or "").strip().lower() in _ITEMS:
        return False
    of_others = row.head in OWNERS and column.head != row.head
    return not row.counted or of_others or (block.stub_head or "").strip().lower() in _BRANCHES


_BRANCHES = frozenset({"ngành", "ngành học", "ngành đào tạo", "chuyên ngành", "mã ngành", "tên ngành", "nghề", "nghề đào tạo", "môn", "môn học", "môn thi", "bộ môn"})  # fmt: skip
"""Heads rows named after subjects, whose words count nothing: Ngành | Kế toán, Luật."""
_AMOUNTS = frozenset({"số tiền", "kinh phí", "thành tiền"})
_ITEMS = frozenset({"nội dung", "chỉ tiêu", "danh mục", "hạng mục", "khoản", "các khoản", "khoản mục", "khoản thu", "khoản chi", "nội dung thu", "nội dung chi", "nguồn", "nguồn vốn", "mục chi"})  # fmt: skip
"""Heads rows that say for what the money of a column is: Nội dung | Số tiền."""


def _period(draft: Draft, row: Header, columns: list[Header], block: Block, memory: Memory) -> None:
    stated = next((h.stated for h in (*reversed(columns), row) if h.stated), None)
    above = header_of(block.caption, memory).stated if block.caption else None
    if above is not None and (stated is None or _is_of_its_year(stated, above)):
        last = (
            stated is not None
            and stated.mention is not None
            and stated.mention.relative == "before"
        )
        period = str(int(above.period) - 1) if last else above.period
        stated = Stated(period, "carried", above.mention)
    stated = stated or memory.carried(target=draft.target)
    draft.period, draft.period_source = stated.period or None, stated.source


def _is_of_its_year(stated: Stated, above: Stated) -> bool:
    """Whether a column headed Năm nay or Năm trước means the year of the caption, and the one before."""
    mention = stated.mention
    relative = (
        mention is not None and mention.form == "year" and mention.relative in ("this", "before")
    )
    return relative and above.source == "stated" and above.period.isdigit()
