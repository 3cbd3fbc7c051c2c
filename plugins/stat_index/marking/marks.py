"""What an editor may say about figures, and how it travels through HTML.

A mark is written once in Markdown (`stat_index.markdown`), becomes `data-sl-…`
attributes of an element, and is read back from there (`stat_index.blocks`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from findings import Saying

PREFIX = "data-sl-"
RAW = PREFIX + "raw"
"""The mark as the editor wrote it, to find its line again."""
ERROR = PREFIX + "error"
ERROR_ENGLISH = PREFIX + "error-english"
SCOPE = PREFIX + "scope"
"""`block` or `inline`."""


class MarkError(ValueError):
    """A mark that cannot be understood."""

    def __init__(self, message: Saying) -> None:
        super().__init__(message)
        self.message = message

    def attributes(self) -> dict[str, str]:
        """The message as attributes of the mark's element; `error_of` reads it there."""
        return {ERROR: str(self.message), ERROR_ENGLISH: self.message.english}


def error_of(attribute: Callable[[str], Any]) -> str:
    """What is wrong with the mark whose attributes `attribute` gives; empty for nothing."""
    said = attribute(ERROR)
    return Saying(str(said), str(attribute(ERROR_ENGLISH) or said)) if said else ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one mark sets; empty strings are left as read."""

    indicator: str = ""
    level: str | None = None
    """Empty when the editor says that there is none."""
    period: str = ""
    kind: str = ""
    organisation: str = ""
    denied: bool = False
    """Not a figure."""

    def attributes(self) -> dict[str, str]:
        """HTML attributes that carry it."""
        found = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value is True:
                found[PREFIX + field.name] = "1"
            elif value or (field.name == "level" and value is not None):
                found[PREFIX + field.name] = value
        return found


def mark_from_attributes(attributes: Mapping[str, object]) -> Mark:
    """The mark that `Mark.attributes` wrote down."""

    def get(name: str) -> str | None:
        value = attributes.get(PREFIX + name)
        return None if value is None else str(value)

    return Mark(
        get("indicator") or "",
        get("level"),
        get("period") or "",
        get("kind") or "",
        get("organisation") or "",
        get("denied") is not None,
    )
