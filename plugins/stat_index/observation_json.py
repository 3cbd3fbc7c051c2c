"""Observations as JSON and back: for caches and for other programs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from stat_index.corrections import Correction
from stat_index.model import Indicator, Observation, Organisation, SeriesKey

#: Raise it whenever a field of an observation changes: what was stored before is read anew.
SCHEMA = 1

_DECIMALS = ("value_min", "value_max", "denominator")
_NESTED = ("organisation", "indicator", "series", "correction")


class SchemaError(ValueError):
    """Stored by another version."""


def to_json(observation: Observation) -> dict[str, Any]:
    """`observation` as plain values; numbers as text, so that none loses a digit."""
    plain = {name: getattr(observation, name) for name in Observation.__slots__}
    for name in _DECIMALS:
        plain[name] = None if plain[name] is None else str(plain[name])
    for name in _NESTED:
        plain[name] = _fields(plain[name])
    return {"schema": SCHEMA, **plain}


def from_json(plain: dict[str, Any]) -> Observation:
    """The observation that `to_json` wrote.

    Raises SchemaError: when another version wrote it.
    """
    values = dict(plain)
    if values.pop("schema", None) != SCHEMA:
        raise SchemaError("số liệu lưu bởi một phiên bản khác")
    for name in _DECIMALS:
        values[name] = None if values[name] is None else Decimal(values[name])
    values["organisation"] = Organisation(**_tuples(values["organisation"]))
    values["indicator"] = _indicator(values["indicator"])
    values["series"] = SeriesKey(**values["series"])
    correction = values["correction"]
    values["correction"] = Correction(**correction) if correction else None
    return Observation(**values)


def _fields(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    return {name: _plain(getattr(value, name)) for name in type(value).__slots__}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}


def _indicator(values: dict[str, Any]) -> Indicator:
    plain = _tuples(values)
    if plain["plausible"]:
        low, high = plain["plausible"]
        plain["plausible"] = (Decimal(low), Decimal(high))
    return Indicator(**plain)
