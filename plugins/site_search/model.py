"""What goes into the search index."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


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
    summary: str = ""
    tags: tuple[str, ...] = ()


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
    """The words of one document: all that the index needs of it, and worth caching.

    Few objects rather than clear ones: an archive has millions of entries.
    """

    words: tuple[str, ...]
    """In lower case with their marks, sorted."""
    weights: bytes
    """Of each word: 0–7 for how much the document is about it, 8 more in the title."""
    pairs: tuple[str, ...]
    """Each two neighbours, folded, joined by a space."""
    title_pairs: tuple[str, ...]
    """Those of `pairs` that stand in the title."""
    beginnings: tuple[str, ...]
    """The first two and three letters of each word, folded."""
    title_beginnings: tuple[str, ...]
    """Those of `beginnings` that stand in the title."""

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"weights": list(self.weights)}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> DocumentTerms:
        """What `to_json` wrote; KeyError, TypeError or ValueError for anything else."""
        terms = cls(
            **{name: tuple(map(str, values[name])) for name in cls.__slots__ if name != "weights"},
            weights=bytes(values["weights"]),
        )
        if len(terms.words) != len(terms.weights):
            raise ValueError("words without weights")
        return terms
