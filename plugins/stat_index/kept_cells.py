"""The cells of a series in one year as JSON and back: what pages show of them, no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from stat_index.cell import Cell, Change, Summary
from stat_index.late import Late
from stat_index.model import Source, Statement
from stat_index.no_change import NoChange
from stat_index.observation_json import Home, Shared, decoded, encoded
from stat_index.periods import parse_period


def cells_text(cells: Iterable[Cell], home: Home) -> str:
    """Differs whenever anything that pages show of `cells` does; `cells_from` reads it.

    The first line is what tables need; then a line a cell of all that it quotes. `home` is
    what the cells' series tells: it is not written again.
    """
    bounded = [cell.bounded() for cell in cells]
    lines = [_encode([_cell(cell, home) for cell in bounded])]
    lines += [_quoted(cell, home) for cell in bounded]
    return "\n".join(lines)


def cells_from(text: str, shared: Shared, home: Home) -> tuple[Cell, ...]:
    """The cells that `cells_text` was given, bounded; statements are read when they are asked for."""
    tables, *quoted = text.split("\n")
    plain = json.loads(tables)
    return tuple(
        _read_cell(items, line, shared, home) for items, line in zip(plain, quoted, strict=True)
    )


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
    said, sources, places, standings = plain
    known = [Source(*items) for items in sources]
    return tuple(
        Statement(observation, known[place], standing)
        for observation, place, standing in zip(
            decoded(said, shared, home), places, standings, strict=True
        )
    )


def _cell(cell: Cell, home: Home) -> list[Any]:
    summary, change = cell.summary, cell.change
    return [
        cell.period.text,
        statements_plain(summary.shown, home),
        [
            summary.count, summary.values, list(summary.sources), str(summary.low),
            str(summary.high), summary.corrected, summary.day, list(summary.unquoted),
        ],
        change and [change.since, str(change.absolute), _number(change.percent)],
        cell.no_change and [cell.no_change.reason, cell.no_change.period],
        cell.contradiction,
    ]  # fmt: skip


def _quoted(cell: Cell, home: Home) -> str:
    """All that is quoted of a cell; empty where that is what tables show."""
    shown, statements = cell.summary.shown, tuple(cell.statements)
    return "" if shown == statements else _encode(statements_plain(statements, home))


def _read_cell(items: Sequence[Any], quoted: str, shared: Shared, home: Home) -> Cell:
    text, plain, about, change, no_change, contradiction = items
    period = parse_period(text)
    assert period is not None
    count, values, sources, low, high, corrected, day, unquoted = about
    shown = statements_from(plain, shared, home)
    summary = Summary(
        count, shown, values, tuple(sources),
        Decimal(low), Decimal(high), corrected, day, tuple(unquoted),
    )  # fmt: skip
    return Cell(
        period,
        Late(lambda: statements_from(json.loads(quoted), shared, home)) if quoted else shown,
        _read_change(change),
        NoChange(*no_change) if no_change else None,
        contradiction,
        summary,
    )


def _read_change(items: Sequence[Any] | None) -> Change | None:
    if items is None:
        return None
    since, absolute, percent = items
    return Change(since, Decimal(absolute), None if percent is None else Decimal(percent))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
