"""What is kept of an index from one build to the next: who gives to which slot, and all lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from stat_index.book import SeriesFacts, facts_of
from stat_index.cell import Cell
from stat_index.doubts import Doubt, doubts_from, plain_doubts
from stat_index.evidence import Marks
from stat_index.kept_cells import statements_from, statements_plain
from stat_index.model import Indicator, Organisation, SeriesKey, Statement
from stat_index.observation_json import (
    Home,
    Shared,
    indicator_from,
    organisation_from,
    plain_fields,
)

Slot = tuple[str, int]
"""One series in one year: its slug and the year."""

HEAD = "so-lieu/"
"""Under which all is kept but the cells."""


class Keeper(Protocol):
    """Where texts are kept by name."""

    def get(self, name: str) -> str | None: ...
    def put(self, rows: Iterable[tuple[str, str]]) -> None: ...
    def remove(self, names: Iterable[str]) -> None: ...


@dataclass(frozen=True, slots=True)
class SlotFacts:
    """A slot in short."""

    values: int
    """How many values tables show of it."""
    figures: int
    day: str
    """ISO day of the newest article or correction."""
    said: str
    """Digest of all that is stated in it."""
    shown: str
    """Digest of all that pages show of it."""
    newest: tuple[str, str]
    """See `SeriesFacts`."""
    corrected: tuple[Statement, ...] = ()
    """Statements with a correction."""
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, cells: Iterable[Cell], said: str, shown: str, doubts: Iterable[Doubt]) -> SlotFacts:
        """Of cells with all their statements."""
        facts = facts_of(tuple(cells))
        return cls(
            facts.values, facts.figures, facts.day, said, shown, facts.newest, facts.corrected,
            tuple(doubts),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A series without its cells."""

    key: SeriesKey
    slug: str
    organisation: Organisation
    indicator: Indicator
    slots: Mapping[int, SlotFacts]
    """By year, the oldest first."""
    plain: Sequence[Any] = field(default=(), compare=False, repr=False)
    """Its slots as they were read: what did not change need not be written out again."""

    @property
    def home(self) -> Home:
        """What the observations have in common."""
        return self.organisation, self.indicator, self.key, self.slug

    @property
    def facts(self) -> SeriesFacts:
        """The series in short."""
        slots = self.slots.values()
        return SeriesFacts(
            tuple(self.slots),
            sum(slot.values for slot in slots),
            sum(slot.figures for slot in slots),
            max(slot.day for slot in slots),
            [*slots][-1].newest,
            tuple(statement for slot in slots for statement in slot.corrected),
        )

    @property
    def marks(self) -> Marks:
        """What tells whether it changed."""
        return Marks(
            {year: slot.said for year, slot in self.slots.items()},
            {year: slot.shown for year, slot in self.slots.items()},
            {year: slot.day for year, slot in self.slots.items()},
        )


@dataclass(slots=True)
class Kept:
    """All that is kept but the cells."""

    marks: dict[str, str] = field(default_factory=dict)
    """Of articles, by name."""
    numbers: dict[Slot, int] = field(default_factory=dict)
    """Of slots, from 0 in the order of the dictionary."""
    slots: dict[str, Sequence[int]] = field(default_factory=dict)
    """Numbers of those to which each article gives."""
    lines: dict[str, Line] = field(default_factory=dict)
    """By slug."""


def read_kept(keeper: Keeper, environment: str, shared: Shared) -> Kept:
    """What was kept under the same environment; nothing under another."""
    text = keeper.get(HEAD)
    plain = json.loads(text) if text else None
    if not plain or plain["environment"] != environment:
        return Kept()
    owners = [_same(organisation_from(items), shared) for items in plain["owners"]]
    lines = [_line(items, owners, shared) for items in plain["lines"]]
    return Kept(
        {name: mark for name, mark, _ in plain["articles"]},
        {(slug, year): number for number, (slug, year) in enumerate(plain["slots"])},
        {name: numbers for name, _, numbers in plain["articles"]},
        {line.slug: line for line in lines},
    )


def kept_row(kept: Kept, environment: str) -> tuple[str, str]:
    """Name and text under which `kept` is put into the keeper."""
    articles = [[name, mark, kept.slots[name]] for name, mark in kept.marks.items()]
    owners: dict[Organisation, int] = {}
    lines = [_plain_line(line, owners) for line in kept.lines.values()]
    plain = {
        "environment": environment,
        "articles": articles,
        "slots": list(kept.numbers),
        "owners": [plain_fields(owner) for owner in owners],
        "lines": lines,
    }
    return HEAD, _encode(plain)


def cells_name(slug: str, year: int) -> str:
    """Under which the cells of a series in one year are kept."""
    return f"{HEAD}{slug} {year}"


def cells_rows(slug: str, texts: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Names and texts of the cells of a series, given by year."""
    return ((cells_name(slug, year), text) for year, text in texts.items())


def _plain_line(line: Line, owners: dict[Organisation, int]) -> list[Any]:
    slots = line.plain or [
        [year, s.values, s.figures, s.day, s.said, s.shown, s.newest,
         statements_plain(s.corrected) if s.corrected else None,
         plain_doubts(s.doubts) if s.doubts else None]
        for year, s in line.slots.items()
    ]  # fmt: skip
    owner = owners.setdefault(line.organisation, len(owners))
    return [plain_fields(line.key), line.slug, owner, plain_fields(line.indicator), slots]


def _line(items: list[Any], owners: Sequence[Organisation], shared: Shared) -> Line:
    key, slug, owner, indicator, slots = items
    return Line(
        SeriesKey(*key),
        slug,
        owners[owner],
        _same(indicator_from(indicator), shared),
        {
            year: SlotFacts(
                values,
                figures,
                day,
                said,
                shown,
                tuple(newest),
                statements_from(corrected, shared) if corrected else (),
                doubts_from(doubts) if doubts else (),
            )
            for year, values, figures, day, said, shown, newest, corrected, doubts in slots
        },
        # Reading a statement changes the lists that it was read from.
        () if any(corrected for *_, corrected, _ in slots) else slots,
    )


def _same(value: Any, shared: Shared) -> Any:
    return shared.setdefault(value, value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
