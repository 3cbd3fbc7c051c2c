"""The values that pass through an import."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

Lookup = Callable[[str], bytes | None]
"""A file of the saved site by its address as the page writes it; None if it was not saved."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the editor of one page; its words are in `data/notes.toml`."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a feed or an export says of an article beside its text; empty where it is silent."""

    title: str = ""
    date: datetime.datetime | None = None
    author: str = ""
    """Several behind semicolons."""
    category: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    place: str = ""
    status: str = ""
    """In the words of the front matter: `bản nháp`, `ẩn`."""
    is_page: bool = False
    slug: str = ""
    """Last part of its address, where that is to stay its address."""
    source: str = ""
    """Where it was taken from, if that is said."""
    image: str = ""
    """Address of the article's lead picture."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page, as some container held it."""

    name: str
    """Where it was found, for the report: `luu.zip » tin/5.html`."""
    data: bytes
    address: str = ""
    """On the old site, as far as the container knows."""
    charset: str | None = None
    look_up: Lookup = field(default=lambda _: None, compare=False, repr=False)
    known: Known | None = None
    """Set when the container holds articles, not whole pages."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something of a source that is no article or cannot be read."""

    name: str
    note: Note


Found = SavedPage | Refused


class Status(StrEnum):
    """What became of a source."""

    IMPORTED = "imported"
    DOUBTFUL = "doubtful"
    EXISTING = "existing"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the report."""

    name: str
    status: Status
    title: str = ""
    path: str = ""
    """Of the article, from the folder that received it."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of everything."""

    outcomes: tuple[Outcome, ...]
    barren: tuple[str, ...]
    """Sources from which nothing came at all."""

    def count(self, status: Status) -> int:
        """How many pages came out so."""
        return sum(outcome.status is status for outcome in self.outcomes)
