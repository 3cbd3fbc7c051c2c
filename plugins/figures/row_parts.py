"""Rows of a table that sum up others, tell a part of the row above, or number the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from figures.draft import Draft, make_part
from figures.model import Block
from vntext.unicode import spaced

_PART = re.compile(r"\W*(?:[-–—+•▪*]\s*(?=[^\W\d])|trong (?:số )?đó\b)", re.IGNORECASE)
_NUMBERING = re.compile(r"(?:[IVX]{1,4}|\d{1,2}|[A-Za-zđĐ])\s*[.)]\s*|[-+•*]\s*")
"""Before the label of a row: II. Tổng chi, 1) Lúa."""
_SUM = re.compile(
    r"(?:tổng(?! (?:quan|hợp|giám đốc|cục|bí thư|công ty|đài|thư ký|kết|duyệt|thể|biên tập|phụ trách)\b)"
    r"|cộng(?! (?:đồng|tác|hòa|hoà|hưởng|sự)\b)|toàn(?! (?:diện|dân|thể|phần)\b)|cả (?:tỉnh|huyện|xã|nước))(?!\w)|chung$"
)


def is_total(label: str | None) -> bool:
    """Whether a row label says that the row sums up the others: Tổng thu, Toàn cụm, Chung."""
    bare = _NUMBERING.sub("", spaced(label or "").strip(" *:."), count=1)
    return _SUM.match(bare.lower()) is not None


_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_SUMS = frozenset({"tổng", "tổng số", "tổng cộng", "tổng cộng chung", "tổng chung"})


def only_sums(label: str) -> bool:
    """Whether a row that sums up others counts nothing of its own, as *Tổng đàn gia súc* does."""
    words = _BRACKET.sub("", spaced(label).lower()).strip(" *:")
    return words in _SUMS or not words.startswith("tổng")


_LETTER = re.compile(r"\(?[A-Z]\)?")
_CODE = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")


def numbers_columns(row: Iterable[str]) -> bool:
    """Whether a row below the headers only numbers the columns: A | 1 | 2 | 3=2/1."""
    cells = [cell.strip() for cell in row if cell.strip()]
    letters = sum(_LETTER.fullmatch(cell) is not None for cell in cells[:3])
    codes = [code and int(code[1]) for code in map(_CODE.fullmatch, cells[letters:])]
    return len(cells) > 2 and len(codes) > 1 and codes == [*range(1, len(codes) + 1)]


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


_LEVELS = (
    re.compile(r"[A-ZĐ](?=[.)]|$)(?<![IVX])"),
    re.compile(r"[IVX]{1,4}(?=[.)]|$)"),
    re.compile(r"\d{1,2}(?=[.)]?(?:\s|$))"),
    re.compile(r"\d{1,2}\.\d{1,2}(?=[.)]?(?:\s|$))"),
    re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?=[.)]?(?:\s|$))"),
)
"""How rows are numbered, outermost first: A, I, 1, 1.1, 1.1.1."""


class Numbered:
    """Under which row each is numbered, asked from the top of a table to its end."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}

    def under(self, row: int, number: str) -> int | None:
        """The row above that is numbered a level further out than `row`, None for none.

        `number` is what stands in a column of orders, or the label of the row.
        """
        marked = number.strip()
        level = next((at for at, form in enumerate(_LEVELS) if form.match(marked)), None)
        if level is None:
            self._rows.clear()
            return None
        outer = [at for at in self._rows if at < level]
        self._rows = {at: self._rows[at] for at in outer} | {level: row}
        return self._rows[max(outer)] if outer else None


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
