"""A page of the index, put together when it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar


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
    written: Callable[[], None] = lambda: None
    """To be called when it is rendered."""

    @property
    def values(self) -> dict[str, Any]:
        """What the template gets."""
        return {"view": View(self.make)}


class View:
    """The values of a page, made when the first of them is asked for.

    They are held until another page's are: those of a whole archive fill the memory.
    """

    _held: ClassVar[View | None] = None

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if View._held is not None:
            View._held.forget()
        View._held = self
        self.__dict__.update(self._make())
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(name) from None

    def forget(self) -> None:
        """Makes the values again when one is asked for again."""
        make = self._make
        self.__dict__.clear()
        self._make = make
