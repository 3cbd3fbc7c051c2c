"""Frozen values that cost little to make."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

Value = TypeVar("Value")


def quickly_made(cls: type[Value]) -> type[Value]:
    """`cls`, a frozen dataclass with slots, whose `__init__` takes a fraction of the time.

    A frozen dataclass sets every field through `object.__setattr__`, which for
    twenty fields costs as much as reading a figure's unit and hedge. Here the
    new value is first of an open class with the same slots, takes its fields by
    plain assignment, and then becomes of `cls`, which lets nobody set any.
    """
    known = fields(cls)  # type: ignore[arg-type]
    names = [field.name for field in known]
    space: dict[str, Any] = {
        "_put": object.__setattr__,
        "_closed": cls,
        "_open": type(f"Open{cls.__name__}", (), {"__slots__": tuple(names)}),
        **{f"_{field.name}": field.default for field in known},
    }
    taken = ", ".join(
        field.name if field.default is MISSING else f"{field.name}=_{field.name}" for field in known
    )
    lines = [
        f"def __init__(self, {taken}):",
        "_put(self, '__class__', _open)",
        *(f"self.{name} = {name}" for name in names),
        "self.__class__ = _closed",
    ]
    exec("\n  ".join(lines), space)
    made = space["__init__"]
    made.__annotations__ = cls.__init__.__annotations__
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    cls.__init__ = made  # type: ignore[method-assign]
    return cls
