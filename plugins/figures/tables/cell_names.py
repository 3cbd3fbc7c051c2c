"""What names the figure of a cell: its row, its column, or the caption of the table.

Guideline section 6, R1: rows that are places or bodies say whose the number is, rows that are
sorts what is counted.
"""

from __future__ import annotations

import re
from collections import defaultdict

from figures.draft import Draft
from figures.model import Block
from figures.naming.phrases import right_phrase
from figures.tables.headers import Header, unplaced_header
from figures.tables.row_owners import OWNERS, heads_owners, names_body, owner_of
from figures.tables.row_parts import only_sums
from figures.tables.row_sorts import SEXES, heads_sorts, is_sort
from figures.tables.topics import topic_of
from figures.text.line import Line
from vntext.unicode import spaced


def name(draft: Draft, line: Line, row: Header, columns: list[Header], block: Block) -> None:
    """Names a draft by its row or its column, whichever says what is counted, and tells its level."""
    label, column = (block.row_header or "").strip(" *:"), _telling(columns)
    sums = block.total and (not row.words or only_sums(label))
    draft.position = "elsewhere"
    chosen = row if row.words and not sums else None
    if column and (chosen is None or _is_named_by_column(column, row, block)):
        chosen = column
    owned = heads_owners(block.stub_head) or owner_of(block)
    topic = _topic(block) if column is None and (sums or chosen is None or owned) else ""
    if topic:
        draft.indicator = topic
    elif sums and (chosen is None or chosen.change):
        draft.indicator = label
    elif chosen is not None:
        draft.indicator, draft.noun, draft.head = chosen.words, chosen.noun, chosen.head
    else:
        phrase = right_phrase(line.tokens, draft.at + 1)
        if phrase:
            draft.indicator = line.source(phrase.start, phrase.end)
            draft.position = "after"
    told = reversed(columns) if heads_owners(block.stub_head) else (row, *reversed(columns))
    draft.level = next((h.level for h in told if h.level), None)


def name_by_column(block: Block, draft: Draft) -> None:
    """Names a part of its row by the column that sorts it, where it was named by its row: Hoàn thành tốt."""
    row = unplaced_header(block.row_header or "").words
    column = _telling([unplaced_header(text) for text in block.column_headers])
    if draft.indicator != row:
        return
    if column is not None and _is_proper(column.words) and not _is_proper(block.stub_head or "A B"):
        return
    if column is not None and column.words.lower() not in _STAGES and column.head != "theo":
        draft.indicator, draft.noun, draft.head = column.words, column.noun, column.head
    elif said := next((text for text in block.column_headers if text.lower() in GRADES), ""):
        draft.indicator = said


def _is_proper(words: str) -> bool:
    """Whether words are a name: Cam Tuyền Hạ, which no table says that begins each of its words so."""
    return " " in words and all(word[0].isupper() for word in words.split())


def name_alike(cells: list[tuple[Block, Draft]]) -> None:
    """Names all rows of a column in one way, where their labels are no sorts and only some are counted.

    The label of a place or a project may begin with a word that is counted elsewhere. Money and
    bare counters (Số tiền, Vụ) are named by their rows, all others name themselves.
    """
    columns: dict[tuple[int | None, int], list[tuple[Block, Draft]]] = defaultdict(list)
    for block, draft in cells:
        if not block.total and not block.whole_row and not heads_sorts(block.stub_head):
            columns[block.table, block.column].append((block, draft))
    for told in columns.values():
        column = _telling([unplaced_header(text) for text in told[0][0].column_headers])
        if column is None or column.head == "theo" or _is_bare(column):
            continue
        if any(draft.indicator == column.words for _, draft in told):
            for block, draft in told:
                name_by_column(block, draft)


def _is_bare(column: Header) -> bool:
    words = column.words.lower()
    return words in _AMOUNTS or words in (column.head, f"số {column.head}")


GRADES = frozenset(
    {"hoàn thành", "đạt", "không đạt", "chưa đạt", "chưa hoàn thành", "không hoàn thành"}
)
"""What a column of one level is called, which beside a plan would only say that it was done."""


