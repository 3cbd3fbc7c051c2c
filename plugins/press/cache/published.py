"""The files of the last build, as the store remembers them.

They lie there in buckets: forty thousand rows take four times as long to
read as a thousand with all of them in.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping

from press.archive.late_mapping import LateMapping
from press.cache.store import Damaged, Store
from vntext.compact_json import compact_json

_BUCKETS = 1024
_FRONT = "index.html"


class Published(str):
    """A file of the last build, as it is kept: most of tens of thousands nobody looks into."""

    __slots__ = ()

    @classmethod
    def of(cls, sha256: str, environment: str, shows: str, stamp: str) -> Published:
        """The file with these bytes."""
        return cls(f"{sha256} {environment} {shows} {stamp}")

    @property
    def sha256(self) -> str:
        return self.partition(" ")[0]

    @property
    def environment(self) -> str:
        """Of what every page stands on, and its template."""
        return self.split(" ", 3)[1]

    @property
    def shows(self) -> str:
        """Hash of what it shows."""
        return self.split(" ", 3)[2]

    def holds(self, shows: str, environment: str) -> bool:
        """Whether it still is what a job with these marks would make."""
        return bool(shows) and self.shows == shows and self.environment == environment


def known_files(store: Store) -> dict[str, Published]:
    """The files of the last build by name."""
    return {name: Published(text) for name, text in _texts(store)}


def stood_on(store: Store) -> str:
    """The environment of the last build's front page; empty where there was none."""
    text = _opened(store.get("page", _bucket(_FRONT))).get(_FRONT)
    return Published(text).environment if text else ""


def known_stamps(store: Store) -> dict[str, str]:
    """Their stamps by name; see `press.staging.standing`."""
    return {name: text.split(" ", 3)[-1] for name, text in _texts(store)}


def change_files(store: Store, made: Mapping[str, Published], removed: Iterable[str]) -> None:
    """Keeps those that were `made` beside the known files, of which some were `removed`."""
    rows: dict[str, dict[str, str]] = {}

    def row(name: str) -> dict[str, str]:
        bucket = _bucket(name)
        if bucket not in rows:
            rows[bucket] = _opened(store.get("page", bucket))
        return rows[bucket]

    for name in removed:
        row(name).pop(name, None)
    for name, file in made.items():
        row(name)[name] = file
    store.put("page", [(bucket, compact_json(texts)) for bucket, texts in sorted(rows.items())])


class FarFiles(LateMapping[Published]):
    """The known files, all of which are published as `there`; each loaded when it is asked for."""

    def __init__(self, there: frozenset[str], store: Store) -> None:
        super().__init__(there)
        self._store = store
        self._buckets: dict[str, dict[str, str]] = {}

    def __getitem__(self, name: str) -> Published:
        bucket = _bucket(name)
        if bucket not in self._buckets:
            self._buckets[bucket] = _opened(self._store.get("page", bucket))
        return Published(self._buckets[bucket][name])


def _texts(store: Store) -> Iterator[tuple[str, str]]:
    for _, text in store.all("page"):
        yield from _opened(text).items()


def _opened(text: str | None) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(text) if text else {}
    except ValueError as problem:
        raise Damaged(str(problem)) from None
    return found


def _bucket(name: str) -> str:
    """Files of one folder lie in few, and pages of neighbouring ones: an edit changes hundreds of
    small files of the search, or each page of a list."""
    folder, _, file = name.rpartition("/")
    if file == _FRONT:
        folder, _, file = folder.rpartition("/")
    key = f"{folder}/{file[:1]}".encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(key) % _BUCKETS:03x}"
