"""What happened to figures: stated for the first time, changed, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from stat_index.model import CorrectionNote, Index, Organisation, Series, Source, Statement
from stat_index.periods import parse_period
from stat_index.values import value_text

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


def events_of_index(
    index: Index,
    first_days: Mapping[Key, str] | None = None,
    changes: Mapping[Key, tuple[str, str]] | None = None,
) -> list[Event]:
    """All events, the newest first.

    `first_days` are the ISO days on which figures first appeared (the ledger knows them);
    without one, that is the day of the article. `changes` are day and old value of figures
    that changed (the ledger knows these too); what a correction tells is not told twice.
    """
    lines: dict[tuple[str, str, Happening], list[FigureLine]] = {}
    sources: dict[str, Source] = {}
    demonstrations: set[str] = set()

    def note(happening: Happening, day: str, source: Source, line: FigureLine) -> None:
        sources[source.id] = source
        lines.setdefault((day, source.id, happening), []).append(line)

    for series in index.series:
        for statement in series.statements:
            key = statement.source.id, statement.observation.id
            day = (first_days or {}).get(key, statement.source.date)
            note("new", day, statement.source, _line(series, statement))
            changed_on, old = (changes or {}).get(key, ("", ""))
            if changed_on and not _told(statement, old):
                note("changed", changed_on, statement.source, _line(series, statement, old))
            if series.organisation.demonstration:
                demonstrations.add(statement.source.id)
    for correction in index.corrections:
        note("corrected", correction.date, correction.statement.source, _corrected(correction))
    return [
        Event(happening, day, sources[article], tuple(said), article in demonstrations)
        for (day, article, happening), said in sorted(lines.items(), reverse=True)
    ]


def _told(statement: Statement, old: str) -> bool:
    """Whether the correction of `statement` already tells that `old` is no more."""
    correction = statement.observation.correction
    before = " ".join(correction.old.split()) if correction else ""
    return bool(before) and f"{old} ".startswith(f"{before} ")


def _line(series: Series, statement: Statement, old: str = "", reason: str = "") -> FigureLine:
    observation = statement.observation
    period = parse_period(observation.period) if observation.period else None
    name = ", ".join(
        part
        for part in (
            series.indicator.label,
            series.key.level,
            period.label if period else "",
            _short(series.organisation),
        )
        if part
    )
    return FigureLine(
        name, value_text(observation, series.key.unit), statement.address, old, reason
    )


def _corrected(note: CorrectionNote) -> FigureLine:
    return _line(note.series, note.statement, note.correction.old, note.correction.reason)


def _short(organisation: Organisation) -> str:
    return organisation.short or organisation.name
