"""The cells of a series in one year as JSON and back: what pages show of them, no more.

Tables ask for little of it, pages of many figures for more: what each of them shows stands in
lines of its own, so that an edit makes only those anew that show what it changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from stat_index.cell import MOST_CITED, MOST_FIRST, Cell, Change, Summary
from stat_index.keeping.late import Late
from stat_index.keeping.observation_json import (
    Home,
    Shared,
    decoded,
    encoded,
    sentences_put,
    sentences_taken,
)
from stat_index.model import Source, Statement
from stat_index.no_change import NoChange
from stat_index.periods import parse_period
from vntext.compact_json import compact_json


@dataclass(frozen=True, slots=True)
class ShownTexts:
    """Texts that differ whenever what is shown of some cells does; each tells what is before it."""

    tables: str
    """By tables and charts: values and the ways to their sentences."""
    cited: str
    """By the page of a year, which names the newest `MOST_CITED` articles of a cell."""
    first: str
    """By a page that quotes `MOST_FIRST` articles of a cell."""
    every: str
    """By any page."""


def cells_text(cells: Iterable[Cell], home: Home) -> str:
    """Differs whenever anything that pages show of `cells` does; `cells_from` reads it.

    The first line is what tables need; two lines have the articles and sentences of the values
    in it, the first of each cell and the others; then a line a cell has what is quoted of it
    beside those, again the first and the others, with a tab between them. `home` is what the
    cells' series tells: it is not written again.
    """
    bounded = [cell.bounded() for cell in cells]
    tables, first, others = [], [], []
    for cell in bounded:
        seats = _seats(cell.summary.shown)
        names, some = list(map(_named, seats)), len(_seats(cell.summary.shown[:MOST_FIRST]))
        values = encoded((s.observation for s in cell.summary.shown), lines=False, home=home)
        said = sentences_taken(values)
        tables.append(_cell(cell, values, seats))
        # What a page of many figures does not quote it still has the anchors of.
        anchors = [s.observation.id for s in cell.statements[MOST_FIRST:]]
        first.append([names[:some], said[:MOST_FIRST], anchors])
        others.append([names[some:], said[MOST_FIRST:]])
    return "\n".join(
        [*map(compact_json, (tables, first, others)), *(_quoted(c, home) for c in bounded)]
    )


def shown_texts(cells: Iterable[Cell], text: str) -> ShownTexts:
    """Of `cells`, of which `cells_text` gave `text`."""
    tables, first, _, *quoted = text.split("\n")
    cited = [[s.source for s in cell.statements[:MOST_CITED]] for cell in cells]
    return ShownTexts(
        tables,
        f"{tables}\n{cited}",
        "\n".join([tables, first, *(line.partition("\t")[0] for line in quoted)]),
        text,
    )


def cells_from(text: str, shared: Shared, home: Home) -> tuple[Cell, ...]:
    """The cells that `cells_text` was given, bounded; statements are read when they are asked for."""
    tables, first, others, *quoted = text.split("\n")
    found = []
    for items, (names, said, _), (more_names, more_said), line in zip(
        *map(json.loads, (tables, first, others)), quoted, strict=True
    ):
        sentences_put(items[1][0], said + more_said)
        found.append(_read_cell(items, names + more_names, line, shared, home))
    return tuple(found)


def statements_plain(statements: Sequence[Statement], home: Home | None = None) -> list[Any]:
    """`statements` as plain lists: what they share is written once, what is `home`'s not at all."""
    sources: dict[Source, int] = {}
    places = [sources.setdefault(s.source, len(sources)) for s in statements]
    plain = [[s.id, s.title, s.address, s.date, s.modified] for s in sources]
    said = encoded((s.observation for s in statements), lines=False, home=home)
    return [said, plain, places, [s.standing for s in statements]]


def statements_from(
    plain: Sequence[Any], shared: Shared, home: Home | None = None
) -> tuple[Statement, ...]:
    """What `statements_plain` was given, but for source files and their lines."""
    said, sources, seats, standings = plain
    return _statements(said, [Source(*one) for one in sources], seats, standings, shared, home)


def _statements(
    said: Sequence[Any],
    sources: Sequence[Source],
    seats: Sequence[int],
    standings: Sequence[Any],
    shared: Shared,
    home: Home | None,
) -> tuple[Statement, ...]:
    return tuple(
        Statement(observation, sources[seat], standing)
        for observation, seat, standing in zip(
            decoded(said, shared, home), seats, standings, strict=True
        )
    )


def _seats(statements: Iterable[Statement]) -> dict[Source, int]:
    """Their articles, numbered."""
    seats: dict[Source, int] = {}
    for statement in statements:
        seats.setdefault(statement.source, len(seats))
    return seats


def _cell(cell: Cell, values: list[Any], seats: Mapping[Source, int]) -> list[Any]:
    summary, change = cell.summary, cell.change
    return [
        cell.period.text,
        [
            values,
            [[source.id, source.address] for source in seats],
            [seats[s.source] for s in summary.shown],
            [s.standing for s in summary.shown],
        ],
        [
            summary.count, summary.values, list(summary.sources), str(summary.low),
            str(summary.high), summary.corrected, summary.day, list(summary.unquoted),
        ],
        change and [change.since, str(change.absolute), _number(change.percent)],
        cell.no_change and [cell.no_change.reason, cell.no_change.period],
        cell.contradiction,
    ]  # fmt: skip


def _named(source: Source) -> list[str]:
    return [source.title, source.date, source.modified]


def _quoted(cell: Cell, home: Home) -> str:
    """All that is quoted of a cell; empty where that is what tables show."""
    shown, statements = cell.summary.shown, tuple(cell.statements)
    parts = (
        (statements[:MOST_FIRST], shown[:MOST_FIRST]),
        (statements[MOST_FIRST:], shown[MOST_FIRST:]),
    )
    return "\t".join(
        "" if _who(quoted) == _who(known) else compact_json(statements_plain(quoted, home))
        for quoted, known in parts
    )


def _who(statements: Iterable[Statement]) -> list[tuple[str, str]]:
    return [(s.source.id, s.observation.id) for s in statements]


def _read_cell(
    items: Sequence[Any], names: Sequence[Sequence[str]], quoted: str, shared: Shared, home: Home
) -> Cell:
    text, (said, places, seats, standings), about, change, no_change, contradiction = items
    period = parse_period(text)
    assert period is not None
    count, values, agreeing, low, high, corrected, day, unquoted = about
    sources = [
        Source(id, title, address, date, modified)
        for (id, address), (title, date, modified) in zip(places, names, strict=True)
    ]
    shown = _statements(said, sources, seats, standings, shared, home)
    summary = Summary(
        count, shown, values, tuple(agreeing),
        Decimal(low), Decimal(high), corrected, day, tuple(unquoted),
    )  # fmt: skip
    return Cell(
        period,
        shown if quoted == "\t" else Late(lambda: _read_quoted(quoted, shown, shared, home)),
        _read_change(change),
        NoChange(*no_change) if no_change else None,
        contradiction,
        summary,
    )


def _read_quoted(
    quoted: str, shown: tuple[Statement, ...], shared: Shared, home: Home
) -> tuple[Statement, ...]:
    first, _, others = quoted.partition("\t")
    return (
        *(statements_from(json.loads(first), shared, home) if first else shown[:MOST_FIRST]),
        *(statements_from(json.loads(others), shared, home) if others else shown[MOST_FIRST:]),
    )


def _read_change(items: Sequence[Any] | None) -> Change | None:
    if items is None:
        return None
    since, absolute, percent = items
    return Change(since, Decimal(absolute), None if percent is None else Decimal(percent))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
