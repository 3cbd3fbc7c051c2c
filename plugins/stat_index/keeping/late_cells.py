"""Cells of a series that lie in a store: read year by year, and let go again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from stat_index.cell import Cell
from stat_index.keeping.late import Late

#: Series whose cells are at hand.
_MOST_HELD = 16
_held: dict[int, KeptCells] = {}


class KeptCells(Late[Cell]):
    """Cells that are read year by year, when somebody looks."""

    def __init__(self, years: Sequence[int], read: Callable[[int], Sequence[Cell]]) -> None:
        super().__init__(lambda: tuple(cell for year in years for cell in self.of_year(year)))
        self._years = years
        self._read = read
        self._known: dict[int, Sequence[Cell]] = {}

    def of_year(self, year: int) -> Sequence[Cell]:
        """Those of one year; none where there are none."""
        if year not in self._known:
            found = self._read(year) if year in self._years else ()
            self._known[year] = found
            self._hold()
        return self._known[year]

    def _hold(self) -> None:
        """Lets the series go that was asked for longest ago: all of an archive fill the memory."""
        _held.pop(id(self), None)
        _held[id(self)] = self
        if len(_held) > _MOST_HELD:
            _held.pop(next(iter(_held))).forget()

    def forget(self) -> None:
        """Reads cells again when somebody looks again."""
        self._known = {}
        self.__dict__.pop("_items", None)

    @property
    def newest(self) -> Cell:
        """The last one, without reading the others."""
        return self.of_year(self._years[-1])[-1]
