"""Mappings whose names are known and whose values are loaded when somebody asks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class LateMapping(Mapping[str, Value]):
    """Values by `names`; `__getitem__` loads one, and raises KeyError where there is none."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    @abstractmethod
    def __getitem__(self, name: str) -> Value: ...

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
