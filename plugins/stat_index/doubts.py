"""What is doubtful about the values of a series: articles that disagree, and implausible jumps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from vntext.compact_json import compact_json
from vntext.values import quickly_made

if TYPE_CHECKING:
    from stat_index.cell import Cell
    from stat_index.model import Statement

#: A value so many times the year before's, or less than one so-many-th of it, is doubted.
JUMP = 3
_SMALL = 10
#: Of a conflict, so many statements are named.
_NAMED = 4


@quickly_made
@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to be asked of an editor."""

    kind: Literal["conflict", "jump"]
    figures: tuple[tuple[str, str], ...]
    """Article and id of each figure: first the one at which it is told, the newest.

    Those that are kept have the name of the article's source for its id.
    """
    values: int = 2
    """How many different values there are; `figures` names the first of many."""


def doubts_of(cells: Sequence[Cell], before: Iterable[Cell]) -> Iterator[Doubt]:
    """What is doubtful about `cells` of one year, given those of the year `before`."""
    for cell in cells:
        if cell.disputed:
            named = tuple(map(_figure, cell.shown[:_NAMED]))
            yield Doubt("conflict", named, cell.summary.values)
    earlier = {cell.period.text: cell for cell in before}
    for cell in cells:
        older = earlier.get(cell.period.before or "")
        if older is not None and _jumps(older, cell):
            yield Doubt("jump", (_figure(cell.shown[0]), _figure(older.shown[0])))


def _figure(statement: Statement) -> tuple[str, str]:
    return statement.source.id, statement.observation.id


def _jumps(older: Cell, newer: Cell) -> bool:
    """Whether the value is implausible beside that of the year before, and nobody confirmed it."""
    before, after = older.value, newer.value
    if before is None or after is None or not (before.exact and after.exact):
        return False
    if before.series.kind != "result" or min(before.value_min, after.value_min) <= 0:
        return False
    if any(statement.observation.marked for statement in newer.statements):
        return False
    ratio = after.value_min / before.value_min
    return max(before.value_min, after.value_min) >= _SMALL and not (
        Decimal(1) / JUMP < ratio < JUMP
    )


Plain = list[Any]
"""The doubts about one year of a series as JSON has them."""


def plain_doubts(doubts: Iterable[Doubt], names: Mapping[str, str]) -> Plain:
    """`doubts` with the `names` of articles for their ids."""
    return [
        [doubt.kind, [(names[article], figure) for article, figure in doubt.figures], doubt.values]
        for doubt in doubts
    ]


def kept_line(years: Iterable[tuple[int, Plain]]) -> str:
    """The doubts about a series, by year; empty for none."""
    doubted = [year for year in years if year[1]]
    return compact_json(doubted) if doubted else ""


def years_of(line: str) -> dict[int, Plain]:
    """What `kept_line` was given."""
    return dict(json.loads(line)) if line else {}


def kept_text(lines: Mapping[str, str]) -> str:
    """The text of all: a line of each series of which something is doubtful, by its slug."""
    return "\n".join(f"{slug} {line}" for slug, line in sorted(lines.items()) if line)


def lines_of(text: str) -> dict[str, str]:
    """What `kept_text` was given, but for series of which nothing is doubtful."""
    return dict(line.split(" ", 1) for line in text.split("\n")) if text else {}


def doubts_in(text: str) -> Iterator[Doubt]:
    """All in what `kept_text` made, by series and year."""
    for years in json.loads(f"[{','.join(lines_of(text).values())}]"):
        for _, doubts in years:
            for kind, figures, values in doubts:
                yield Doubt(kind, tuple(map(tuple, figures)), values)
