"""Rows as lines of every edition, each written once.

Most columns say the same in row after row: they are written once into a template, and
only what differs from row to row is written each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from stat_index.downloads.table import COLUMNS, Cell, Row

_NAMES = [column.name for column in COLUMNS]
_MOVING = tuple(
    map(
        _NAMES.index,
        ("OBS_VALUE", "AS_WRITTEN", "SENTENCE", "SOURCE_TITLE", "SOURCE_DATE", "OBS_URL", "OBS_ID"),
    )
)
_STEADY = tuple(place for place in range(len(COLUMNS)) if place not in _MOVING)
_moving, _steady = itemgetter(*_MOVING), itemgetter(*_STEADY)


@dataclass(frozen=True, slots=True)
class Form:
    """How one edition writes a row."""

    before: tuple[str, ...]
    """What stands before the value of each column."""
    cells: tuple[Cell, ...]
    """What writes it."""
    end: str
    """Of the line."""
    leaves_out: bool = False
    """Whether empty values are left out, with what stands before them."""

    def template(self, row: Row) -> str:
        """A line like that of `row`, with `%s` for each column that differs from row to row."""
        parts = []
        for place, (before, write, value) in enumerate(
            zip(self.before, self.cells, row, strict=True)
        ):
            left_out = self.leaves_out and value in (None, "")
            if place in _MOVING:
                parts.append("%.0s" if left_out else before + "%s")
            elif not left_out:
                parts.append((before + write(value)).replace("%", "%%"))
        return "".join(parts) + self.end


def lines_of(rows: Iterable[Row], forms: Sequence[Form]) -> list[list[str]]:
    """The lines of `rows` in each of `forms`."""
    found: list[list[str]] = [[] for _ in forms]
    known: dict[tuple[Any, ...], list[str]] = {}
    work = [(lines, _moving(form.cells)) for lines, form in zip(found, forms, strict=True)]
    for row in rows:
        value, written, sentence, title, day, address, id = _moving(row)
        steady = (*_steady(row), not (written and sentence and title) and row)
        templates = known.get(steady)
        if templates is None:
            templates = known[steady] = [form.template(row) for form in forms]
        for (lines, cells), template in zip(work, templates, strict=True):
            # Spelt out: a million loops over seven cells took a third of all downloads.
            number, text, quote, name, date, link, code = cells
            lines.append(
                template
                % (
                    number(value), text(written), quote(sentence), name(title), date(day),
                    link(address), code(id),
                )
            )  # fmt: skip
    return found
