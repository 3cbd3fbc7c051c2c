"""The yearbook: series with their cells, tables of them, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stat_index.cell import MOST_IN_TABLES, Cell
from stat_index.corrections import Correction
from stat_index.keeping.late_cells import KeptCells
from stat_index.model import (
    Indicator,
    Organisation,
    SeriesKey,
    SeriesKind,
    Source,
    Statement,
    kind_words,
)
from stat_index.periods import frequency_label
from stat_index.values import observation_text

#: The page of a series of more figures quotes few articles of each cell.
_LONG = 100


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """What lists need of a series without looking into its cells."""

    years: tuple[int, ...]
    """Those with a value, oldest first."""
    values: int
    """How many values tables show of it: what its row weighs in a page."""
    figures: int
    """Published observations."""
    day: str
    """ISO day of the newest article or correction."""
    newest: tuple[str, str]
    """The last period and its value, in words; the latter empty where there is no one value."""
    corrected: tuple[Statement, ...]
    """Statements with a correction."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the index."""

    key: SeriesKey
    slug: str
    organisation: Organisation
    indicator: Indicator
    cells: Sequence[Cell]
    """Oldest first, one a period; gaps are not filled."""
    known: SeriesFacts | None = None
    """Where the cells lie in a store and are not to be read for it."""

    @property
    def facts(self) -> SeriesFacts:
        """In short."""
        return self.known or facts_of(self.cells)

    @property
    def home(self) -> tuple[Organisation, Indicator, SeriesKey, str]:
        """What its observations have in common."""
        return self.organisation, self.indicator, self.key, self.slug

    @property
    def address(self) -> str:
        """From the root of the site."""
        return f"so-lieu/{self.slug}/"

    @property
    def name(self) -> str:
        """What tells it from its neighbours: indicator, level, frequency; a plan, a rise or a
        share says that it is one, and in which unit where the indicator has another.
        """
        parts = [self.indicator.label, self.key.level, frequency_label(self.key.frequency)]
        name = ", ".join(part for part in parts if part)
        kind = kind_words(self.key.kind, name)
        told = " ".join(filter(None, (kind, self.key.against)))
        return f"{name} ({told}{self._other_unit})" if told else name

    @property
    def _other_unit(self) -> str:
        own, unit = self.key.unit, self.indicator.unit
        return f", {own}" if own and unit != own and self.key.kind != "ratio" else ""

    @property
    def title(self) -> str:
        """With the organisation."""
        return f"{self.name} – {self.organisation.name}"

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The observations that its cells hold, oldest period first."""
        return tuple(statement for cell in self.cells for statement in cell.statements)

    @property
    def quotes_few(self) -> bool:
        """Whether its page quotes no more than `MOST_FIRST` articles of each cell."""
        return self.facts.figures > _LONG

    @property
    def newest(self) -> Cell:
        """The cell of the last period."""
        return self.cells.newest if isinstance(self.cells, KeptCells) else self.cells[-1]

    def cells_of(self, year: int) -> Sequence[Cell]:
        """What stands in the column of `year` (several only for days and months)."""
        if isinstance(self.cells, KeptCells):
            return self.cells.of_year(year)
        return tuple(cell for cell in self.cells if cell.period.year == year)


def facts_of(cells: Sequence[Cell]) -> SeriesFacts:
    """The facts of a series that has these cells, all their statements among them."""
    return SeriesFacts(
        tuple(sorted({cell.period.year for cell in cells})),
        sum(min(len(cell.shown), MOST_IN_TABLES) for cell in cells),
        sum(cell.summary.count for cell in cells),
        max((cell.summary.day for cell in cells), default=""),
        newest_of(cells),
        tuple(s for c in cells for s in c.statements if s.observation.correction is not None),
    )


def newest_of(cells: Sequence[Cell]) -> tuple[str, str]:
    """See `SeriesFacts.newest`."""
    if not cells:
        return "", ""
    newest = cells[-1]
    return newest.period.label, observation_text(newest.value) if newest.value else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Series of one subject."""

    name: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All series of one organisation in one view."""

    organisation: Organisation
    years: tuple[int, ...]
    """Newest first."""
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """One entry of the corrections page."""

    correction: Correction
    statement: Statement
    """The corrected figure as it stands now."""
    series: Series

    @property
    def date(self) -> str:
        """ISO day; that of the article where the correction names none."""
        source = self.statement.source
        return self.correction.date or source.modified or source.date


@dataclass(frozen=True, slots=True)
class TextCorrection:
    """A correction of words, not of a figure."""

    correction: Correction
    source: Source

    @property
    def date(self) -> str:
        """ISO day; that of the article where the correction names none."""
        return self.correction.date or self.source.modified or self.source.date


@dataclass(frozen=True, slots=True)
class Index:
    """The yearbook."""

    series: tuple[Series, ...]
    """All, by organisation, group, indicator, level; downloads follow this order."""
    tables: tuple[Table, ...]
    """Results: one an organisation."""
    other: dict[SeriesKind, tuple[Table, ...]]
    """Targets, changes and ratios, each in a view of its own."""
    years: tuple[int, ...]
    """Newest first."""
    corrections: tuple[CorrectionNote, ...]
    """Newest first."""
    text_corrections: tuple[TextCorrection, ...]
    """Newest first."""
    questions: tuple[Statement, ...]
    """Not published: the editor is asked."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Those with at least one published figure."""
        return tuple(dict.fromkeys(series.organisation for series in self.series))
