"""The cells of a series in one year as JSON and back: what pages show of them, no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from stat_index.cell import Cell, Change, Summary
from stat_index.late import Late
from stat_index.model import Source, Statement
from stat_index.observation_json import Shared, decoded, encoded
from stat_index.periods import parse_period


def cells_text(cells: Iterable[Cell]) -> str:
    """Differs whenever anything that pages show of `cells` does; `cells_from` reads it."""
    return _encode([_cell(cell.bounded()) for cell in cells])


def cells_from(text: str, shared: Shared) -> tuple[Cell, ...]:
    """The cells that `cells_text` was given, bounded; statements are read when they are asked for."""
    return tuple(_read_cell(items, shared) for items in json.loads(text))


def statements_plain(statements: Sequence[Statement]) -> list[Any]:
    """`statements` as plain lists: what they share is written once."""
    sources: dict[Source, int] = {}
    places = [sources.setdefault(s.source, len(sources)) for s in statements]
    plain = [[s.id, s.title, s.address, s.date, s.modified] for s in sources]
    said = encoded((s.observation for s in statements), lines=False)
    return [said, plain, places, [s.standing for s in statements]]


def statements_from(plain: Sequence[Any], shared: Shared) -> tuple[Statement, ...]:
    """What `statements_plain` was given, but for source files and their lines."""
    said, sources, places, standings = plain
    known = [Source(*items) for items in sources]
    return tuple(
        Statement(observation, known[place], standing)
        for observation, place, standing in zip(
            decoded(said, shared), places, standings, strict=True
        )
    )


def _cell(cell: Cell) -> list[Any]:
    summary, change = cell.summary, cell.change
    return [
        cell.period.text,
        statements_plain(summary.shown),
        # Apart, as text: tables need no more than what is shown.
        _encode(statements_plain(cell.statements)),
        [
            summary.count, summary.values, list(summary.sources), str(summary.low),
            str(summary.high), summary.corrected, summary.day, list(summary.unquoted),
        ],
        change and [change.since, str(change.absolute), _number(change.percent)],
        cell.no_change,
        cell.contradiction,
    ]  # fmt: skip


def _read_cell(items: Sequence[Any], shared: Shared) -> Cell:
    text, shown, quoted, about, change, no_change, contradiction = items
    period = parse_period(text)
    assert period is not None
    count, values, sources, low, high, corrected, day, unquoted = about
    summary = Summary(
        count, statements_from(shown, shared), values, tuple(sources),
        Decimal(low), Decimal(high), corrected, day, tuple(unquoted),
    )  # fmt: skip
    return Cell(
        period,
        Late(lambda: statements_from(json.loads(quoted), shared)),
        _read_change(change),
        no_change,
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
