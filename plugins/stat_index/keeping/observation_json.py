"""Observations as JSON and back, for caches: what many of them share is written once."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, replace
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from stat_index.corrections import Correction
from stat_index.model import Indicator, Observation, Organisation, SeriesKey
from vntext.compact_json import compact_json, inner_json, read_inner

#: Raise it whenever a field of an observation changes: what was stored before is read anew.
SCHEMA = 7

_FIELDS = tuple(Observation.__slots__)
_all = attrgetter(*_FIELDS)
_SHARED = ("article", "organisation", "indicator", "series", "slug", "sentence")
_SHARED_AT = tuple(map(_FIELDS.index, _SHARED))
_LOW, _HIGH = _FIELDS.index("value_min"), _FIELDS.index("value_max")
_SENTENCE, _START, _END = map(_FIELDS.index, ("sentence", "mark_start", "mark_end"))
_WHOLE, _LINE = _FIELDS.index("denominator"), _FIELDS.index("line")
_PUBLISHED = _FIELDS.index("published")
_CORRECTION = _FIELDS.index("correction")
_FEW = tuple(
    _FIELDS.index(name)
    for name in (
        "qualifier", "as_written", "phrase", "level", "unit", "period", "period_source", "kind",
        "direction", "base", "rule",
    )
)  # fmt: skip
"""Fields of few different texts: each is held once."""

Home = tuple[Organisation, Indicator, SeriesKey, str]
"""What the observations of one series have in common: the last is its slug."""
_NOWHERE = (None,) * len(_SHARED)
_AT_HOME = -1

_Table = tuple[int, dict[Any, int], dict[int, int], Any]
"""Of one of `_SHARED`: its place, all values with their numbers, the same by the values'
identities, and the value that is not written."""

Shared = dict[Any, Any]
"""What was decoded before, for itself: equal parts of many observations are held once."""


class SchemaError(ValueError):
    """Stored by another version."""


def dumps(observations: Iterable[Observation]) -> str:
    """One line of JSON."""
    return dumps_and_shown(observations)[0]


def dumps_and_shown(observations: Iterable[Observation]) -> tuple[str, str]:
    """`dumps`, and text that differs whenever what readers may see of them does.

    That is empty for none. It tells nothing of what is only asked of the editor, nor on which
    lines the figures stand.
    """
    schema, tables, rows, lines = encoded(observations)
    asked = [(place, row) for place, row in enumerate(rows) if not row[_PUBLISHED]]
    published = [row for row in rows if row[_PUBLISHED]] if asked else rows
    # What is only asked stands behind, so that the rest is written once.
    shown = compact_json([schema, tables, published])
    return f"{shown[:-1]},{compact_json([lines, asked])[1:]}", shown if published else ""


def loads(text: str, shared: Shared | None = None) -> tuple[Observation, ...]:
    """What `dumps` wrote.

    Raises SchemaError: when another version wrote it.
    """
    return decoded(json.loads(text), shared)


def encoded(
    observations: Iterable[Observation], *, lines: bool = True, home: Home | None = None
) -> list[Any]:
    """`observations` as plain lists; the last is on which lines they stand, without `lines` left out.

    What they have from `home` is left out; `decoded` must be given the same.
    """
    tables: list[dict[Any, int]] = [{} for _ in _SHARED]
    shared: list[_Table] = [
        (place, table, {} if own is None else {id(own): _AT_HOME}, own)
        for place, table, own in zip(_SHARED_AT, tables, _known(home), strict=True)
    ]
    # While all of them are held, no two values have one identity.
    held = tuple(observations)
    rows = [_row(observation, shared) for observation in held]
    stand = [row[_LINE] for row in rows]
    for row in rows:
        row[_LINE] = 0
    plain = [
        list(table) if read is str else [_plain(value) for value in table]
        for read, table in zip(_READERS, tables, strict=True)
    ]
    return [SCHEMA, plain, rows, stand] if lines else [SCHEMA, plain, rows]


def decoded(
    plain: Sequence[Any], shared: Shared | None = None, home: Home | None = None
) -> tuple[Observation, ...]:
    """What `encoded` or `dumps` made.

    Raises SchemaError: when another version made it.
    """
    if plain[0] != SCHEMA:
        raise SchemaError("số liệu lưu bởi một phiên bản khác")
    shared = {} if shared is None else shared
    tables = [
        [_same(text, shared) if read is str else _read(text, read, shared) for text in table]
        for read, table in zip(_READERS, plain[1], strict=True)
    ]
    for table, own in zip(tables, _known(home), strict=True):
        # The last item is what `_AT_HOME` leads to.
        table.append(own)
    _, _, rows, lines, asked = [*plain, (), ()][:5]
    for place, row in asked:
        rows.insert(place, row)
    for row, line in zip(rows, lines, strict=False):
        row[_LINE] = line
    return tuple([_observation(row, tables) for row in rows])


def sentences_taken(plain: Sequence[Any]) -> list[list[Any]]:
    """Takes out of what `encoded` made, without lines, the sentence of each and the number's span."""
    _, tables, rows = plain
    sentences = tables.pop()
    said = [[sentences[row[_SENTENCE]], row[_START], row[_END]] for row in rows]
    for row in rows:
        row[_SENTENCE] = row[_START] = row[_END] = 0
    return said


