"""Digests of what pages show of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from stat_index.book import Index, Series
from stat_index.evidence import Evidence, joined_digest
from stat_index.model import Organisation


class Shown:
    """Digests of what pages show, those of parts made once."""

    def __init__(self, index: Index, evidence: Evidence) -> None:
        self._index = index
        self._digests: dict[str, str] = {}
        """Of whole series, by slug."""
        self._owned: dict[str, list[Series]] = defaultdict(list)
        """By id of the organisation."""
        self._years: dict[int, list[tuple[str, str]]] = defaultdict(list)
        """Of each year: head of a series, and what is shown of it."""
        for series in index.series:
            head, shown = _head(series), evidence.marks(series).shown
            self._digests[series.slug] = joined_digest(head, *shown.items())
            self._owned[series.organisation.id].append(series)
            for year, digest in shown.items():
                self._years[year].append((head, digest))
        self.articles = evidence.stating(index)
        self._everyone = joined_digest(index.organisations)

    def series(self, series: Series) -> str:
        """A series with all its cells."""
        return self._digests[series.slug]

    def row(self, series: Series, years: Sequence[int]) -> str:
        """A series as the row of a table with a column for each of `years`."""
        return joined_digest(self.series(series), *years)

    def organisation(self, owner: Organisation) -> str:
        """All series of one organisation, and which others there are."""
        return self.some(self._owned[owner.id])

    def some(self, every: Iterable[Series], *around: object) -> str:
        """Some series with all their cells, and which organisations there are."""
        return joined_digest(self._everyone, *map(self.series, every), *around)

    def year(self, year: int, *around: object) -> str:
        """All cells of one year."""
        return joined_digest(self._everyone, self._index.years, self._years.get(year, []), *around)

    def whole(self, site: Any) -> str:
        """Everything."""
        every = [
            (self.series(series), series.facts.figures, series.facts.day)
            for series in self._index.series
        ]
        return joined_digest(site, self.articles, *every)


def _head(series: Series) -> str:
    return joined_digest(series.key, series.organisation, series.indicator)
