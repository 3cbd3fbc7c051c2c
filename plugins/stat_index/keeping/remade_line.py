"""One line of the index, of which only the years that changed are made anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from stat_index.cell import Cell
from stat_index.cells import with_changes
from stat_index.doubts import Plain, doubts_of, kept_line, plain_doubts, years_of
from stat_index.evidence import text_digest
from stat_index.index import make_series
from stat_index.keeping.kept_cells import cells_text, shown_texts
from stat_index.keeping.kept_lines import Line, Slot, SlotFacts
from stat_index.keeping.observation_json import Home


class Slots(Protocol):
    """Where the cells of slots are."""

    def full(self, slug: str, year: int) -> tuple[Cell, ...]:
        """The cells of a slot that changed, all their statements in them."""

    def shown_cells(self, line: Line, year: int) -> Sequence[Cell]:
        """The cells of one that did not, as they are kept."""


class RemadeLine:
    """The line `slug` after the years `changed`; it is stated, the last time for `newest`."""

    def __init__(
        self, slots: Slots, slug: str, changed: Collection[int], before: Line | None, newest: int
    ) -> None:
        self._slots, self._slug, self._changed, self._before = slots, slug, changed, before
        kept = set(before.years).difference(changed) if before else set()
        self._read: dict[int, Sequence[Cell]] = {}
        self._years = sorted(kept.union(y for y in changed if slots.full(slug, y)))
        cells = self._cells(newest)
        self._key = cells[0].statements[0].observation.series
        head = make_series(self._key, cells)
        self._home: Home = head.organisation, head.indicator, self._key, slug
        self.anew = self._made()
        """Its cells that are made anew, by year: no more of them than pages show."""
        self.texts = {year: cells_text(made, self._home) for year, made in self.anew.items()}
        """The same as they are to be kept."""

    def line(self, said: Mapping[Slot, str]) -> Line:
        """The line; `said` tells slots that changed from what they were."""
        organisation, indicator, key, slug = self._home
        before = self._before.slots if self._before else {}
        slots = [self._facts(year, before, said) for year in self._years]
        return Line(key, slug, organisation, indicator, list(zip(*slots, strict=True)))

    def doubts(self, before: str, names: Mapping[str, str]) -> str:
        """What is doubtful of the line, as it is kept; `before` is what was, by `names` of articles."""
        known = years_of(before)
        return kept_line(
            (year, self._doubts(year, names) if year in self.anew else known.get(year, []))
            for year in self._years
        )

    def _to_make(self) -> set[int]:
        """Years whose cells may differ: a change since the year before stands in the next."""
        if self._before is None or self._before.home != self._home:
            return set(self._years)
        after = {year + 1 for year in self._changed}
        return after.union(self._changed).intersection(self._years)

    def _made(self) -> dict[int, Sequence[Cell]]:
        anew = self._to_make()
        around = anew.union(year - 1 for year in anew)
        cells = [cell for year in self._years if year in around for cell in self._cells(year)]
        by_year: dict[int, list[Cell]] = defaultdict(list)
        for cell in with_changes(self._key, cells):
            by_year[cell.period.year].append(cell)
        return {year: by_year[year] for year in sorted(anew)}

    def _cells(self, year: int) -> Sequence[Cell]:
        """No more of them than pages show."""
        if year not in self._read:
            self._read[year] = self._bounded(year)
        return self._read[year]

    def _bounded(self, year: int) -> Sequence[Cell]:
        if year in self._changed:
            return [cell.bounded() for cell in self._slots.full(self._slug, year)]
        assert self._before is not None
        return self._slots.shown_cells(self._before, year)

    def _facts(
        self, year: int, before: Mapping[int, SlotFacts], said: Mapping[Slot, str]
    ) -> SlotFacts:
        if year not in self.anew:
            return before[year]
        facts = before.get(year)
        if facts is None or year in self._changed:
            full = self._slots.full(self._slug, year)
            facts = SlotFacts.of(year, full, said[self._slug, year])
        shown = shown_texts(self.anew[year], self.texts[year])
        # Pages tell of each correction, also where they quote other articles.
        return facts._replace(
            tables=text_digest(shown.tables),
            cited=text_digest(shown.cited),
            first=text_digest(shown.first + facts.corrected),
            shown=text_digest(shown.every + facts.corrected),
        )

    def _doubts(self, year: int, names: Mapping[str, str]) -> Plain:
        before = self._cells(year - 1) if year - 1 in self._years else ()
        return plain_doubts(doubts_of(self._cells(year), before), names)
