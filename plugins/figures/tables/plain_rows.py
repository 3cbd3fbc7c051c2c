"""Tables as plain text: a line of times, then lines of a label and one number for each of them.

ĐVT: triệu đồng
Chỉ tiêu 2020 2021 2022
1. Doanh thu 1.240 1.350 1.402
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.tables.grid import Cell

_YEAR = r"(?:19|20)\d\d"
_KIND = r"(?:(?:kế hoạch|thực hiện|dự toán|ước thực hiện|ước|kh|th)\s+)?"
_TIMES = (
    rf"{_KIND}(?:năm\s+)?{_YEAR}",
    rf"(?:năm học\s+)?{_YEAR}\s?[-–/]\s?{_YEAR}",
    rf"quý\s+(?:iv|i{{1,3}}|[1-4])(?:\s*[/-]\s*{_YEAR})?",
    rf"tháng\s+\d{{1,2}}(?:\s*[/-]\s*{_YEAR})?",
)
"""What heads the columns of one table."""
_SUM = "tổng cộng|tổng số|tổng|cộng|cả năm"
_HEADERS = tuple(
    re.compile(rf"\s*(?P<stub>[^\W\d][^\d\n]*?)??\s*(?<!\w)(?P<heads>{time}(?:\s+{time})+(?:\s+(?:{_SUM}))?)\s*", re.I)
    for time in _TIMES
)  # fmt: skip
_HEADS = tuple(re.compile(rf"(?<!\w)(?:{time}|{_SUM})(?!\w)", re.I) for time in _TIMES)
_NUMBER = re.compile(r"[-–+]?\d[\d.,]*%?|[-–x]", re.I)
_WORDS = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 160

_TIMED = re.compile(rf"(?:{_YEAR}|quý|tháng)\b.*(?:{_YEAR}|quý|tháng)\b", re.I)
_ORDER = re.compile(r"(?:stt|tt|số tt|[ivx]+|\d{1,2}(?:\.\d{1,2})*)(?:[.)]|(?=\s))", re.I)
"""What numbers a row, or heads such numbers."""
_COUNTED = re.compile(
    r"(?:\S+ )?(?:lớp|khối|khóa|khoá|tổ|thôn|khu|khu phố|ấp|bản|xóm|đội|đợt|nhóm|hạng|loại|bậc|cấp|vùng|cụm|tổ dân phố|dự án) \d{1,2}",
    re.I,
)
"""A label that ends in a number of its own: Khối 6."""

Rows = list[list[Cell]]


def plain_table(text: str, start: int) -> tuple[Rows, int] | None:
    """The rows of the table that begins at `start`, its header first, and where it ends."""
    end = _line_end(text, start)
    if end - start > _LONGEST or _TIMED.search(text, start, end) is None:
        return None
    header = _header(text, start, end)
    if header is None:
        return None
    body = list(_body(text, end, len(header) - 1))
    if not body:
        return None
    rows, stop = [header, *(row for row, _ in body)], body[-1][1]
    return (_with_orders(text, rows) if _ORDER.match(header[0].text) else rows), stop


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end + 1 if end >= 0 else len(text)


def _with_orders(text: str, rows: Rows) -> Rows:
    """The rows with the numbers before their labels in a column of its own: STT Chỉ tiêu …."""
    cut = []
    for label, *values in rows:
        begin, end = label.source
        order = _ORDER.match(text, begin, end)
        parts = (order.span(), (order.end(), end)) if order else ((begin, begin), (begin, end))
        cells = [_cell(text, _stripped(text, *part), header=label.header) for part in parts]
        cut.append([*cells, *values])
    return cut


def _header(text: str, start: int, end: int) -> list[Cell] | None:
    """The cells of a line of times, that of the labels first."""
    for whole, each in zip(_HEADERS, _HEADS, strict=True):
        found = whole.fullmatch(text, start, end)
        if found is None:
            continue
        stub = (found.start("stub"), found.end("stub")) if found["stub"] else (start, start)
        spans = [head.span() for head in each.finditer(text, *found.span("heads"))]
        return [_cell(text, span, header=True) for span in (stub, *spans)]
    return None


def _body(text: str, start: int, width: int) -> Iterator[tuple[list[Cell], int]]:
    """The lines below a header as long as they fit it; one of words alone heads those below."""
    while start < len(text):
        end = _line_end(text, start)
        row = _row(text, start, end, width)
        if row is None:
            below = _line_end(text, end)
            heads = _is_section(text[start:end]) and _row(text, end, below, width) is not None
            if not heads:
                return
            row = [_cell(text, _stripped(text, start, end))]
        yield row, end
        start = end


def _is_section(line: str) -> bool:
    words = line.strip()
    return bool(_LETTER.search(words)) and len(words) <= _SECTION and words[-1] not in ".;,"


_SECTION = 60


def _row(text: str, start: int, end: int, width: int) -> list[Cell] | None:
    """A label and as many numbers as there are columns; None for any other line."""
    words = [found.span() for found in _WORDS.finditer(text, start, end)]
    label, numbers = words[:-width], words[-width:]
    if not label or any(_NUMBER.fullmatch(text, *span) is None for span in numbers):
        return None
    named = (label[0][0], label[-1][1])
    last = text[slice(*label[-1])]
    if not _LETTER.search(text, *named):
        return None
    if (last[0].isdigit() or _NUMBER.fullmatch(last)) and not _COUNTED.fullmatch(text, *named):
        return None
    return [_cell(text, span) for span in (named, *numbers)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _cell(text: str, span: tuple[int, int], *, header: bool = False) -> Cell:
    return Cell(" ".join(text[slice(*span)].split()), header, 1, 1, span)
