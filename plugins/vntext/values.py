"""Frozen values that cost little to make."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

Value = TypeVar("Value")


def quickly_made(cls: type[Value]) -> type[Value]:
    """`cls`, a frozen dataclass with slots, whose values are made in a fraction of the time:
    anew, from another one with some fields changed (`changed`), or from a pickle.

    A frozen dataclass sets every field through `object.__setattr__`, which for
    twenty fields costs as much as reading a figure's unit and hedge. Here the
    new value is first of an open class with the same slots, takes its fields by
    plain assignment, and then becomes of `cls`, which lets nobody set any.
    """
    known = fields(cls)  # type: ignore[arg-type]
    names = [field.name for field in known]
    space: dict[str, Any] = {
        "_put": object.__setattr__,
        "_new": object.__new__,
        "_closed": cls,
        "_open": type(f"Open{cls.__name__}", (), {"__slots__": tuple(names)}),
        **{f"_{field.name}": field.default for field in known},
    }
    taken = ", ".join(
        field.name if field.default is MISSING else f"{field.name}=_{field.name}" for field in known
    )
    taking = [
        f"def __init__(self, {taken}):",
        "_put(self, '__class__', _open)",
        *(f"self.{name} = {name}" for name in names),
        "self.__class__ = _closed",
    ]
    changing = [
        "def __replace__(self, /, **changes):",
        "made = _new(_open)",
        *(f"made.{name} = self.{name}" for name in names),
        "for name, value in changes.items(): setattr(made, name, value)",
        "made.__class__ = _closed",
        "return made",
    ]
    packing = [
        "def __reduce__(self):",
        f"return _closed, ({' '.join(f'self.{name},' for name in names)})",
    ]
    for lines in (taking, changing, packing):
        exec("\n  ".join(lines), space)
    made = space["__init__"]
    made.__annotations__ = cls.__init__.__annotations__
    for name in ("__init__", "__replace__", "__reduce__"):
        space[name].__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, space[name])
    return cls


def changed(value: Value, **fields: Any) -> Value:
    """`value`, which is quickly made, with other `fields`.

    Raises AttributeError: for one that it does not have.
    """
    made: Value = value.__replace__(**fields)  # type: ignore[attr-defined]
    return made