def sentences_put(plain: Sequence[Any], said: Sequence[Sequence[Any]]) -> None:
    """Puts back what `sentences_taken` took."""
    _, tables, rows = plain
    tables.append([sentence for sentence, _, _ in said])
    for place, (row, (_, start, end)) in enumerate(zip(rows, said, strict=True)):
        row[_SENTENCE], row[_START], row[_END] = place, start, end


def _known(home: Home | None) -> tuple[Any, ...]:
    """What is not written, for each of `_SHARED`."""
    return _NOWHERE if home is None else (None, *home, None)


def _row(observation: Observation, shared: Sequence[_Table]) -> list[Any]:
    """The fields in their order; numbers as text, so that none loses a digit."""
    row = list(_all(observation))
    for place, table, seats, own in shared:
        value = row[place]
        # Most are the very same; to ask values that, or for their hash, asks each of their fields.
        seat = seats.get(id(value))
        if seat is None:
            at_home = own is not None and value == own
            seat = _AT_HOME if at_home else table.setdefault(value, len(table))
            seats[id(value)] = seat
        row[place] = seat
    low, high, whole, correction = row[_LOW], row[_HIGH], row[_WHOLE], row[_CORRECTION]
    row[_LOW], row[_HIGH] = str(low), None if str(high) == str(low) else str(high)
    row[_WHOLE] = None if whole is None else str(whole)
    row[_CORRECTION] = None if correction is None else astuple(correction)
    return row


def _observation(row: list[Any], tables: Sequence[Sequence[Any]]) -> Observation:
    for place, table in zip(_SHARED_AT, tables, strict=True):
        row[place] = table[row[place]]
    for place in _FEW:
        if row[place]:
            row[place] = sys.intern(row[place])
    low, high = Decimal(row[_LOW]), row[_HIGH]
    row[_LOW], row[_HIGH] = low, low if high is None else Decimal(high)
    if row[_WHOLE] is not None:
        row[_WHOLE] = Decimal(row[_WHOLE])
    if row[_CORRECTION] is not None:
        row[_CORRECTION] = _correction(row[_CORRECTION])
    return Observation(*row)


def _correction(items: Sequence[Any]) -> Correction:
    *own, earlier = items
    return replace(Correction(*own), earlier=tuple(map(_correction, earlier)))


def _same(value: Any, shared: Shared) -> Any:
    return shared.setdefault(value, value)


def _read(text: str, make: Callable[[Any], Any], shared: Shared) -> Any:
    """What `make` makes of what `_plain` wrote; each text is read once."""
    # A sentence may be the same text.
    key = make, text
    if key not in shared:
        shared[key] = _same(make(read_inner(text)), shared)
    return shared[key]


@lru_cache(maxsize=4_096)
def _plain(value: Any) -> str:
    """The fields of `value` as one text: to know it again is to know the text again."""
    return inner_json(plain_fields(value))


def plain_fields(value: Organisation | Indicator | SeriesKey) -> list[Any]:
    """The fields of `value` as plain JSON."""
    return [
        [str(item) if isinstance(item, Decimal) else item for item in one]
        if isinstance(one, tuple)
        else one
        for one in (getattr(value, name) for name in type(value).__slots__)
    ]


def organisation_from(items: Sequence[Any]) -> Organisation:
    """What `plain_fields` made of one."""
    id, name, short, aliases, *rest = items
    return Organisation(id, name, short, tuple(aliases), *rest)


def indicator_from(items: Sequence[Any]) -> Indicator:
    """What `plain_fields` made of one."""
    id, label, unit, group, definition, aliases, levels, plausible, *rest = items
    span = (Decimal(plausible[0]), Decimal(plausible[1])) if plausible else None
    return Indicator(id, label, unit, group, definition, tuple(aliases), tuple(levels), span, *rest)


_READERS: tuple[Callable[[Any], Any], ...] = (
    str,
    organisation_from,
    indicator_from,
    lambda items: SeriesKey(*items),
    str,
    str,
)
