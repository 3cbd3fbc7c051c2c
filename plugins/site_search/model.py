"""What goes into the search index."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vntext.compact_json import compact_json


def as_json(value: Any) -> bytes:
    """`value` with nothing between its parts."""
    return compact_json(value).encode()


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """An article or page as readers look for it."""

    address: str
    """Below the root of the site."""
    title: str
    text: str
    """Its body without markup (`plain_text`)."""
    date: str = ""
    """ISO day; empty for pages, which then count as oldest."""
    category: str = ""
    """Shown beside the day; not looked for."""
    summary: str = ""
    tags: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """All of it in one line, to be kept."""
        return as_json([
            self.address, self.title, self.text, self.date, self.category, self.summary, self.tags
        ])  # fmt: skip

    @classmethod
    def from_json(cls, line: bytes) -> SearchDocument:
        """What `to_json` wrote; ValueError or TypeError for anything else."""
        address, title, text, date, category, summary, tags = json.loads(line)
        return cls(address, title, text, date, category, summary, tuple(tags))


@dataclass(frozen=True, slots=True)
class SearchSeries:
    """A series of figures, found by the name of its indicator."""

    address: str
    label: str
    note: str = ""
    """Shown beside the label: organisation, first and last period, newest value."""
    aliases: tuple[str, ...] = ()
    """Other words under which it is looked for; the organisation's name is one."""


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """All that the lists of the index need of one document."""

    words: Mapping[str, int]
    """In lower case with their marks → 0–3 for how much the document is about it, 4 more for
    a word of the title."""
    pairs: Mapping[str, int]
    """Each two neighbours, folded, joined by a space → 1 in the title, else 0."""
