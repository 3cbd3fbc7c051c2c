"""How the rows and columns of a table are numbered: II. Tổng chi; 2.1 Thu nội địa; a) Lúa; A | 1 | 2."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vntext.unicode import spaced

_LEVELS = (
    r"[A-HĐ]",
    r"[IVX]{1,4}",
    r"\d{1,2}",
    r"\d{1,2}\.\d{1,2}",
    r"\d{1,2}\.\d{1,2}\.\d{1,2}",
    r"[a-hđ]",
)
"""What numbers rows, outermost first. Letters further on begin names: P. Tân Mai, T.P Vinh."""
_SIGN = r"\s?[.)]"
_NUMBER = re.compile(rf"(?:{'|'.join(map('({})'.format, _LEVELS))})(?:{_SIGN})?(?:\s|$)")
_BEFORE_LABEL = re.compile(rf"(?:{'|'.join(_LEVELS)}){_SIGN}\s*(?=[^\W\d])")


def unnumbered(label: str) -> str:
    """A label without what numbers it, its spaces plain: *Tổng chi* of *II. Tổng chi*."""
    text = spaced(label).strip()
    found = _BEFORE_LABEL.match(text)
    return text[found.end() :] if found else text


def level_of(text: str) -> int | None:
    """How far in the number stands that a text begins with, None for no number."""
    found = _NUMBER.match(text.strip())
    return found.lastindex if found else None


class Numbered:
    """Under which row each is numbered, asked from the top of a table to its end."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}

    def under(self, row: int, number: str) -> int | None:
        """The row above that is numbered a level further out than `row`, None for none.

        `number` is what stands in a column of orders, or the label of the row.
        """
        level = level_of(number)
        if level is None:
            self._rows.clear()
            return None
        outer = [at for at in self._rows if at < level]
        self._rows = {at: self._rows[at] for at in outer} | {level: row}
        return self._rows[max(outer)] if outer else None


_LETTER = re.compile(r"\(?[A-Z]\)?")
_CODE = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")


def numbers_columns(row: Iterable[str]) -> bool:
    """Whether a row below the headers only numbers the columns: A | 1 | 2 | 3=2/1."""
    cells = [cell.strip() for cell in row if cell.strip()]
    letters = sum(_LETTER.fullmatch(cell) is not None for cell in cells[:3])
    codes = [code and int(code[1]) for code in map(_CODE.fullmatch, cells[letters:])]
    return len(cells) > 2 and len(codes) > 1 and codes == [*range(1, len(codes) + 1)]
