"""Categories, tags and authors whose addresses never merge two names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from desk.addresses import term_slugs

Wrapper = TypeVar("Wrapper", bound=URLWrapper)


class _Addressed(URLWrapper):
    """A name with a fixed slug and addresses computed once.

    Upstream (`URLWrapper.slug`, `_from_settings`) slugifies the name and
    formats the setting again at each use, and takes two names with one slug
    for one.
    """

    def __init__(self, name: str, settings: Mapping[str, Any], slug: str) -> None:
        super().__init__(name, settings)
        self.slug = slug
        kind = type(self).__bases__[-1].__name__.upper()
        self._url = str(settings[f"{kind}_URL"]).format(slug=slug)
        self._save_as = str(settings[f"{kind}_SAVE_AS"]).format(slug=slug)
        self.shows = f"{name} {self._url}"
        """What a page shows of it."""

    @property
    def url(self) -> str:
        return self._url

    @property
    def save_as(self) -> str:
        return self._save_as

    def __hash__(self) -> int:
        return hash(self._name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, URLWrapper) and self._name == other.name

    def __lt__(self, other: Any) -> bool:
        return str(self._name) < str(other)


class SiteCategory(_Addressed, Category):
    """A category (chuyên mục)."""


class SiteTag(_Addressed, Tag):
    """A tag (thẻ)."""


class SiteAuthor(_Addressed, Author):
    """An author (tác giả)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an archive, each by its name."""

    categories: Mapping[str, SiteCategory]
    tags: Mapping[str, SiteTag]
    authors: Mapping[str, SiteAuthor]

    @classmethod
    def of(
        cls, settings: Mapping[str, Any], categories: Iterable[str], tags: Iterable[str],
        authors: Iterable[str],
    ) -> Self:  # fmt: skip
        """A term for each different name."""
        return cls(
            _by_name(SiteCategory, categories, settings),
            _by_name(SiteTag, tags, settings),
            _by_name(SiteAuthor, authors, settings),
        )


def _by_name(
    make: type[Wrapper], names: Iterable[str], settings: Mapping[str, Any]
) -> dict[str, Wrapper]:
    unique = sorted(set(names))
    addresses = term_slugs(unique)
    return {name: make(name, settings, addresses[name]) for name in unique}
