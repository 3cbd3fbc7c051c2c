"""Documents and records as they are remembered: light at hand, bodies fetched when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from sys import intern
from typing import Any

from desk.front_matter import FrontMatter
from desk.site import Document
from figures.model import Refusal
from pictures.model import PublishedFile
from press.archive.told import Count
from press.cache.bodies import CODING, Body, packed
from press.cache.codec import codec_of, fields_codec
from press.cache.store import Damaged, Store
from press.environment import digest
from press.reader.records import Record
from stat_index.keeping.observation_json import dumps_and_shown, loads
from stat_index.pages.article_rows import ArticleRow
from vntext.compact_json import compact_json, inner_json, read_inner
from vntext.unicode import utf8
from vntext.values import quickly_made

Stamp = tuple[int, int, int, int]

_places = codec_of(Mapping[str, int])
_refusals = codec_of(tuple[Refusal, ...])
_rows = codec_of(tuple[ArticleRow, ...])
#: What lies in the store under `body` behind HTML and source: its place there, and how it is read.
_REST = {
    "refusals": (0, _refusals.decode),
    "rows": (1, _rows.decode),
    "lines": (2, _places.decode),
    "columns": (3, _places.decode),
}
_HEAD = frozenset({"body", "lines", "columns"})
_FIGURES = frozenset({"observations"})
_BODY = frozenset(_REST) | {"html", "text"}
_HEAVY = _BODY | _FIGURES | {"findings"}
_front = fields_codec(FrontMatter, _HEAD | {"path"})
_files = codec_of(tuple[PublishedFile, ...])
#: What many records have alike: it is kept as a text, and each text is read once.
_ALIKE = ("series", "files")
_record = fields_codec(Record, _HEAVY.union(_ALIKE))
_told = codec_of(Count)
_SILENT = Count(0, {}, 0)
#: So many of these texts are known at a time.
_TEXTS = 1 << 14
_FRONT_NAMES = [f.name for f in fields(FrontMatter) if f.name not in _HEAD | {"path"}]
_RECORD_NAMES = [f.name for f in fields(Record) if f.name not in _HEAVY.union(_ALIKE)]


@dataclass(frozen=True, slots=True)
class Outside:
    """What looking at one document found out about others, so that a change there is seen."""

    documents: tuple[tuple[str, str], ...]
    """Name of each document that a link may mean, and its state (see `Memory.state`)."""
    files: tuple[tuple[str, str], ...]
    """Name of each file that a link may mean, and its hash; empty for none."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Remembered:
    """One document: what it is, what was read from it, how much there is to say of it."""

    document: Document
    digest: str
    """Of all that the document's source says; see `document_digest`."""
    seen: int
    """When its file was looked at (ns): stamps younger than that may lie."""
    environment: str
    """Under which settings and registry it was read."""
    told: Count
    """What there is to say of it; the findings themselves lie in the store."""
    outside: Outside
    record: Record | None
    """None where it could not be published."""


class _KeptFrontMatter(FrontMatter):
    """A head whose body and places lie in the store; slots left empty lead to `__getattr__`."""

    __slots__ = ("_name", "_store")

    def __getattr__(self, attribute: str) -> Any:
        if attribute not in _HEAD:
            raise AttributeError(attribute)
        value = _of_body(self._store, self._name, "text" if attribute == "body" else attribute)
        object.__setattr__(self, attribute, value)
        return value


class _KeptRecord(Record):
    """A record whose heavy parts lie in the store."""

    __slots__ = ("_store",)

    def __getattr__(self, attribute: str) -> Any:
        if attribute in _FIGURES:
            text = self._store.get("figures", self.path)
            return loads(_there(text), _values)
        if attribute in _BODY:
            # Not kept: bodies of a whole archive would fill the memory.
            return _of_body(self._store, self.path, attribute)
        raise AttributeError(attribute)


_values: dict[Any, Any] = {}


