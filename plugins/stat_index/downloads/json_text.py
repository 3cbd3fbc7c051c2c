"""JSON for people to read and to compare: one member a line, the rest compact."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False).encode


class Ready(str):
    """JSON text that is written as it stands: what all documents share is encoded once."""

    __slots__ = ()


def encoded(value: object) -> str:
    """`value` on one line, its letters as they are."""
    return value if isinstance(value, Ready) else _encode(value)


def listing(items: Iterable[object]) -> Ready:
    """A list with one item a line."""
    return Ready("[\n" + ",\n".join(encoded(item) for item in items) + "\n]")


def document(members: Mapping[str, Any]) -> Ready:
    """An object with one member a line."""
    lines = ",\n".join(f"{encoded(name)}: {encoded(value)}" for name, value in members.items())
    return Ready("{\n" + lines + "\n}")
