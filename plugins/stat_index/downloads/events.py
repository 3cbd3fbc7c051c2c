"""What happened to figures: stated for the first time, changed, corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from stat_index.book import CorrectionNote, Index
from stat_index.model import (
    Observation,
    Organisation,
    Source,
    Statement,
    kind_words,
    period_of,
)
from stat_index.values import observation_text

Happening = Literal["new", "changed", "corrected"]
Key = tuple[str, str]
"""Ids of the article and of the figure, as in the ledger."""

HAPPENINGS: dict[Happening, str] = {
    "new": "Số liệu mới",
    "changed": "Số liệu thay đổi",
    "corrected": "Đính chính số liệu",
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure in an event."""

    name: str
    """Indicator, period and, where it is another's, organisation."""
    value: str
    address: str
    """Of the sentence, from the root of the site."""
    old: str = ""
    """What it was before, as written."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to figures of one article on one day."""

    happening: Happening
    day: str
    """ISO."""
    source: Source
    lines: tuple[FigureLine, ...]
    demonstration: bool

    @property
    def title(self) -> str:
        """`Số liệu mới (12): Hội nghị …`."""
        count = f" ({len(self.lines)})" if len(self.lines) > 1 else ""
        return f"{HAPPENINGS[self.happening]}{count}: {self.source.title}"

    @property
    def identity(self) -> str:
        """What makes it this event for ever, whatever is retitled or moved."""
        return f"{self.happening}:{self.source.id}:{self.day}"


Article = tuple[str, str, Callable[[], Source], Callable[[], Sequence[Observation]]]
"""ISO day and id of an article, what describes it, and what reads its figures."""
Days = Mapping[Key, str]
Replaced = Mapping[Key, tuple[str, str]]


def events_of_index(
    index: Index, first_days: Days | None = None, changes: Replaced | None = None
) -> list[Event]:
    """All events, the newest first, of an index whose cells hold all statements.

    `first_days` are the ISO days on which figures first appeared (the ledger knows them);
    without one, that is the day of the article. `changes` are day and old value of figures
    that changed (the ledger knows these too); what a correction tells is not told twice.
    """
    said: dict[Source, list[Observation]] = defaultdict(list)
    for series in index.series:
        for statement in series.statements:
            said[statement.source].append(statement.observation)
    articles: list[Article] = [
        (source.date, source.id, lambda source=source: source, partial(list, every))  # type: ignore[misc]
        for source, every in said.items()
    ]
    return newest_events(articles, index, first_days or {}, changes or {})


def newest_events(
    articles: Iterable[Article],
    index: Index,
    first_days: Days,
    changes: Replaced,
    most: int | None = None,
) -> list[Event]:
    """The `most` newest events of `articles`; only those that may have one of them are read."""
    places = {series.slug: place for place, series in enumerate(index.series)}
    latest = _latest(first_days, changes, index)
    waiting = sorted(
        ((max(day, latest.get(id, "")), id, source, read) for day, id, source, read in articles),
        key=lambda item: item[:2],
        reverse=True,
    )
    found: list[Event] = []
    for day, _, describe, read in waiting:
        if most is not None and len(found) >= most and found[most - 1].day > day:
            break
        source = describe()
        statements = [Statement(o, source) for o in read() if o.published]
        statements.sort(key=lambda s: _place(s, places))
        found += _of_article(source, statements, index, first_days, changes)
        found.sort(key=_order, reverse=True)
    return found[:most]


def _latest(first_days: Days, changes: Replaced, index: Index) -> dict[str, str]:
    """The last day that ledger and corrections name for each article, by its id."""
    latest: dict[str, str] = {}
    days = [(article, day) for (article, _), day in first_days.items()]
    days += [(article, day) for (article, _), (day, _) in changes.items()]
    days += [(note.statement.source.id, note.date) for note in index.corrections]
    for article, day in days:
        latest[article] = max(day, latest.get(article, ""))
    return latest


def _place(statement: Statement, places: Mapping[str, int]) -> tuple[object, ...]:
    """Where a statement of one article stands in the index."""
    period = period_of(statement.observation)
    return places[statement.observation.slug], period.sort_key if period else ()


def _order(event: Event) -> tuple[str, str, str]:
    return event.day, event.source.id, event.happening


def _of_article(
    source: Source,
    statements: Iterable[Statement],
    index: Index,
    first_days: Days,
    changes: Replaced,
) -> Iterator[Event]:
    """What happened to the figures of one article."""
    lines: dict[tuple[Happening, str], list[FigureLine]] = defaultdict(list)
    demonstration = False
    for statement in statements:
        key = source.id, statement.observation.id
        lines["new", first_days.get(key, source.date)].append(_line(statement))
        changed_on, old = changes.get(key, ("", ""))
        if changed_on and not _told(statement, old):
            lines["changed", changed_on].append(_line(statement, old))
        demonstration = demonstration or statement.observation.organisation.demonstration
    for note in index.corrections:
        if note.statement.source.id == source.id:
            lines["corrected", note.date].append(_corrected(note))
    for (happening, day), said in lines.items():
        yield Event(happening, day, source, tuple(said), demonstration)


def _told(statement: Statement, old: str) -> bool:
    """Whether the correction of `statement` already tells that `old` is no more."""
    correction = statement.observation.correction
    before = " ".join(correction.old.split()) if correction else ""
    return bool(before) and f" {before} " in f" {old} "


def _line(statement: Statement, old: str = "", reason: str = "") -> FigureLine:
    observation = statement.observation
    period = period_of(observation)
    name = ", ".join(
        part
        for part in (
            observation.indicator.label,
            observation.series.level,
            period.label if period else "",
            _short(observation.organisation),
            kind_words(observation.series.kind, observation.indicator.label),
        )
        if part
    )
    value = observation_text(observation, with_unit=True)
    return FigureLine(name, value, statement.address, old, reason)


def _corrected(note: CorrectionNote) -> FigureLine:
    return _line(note.statement, note.correction.old, note.correction.reason)


def _short(organisation: Organisation) -> str:
    return organisation.short or organisation.name
