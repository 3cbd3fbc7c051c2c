"""Tables of a body as far as checks need them: runs of lines with bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_RULE_LINE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines with bars, one below another."""

    start: int
    """Place of the first of them among the lines of the body."""
    rows: tuple[str, ...]

    @property
    def end(self) -> int:
        """The place behind the last of them."""
        return self.start + len(self.rows)

    @property
    def ruled(self) -> bool:
        """Whether the second one is a rule, as a table needs it."""
        return (
            len(self.rows) > 1 and "-" in self.rows[1] and bool(_RULE_LINE.fullmatch(self.rows[1]))
        )

    @property
    def barred(self) -> bool:
        """Whether all of them begin with a bar, so that a table is meant."""
        return all(row.strip().startswith("|") for row in self.rows)

    @property
    def even(self) -> bool:
        """Whether all of them have as many cells."""
        return len({cells(row) for row in self.rows}) == 1


def rows_in(lines: Sequence[str]) -> Iterator[Rows]:
    """All runs of lines with bars, code left out."""
    rows: list[str] = []
    for number, line in enumerate((*lines, "")):
        if "|" in line and _BAR.search(line) and not line.startswith(("    ", "\t")):
            rows.append(line)
        elif rows:
            yield Rows(number - len(rows), tuple(rows))
            rows = []


def cells(row: str) -> int:
    """How many cells a row has."""
    plain = row.strip().removeprefix("|")
    if plain.endswith("|") and not plain.endswith("\\|"):
        plain = plain[:-1]
    return len(_BAR.findall(plain)) + 1
