"""A site and its newsroom seen from afar: of a large archive, only what somebody asks for is loaded."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from desk.site import Document, Site, place_of
from desk.walk import Found
from press.archive.content import NewsArticle, SitePage, content_of
from press.archive.late_mapping import LateMapping
from press.archive.newsroom import Newsroom, group, is_due, say_whose
from press.archive.remembered import Remembered, from_light
from press.archive.roll import Enrolled, Roll
from press.archive.terms import Terms
from press.cache.outline import Outline
from press.cache.store import Damaged, Store
from press.reader.links import resolve_links
from press.reader.records import Record


class FarDocuments(LateMapping[Remembered]):
    """What is remembered of documents, by name; each loaded when it is asked for."""

    def __init__(self, outline: Outline, store: Store) -> None:
        super().__init__(dict.fromkeys(outline.names))
        self._store = store
        self._loaded: dict[str, Remembered | None] = {}

    def __getitem__(self, name: str) -> Remembered:
        if name not in self._loaded:
            text = self._store.get("light", name) if name in self._names else None
            try:
                self._loaded[name] = from_light(json.loads(text), self._store) if text else None
            except (ValueError, TypeError, IndexError) as problem:
                raise Damaged(str(problem)) from None
        found = self._loaded[name]
        if found is None:
            raise KeyError(name)
        return found


class FarSite(Site):
    """The content folder as it was read last, but for the documents `edited`."""

    def __init__(
        self, root: Path, shown: str, outline: Outline, known: FarDocuments,
        edited: Mapping[str, Document],
    ) -> None:  # fmt: skip
        set_ = object.__setattr__
        set_(self, "root", root)
        set_(self, "shown", shown)
        set_(self, "files", frozenset(outline.stamps.keys() - known.keys()))
        set_(self, "findings", ())
        set_(self, "stamps", {})
        set_(self, "by_name", _ByName(known, edited))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(self.by_name.values())


class _ByName(LateMapping[Document]):
    def __init__(self, known: FarDocuments, edited: Mapping[str, Document]) -> None:
        super().__init__(known)
        self._known = known
        self._edited = edited

    def __getitem__(self, name: str) -> Document:
        return self._edited.get(name) or self._known[name].document


class FarRoom(LateMapping[NewsArticle]):
    """Contents as the newsroom would make them, each when it is asked for; as a mapping, articles."""

    def __init__(
        self, outline: Outline, known: Mapping[str, Remembered], records: Mapping[str, Record],
        context: dict[str, Any], now: datetime.datetime,
    ) -> None:  # fmt: skip
        """`records` are those of edited documents."""
        super().__init__(outline.near)
        self._outline = outline
        self._known = known
        self._records = records
        self._context = context
        self._now = now
        self._made: dict[str, NewsArticle | SitePage] = {}
        self._linked: set[str] = set()
        self.terms = Terms.of(context, *outline.terms)

    def content(self, name: str) -> NewsArticle | SitePage:
        """The article or page of the document `name`, with its neighbours where it is an article."""
        content = self._content(name)
        places = self._outline.near.get(name)
        if places and name not in self._linked and isinstance(content, NewsArticle):
            self._linked.add(name)
            older, newer, *related = (
                self.alone(self._outline.names[place]) if place >= 0 else None for place in places
            )
            content.previous_article, content.next_article = older, newer
            content.related = [article for article in related if article]
        return content

    def alone(self, name: str) -> NewsArticle:
        """The article of the document `name`, perhaps without its neighbours."""
        found = self._content(name)
        assert isinstance(found, NewsArticle)
        return found

    def __getitem__(self, name: str) -> NewsArticle:
        content = self.content(name)
        if isinstance(content, SitePage):
            raise KeyError(name)
        return content

    def newest(self, names: list[str]) -> list[NewsArticle]:
        """These articles, without their neighbours."""
        return [self.alone(name) for name in names]

    def lists(self, roll: Roll) -> Newsroom:
        """All lists of the archive, of articles that are loaded when they are shown."""
        room = Newsroom([FarArticle(self, one) for one in roll.entries if one.listed])  # type: ignore[misc]
        group(room)
        return room

    def _content(self, name: str) -> NewsArticle | SitePage:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> NewsArticle | SitePage:
        kept = self._known[name]
        record = self._records.get(name) or kept.record
        if record is None:
            raise Damaged("missing")
        content = content_of(record, kept.document.address, self._context, self.terms)
        if isinstance(content, NewsArticle):
            content.scheduled = not is_due(record, self._now)
            content.is_indexed = content.status in ("published", "hidden") and not content.scheduled
            content.share_image = self._outline.share.get(name, "")
            say_whose(content, self._context["registry"])
        resolve_links(content, FarAddresses(self._known))
        return content


class FarArticle:
    """Stands for an article in lists: what of it puts it there is known, all else is loaded."""

    __slots__ = ("_room", "authors", "card", "category", "date", "source_path", "tags")

    def __init__(self, room: FarRoom, known: Enrolled) -> None:
        terms = room.terms
        self._room = room
        self.source_path, self.date, self.card = known.path, known.date, ""
        self.category = terms.categories[known.category]
        self.tags = [terms.tags[name] for name in known.tags]
        self.authors = [terms.authors[name] for name in known.authors]

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._room.alone(self.source_path), attribute)


class FarAddresses(LateMapping[str]):
    """Addresses of the pages of documents, by their names."""

    def __init__(self, known: Mapping[str, Remembered]) -> None:
        super().__init__(known)
        self._known = known

    def __getitem__(self, name: str) -> str:
        return self._known[name].document.address


class FarPlaces(LateMapping[str]):
    """How findings show documents, by their names."""

    def __init__(self, names: Iterable[str], shown: str) -> None:
        super().__init__(dict.fromkeys(names))
        self._shown = shown

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        return place_of(Found("", name, (0, 0, 0, 0)), self._shown)
