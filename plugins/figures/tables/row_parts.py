"""Rows of a table that sum up others or tell a part of the row above."""

from __future__ import annotations

import re

from figures.draft import Draft, make_part
from figures.model import Block
from figures.tables.row_numbers import unnumbered

_PART = re.compile(r"\W*(?:[-–—+•▪*]\s*(?=[^\W\d])|trong (?:số )?đó\b)", re.IGNORECASE)
_SUM = re.compile(
    r"(?:tổng(?! (?:quan|hợp|giám đốc|cục|bí thư|công ty|đài|thư ký|kết|duyệt|thể|biên tập|phụ trách)\b)"
    r"|cộng(?! (?:đồng|tác|hòa|hoà|hưởng|sự)\b)|toàn(?! (?:diện|dân|thể|phần)\b)|cả (?:tỉnh|huyện|xã|nước))(?!\w)|chung$"
)


def is_total(label: str | None) -> bool:
    """Whether a row label says that the row sums up the others: Tổng thu, Toàn cụm, Chung."""
    bare = unnumbered((label or "").strip(" *:.-+•"))
    return _SUM.match(bare.lower()) is not None


_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_SUMS = frozenset({"tổng", "tổng số", "tổng cộng", "tổng cộng chung", "tổng chung"})


def only_sums(label: str) -> bool:
    """Whether a row that sums up others counts nothing of its own, as *Tổng đàn gia súc* does."""
    words = _BRACKET.sub("", unnumbered(label).lower()).strip(" *:")
    return words in _SUMS or not words.startswith("tổng")


def continues_total(total: str, label: str) -> bool:
    """Whether a row counts some of what a total does: Doanh thu bán nước, after Tổng doanh thu."""
    noun = unnumbered(total).lower().removeprefix("tổng").removeprefix(" số").strip(" *:")
    return bool(noun) and unnumbered(label).lower().startswith(noun)


class Wholes:
    """Which row those below it are parts of, asked from the top of a table to its end."""

    def __init__(self) -> None:
        self._whole: str | None = None

    def of(self, label: str | None) -> str | None:
        """The label of the row that the next one is a part of, None where it stands for itself."""
        if label and _PART.match(label):
            return self._whole
        self._whole = label
        return None


def link_parts_of_rows(cells: list[tuple[Block, Draft]]) -> None:
    """Cells of such rows become parts of the cell above them, where they can be."""
    wholes: dict[tuple[int | None, int, str | None], Draft] = {}
    for block, draft in cells:
        if block.whole_row is None:
            wholes[block.table, block.column, block.row_header] = draft
            continue
        whole = wholes.get((block.table, block.column, block.whole_row))
        if whole is None or draft.share or draft.kind == "change" or whole.unit != draft.unit:
            continue
        if draft.target == whole.target and (draft.token.minimum or 0) <= (
            whole.token.maximum or 0
        ):
            make_part(draft, whole)
