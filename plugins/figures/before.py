"""What stands before a number in its clause, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Before:
    """What stands before a number in its clause; one is made for each, so it is not frozen."""

    start: int
    end: int
    """Token positions of the phrase; empty when nothing but links and adverbs stand there."""
    joint: frozenset[str]
    """The links, adverbs and prepositions between the phrase and the number."""
    linked: bool
    """Whether a verb such as đạt, là, còn leads from it to the number."""
    changed: bool
    """Whether a verb of change does."""
    verbal: bool
    """Whether the phrase is a predicate: it begins with a verb or an auxiliary."""
    level: tuple[int, int] | None

    def __bool__(self) -> bool:
        return self.end > self.start
