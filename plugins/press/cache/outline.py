"""What a rebuild must know of the whole archive when only bodies of articles were edited.

Loading ten thousand records takes a second, and nothing of it changes when a
sentence does. So a build leaves this outline beside them: which files there
were, who stands next to whom, what frames every page.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from itertools import chain
from pathlib import Path
from typing import Any

from desk.site import Document, Site
from findings import Finding
from press.archive.content import NewsArticle
from press.archive.newsroom import Newsroom
from press.archive.remembered import Remembered, record_items, record_of
from press.archive.told import Count, says
from press.cache.codec import codec_of
from press.cache.store import Damaged, Store
from press.clock import next_half_year
from press.environment import digest
from press.pages.feeds import newest_of
from press.reader.examined import SETTLED
from press.reader.records import Record
from press.site_state import Frame
from press.staging.manifest import NAME as MANIFEST
from vntext.compact_json import compact_json

#: Rows of the store: what an edit leaves as it is, what it changes, what was published.
_FIXED, _MOVING, _MANIFEST = "toan-canh", "toan-canh-dau-vet", "toan-canh-ban-ke"
_DAY = datetime.timedelta(days=1)
#: In the place of a document that is no more, or another one now.
_GONE = -2

Stamp = tuple[int, int, int, int]
_findings = codec_of(tuple[Finding, ...])


@dataclass(slots=True)
class Outline:
    """The site of the last build, as far as no edit within bodies changes it."""

    ground: str
    """Of settings, theme and all else that every page stands on."""
    until: str
    """The moment from which the calendar alone changes the site (ISO); empty for never."""
    names: list[str]
    """Of all documents."""
    counts: list[int]
    """Listed articles, pages, published figures."""
    scheduled: list[Any]
    nav: list[list[str]]
    own_pages: list[list[str]]
    terms: list[list[str]]
    """Names of categories, of tags, of authors."""
    feeds: dict[str, list[str]]
    """Names of the articles that a feed tells, by category; empty for the feed of all."""
    near: dict[str, list[int]]
    """Of an article: the places in `names` of the older one, the newer one (-1 for none), and of
    its relatives."""
    share: dict[str, str]
    """Addresses of the share pictures of articles without a picture."""
    index_years: list[int]
    """Those of the index, once they are known; templates ask for them."""
    unseen: list[str]
    """Names of documents that have no page: drafts, and what is not due."""
    linked: list[str]
    """Names of documents that others link to, whose checks look at them."""
    walked: str
    """Of what there was to say of the files in the content folder."""
    told: list[Any]
    """Findings on the site as a whole."""
    stamps: dict[str, list[int]] = field(default_factory=dict)
    """Of every file of the content folder; none of those that may have changed unseen."""
    says: dict[str, list[Any]] = field(default_factory=dict)
    """How much there is to say of those documents of which there is something."""
    manifest: str = ""
    """Of the published manifest."""
    texts: tuple[str, ...] = ()
    """As it was kept."""

    @classmethod
    def load(cls, store: Store, known: Outline | None = None) -> Outline | None:
        """What the last build left, if it came to its end; `known`, if that says the same."""
        moving, fixed, manifest = (store.get("part", n) for n in (_MOVING, _FIXED, _MANIFEST))
        if moving is None or fixed is None or manifest is None:
            return None
        texts = moving, fixed, manifest
        if known is not None and known.texts == texts:
            return known
        try:
            stamps, says = map(dict, json.loads(moving))
            return cls(
                **json.loads(fixed), stamps=stamps, says=says, manifest=manifest, texts=texts
            )
        except (ValueError, TypeError) as problem:
            raise Damaged(str(problem)) from None

    def rows(self, *, whole: bool = True) -> list[tuple[str, str]]:
        """Names and texts of what `keep` takes; without `whole`, only of what an edit changes."""
        rows = [(_MOVING, compact_json([self.stamps, self.says]))]
        if whole:
            # Not `asdict`, which copies every list and mapping in it.
            fixed = {name: getattr(self, name) for name in _FIXED_NAMES}
            rows.append((_FIXED, compact_json(fixed)))
        return rows

    @staticmethod
    def keep(store: Store, rows: Iterable[tuple[str, str]], manifest: str) -> None:
        """Keeps `rows` of an outline; `manifest` is a digest of the published one."""
        store.put("part", [*rows, (_MANIFEST, manifest)])

    @staticmethod
    def forget(store: Store) -> None:
        """While a build goes on, none is there: one that is killed leaves nothing to trust."""
        store.remove("part", [_MOVING])

    @property
    def frame(self) -> Frame:
        return Frame(*(tuple((a, b) for a, b in links) for links in (self.nav, self.own_pages)))

    def note(self, stamps: Mapping[str, Stamp], seen: int) -> None:
        """Remembers the stamps of files that were looked at from `seen` (ns) on."""
        self.stamps = {
            name: list(stamp) if stamp[3] < seen - SETTLED else [] for name, stamp in stamps.items()
        }

    def manifest_of(self, output: Path) -> str | None:
        """The published manifest, if it is the one that the last build made."""
        with suppress(OSError):
            data = (output / MANIFEST).read_bytes()
            if digest(data) == self.manifest:
                return data.decode("utf-8")
        return None

    def unmoved(self, now: Outline, edited: Collection[str]) -> frozenset[str]:
        """Sources of articles whose pages show what they showed, in the site `now`.

        Neither they nor who stands near them are among `edited`. To put together what each of ten
        thousand pages shows, only to find that it is the same, took a sixth of a rebuild.
        """
        if now.terms != self.terms:
            return frozenset()
        # Who is edited is to be seen in every place, whoever is new has none.
        there = {name: place for place, name in enumerate(now.names) if name not in edited}
        moved = [*(there.get(name, _GONE) for name in self.names), -1]
        return frozenset(
            name
            for name, places in self.near.items()
            if name in there and now.near.get(name) == [moved[place] for place in places]
        )

    def beside(self, names: Collection[str]) -> list[str]:
        """Articles next to which, or under which, one of `names` is shown."""
        places = {place for place, name in enumerate(self.names) if name in names}
        return [name for name, near in self.near.items() if not places.isdisjoint(near)]

    def counts_told(self) -> dict[str, Count]:
        return {name: Count(*items) for name, items in self.says.items()}

    def site_told(self) -> tuple[Finding, ...]:
        found: tuple[Finding, ...] = _findings.decode(self.told)  # type: ignore[misc]
        return found

    def waiting(self, store: Store) -> tuple[Record, ...]:
        """The scheduled articles."""
        return tuple(record_of(items, store) for items in self.scheduled)


#: What an edit within bodies leaves as it is.
_FIXED_NAMES = [
    f.name for f in fields(Outline) if f.name not in ("stamps", "says", "manifest", "texts")
]


def outline_of(
    ground: str,
    now: datetime.datetime,
    site: Site,
    room: Newsroom,
    frame: Frame,
    remembered: Mapping[str, Remembered],
    on_site: Iterable[Finding],
) -> Outline:
    """The outline of a site, but for the years of the index and the stamps of its files."""
    names = [document.name for document in site.documents]
    place = {name: at for at, name in enumerate(names)}
    seen = {content.source_path for content in room.contents}
    return Outline(
        ground,
        _until(site.documents, now),
        names,
        [len(room.articles), len(room.pages), sum(a.record.figures for a in room.articles)],
        [record_items(record) for record in room.scheduled],
        [list(link) for link in frame.nav],
        [list(link) for link in frame.own_pages],
        _term_names(room),
        {
            category.name if category else "": [article.source_path for article in newest]
            for category, newest in newest_of(room)
        },
        {article.source_path: _near_places(article, place) for article in room.rendered},
        {a.source_path: a.share_image for a in room.rendered if a.share_image},
        [],
        [name for name in names if name not in seen],
        sorted({name for one in remembered.values() for name, _ in one.outside.documents}),
        walked(site.findings),
        _findings.encode(tuple(on_site)),  # type: ignore[misc]
        says={n: count_items(one.told) for n, one in remembered.items() if says(one.told)},
    )


def _term_names(room: Newsroom) -> list[list[str]]:
    """Names of categories, of tags, of authors."""
    shown = [article.record for article in room.rendered]
    return [
        sorted({record.category for record in shown}),
        sorted(set(chain.from_iterable(record.tags for record in shown))),
        sorted(set(chain.from_iterable(record.authors for record in shown))),
    ]


def walked(findings: Iterable[Finding]) -> str:
    """Of what there is to say of the files."""
    return digest(*map(str, findings))


def count_items(count: Count) -> list[Any]:
    """The fields of `count`."""
    return [count.errors, dict(count.warnings), count.questions]


def _near_places(article: NewsArticle, place: Mapping[str, int]) -> list[int]:
    """Those of the older one, the newer one (-1 for none), and of its relatives."""
    older, newer = article.previous_article, article.next_article
    return [
        place[older.source_path] if older else -1,
        place[newer.source_path] if newer else -1,
        *[place[other.source_path] for other in article.related],
    ]


def _until(documents: Iterable[Document], now: datetime.datetime) -> str:
    """When the next article is due, the next notice runs out or `security.txt` changes."""
    ends = (moment + _DAY for d in documents if (moment := d.expires))
    dates = (moment for d in documents if (moment := d.date))
    moments = chain(dates, ends, [next_half_year(now)])
    return min(moment for moment in moments if moment > now).isoformat()
