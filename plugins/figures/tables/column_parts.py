"""Columns of a table that part another one: they add up to it, say so, divide it, or narrow it down.

Guideline section 5: the total of a row is a nearer whole of its cells than that of their column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from figures.draft import Draft
from figures.model import Block
from figures.tables.headers import unplaced_header
from figures.tables.row_sorts import SEXES
from vntext.unicode import spaced

Row = dict[int, tuple[Block, Draft]]
"""The cells of a row that count something, by their columns."""
_MOST = 12
"""As many columns may part one; keeps wide tables linear."""
_WHOLES = ("tổng", "cộng", "sĩ số", "toàn ")
_PART = "trong đó"
_DIVISIONS = ("chia theo", "phân theo", "theo ", "chức danh", "trình độ", "giới tính", "độ tuổi", "dân tộc", "học hàm", "học vị", "ngạch", "hạng", "cơ cấu", "loại hình", "hình thức", "xếp loại", "trong đó")  # fmt: skip
"""Stands over columns that divide the total before them, be it that they do not add up to it."""
_NARROWING = re.compile(r"\b(?:đã (?:giải quyết|xử lý|thi hành|thực hiện)|phản hồi|trả lời|có việc làm|có mặt|đủ sức khỏe|đủ điều kiện|được (?:vay|cấp|công nhận|giải quyết|khám|chọn)|trúng tuyển|nhập học|tốt nghiệp|dự thi|đỗ|đạt yêu cầu|còn dư nợ)\b")  # fmt: skip
"""Says that some of those are left whom the column before counts: SV tốt nghiệp | SV có việc làm."""
_ONLY_NARROWS = re.compile(rf"(?:có |đã |số )?{_NARROWING.pattern}")


def parted(rows: list[Row]) -> Iterator[tuple[int, list[int]]]:
    """Each column that others part, with these."""
    heads = {at: block.column_headers for row in rows for at, (block, _) in row.items()}
    columns = sorted(heads)
    taken: set[int] = set()
    wholes: set[int] = set()
    for place, whole in enumerate(columns):
        named = _begins(heads[whole], _WHOLES)
        after = [at for at in columns[place + 1 : place + 1 + _MOST] if at not in taken]
        behind = [at for at in columns[max(0, place - _MOST) : place] if at not in taken]
        parts = _summing(rows, whole, after, named=named)
        if not parts and named:
            parts = _summing(rows, whole, behind[::-1], named=True)
        if parts:
            taken.update((whole, *parts))
            wholes.add(whole)
            yield whole, parts
            # Tổng số | Nam | Nữ | Thành thị | Nông thôn: parted twice.
            again = [at for at in after if at not in taken]
            if more := _summing(rows, whole, again, named=named):
                taken.update(more)
                yield whole, more
    for place, part in enumerate(columns):
        if part not in taken and _said_part(heads[part]):
            others = (at for at in columns[:place][::-1] if not _said_part(heads[at]))
            if (before := next(others, None)) is not None:
                yield before, [part]
                taken.add(part)
    yield from _divided(heads, taken)
    yield from _narrowed(rows, heads, taken - wholes)


def _summing(rows: list[Row], whole: int, others: list[int], *, named: bool) -> list[int]:
    """The first of `others` that add up to `whole` in each row; once is chance unless it is named a total."""
    told = [row for row in rows if whole in row]
    sums: list[Decimal] = [Decimal(0)] * len(told)
    for length, column in enumerate(others, start=1):
        for at, row in enumerate(told):
            if column in row:
                sums[at] += value_of(row[column][1])
        if length < 2:
            continue
        fits = [sums[at] == value_of(row[whole][1]) for at, row in enumerate(told)]
        if all(fits) and len(fits) > (0 if named else 1):
            return others[:length]
    return []


def _said_part(headers: tuple[str, ...]) -> bool:
    """Whether a header says that its column parts the one before: Số học sinh | Trong đó nữ; Số trẻ | Nữ."""
    return _last(headers) in SEXES or any(
        spaced(t).lower().strip().startswith(_PART) for t in headers
    )


def _begins(headers: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return _last(headers).startswith(words)


def _last(headers: tuple[str, ...]) -> str:
    return spaced(headers[-1]).lower().strip() if headers else ""


def _divided(heads: dict[int, tuple[str, ...]], taken: set[int]) -> Iterator[tuple[int, list[int]]]:
    """A total and the columns behind it whose common header says by what they divide it."""
    whole: int | None = None
    for at in sorted(heads):
        if _begins(heads[at], _WHOLES):
            whole = at
        elif len(heads[at]) < 2 or not spaced(heads[at][0]).lower().startswith(_DIVISIONS):
            whole = None
        elif whole is not None and at not in taken:
            taken.add(at)
            yield whole, [at]


def divides(column: int, rows: Iterable[Row]) -> bool:
    """Whether a column is one of several by whose common header a total is divided."""
    heads = next((row[column][0].column_headers for row in rows if column in row), ())
    return len(heads) > 1 and spaced(heads[0]).lower().startswith(_DIVISIONS)


def _narrowed(
    rows: list[Row], heads: dict[int, tuple[str, ...]], taken: set[int]
) -> Iterator[tuple[int, list[int]]]:
    """Columns that count some of the same things as the last such column before them, never more."""
    nouns = {at: unplaced_header(texts[-1]).head for at, texts in heads.items() if texts}
    said = {at: spaced(" ".join(texts)).lower().strip() for at, texts in heads.items()}
    for part in sorted(nouns):
        if part in taken or not _NARROWING.search(said[part]):
            continue
        alike = (at for at in range(part - 1, part - _MOST, -1) if nouns.get(at) == nouns[part])
        before = next(alike, None)
        if before is None and _ONLY_NARROWS.match(said[part]):
            # Số thí sinh dự thi | Đỗ tốt nghiệp; Có phản hồi | Có việc làm.
            before = part - 1 if _NARROWING.search(said.get(part - 1, "")) else None
        if before is None:
            continue
        both = [row for row in rows if before in row and part in row]
        fewer = all(value_of(row[part][1]) <= value_of(row[before][1]) for row in both)
        if len(both) > 1 and fewer:
            yield before, [part]


def value_of(draft: Draft) -> Decimal:
    """The number of a cell, its upper end in a range."""
    return Decimal(str(draft.token.maximum or 0))
