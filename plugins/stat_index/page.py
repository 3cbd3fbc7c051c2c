"""A page of the index, put together when it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write; what it shows is put together only when it is rendered."""

    address: str
    """From the root of the site, with a slash at its end."""
    template: str
    """Without its suffix."""
    make: Callable[[], Mapping[str, Any]]
    """The attributes of `view`, all that the template sees beside the site's own context."""
    shows: Callable[[], str]
    """Text that differs whenever the page would."""

    @property
    def values(self) -> dict[str, Any]:
        """What the template gets."""
        return {"view": View(self.make)}


class View:
    """The values of a page, made when the first of them is asked for."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        self.__dict__.update(self._make())
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(name) from None
