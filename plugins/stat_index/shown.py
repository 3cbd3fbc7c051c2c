"""Digests of what pages show of the index."""

from __future__ import annotations

from typing import Any

from stat_index.book import Index, Series
from stat_index.evidence import Evidence, joined_digest
from stat_index.model import Organisation


class Shown:
    """Digests of what pages show, each made when it is asked for."""

    def __init__(self, index: Index, evidence: Evidence) -> None:
        self._index = index
        self._marks = {series.slug: evidence.marks(series) for series in index.series}
        self._heads = {series.slug: _head(series) for series in index.series}
        self.articles = evidence.stating(index)
        self._everyone = joined_digest(index.organisations)

    def series(self, series: Series) -> str:
        """A series with all its cells."""
        return joined_digest(self._heads[series.slug], *self._marks[series.slug].shown.items())

    def organisation(self, owner: Organisation) -> str:
        """All series of one organisation, and which others there are."""
        own = [self.series(series) for series in self._index.series if series.organisation == owner]
        return joined_digest(self._everyone, *own)

    def year(self, year: int, *around: object) -> str:
        """All cells of one year."""
        own = [
            (self._heads[series.slug], self._marks[series.slug].shown.get(year))
            for series in self._index.series
            if year in self._marks[series.slug].shown
        ]
        return joined_digest(self._everyone, self._index.years, own, *around)

    def whole(self, site: Any) -> str:
        """Everything."""
        every = [
            (self.series(series), series.facts.figures, series.facts.day)
            for series in self._index.series
        ]
        return joined_digest(site, self.articles, *every)


def _head(series: Series) -> str:
    return joined_digest(series.key, series.organisation, series.indicator)
