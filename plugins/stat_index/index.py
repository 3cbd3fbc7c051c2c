"""Observations of all articles → the yearbook. Linear in observations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stat_index.cells import make_cells
from stat_index.corrections import Correction
from stat_index.model import (
    UNCLASSIFIED,
    Cell,
    CorrectionNote,
    Group,
    Index,
    Observation,
    Organisation,
    Series,
    SeriesKey,
    SeriesKind,
    Source,
    Statement,
    Table,
    TextCorrection,
)
from stat_index.registry import Registry
from vntext.fold import fold

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
    ordered = sorted(articles, key=lambda a: (a.source.date, a.source.id), reverse=True)
    by_series: dict[SeriesKey, list[Statement]] = defaultdict(list)
    questions = []
    children: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for article in ordered:
        for observation in article.observations:
            statement = Statement(observation, article.source)
            if not observation.published:
                questions.append(statement)
                continue
            by_series[observation.series].append(statement)
            if observation.parent:
                children[observation.article, observation.parent].append(observation)
    rank = _Rank(registry)
    every = [_series(key, statements, children) for key, statements in by_series.items()]
    every.sort(key=rank.of)
    _refuse_shared_addresses(every)
    years = {cell.period.year for series in every for cell in series.cells}
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
        text_corrections=_text_corrections(ordered),
        questions=tuple(questions),
    )


def _series(
    key: SeriesKey,
    statements: list[Statement],
    children: Mapping[tuple[str, str], list[Observation]],
) -> Series:
    newest = statements[0].observation
    cells: tuple[Cell, ...] = make_cells(key, statements, children)
    return Series(key, newest.slug, newest.organisation, newest.indicator, cells)


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
    years = {cell.period.year for series in rows for cell in series.cells}
    return Table(
        owner,
        tuple(sorted(years, reverse=True)),
        tuple(Group(name, tuple(lines)) for name, lines in groups.items()),
    )


class _Rank:
    """The order of the registry; what it does not know comes last, by name."""

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
            fold(series.organisation.name),
            key.organisation,
            self.groups.get(indicator.group, _LAST - 1),
            fold(indicator.group),
            self.indicators.get(key.indicator, _LAST),
            fold(indicator.label),
            key.indicator,
            levels.index(key.level) if key.level in levels else len(levels),
            key.level,
            key.kind == "part",
            _FREQUENCIES.index(key.frequency[0]),
            key.frequency,
            key.kind,
            key.unit,
        )


def _corrections(every: Iterable[Series]) -> tuple[CorrectionNote, ...]:
    notes = [
        CorrectionNote(statement.observation.correction, statement, series)
        for series in every
        for statement in series.statements
        if statement.observation.correction is not None
    ]
    notes.sort(key=lambda n: (n.date, n.statement.observation.id), reverse=True)
    return tuple(notes)


def _text_corrections(articles: Iterable[ArticleRecord]) -> tuple[TextCorrection, ...]:
    notes = [
        TextCorrection(correction, article.source)
        for article in articles
        for correction in article.corrections
        if not correction.figure
    ]
    notes.sort(key=lambda n: (n.date, n.source.id), reverse=True)
    return tuple(notes)
