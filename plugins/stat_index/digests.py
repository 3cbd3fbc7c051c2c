"""What a page shows of the index, as a short text that differs whenever the page would.

The repr of a whole observation is slow: most of it is its organisation and indicator,
which are the same for all of a series and are taken once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from stat_index.model import Cell, Observation, Series, Source

_SHARED = {"organisation", "indicator", "series"}
_observation = attrgetter(*(f.name for f in fields(Observation) if f.name not in _SHARED))
_source = attrgetter(*(f.name for f in fields(Source)))


def series_digest(series: Series) -> str:
    """Differs whenever anything that pages or files show of `series` does."""
    return _hash((series.key, series.organisation, series.indicator, *map(_cell, series.cells)))


def joined_digest(*parts: object) -> str:
    """Of several digests and plain values."""
    return _hash(parts)


def _cell(cell: Cell) -> tuple[object, ...]:
    statements = [
        (_observation(s.observation), _source(s.source), s.standing) for s in cell.statements
    ]
    return cell.period.text, cell.change, cell.no_change, cell.contradiction, statements


def _hash(parts: Iterable[object]) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()
