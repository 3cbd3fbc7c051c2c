"""What the cells of a document's tables told so far: those beside, above and before a cell say what it is."""

from __future__ import annotations

from figures.draft import Draft
from figures.model import Block
from figures.tables.cell_names import name_alike
from figures.tables.cell_units import count_in
from figures.tables.columns import compares, says
from figures.tables.headers import names_time
from figures.tables.row_owners import names_whose
from figures.tables.row_parts import link_parts_of_rows
from figures.tables.row_wholes import (
    link_groups,
    link_parts_in_rows,
    link_rows_of_a_row,
    link_rows_that_add_up,
    link_to_leads,
    link_totals,
)
from figures.tables.same_periods import date_by_neighbours

Place = tuple[int | None, int]
"""A table and a row of it."""


class ToldCells:
    """The figures of tables, in order, and those of the text that each table stands behind."""

    def __init__(self) -> None:
        self._cells: list[tuple[Block, Draft]] = []
        """The values, without what brackets tell beside them; cells of words are none."""
        self._place: Place = None, -1
        self._values: list[Draft] = []
        """Those of the row that was read last."""
        self._last: list[Draft] = []
        """The figures of the last cell in that row that has some."""
        self._leads: dict[int | None, list[Draft]] = {}
        self._before: list[Draft] = []

    def introduce(self, drafts: list[Draft]) -> None:
        """Keeps the figures of a text, for a table that may follow."""
        self._before = drafts

    def values_beside(self, block: Block) -> list[Draft]:
        """The values in the row of a cell that were read before it; opens its table and its row."""
        self._leads.setdefault(block.table, self._before)
        if self._place != (block.table, block.row):
            self._place, self._values, self._last = (block.table, block.row), [], []
        return self._values

    def keep(self, block: Block, drafts: list[Draft], *, value: bool) -> None:
        """Keeps the figures of a cell: those that it tells in words, or a value and what is told of it."""
        row = self.values_beside(block)
        if value:
            self._cells.append((block, drafts[0]))
            row.append(drafts[0])
        self._last = drafts[:1] if value else drafts or self._last

    def follow(self, block: Block, draft: Draft) -> None:
        """Gives a change or a rate the period of the cell before it in its row, and its name if it has none."""
        self.values_beside(block)
        dated = draft.period_source == "article_date" or compares(block)
        rated = draft.kind == "change" or (draft.share and dated)
        if not rated or not self._last or draft.period_source == "stated":
            return
        before = self._compared(draft)
        if not before.period:
            return
        if not any(map(names_time, block.column_headers)):
            draft.period, draft.period_source = before.period, "carried"
        if not says(block) and (names_whose(block) or block.total or before.rule != "cell"):
            draft.indicator = before.indicator

    def _compared(self, draft: Draft) -> Draft:
        """The figure of its row that a change or a rate is of: the last one, of two times the later."""
        last = next((told for told in self._last if told.unit == draft.unit), self._last[0])
        alike = [
            d
            for d in self._values
            if (d.unit, d.indicator, d.kind) == (last.unit, last.indicator, last.kind)
        ]
        spans = [told for told in alike if (told.period or "")[4:] == (last.period or "")[4:]]
        latest = max(spans, key=lambda told: told.period or "", default=last)
        return latest if draft.kind == "change" and not last.target else last

    def link(self) -> None:
        """Links wholes and parts, once all cells were read, and dates what only its neighbours date."""
        name_alike(self._cells)
        link_totals(self._cells)
        link_rows_that_add_up(self._cells)
        link_rows_of_a_row(self._cells)
        link_parts_in_rows(self._cells)
        link_parts_of_rows(self._cells)
        link_groups(self._cells)
        link_to_leads(self._cells, self._leads)
        date_by_neighbours(self._cells)
        for block, draft in sorted(self._cells, key=lambda cell: cell[1].parent is not None):
            count_in(draft, block)
