"""Digests of what pages show of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from stat_index.book import Index, Series
from stat_index.evidence import Evidence, joined_digest
from stat_index.model import Organisation
from stat_index.pages.near import near_of


class Shown:
    """Digests of what pages show, those of parts made once."""

    def __init__(self, index: Index, evidence: Evidence) -> None:
        self._index = index
        self._tables: dict[str, str] = {}
        """Of series as tables show them, by slug."""
        self._pages: dict[str, str] = {}
        """Of series as their own pages show them, by slug."""
        self._owned: dict[str, list[Series]] = defaultdict(list)
        """By id of the organisation."""
        self._years: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        """Of each year: head of a series, what tables and what the year's page show of it."""
        for series in index.series:
            head, marks = _head(series), evidence.marks(series)
            own = marks.first if series.quotes_few else marks.shown
            self._tables[series.slug] = joined_digest(head, *marks.tables.items())
            self._pages[series.slug] = joined_digest(head, *own.items())
            self._owned[series.organisation.id].append(series)
            for year, digest in marks.cited.items():
                self._years[year].append((head, marks.tables[year], digest))
        self.articles = evidence.stating(index)
        self._near = near_of(index.organisations)
        groups = dict.fromkeys(series.indicator.group for series in index.series)
        indicators = dict.fromkeys(series.key.indicator for series in index.series)
        self._order = joined_digest(list(groups), list(indicators))
        """Of groups and indicators, in which comparisons stand."""

    def series(self, series: Series) -> str:
        """A series on a page of its own: all its cells and what is quoted."""
        return self._pages[series.slug]

    def row(self, series: Series, years: Sequence[int]) -> str:
        """A series as the row of a table with a column for each of `years`."""
        return joined_digest(self._tables[series.slug], *years)

    def organisation(self, owner: Organisation) -> str:
        """All series of one organisation, and which others it belongs with."""
        return self.some(owner, self._owned[owner.id])

    def some(self, owner: Organisation, every: Iterable[Series], *around: object) -> str:
        """Some series of one organisation as tables show them, and which others it belongs with."""
        shown = (self._tables[series.slug] for series in every)
        near = self._near[owner.id]
        return joined_digest(owner, near.cluster, near.members, near.rows, *shown, *around)

    def year(self, year: int) -> str:
        """All cells of one year."""
        return joined_digest(self._index.years, self._years.get(year, []))

    def compared(self, year: int, *around: object) -> str:
        """All cells of one year as tables show them."""
        cells = [(head, tables) for head, tables, _ in self._years.get(year, [])]
        return joined_digest(self._order, cells, *around)

    def whole(self, site: Any) -> str:
        """Everything."""
        every = [
            (self._tables[series.slug], series.facts.figures, series.facts.day)
            for series in self._index.series
        ]
        return joined_digest(site, self.articles, *every)


def _head(series: Series) -> str:
    return joined_digest(series.key, series.organisation, series.indicator)
