"""What a value of the head is made of, and what to say of one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from findings import Saying
from vntext.values import quickly_made


class Refused(Exception):
    """A value that cannot be read, with its place and how to mend it."""

    def __init__(
        self, line: int, column: int, message: Saying, mend: Saying, rule: str = "wrong-value"
    ) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.mend = line, column, message, mend
        self.rule = rule


@quickly_made
@dataclass(frozen=True, slots=True)
class Text:
    """Words, and where they begin."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int
    column: int


Node = Text | Items | Table
