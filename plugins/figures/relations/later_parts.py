"""Parts told in a later sentence than their total: under a heading, or by what came of what was looked into.

Guideline section 4, R5.
"""

from __future__ import annotations

from decimal import Decimal

from figures.draft import Draft
from figures.relations.intakes import LOOKS_INTO
from figures.relations.totals import fits, same_family
from figures.relations.unmarked_parts import AMONG
from figures.text.line import Line
from figures.text.tokens import Token

_NEAR = 8
"""As many figures back a total may have been told."""
_CERTAIN = 10
"""Sums from here on are hardly equal by chance."""
_SORTING = ("phân loại", "xếp loại")
_BY = frozenset({"theo", "xét theo", "tính theo", "xét về", "về"})
_SORTS = ("khu vực", "địa bàn", "lĩnh vực", "loại", "thành phần", "ngành", "khối", "độ tuổi", "trình độ", "cấp", "quy mô", "vùng", "giới", "nhóm", "hình thức", "đối tượng", "tính chất", "nguồn", "mức", "cơ cấu", "dân tộc", "đơn vị")  # fmt: skip
"""By what things are sorted: Theo | khu vực kinh tế: …."""


def link_later(line: Line, drafts: list[Draft], before: list[Draft]) -> None:
    """Sets the totals of the figures of a sentence that another sentence told."""
    if not drafts:
        return
    opening, colon = _opening(line)
    sorts = _sorts(opening, colon=colon)
    looks_into = not sorts and _looks_into(opening)
    if not (sorts or colon or looks_into):
        return
    plain = [d for d in drafts if d.parent is None and not d.share and d.kind != "change"]
    known = [d for d in before[-_NEAR:] if d.parent is None and not d.share and d.kind != "change"]
    if sorts:
        _sort_out(plain, known)
    elif colon and len(plain) > 1:
        _add_up(plain, known)
    elif looks_into:
        _find(plain, known)


def _opening(line: Line) -> tuple[list[Token], bool]:
    """What stands before the first number, and whether a colon is in it."""
    opening = line.tokens[: line.numbers[0]]
    return opening, ":" in line.words and any(token.low == ":" for token in opening)


def _sorts(opening: list[Token], *, colon: bool) -> bool:
    """Whether the sorts of what was counted are headed: Theo khu vực kinh tế: …; Kết quả phân loại …."""
    words = " ".join([token.low for token in opening])
    if _SORTING[0] in words or _SORTING[1] in words:
        return True
    by = colon and len(opening) > 1 and opening[0].low in _BY
    return by and opening[1].low.startswith(_SORTS)


def _sort_out(plain: list[Draft], known: list[Draft]) -> None:
    """The sorts of what was counted before: Theo khu vực: dịch vụ có 995 DN; …; kết quả phân loại có 54 việc …, 23 việc …."""
    for total in reversed(known):
        parts = [d for d in plain if _is_alike(d, total)]
        if len(parts) > 1 and total not in parts:
            if _sum(parts) <= (total.token.maximum or 0):
                for part in parts:
                    part.parent = total
            return


def _is_alike(part: Draft, total: Draft) -> bool:
    """Whether both count the same, which a label may name: tổng số thụ lý là 90 việc, có 54 việc …."""
    named = total.rule == "label-counter" and total.unit == part.head
    return (
        part.measure == total.measure
        and part.unit == total.unit
        and (named or part.head == total.head)
    )


def link_over(line: Line, drafts: list[Draft], before: list[Draft]) -> None:
    """Sets the totals that the paragraph before told, which nothing but the sum of all parts tells."""
    if len(drafts) < 2:
        return
    opening, colon = _opening(line)
    among = opening[0].low in AMONG if opening else False
    if not (among or colon):
        return
    plain = [d for d in drafts if d.parent is None and not d.share and d.kind != "change"]
    known = [d for d in before[-_NEAR:] if not d.share and d.kind != "change"]
    if len(plain) > 1 and all(d.parent is None for d in drafts):
        _add_up(plain, known, named=among)


def _add_up(plain: list[Draft], known: list[Draft], *, named: bool = False) -> None:
    """Labels under a heading that make a count told before: Hình thức kỷ luật: khiển trách 28, cảnh cáo 21, …."""
    whole = _sum(plain)
    told = named or all(d.rule in ("label", "label-counter") for d in plain)
    if whole < _CERTAIN or not told or any(d.measure for d in plain):
        return
    made = (d for d in reversed(known) if d.token.minimum == whole and not d.measure)
    total = next((d for d in made if named or _may_be_of(plain, d)), None)
    for part in plain if total is not None else ():
        part.parent = total


def _may_be_of(plain: list[Draft], total: Draft) -> bool:
    """Whether three labels are told at least, or two with the unit of their total."""
    units = {d.unit for d in plain} - {None}
    return len(plain) > 2 or units == {total.unit}


def _sum(drafts: list[Draft]) -> Decimal:
    return sum((d.token.minimum or Decimal(0) for d in drafts), Decimal(0))


def _looks_into(opening: list[Token]) -> bool:
    """Whether it is told what an inspection found: Qua kiểm tra, phát hiện …; Qua giám sát kết luận …."""
    words = " ".join([token.low for token in opening[:3]]).removeprefix("qua ")
    led = opening[0].low.partition(" ")[0] == "qua" if opening else False
    return led and words.startswith(tuple(LOOKS_INTO)) and opening[-1].low in _FINDS


_FINDS = frozenset({"kết luận", "phát hiện", "đã phát hiện", "đã kết luận", "xác định", "đánh giá", "ghi nhận", "có", "thấy", "cho thấy"})  # fmt: skip
"""What an inspection comes to; what is done next is told for itself: Qua kiểm tra, xử phạt …."""


def _find(plain: list[Draft], known: list[Draft]) -> None:
    """What became of those that were looked into, both told by their noun."""
    looked = [d for d in known if d.verb in LOOKS_INTO or any(o.verb in LOOKS_INTO for o in known)]
    for part in plain:
        alike = (
            d for d in reversed(looked) if same_family(d.head, part.head) or d.head == part.head
        )
        total = next(alike, None)
        if total is not None and fits(part, total):
            part.parent = total
