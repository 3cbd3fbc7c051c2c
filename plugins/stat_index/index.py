"""Observations of all articles → the yearbook. Linear in observations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Generic, TypeVar

from stat_index.book import CorrectionNote, Group, Index, Series, SeriesFacts, Table, TextCorrection
from stat_index.cell import Cell
from stat_index.cells import make_cells
from stat_index.corrections import Correction
from stat_index.model import (
    UNCLASSIFIED,
    Observation,
    Organisation,
    SeriesKey,
    SeriesKind,
    Source,
    Statement,
)
from stat_index.registry import Registry
from vntext.fold import fold

Part = TypeVar("Part")

OTHER_KINDS: tuple[SeriesKind, ...] = ("target", "change", "ratio")
_LAST = 10**9
_FREQUENCIES = "AHQMCDNKT"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article and what it states."""

    source: Source
    observations: tuple[Observation, ...]
    corrections: tuple[Correction, ...] = field(default=())


def build_index(articles: Iterable[ArticleRecord], registry: Registry) -> Index:
    """The yearbook of `articles`, which may come in any order."""
    ordered = sorted(articles, key=lambda a: newest_first(a.source), reverse=True)
    said: Said[SeriesKey] = Said(attrgetter("series"))
    questions = []
    for article in ordered:
        said.add(article.source, article.observations)
        questions += [Statement(o, article.source) for o in article.observations if not o.published]
    every = [
        make_series(key, make_cells(key, statements, said.children))
        for key, statements in said.by_part.items()
    ]
    texts = text_corrections((article.source, article.corrections) for article in ordered)
    return arranged(every, registry, texts, questions)


def newest_first(source: Source) -> tuple[str, str]:
    """Sort key of an article, to be reversed."""
    return source.date, source.id


class Said(Generic[Part]):
    """What articles state, by parts of the index; add the newest article first."""

    def __init__(self, part: Callable[[Observation], Part | None]) -> None:
        """`part` says to which a figure belongs; None where nobody asks for that."""
        self._part = part
        self.by_part: dict[Part, list[Statement]] = defaultdict(list)
        self.children: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        """Parts of totals, by article and id of the total."""

    def add(self, source: Source, observations: Iterable[Observation]) -> None:
        """The published figures of one more article."""
        for observation in observations:
            if observation.published:
                part = self._part(observation)
                if part is not None:
                    self.by_part[part].append(Statement(observation, source))
                if observation.parent:
                    self.children[observation.article, observation.parent].append(observation)


def make_series(key: SeriesKey, cells: Sequence[Cell], known: SeriesFacts | None = None) -> Series:
    """The series of `cells`, named as its newest article names it."""
    newest = max((cell.statements[0] for cell in cells), key=lambda s: newest_first(s.source))
    said = newest.observation
    return Series(key, said.slug, said.organisation, said.indicator, cells, known)


def arranged(
    series: Iterable[Series],
    registry: Registry,
    texts: Iterable[TextCorrection] = (),
    questions: Iterable[Statement] = (),
) -> Index:
    """The yearbook of `series`, which may come in any order."""
    every = sorted(_called_alike(list(series)), key=_Rank(registry).of)
    _refuse_shared_addresses(every)
    years = {year for one in every for year in one.facts.years}
    return Index(
        series=tuple(every),
        tables=_tables(s for s in every if s.key.kind in ("result", "part")),
        other={
            kind: _tables(s for s in every if s.key.kind == kind)
            for kind in OTHER_KINDS
            if any(s.key.kind == kind for s in every)
        },
        years=tuple(sorted(years, reverse=True)),
        corrections=_corrections(every),
        text_corrections=tuple(texts),
        questions=tuple(questions),
    )


def _called_alike(every: Sequence[Series]) -> list[Series]:
    """The same series, each organisation called one name, though articles write it in several cases.

    It is the name that most of its series have, of an article rather than of a row. What no
    registry knows is called as it is written.
    """
    names: dict[str, Counter[Organisation]] = defaultdict(Counter)
    for series in every:
        names[series.key.organisation][series.organisation] += 1
    several = {
        id: min(called, key=lambda one: (one.named_by_row, -called[one], one.name, one.cluster))
        for id, called in names.items()
        if len(called) > 1
    }
    return [
        replace(series, organisation=several[series.key.organisation])
        if series.key.organisation in several
        else series
        for series in every
    ]


def _refuse_shared_addresses(every: Iterable[Series]) -> None:
    """Two series under one address would lose one of them."""
    owners: dict[str, Series] = {}
    for series in every:
        other = owners.setdefault(series.slug, series)
        if other is not series:
            raise ValueError(
                f"hai chuỗi số liệu cùng địa chỉ so-lieu/{series.slug}/:"
                f" “{other.title}” và “{series.title}”"
            )


def _tables(every: Iterable[Series]) -> tuple[Table, ...]:
    """One table an organisation; `every` is sorted."""
    by_owner: dict[Organisation, list[Series]] = defaultdict(list)
    for series in every:
        by_owner[series.organisation].append(series)
    return tuple(_table(owner, rows) for owner, rows in by_owner.items())


def _table(owner: Organisation, rows: list[Series]) -> Table:
    groups: dict[str, list[Series]] = defaultdict(list)
    for series in rows:
        groups[series.indicator.group].append(series)
    years = {year for series in rows for year in series.facts.years}
    return Table(
        owner,
        tuple(sorted(years, reverse=True)),
        tuple(Group(name, tuple(lines)) for name, lines in groups.items()),
    )


class _Rank:
    """The order of the registry; what it does not know comes last, by name, behind that rows of tables."""

    def __init__(self, registry: Registry) -> None:
        self.owners = {name: place for place, name in enumerate(registry.organisations)}
        self.indicators = {name: place for place, name in enumerate(registry.indicators)}
        self.groups: dict[str, int] = {}
        for indicator in registry.indicators.values():
            self.groups.setdefault(indicator.group, len(self.groups))
        self.groups[UNCLASSIFIED] = _LAST

    def of(self, series: Series) -> tuple[object, ...]:
        """Sort key of a series."""
        key, indicator = series.key, series.indicator
        levels = ("", *indicator.levels)
        return (
            self.owners.get(key.organisation, _LAST),
            series.organisation.named_by_row,
            fold(series.organisation.name),
            key.organisation,
            self.groups.get(indicator.group, _LAST - 1),
            fold(indicator.group),
            self.indicators.get(indicator.beside or key.indicator, _LAST),
            bool(indicator.beside),
            fold(indicator.label),
            key.indicator,
            levels.index(key.level) if key.level in levels else len(levels),
            key.level,
            key.kind == "part",
            _FREQUENCIES.index(key.frequency[0]),
            key.frequency,
            key.kind,
            key.unit,
            key.base,
        )


def _corrections(every: Iterable[Series]) -> tuple[CorrectionNote, ...]:
    notes = [
        CorrectionNote(correction, statement, series)
        for series in every
        for statement in series.facts.corrected
        if statement.observation.correction is not None
        for correction in statement.observation.correction.every
    ]
    notes.sort(key=lambda n: (n.date, n.statement.observation.id), reverse=True)
    return tuple(notes)


def text_corrections(
    articles: Iterable[tuple[Source, Iterable[Correction]]],
) -> tuple[TextCorrection, ...]:
    """Corrections of words, not of figures, the newest first."""
    notes = [
        TextCorrection(correction, source)
        for source, corrections in articles
        for correction in corrections
        if not correction.figure
    ]
    notes.sort(key=lambda n: (n.date, n.source.id), reverse=True)
    return tuple(notes)
