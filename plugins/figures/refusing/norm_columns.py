"""Columns of prices, norms, limits and sizes, and tables that hold little else.

Guideline section 1, R2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from figures.model import Block
from figures.refusing.support import Heard, is_counted
from figures.text import lexicon as lx
from vntext.unicode import nfc

_PRICED = re.compile(
    r"(?:mức [^()]*\((?:nghìn |triệu )?đồng/|chi phí .{0,24}(?:hàng|hằng|mỗi) tháng|đơn giá|giá(?! trị)|mức (?:giá|phí|thu|phạt|chi|quà|tặng|thưởng|hỗ trợ|trợ cấp|đóng|hưởng|vay)|lệ phí|phí|học phí|thuế suất|lãi suất)\b"
)
_PRICE_LIST = re.compile(
    r"(?:(?:bảng|biểu|khung)\s+(?:đơn giá|giá(?! trị)|mức (?:phí|thu|giá)|lệ phí|phí|cước|học phí|thu phí)"
    r"|mức (?:phạt|phí|thu|lệ phí|hỗ trợ|đóng|hưởng)\b|giá (?:một số|các|bán|mua|cả|thị trường|vàng|xăng|nông sản|lúa|thu mua))\b"
)
"""Begins what stands above a table in which each row has its price: Bảng giá suất ăn, Giá một số mặt hàng."""
_ADVISED = re.compile(r"\b(?:khuyến cáo|định mức|liều lượng|tính cho (?:1|một))\b")
"""Tells above a table that it holds advice or norms: Lượng phân bón khuyến cáo."""
_NORMED = re.compile(
    r"\bmỗi (?:lần|cữ|ngày|bữa|liều|suất|buổi|tuần|kg|con|cây|gốc|chậu|viên|mẻ|đội)\b"
    r"|^(?:cân nặng|chiều cao|độ tuổi)(?:\s*\((?:kg|cm|g|gam|gram|tháng|tuổi)\))?$"
    r"|^(?:số )?(?:tín chỉ|tc|đvht)$|^điểm (?:trúng tuyển|chuẩn|sàn|xét tuyển|ưu tiên)\b|^tiêu chí phụ$|^mức (?:[ivx]+|\d)$|\btham chiếu\b|^giới hạn\b|\b(?:giá trị|nồng độ|hàm lượng|mức|ngưỡng|giới hạn)\b.{0,12}\bcho phép\b"
    r"|^(?:mức|điểm|liều|giá trị|thời gian|số tiền|lượng|nhiệt độ|trọng lượng|khối lượng|kích thước|số lượng)?\b.{0,12}\b(?:tối đa|tối thiểu)\b(?!.*mw)"
)
"""Names a column of norms, limits and sizes: lượng sữa mỗi cữ, cân nặng, giá trị cho phép."""
_PHYSICAL = re.compile(
    rf"(?:(?:đơn vị(?: tính)?|đvt)\s*[:：]?\s*|\()(?:{'|'.join(map(re.escape, lx.words_with(lx.NEVER)))})\b"
)
"""A unit of measurements that no institution reports: Chiều dài (cm)."""
_TITLE = 200
"""Letters that a title has at most; a longer caption is a paragraph that may speak of something else."""
NORMS = frozenset({"norm", "dimension"})
_COLLECTED = re.compile(r"\s*(?:lệ )?phí\b[^/]*\((?:nghìn |triệu |tỷ )?đồng\)", re.IGNORECASE)
_COLLECTORS = re.compile(
    r"(?:tên )?(?:tổ chức|đơn vị|cơ quan|văn phòng|phòng|chi cục|chi nhánh|cơ sở)\b"
)
"""Whoever stands beside a column of fees has collected them: Văn phòng | Phí công chứng (triệu đồng)."""


def refused_by_header(block: Block) -> str:
    """Why the numbers of a cell's column are no figures, empty if they may be some."""
    refused = _refused(tuple(block.column_headers), block.caption or "")
    if refused == "norm" and _graded(block):
        return ""
    collected = refused == "price" and _COLLECTORS.match(nfc(block.stub_head or "").strip().lower())
    if collected and any(map(_COLLECTED.match, map(nfc, block.column_headers))):
        return ""
    return refused


def _graded(block: Block) -> bool:
    """Whether a row counts what reached the grades that head the columns: Số tiêu chí đạt | Mức 1 | Mức 2."""
    headers = [nfc(text).strip().lower() for text in block.column_headers]
    counted = _COUNTS.match(nfc(block.row_header or "").strip().lower())
    return counted is not None and any(map(_GRADE.fullmatch, headers))


_GRADE = re.compile(r"mức (?:[ivx]+|\d)")
_COUNTS = re.compile(r"(?:số|tổng số|tỷ lệ|tỉ lệ)\b")


@lru_cache(maxsize=512)
def _refused(column_headers: tuple[str, ...], table_caption: str) -> str:
    headers = [nfc(text).strip().lower() for text in column_headers]
    if any(map(_PRICED.match, headers)):
        return "price"
    if any(map(_NORMED.search, headers)):
        return "norm"
    caption = nfc(table_caption).strip().lower()
    if _PRICE_LIST.match(caption):
        return "price"
    if len(caption) < _TITLE and _ADVISED.search(caption):
        return "norm"
    if _PHYSICAL.match(caption) or any(map(_PHYSICAL.search, headers)):
        return "dimension"
    return ""


def in_tables_of_norms(
    cells: Sequence[tuple[int | None, Heard]], norms: Counter[int | None]
) -> Iterator[Heard]:
    """The cells of tables at least half of whose numbers are norms and sizes.

    `cells` are those that stand, each with its table; `norms` how many others a table has.
    A table that counts people, households, cases or sums reports, whatever else it holds.
    """
    if not norms:
        return
    standing = Counter(table for table, _ in cells)
    reporting = {table for table, cell in cells if any(map(is_counted, cell.drafts))}
    for table, cell in cells:
        if norms[table] >= standing[table] and table not in reporting:
            yield cell
