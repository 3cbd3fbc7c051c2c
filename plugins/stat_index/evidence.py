"""What stands behind the lines of an index: all statements, and what tells of a change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from stat_index.book import Index, Series
from stat_index.cell import Cell
from stat_index.keeping.kept_cells import cells_text, shown_texts

Wanted = tuple[Series, Sequence[int]]
"""A series, and some of its years."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one series, by year: texts that differ whenever something does."""

    said: Mapping[int, str]
    """What articles state: downloads hold all of it."""
    tables: Mapping[int, str]
    """What tables and charts show of it, the change since the year before included."""
    cited: Mapping[int, str]
    """The same and the articles that the page of a year names."""
    first: Mapping[int, str]
    """What tables show and what is quoted first: all that a page of many figures shows."""
    shown: Mapping[int, str]
    """What pages show of it, however much they quote."""
    days: Mapping[int, str]
    """ISO day of the newest article or correction."""


class Evidence(Protocol):
    """Where the statements of an index are."""

    def stating(self, index: Index) -> int:
        """How many articles state figures."""

    def marks(self, series: Series) -> Marks:
        """What tells whether pages or files of `series` would differ."""

    def cells(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Series, Sequence[Cell]]]:
        """Each wanted series with its cells of those years, all their statements in them."""


class AtHand:
    """Of an index whose cells hold all statements themselves."""

    def stating(self, index: Index) -> int:
        """How many articles state figures."""
        return len({s.source.id for series in index.series for s in series.statements})

    def marks(self, series: Series) -> Marks:
        """From all that is said and shown."""
        shown = {
            year: shown_texts(cells, cells_text(cells, series.home))
            for year in series.facts.years
            for cells in (series.cells_of(year),)
        }
        said = {year: repr(series.cells_of(year)) for year in series.facts.years}
        days = {
            year: max(cell.summary.day for cell in series.cells_of(year))
            for year in series.facts.years
        }
        return Marks(
            said,
            {year: texts.tables for year, texts in shown.items()},
            {year: texts.cited for year, texts in shown.items()},
            {year: texts.first for year, texts in shown.items()},
            {year: texts.every for year, texts in shown.items()},
            days,
        )

    def cells(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Series, Sequence[Cell]]]:
        """As they are."""
        for series, years in wanted:
            yield series, [cell for year in years for cell in series.cells_of(year)]


def joined_digest(*parts: object) -> str:
    """Of several digests and plain values."""
    return text_digest(repr(parts))


def text_digest(text: str) -> str:
    """Of a text, however long."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
