"""The articles that lists and the index look through, as far as they do so with all of them.

Ten thousand articles are looked through to put a few on a page: where they stand, and whether
the index knows them still. That much is kept apart, and only those that are shown are loaded.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from press.archive.content import NewsArticle
from press.archive.newsroom import Newsroom
from press.cache.codec import codec_of
from press.cache.store import Damaged, Store
from press.reader.records import Record
from vntext.compact_json import compact_json
from vntext.values import quickly_made

_PART = "bai-trong-muc"
_date: Any = codec_of(datetime.datetime)


@quickly_made
@dataclass(frozen=True, slots=True)
class Enrolled:
    """A listed or hidden article."""

    path: str
    date: datetime.datetime
    id: str
    category: str
    tags: Sequence[str]
    authors: Sequence[str]
    listed: bool
    figures: bool
    """Whether it gives any to the index."""
    corrected: bool
    mark: str
    """Differs whenever anything does that the index shows of it."""


@dataclass(frozen=True, slots=True)
class Roll:
    """All of them: the listed ones, then the hidden ones, the newest of each first."""

    entries: list[Enrolled]
    article: Callable[[str], NewsArticle]
    """The whole article of a path."""

    @classmethod
    def of(cls, room: Newsroom) -> Self:
        """Those of `room`."""
        articles = {one.source_path: one for one in (*room.articles, *room.hidden)}
        entries = [_enrolled(one.record, one.date) for one in articles.values()]
        return cls(entries, articles.__getitem__)

    @classmethod
    def kept(
        cls, store: Store, records: Mapping[str, Record], article: Callable[[str], NewsArticle]
    ) -> Self:
        """Those of the last build, some of which have other `records` now, but stand where they did.

        Raises Damaged: when they are not as they were written.
        """
        text = store.get("part", _PART)
        try:
            if text is None:
                raise Damaged("missing")
            rows = json.loads(text)
            entries = [Enrolled(path, _date.decode(date), *items) for path, date, *items in rows]
        except (ValueError, TypeError) as problem:
            raise Damaged(str(problem)) from None
        for place, entry in enumerate(entries):
            if entry.path in records:
                now = records[entry.path]
                entries[place] = replace(entry, figures=bool(now.figures_mark), mark=_mark(now))
        return cls(entries, article)

    def row(self) -> tuple[str, str]:
        """Name and text under which the store keeps it."""
        rows = [
            [e.path, _date.encode(e.date), e.id, e.category, e.tags, e.authors, e.listed, e.figures,
             e.corrected, e.mark]
            for e in self.entries
        ]  # fmt: skip
        return _PART, compact_json(rows)


def _enrolled(record: Record, date: datetime.datetime) -> Enrolled:
    return Enrolled(
        record.path, date, record.id, record.category, record.tags, record.authors,
        record.status != "hidden", bool(record.figures_mark), bool(record.corrections), _mark(record),
    )  # fmt: skip


def _mark(record: Record) -> str:
    return record.index_mark + record.figures_mark
