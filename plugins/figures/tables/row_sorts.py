"""Rows of a table that say of which sort the things are that their columns count.

Guideline section 6, R1.
"""

from __future__ import annotations

from functools import lru_cache

from figures.tables.headers import Header, unplaced_header
from figures.text import lexicon as lx
from vntext.unicode import spaced

SEXES = frozenset({"nam", "nữ", "dân tộc thiểu số", "dân tộc", "dtts"})
"""Columns that part each row and name its cells themselves."""
_COUNTERS = frozenset({"lượt", "ca", "cuộc"})
"""Beside the counters of the lexicon, columns headed by these say only in what is counted."""


_SORTS = ("loại ", "tên bệnh", "mặt hàng", "nhóm hàng", "chương trình", "hệ", "bậc", "cấp học", "hình thức", "dân tộc", "tôn giáo", "nhóm tuổi", "độ tuổi", "giới tính", "lĩnh vực", "ngành", "chuyên ngành", "tên ngành", "nghề", "môn", "nhóm tội", "tội danh", "hành vi", "loại tội", "loại án", "loại vi phạm", "loại đất", "loại rừng", "mức đánh giá", "mức xếp loại", "xếp loại", "danh hiệu")  # fmt: skip


@lru_cache(maxsize=256)
def heads_sorts(stub_head: str | None) -> bool:
    """Whether the rows below are sorts of what is counted, whatever their words are: Tội danh | Đánh bạc."""
    return spaced(stub_head or "").lower().strip(" *:").startswith(_SORTS)


def names_sort(row: str, column: str) -> bool:
    """Whether the header of a row only tells of which sort the things are that its column counts."""
    counted = unplaced_header(column)
    return counted.counted and is_sort(unplaced_header(row), counted)


def is_sort(row: Header, column: Header) -> bool:
    """Whether the row tells of which sort those counted are: Mầm non | 18; Dân sự | 1.342 (việc).

    Class labels by themselves do under any column (R1, §6), other words of the lexicon under a
    bare counter; names, which it does not hold, say whose the number is.
    """
    if row.noun == "label" and row.words.lower() == row.head:
        return True
    if row.words[-1:].isdigit():
        # Mức 3, Khối 10: told from others of its kind.
        return True
    if column.noun in _TAUGHT and _is_bare(column) and _names_programme(row.words):
        return True
    if row.noun == "label":
        return False
    if _is_product(row.words):
        return True
    entry = lx.entries().get(column.head)
    counter = column.head in _COUNTERS or (entry is not None and bool(entry.tags & lx.COUNTER))
    return counter and _is_bare(column) and row.noun == "plain"


def _is_bare(column: Header) -> bool:
    """Whether a column only names a noun: Lớp, Số lớp."""
    return column.words.lower() in (column.head, f"số {column.head}")


_TAUGHT = frozenset({"group", "person", "event"})
"""Classes of what is counted of a programme: classes, learners, courses."""
_DEGREES = ("đại học", "cao đẳng")
_PROGRAMMES = (*_DEGREES, "sơ cấp", "trung cấp", "cao cấp", "bồi dưỡng", "đào tạo", "tập huấn", "huấn luyện")  # fmt: skip


def _names_programme(row: str) -> bool:
    """Whether a row is of a programme of teaching, not of a school: Trung cấp lý luận chính trị; Cao đẳng nghề Mai Sơn."""
    if not row.lower().startswith(_PROGRAMMES):
        return False
    last = row.split()[-1]
    return not last[0].isupper() or (last.isupper() and not row.lower().startswith(_DEGREES))


_PRODUCTS = frozenset(lx.load("names")["product"])
_SEASONS = ("vụ", "đông", "hè", "mùa", "xuân", "thu", "cả", "chiêm", "hàng", "lai", "giống", "nuôi", "trồng")  # fmt: skip
"""What may follow the name of a crop: lúa | đông xuân, ngô | vụ thu, lúa | cả năm."""


@lru_cache(maxsize=256)
def _is_product(label: str) -> bool:
    """Whether a row is a crop, a beast or another product, not a place called so: Ngô, not Ngô Quyền.

    Each cell of the row asks.
    """
    words = label.strip(" *-+").split()
    for length in range(min(4, len(words)), 0, -1):
        if " ".join(words[:length]).lower() in _PRODUCTS:
            behind = words[length:]
            small = all(word[:1].islower() for word in words[1:])
            return not behind or (small and behind[0].lower() in _SEASONS)
    return False
