"""What the column of a cell tells: plans, comparisons, orders, or a name for its numbers."""

from __future__ import annotations

import re

from figures.model import Block
from figures.tables.headers import unplaced_header
from figures.text.tokens import Token
from vntext.unicode import spaced


def is_planned(block: Block) -> bool:
    """Whether the column of a cell tells what is planned."""
    inner = unplaced_header(block.column_headers[-1]) if block.column_headers else None
    return inner is not None and inner.target and not inner.done


def says(block: Block) -> bool:
    """Whether the column of a cell names what its numbers are of: Tỷ lệ hộ nghèo (%), not Đạt (%)."""
    return any(unplaced_header(text).words for text in block.column_headers)


def compares(block: Block) -> bool:
    """Whether the column of a cell tells shares of a plan or of another time: % kế hoạch."""
    header = spaced(block.column_headers[-1]).lower() if block.column_headers else ""
    return _COMPARED.match(header) is not None and unplaced_header(block.column_headers[-1]).share


def contrasts(header: str) -> bool:
    """Whether what a column tells is set against another: So sánh, So với cùng kỳ (%)."""
    return spaced(header).lower().strip().startswith(("so sánh", "so với", "chênh lệch", "tăng"))


_COMPARED = re.compile(r"\s*(?:%|[a-zđ]{1,4}\s*/\s*[a-zđ]{1,4}\b|(?:so(?: với)?|đạt|bằng|tỷ lệ)\b)")
"""Begins the header of shares of a plan, which are no plan themselves."""


def is_order(block: Block, number: Token) -> bool:
    """Whether the cell only numbers its row, or tells when or where something is."""
    last = (block.column_headers[-1] if block.column_headers else "").strip().lower().rstrip(".")
    last = _WHEN.sub("", last)
    if spaced(block.stub_head or "").lower().strip().startswith(_PERSONS):
        return True
    if last.startswith("hạng ") and not any(map(str.isdigit, last)):
        return True
    return last in _SCHEDULE or (last in _SHIFTS and (number.minimum or 0) <= _DAILY)


_PERSONS = ("họ và tên", "họ tên", "tên thí sinh", "thí sinh", "vận động viên", "tên học sinh")
"""Heads the names of people, of whom no row is a figure of an institution."""
_WHEN = re.compile(r"\s+(?:năm|tháng|quý)\s.*$")
"""Of a header: which time's rank it is: hạng | năm 2021."""
_SCHEDULE = frozenset({"xếp hạng", "hạng", "thứ hạng", "xếp thứ", "vị thứ", "tầng", "điện thoại", "số điện thoại", "stt", "tt", "số tt", "số thứ tự", "#", "thời gian", "địa điểm", "phòng", "ngày", "giờ", "ngày giờ", "buổi", "thứ", "người phụ trách", "học kỳ", "kỳ học", "sbd", "số báo danh", "ngày sinh", "năm sinh", "ghi chú", "số hiệu", "mã số", "ca thi", "phòng thi", "phòng học"})  # fmt: skip
"""Columns that number the rows or tell when, where and who."""
_SHIFTS = frozenset({"ca", "kíp", "tiết"})
_DAILY = 12
"""As many shifts or lessons a day may have; more are counted."""
