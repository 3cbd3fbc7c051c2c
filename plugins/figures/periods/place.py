"""Where a sentence names a period, and what it is told of (guideline section 5)."""

from __future__ import annotations

from dataclasses import dataclass

from figures.periods.memory import Stated


@dataclass(slots=True)
class Place:
    """A period named at a token of a sentence."""

    at: int
    stated: Stated
    compared: bool
    ahead: bool = False
    """Whether only what is planned is told of it, where another time is looked back on."""
    of_name: bool = False
    """Whether it belongs to the name of a programme, and dates nothing but its aims."""