def _is_named_by_column(column: Header, row: Header, block: Block) -> bool:
    return (
        _parts_row(column, row, block)
        or _is_owned(column, block)
        or _is_measured(column, row, block)
    )


def _telling(columns: list[Header]) -> Header | None:
    """The innermost header that names something, or the one above if it only counts the same.

    Hộ nghèo | Số hộ.
    """
    named = [header for header in columns if header.words]
    if len(named) > 1 and named[-1].head in named[-2].words.lower().split():
        # Nhóm O | of Nhóm máu, but Lớp 8 | of theo khối lớp.
        return named[-1] if named[-1].words.split()[-1].isupper() else named[-2]
    return named[-1] if named else None


def _topic(block: Block) -> str:
    """What the caption says a table is about, unless it only says what its rows are."""
    said = (block.caption or "").split("\n")[0]
    if (counted := _UNIT_ALONE.fullmatch(spaced(said))) is not None:
        # Đơn vị tính: hộ.
        return counted["unit"] if unplaced_header(counted["unit"]).noun else ""
    topic = topic_of(said)
    return topic if topic != (block.stub_head or "").strip() else ""


_UNIT_ALONE = re.compile(
    r"\W*(?:đơn vị(?: tính)?|đvt)\s*:\s*(?P<unit>[^\W\d]+(?: [^\W\d]+)*)\W*", re.IGNORECASE
)


def _is_owned(column: Header, block: Block) -> bool:
    """Whether the rows say whose the numbers are, and the column names them, not a rate or change of them."""
    if names_body(block.row_header or "") and not heads_sorts(block.stub_head):
        return True
    rated = column.change or column.share or column.target
    return (column.counted or not rated) and heads_owners(block.stub_head)


def _parts_row(column: Header, row: Header, block: Block) -> bool:
    """Whether a column parts its row and so names its cells: grades of Khối 4, cases by stage."""
    if column.share and not column.words:
        return False
    outer = block.column_headers[0].lower() if len(block.column_headers) > 1 else ""
    over = bool(outer) and row.words[-1:].isdigit()
    return (
        column.head in SEXES
        or column.words.lower() in _OUTCOMES
        or (outer.startswith(_DIVIDES) and column.head != "theo")
        or (over and column.noun == "label")
        or (row.words.lower() in _STAGES and not column.counted and not column.share)
    )


_OUTCOMES = frozenset({"đạt", "không đạt", "chưa đạt", "kiên cố", "bán kiên cố"})
"""Columns that say in which state those of the row are."""
_DIVIDES = ("trong đó", "chia ra", "gồm", "phân loại", "xếp loại", "kết quả xếp loại", "chất lượng")
"""Stands over the sorts into which the columns part each row."""
_STAGES = frozenset({"thụ lý", "đã giải quyết", "giải quyết", "còn lại", "tiếp nhận", "đã xử lý", "đang giải quyết", "tồn", "chuyển kỳ sau", "tỷ lệ giải quyết"})  # fmt: skip
"""Rows that tell what became of things whose sorts the columns tell: Thụ lý | Hình sự | Dân sự."""


def _is_measured(column: Header, row: Header, block: Block) -> bool:
    """Whether the column says what is counted, and the row only whose it is."""
    if not column.counted or column.share or block.whole_row or column.head == "về":
        return False
    if is_sort(row, column) or heads_sorts(block.stub_head):
        return False
    if column.words.lower() in _AMOUNTS and (block.stub_head or "").strip().lower() in _ITEMS:
        return False
    return not row.counted or (row.head in OWNERS and column.head != row.head)


_AMOUNTS = frozenset({"số tiền", "kinh phí", "thành tiền", "diện tích", "khối lượng", "sản lượng"})
_ITEMS = frozenset({"nội dung", "chỉ tiêu", "danh mục", "hạng mục", "khoản", "các khoản", "khoản mục", "khoản thu", "khoản chi", "nội dung thu", "nội dung chi", "nguồn", "nguồn vốn", "mục chi", "loại đất"})  # fmt: skip
"""Heads rows that say for what the money or the land of a column is: Nội dung | Số tiền."""
