"""Figures as lines that an editor can read, for case files.

`40 nghìn = over 40000 | học viên | – | học viên | result | 2023 | part of 0`:
as written and value, indicator, level, unit, kind, period, and the total if any.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures import Context, Figure, read

CASES = Path(__file__).parent / "cases"
_ARROWS = {"up": "↑", "down": "↓"}


@dataclass(frozen=True)
class Case:
    """One text with what it says."""

    file: str
    text: str
    date: datetime.date | None
    lead: str | None
    figures: tuple[str, ...]

    def read(self) -> tuple[str, ...]:
        """The lines of the figures found now."""
        reading = read(self.text, Context(date=self.date, lead=self.lead))
        return tuple(line(figure) for figure in reading.figures)


def cases(pile: str) -> list[Case]:
    """All cases of one pile: accepted, refused, known_misses."""
    return [
        _case(path.stem, entry)
        for path in sorted((CASES / pile).glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


def _case(file: str, entry: dict[str, Any]) -> Case:
    return Case(
        file, entry["text"], entry.get("date"), entry.get("lead"), tuple(entry.get("figures", ()))
    )


def line(figure: Figure) -> str:
    """One figure in one line."""
    low, high = (f"{value.normalize():f}" for value in (figure.value_min, figure.value_max))
    value = low if low == high else f"{low}..{high}"
    if figure.denominator is not None:
        value += f" of {figure.denominator:f}"
    if figure.qualifier != "exact":
        value = f"{figure.qualifier} {value}"
    written = " ".join(figure.as_written.split())
    fields = [
        f"{written} = {value}",
        figure.indicator,
        figure.level or "–",
        figure.unit or "–",
        figure.kind + _ARROWS.get(figure.direction or "", ""),
        figure.period or "–",
    ]
    if figure.parent is not None:
        fields.append(f"part of {figure.parent}")
    return " | ".join(fields)