def _maker(kind: type, names: Sequence[str]) -> Callable[[Iterable[Any]], Any]:
    """A function that makes a `kind`, which is frozen, of the values of its slots `names`.

    As `quickly_made` does: ten thousand are made before a rebuild can begin.
    """
    space: dict[str, Any] = {
        "_closed": kind,
        "_open": type(
            f"Open{kind.__name__}",
            kind.__mro__[1:2],
            {"__slots__": kind.__dict__["__slots__"], "__setattr__": object.__setattr__},
        ),
        "_new": object.__new__,
    }
    lines = [
        "def make(values):",
        "made = _new(_open)",
        f"{', '.join(f'made.{name}' for name in names)} = values",
        "made.__class__ = _closed",
        "return made",
    ]
    exec("\n  ".join(lines), space)
    make: Callable[[Iterable[Any]], Any] = space["make"]
    return make


_front_with = _maker(_KeptFrontMatter, (*_FRONT_NAMES, "path", "_name", "_store"))
_record_with = _maker(_KeptRecord, (*_RECORD_NAMES, *_ALIKE, "_store"))


def _of_body(store: Store, name: str, attribute: str) -> Any:
    body = Body(_there(store.data("body", name)))
    if attribute not in _REST:
        return body.html if attribute == "html" else body.text
    place, decode = _REST[attribute]
    stored = body.rest[place]
    return decode(stored) if decode else stored


def _there(found: Any) -> Any:
    if found is None:
        raise Damaged("missing")
    return found


def document_digest(document: Document) -> str:
    """Of all that the source says, wherever it lies on the disk and whenever it was written."""
    front = document.front
    return digest(
        document.name,
        document.path,
        repr((dict(front.values), dict(front.lines), dict(front.columns), front.body_line)),
        _body_digest(front.body),
        repr(front.findings),
    )


@lru_cache(4)
def _body_digest(body: str) -> str:
    return digest(utf8(body))


def to_light(remembered: Remembered) -> str:
    """All but the heavy parts, as JSON."""
    record = remembered.record
    return _light(remembered, record_items(record) if record else None)


def _light(remembered: Remembered, items: list[Any] | None) -> str:
    """`to_light`, where the `record_items` are known already; they are used up."""
    document, record = remembered.document, remembered.record
    return compact_json(
        [
            _front.encode(document.front),  # type: ignore[misc]
            [document.path, document.name, document.location, document.kind, document.id, document.slug,
             document.address, list(document.stamp)],
            remembered.digest,
            remembered.seen,
            remembered.environment,
            _told.encode(remembered.told),  # type: ignore[misc]
            inner_json([list(remembered.outside.documents), list(remembered.outside.files)]),
            _beside(items, record, document) if items and record else None,
        ]
    )  # fmt: skip


def from_light(items: list[Any], store: Store) -> Remembered:
    """What `to_light` wrote; the heavy parts come from `store` when they are asked for."""
    front_items, head, mark, seen, environment, told, outside, record = items
    path, name, location, kind, id, slug, address, stamp = head
    front = _kept_front(front_items, path, name, store)
    document = Document(path, name, location, kind, front, id, slug, address, tuple(stamp))
    return Remembered(
        document,
        mark,
        seen,
        environment,
        _told.decode(told) if any(told) else _SILENT,  # type: ignore[misc]
        _outside(outside),
        _record_beside(record, document, store) if record else None,
    )


def _kept_front(items: list[Any], path: str, name: str, store: Store) -> FrontMatter:
    front: FrontMatter = _front_with((*_front.decode(items), path, name, store))  # type: ignore[misc]
    return front


def record_items(record: Record) -> list[Any]:
    """All but the heavy parts of `record`, as plain values."""
    items: list[Any] = _record.encode(record)  # type: ignore[misc]
    # Slugs hold no spaces.
    return [*items, " ".join(record.series), inner_json(_files.encode(record.files))]  # type: ignore[misc]


