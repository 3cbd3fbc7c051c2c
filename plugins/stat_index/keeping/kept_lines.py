"""What is kept of an index from one build to the next: who gives to which slot, and all lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from stat_index.book import SeriesFacts, facts_of
from stat_index.cell import Cell
from stat_index.doubts import kept_text, lines_of
from stat_index.evidence import Marks
from stat_index.keeping.kept_cells import statements_from, statements_plain
from stat_index.keeping.observation_json import (
    Home,
    Shared,
    indicator_from,
    organisation_from,
    plain_fields,
)
from stat_index.model import Indicator, Organisation, SeriesKey
from vntext.compact_json import compact_json

Slot = tuple[str, int]
"""One series in one year: its slug and the year."""

HEAD = "so-lieu/"
"""Under which all is kept but the cells and what is doubtful."""

_DOUBTS = f"{HEAD}ngo"
"""Under which the doubts are kept that go with the head."""


class Keeper(Protocol):
    """Where texts are kept by name."""

    def get(self, name: str) -> str | None: ...
    def put(self, rows: Iterable[tuple[str, str]]) -> None: ...
    def remove(self, names: Iterable[str]) -> None: ...


class SlotFacts(NamedTuple):
    """A slot in short, as JSON has it."""

    year: int
    values: int
    """How many values tables show of it."""
    figures: int
    day: str
    """ISO day of the newest article or correction."""
    said: str
    """Digest of all that is stated in it."""
    tables: str
    """Digest of what tables and charts show of it."""
    cited: str
    """Digest of that and of the articles that the page of a year names."""
    first: str
    """Digest of what tables show and of what is quoted first."""
    shown: str
    """Digest of all that pages show of it."""
    period: str
    """Of the newest value; see `SeriesFacts.newest`."""
    value: str
    corrected: str = ""
    """Statements with a correction, as JSON; empty for none."""

    @classmethod
    def of(cls, year: int, cells: Iterable[Cell], said: str) -> SlotFacts:
        """Of cells with all their statements; what is shown of them is left to others."""
        facts = facts_of(tuple(cells))
        corrected = compact_json(statements_plain(facts.corrected)) if facts.corrected else ""
        return cls(
            *(year, facts.values, facts.figures, facts.day, said, "", "", "", ""),
            *(*facts.newest, corrected),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A series without its cells."""

    key: SeriesKey
    slug: str
    organisation: Organisation
    indicator: Indicator
    columns: Sequence[Sequence[Any]]
    """Its slots, the oldest first: for each field of `SlotFacts` those of all of them.

    An edit looks at few slots one by one, and at some fields of all.
    """

    @property
    def home(self) -> Home:
        """What the observations have in common."""
        return self.organisation, self.indicator, self.key, self.slug

    @property
    def years(self) -> Sequence[int]:
        """In which something is stated, the oldest first."""
        return self.columns[0]

    @property
    def slots(self) -> dict[int, SlotFacts]:
        """All by year."""
        return {slot.year: slot for slot in map(SlotFacts, *self.columns)}

    @property
    def facts(self) -> SeriesFacts:
        """The series in short."""
        years, values, figures, days, _, _, _, _, _, periods, texts, corrected = self.columns
        return SeriesFacts(
            tuple(years),
            sum(values),
            sum(figures),
            max(days),
            (periods[-1], texts[-1]),
            tuple(s for text in corrected if text for s in statements_from(json.loads(text), {})),
        )

    @property
    def marks(self) -> Marks:
        """What tells whether it changed."""
        years, _, _, days, *marks = self.columns[:9]
        return Marks(*(dict(zip(years, of_each, strict=True)) for of_each in (*marks, days)))


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
    doubts: dict[str, str] = field(default_factory=dict)
    """What is doubtful of each, as `doubts.kept_line` has it."""


def read_kept(keeper: Keeper, environment: str, shared: Shared) -> Kept:
    """What was kept under the same environment; nothing under another."""
    text, doubts = keeper.get(HEAD), keeper.get(_DOUBTS)
    plain = json.loads(text) if text else None
    if not plain or doubts is None or plain["environment"] != environment:
        return Kept()
    owners = [_same(organisation_from(items), shared) for items in plain["owners"]]
    lines = [_line(items, owners, shared) for items in plain["lines"]]
    names, marks, given = plain["articles"]
    return Kept(
        dict(zip(names, marks, strict=True)),
        {slot: number for number, slot in enumerate(zip(*plain["slots"], strict=True))},
        dict(zip(names, given, strict=True)),
        {line.slug: line for line in lines},
        lines_of(doubts),
    )


def head_rows(kept: Kept, environment: str) -> list[tuple[str, str]]:
    """Names and texts under which `kept` is put into the keeper."""
    owners: dict[Organisation, int] = {}
    lines = [_plain_line(line, owners) for line in kept.lines.values()]
    given = [kept.slots[name] for name in kept.marks]
    plain = {
        "environment": environment,
        # A list for each field, not one for each article and slot: those are many.
        "articles": [[*kept.marks], [*kept.marks.values()], given],
        "slots": [[slug for slug, _ in kept.numbers], [year for _, year in kept.numbers]],
        "owners": [plain_fields(owner) for owner in owners],
        "lines": lines,
    }
    return [(HEAD, compact_json(plain)), (_DOUBTS, kept_text(kept.doubts))]


def cells_name(slug: str, year: int) -> str:
    """Under which the cells of a series in one year are kept."""
    return f"{HEAD}{slug} {year}"


def cells_rows(slug: str, texts: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Names and texts of the cells of a series, given by year."""
    return ((cells_name(slug, year), text) for year, text in texts.items())


def _plain_line(line: Line, owners: dict[Organisation, int]) -> list[Any]:
    owner = owners.setdefault(line.organisation, len(owners))
    key, indicator = plain_fields(line.key), plain_fields(line.indicator)
    return [key, line.slug, owner, indicator, line.columns]


def _line(items: list[Any], owners: Sequence[Organisation], shared: Shared) -> Line:
    key, slug, owner, indicator, columns = items
    return Line(
        SeriesKey(*key), slug, owners[owner], _same(indicator_from(indicator), shared), columns
    )


def _same(value: Any, shared: Shared) -> Any:
    return shared.setdefault(value, value)
