"""Offsets of a text as lines and columns of its file."""

from __future__ import annotations


class Places:
    """Offsets of one text, asked in rising order: each line break is counted once."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.at = 0
        self.number = first_line
        self.first = first_line

    def line(self, offset: int) -> int:
        """The 1-based line of the file."""
        if offset < self.at:
            self.at, self.number = 0, self.first
        self.number += self.text.count("\n", self.at, offset)
        self.at = offset
        return self.number

    def column(self, offset: int) -> int:
        """The 1-based column of that line."""
        return offset - self.text.rfind("\n", 0, offset)
