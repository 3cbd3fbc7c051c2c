"""The door of other programs: lines of JSON in, lines of JSON out."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from figures.model import Context, Figure, Reading
from figures.reading import read


def lines(source: Iterable[str]) -> Iterator[str]:
    """For each line `{"id","text","date","context","institution"}` a line `{"id","facts","refusals"}`.

    Empty lines are passed over. Raises ValueError, with the line's number, for
    a line that is no such object.
    """
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield json.dumps(answer(_passage(line, number)), ensure_ascii=False)


def answer(passage: dict[str, Any]) -> dict[str, Any]:
    """What is read in one passage, as plain values."""
    date = passage.get("date")
    context = Context(
        date=datetime.date.fromisoformat(date[:10]) if date else None,
        lead=passage.get("context"),
        institution=passage.get("institution"),
    )
    return {"id": passage.get("id"), **plain(read(passage["text"], context))}


def plain(reading: Reading) -> dict[str, Any]:
    """A reading as plain values: numbers whole where they are whole."""
    return {
        "facts": [plain_figure(figure) for figure in reading.figures],
        "refusals": [asdict(refusal) for refusal in reading.refusals],
    }


_INTERNAL = frozenset({"deed", "unit_of_noun"})
"""What only the index asks for."""


def plain_figure(figure: Figure) -> dict[str, Any]:
    """A figure as plain values, but for what only the index asks for."""
    return {
        key: _number(value) if isinstance(value, Decimal) else value
        for key, value in asdict(figure).items()
        if key not in _INTERNAL
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _passage(line: str, number: int) -> dict[str, Any]:
    try:
        passage = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: {error}") from error
    if not isinstance(passage, dict) or not isinstance(passage.get("text"), str):
        raise ValueError(f"line {number}: no object with a text")
    return passage
