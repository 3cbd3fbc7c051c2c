"""Rows of a table that tell a part of the row above: - Nữ, + Thu nội địa, Trong đó: …."""

from __future__ import annotations

import re

from figures.draft import Draft
from figures.model import Block

_PART = re.compile(r"\W*(?:[-–—+•▪*]\s*(?=[^\W\d])|trong (?:số )?đó\b)", re.IGNORECASE)


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
            draft.parent = whole
            draft.kind = "breakdown" if draft.kind == "result" else draft.kind