def record_of(items: list[Any], store: Store) -> Record:
    """What `record_items` gave; the heavy parts come from `store` when they are asked for."""
    *items, series, files = items
    values = _record.decode(items)  # type: ignore[misc]
    record: Record = _record_with((*values, _series_of(series), _files_of(files), store))
    return record


@lru_cache(_TEXTS)
def _series_of(text: str) -> tuple[str, ...]:
    return tuple(map(intern, text.split()))


@lru_cache(_TEXTS)
def _files_of(text: str) -> tuple[PublishedFile, ...]:
    return tuple(PublishedFile(*map(intern, file)) for file in read_inner(text))


@lru_cache(_TEXTS)
def _outside(text: str) -> Outside:
    return Outside(*(tuple(map(tuple, pairs)) for pairs in read_inner(text)))


#: What a record mostly has from its document, word for word.
_OF_DOCUMENT = (
    "path", "kind", "id", "title", "date", "status", "slug", "summary", "category", "tags", "authors"
)  # fmt: skip
_FIGURES_MARK, _MARK = map(_RECORD_NAMES.index, ("figures_mark", "mark"))
_PLACES = [(1 << bit, _RECORD_NAMES.index(name)) for bit, name in enumerate(_OF_DOCUMENT)]
_NOTHING: dict[str, Any] = {"date": None, "tags": [], "authors": []}


def _said(document: Document) -> tuple[Any, ...]:
    """What the document says of each of these."""
    told = document.front.values
    return (
        document.name, document.kind, document.id, document.title, document.date, document.status,
        document.slug, told.get("summary"), told.get("category"), told.get("tags", ()),
        told.get("authors", ()),
    )  # fmt: skip


def _beside(items: list[Any], record: Record, document: Document) -> list[Any]:
    """The items without what the document says too, which bits of a last number tell."""
    same = 0
    for name, (bit, place), value in zip(_OF_DOCUMENT, _PLACES, _said(document), strict=True):
        if getattr(record, name) == value:
            same |= bit
            items[place] = _NOTHING.get(name, "")
    return [*items, same]


def _record_beside(items: list[Any], document: Document, store: Store) -> Record:
    *items, series, files, same = items
    values = _record.decode(items)  # type: ignore[misc]
    for (bit, place), value in zip(_PLACES, _said(document), strict=True):
        if same & bit:
            values[place] = value
    record: Record = _record_with((*values, _series_of(series), _files_of(files), store))
    return record


def unlike(one: Record, other: Record) -> set[str]:
    """Names of what differs between both beside their bodies and the figures in them."""
    names = (*_RECORD_NAMES, *_ALIKE)
    return {name for name in names if getattr(one, name) != getattr(other, name)}


def kept_of(remembered: Remembered) -> tuple[bytes, bytes, bytes]:
    """The light part, the body and the figures as they are kept, of a document that was just read.

    Its record has no marks of its own yet; they are kept with it.
    """
    record = remembered.record
    if record is None:
        return _light(remembered, None).encode(*CODING), b"", b""
    text, shown = dumps_and_shown(record.observations)
    figures = text.encode(*CODING)
    # What readers may see of them stands first.
    behind = len(text[len(shown) - 1 :].encode(*CODING))
    items = record_items(record)
    said = compact_json(items)
    html = record.html.encode(*CODING)
    others = [_refusals.encode(record.refusals), _rows.encode(record.rows)]  # type: ignore[misc]
    rest = compact_json(others).encode(*CODING)
    figures_mark = digest(memoryview(figures)[: len(figures) - behind]) if shown else ""
    items[_FIGURES_MARK] = figures_mark
    items[_MARK] = digest(said, figures_mark, html, _body_digest(record.text), rest)
    # Where the keys of its head stand is no part of that.
    front = remembered.document.front
    places = compact_json([dict(front.lines), dict(front.columns)]).encode(*CODING)
    body = packed(html, utf8(record.text), b"%b,%b" % (rest[:-1], places[1:]))
    return _light(remembered, items).encode(*CODING), body, figures
