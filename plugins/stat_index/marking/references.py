"""When front matter names a figure: `52 lớp`, or its permanent id."""

from __future__ import annotations

from collections.abc import Iterable

from stat_index.model import Observation
from stat_index.registry import normal_phrase


def find_figure(words: str, observations: Iterable[Observation]) -> Observation | None:
    """The first observation that `words` name."""
    return next((o for o in observations if names_figure(words, o)), None)


def names_figure(words: str, observation: Observation) -> bool:
    """Whether `words` are the observation's id, its number, or its number with its noun."""
    if words.strip() == observation.id:
        return True
    said = normal_phrase(words).split()
    number = normal_phrase(observation.as_written).split()
    if said[: len(number)] != number:
        return False
    rest = " ".join(said[len(number) :])
    level = observation.level or ""
    known = [
        normal_phrase(f"{name} {level}")
        for name in (
            observation.phrase,
            observation.indicator.label,
            *observation.indicator.aliases,
        )
    ]
    unit = normal_phrase(observation.unit or "")
    return not rest or rest == unit or any(f"{name} ".startswith(f"{rest} ") for name in known)
