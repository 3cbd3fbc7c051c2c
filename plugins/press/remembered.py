"""Documents and records as they are remembered: light at hand, bodies fetched when asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from desk.front_matter import FrontMatter, Kind
from desk.site import Document
from figures.model import Refusal
from findings import Finding
from press.codec import codec_of, fields_codec
from press.environment import digest
from press.records import Record
from press.store import Damaged, Store
from stat_index.model import Observation

Stamp = tuple[int, int, int, int]

_BODY = frozenset({"html", "text", "refusals"})
_FIGURES = frozenset({"observations"})
_HEAVY = _BODY | _FIGURES
_front = fields_codec(FrontMatter, frozenset({"body"}))
_record = fields_codec(Record, _HEAVY)
_findings = codec_of(tuple[Finding, ...])
_observations = codec_of(tuple[Observation, ...])
_refusals = codec_of(tuple[Refusal, ...])
_FRONT_NAMES = [f.name for f in fields(FrontMatter) if f.name != "body"]
_RECORD_NAMES = [f.name for f in fields(Record) if f.name not in _HEAVY]


@dataclass(frozen=True, slots=True)
class Outside:
    """What looking at one document found out about others, so that a change there is seen."""

    documents: tuple[tuple[str, str], ...]
    """Name of each document that a link may mean, and its state (see `Memory.state`)."""
    files: tuple[tuple[str, str], ...]
    """Name of each file that a link may mean, and its hash; empty for none."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One document: what it is, what the checks said of it, what was read from it."""

    document: Document
    digest: str
    """Of all that the document's source says; see `document_digest`."""
    seen: int
    """When its file was looked at (ns): stamps younger than that may lie."""
    environment: str
    """Under which settings and registry it was read."""
    checks: tuple[Finding, ...]
    outside: Outside
    record: Record | None
    """None where it could not be published."""


class _KeptFrontMatter(FrontMatter):
    """A head whose body lies in the store; slots left empty lead to `__getattr__`."""

    __slots__ = ("_name", "_store")

    def __getattr__(self, attribute: str) -> Any:
        if attribute != "body":
            raise AttributeError(attribute)
        body = _stored_body(self._store, self._name)[1]
        object.__setattr__(self, "body", body)
        return body


class _KeptRecord(Record):
    """A record whose heavy parts lie in the store."""

    __slots__ = ("_store",)

    def __getattr__(self, attribute: str) -> Any:
        if attribute in _FIGURES:
            text = self._store.get("figures", self.path)
            found = {"observations": _shared(_observations.decode(_parsed(text)))}  # type: ignore[misc]
        elif attribute in _BODY:
            html, body, refusals = _stored_body(self._store, self.path)
            found = {"html": html, "text": body, "refusals": _refusals.decode(refusals)}  # type: ignore[misc]
        else:
            raise AttributeError(attribute)
        # Kept only while the page is made: bodies of a whole archive would fill the memory.
        return found[attribute]


_values: dict[Any, Any] = {}
_REPEATED = ("organisation", "indicator", "series", "slug", "rule", "unit", "period", "sentence")


def _shared(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The same observations; what many say alike is held once, or an archive fills the memory."""
    for observation in observations:
        for name in _REPEATED:
            value = getattr(observation, name)
            object.__setattr__(observation, name, _values.setdefault(value, value))
    return observations


def _stored_body(store: Store, name: str) -> list[Any]:
    body: list[Any] = _parsed(store.get("body", name))
    return body


def _parsed(text: str | None) -> Any:
    if text is None:
        raise Damaged("missing")
    return json.loads(text)


def document_digest(document: Document) -> str:
    """Of all that the source says, wherever it lies on the disk and whenever it was written."""
    front = document.front
    return digest(
        document.name,
        document.path,
        repr((dict(front.values), dict(front.lines), dict(front.columns), front.body_line)),
        front.body,
        repr(front.findings),
    )


def to_light(remembered: Remembered) -> str:
    """All but the heavy parts, as JSON."""
    document, record = remembered.document, remembered.record
    return _json(
        [
            _front.encode(document.front),  # type: ignore[misc]
            [document.path, document.name, document.kind, document.id, document.slug,
             document.address, list(document.stamp)],
            remembered.digest,
            remembered.seen,
            remembered.environment,
            _findings.encode(remembered.checks),  # type: ignore[misc]
            [list(remembered.outside.documents), list(remembered.outside.files)],
            _record.encode(record) if record else None,  # type: ignore[misc]
        ]
    )  # fmt: skip


def from_light(items: list[Any], content: Path, store: Store) -> Remembered:
    """What `to_light` wrote; the heavy parts come from `store` when they are asked for."""
    front_items, head, mark, seen, environment, checks, outside, record = items
    path, name, kind, id, slug, address, stamp = head
    front = _kept_front(front_items, name, store)
    document = Document(
        path, name, content / name, _kind(kind), front, id, slug, address, tuple(stamp)
    )
    return Remembered(
        document,
        mark,
        seen,
        environment,
        _findings.decode(checks),  # type: ignore[misc]
        Outside(tuple(map(tuple, outside[0])), tuple(map(tuple, outside[1]))),
        _kept_record(record, store) if record else None,
    )


def _kind(kind: str) -> Kind:
    return "page" if kind == "page" else "article"


def _kept_front(items: list[Any], name: str, store: Store) -> FrontMatter:
    front = object.__new__(_KeptFrontMatter)
    for attribute, value in zip(_FRONT_NAMES, _front.decode(items), strict=True):  # type: ignore[misc]
        object.__setattr__(front, attribute, value)
    object.__setattr__(front, "_name", name)
    object.__setattr__(front, "_store", store)
    return front


def _kept_record(items: list[Any], store: Store) -> Record:
    record = object.__new__(_KeptRecord)
    for attribute, value in zip(_RECORD_NAMES, _record.decode(items), strict=True):  # type: ignore[misc]
        object.__setattr__(record, attribute, value)
    object.__setattr__(record, "_store", store)
    return record


def body_json(record: Record) -> str:
    """HTML, source text and refusals."""
    return _json([record.html, record.text, _refusals.encode(record.refusals)])  # type: ignore[misc]


def figures_json(record: Record) -> str:
    """The observations."""
    return _json(_observations.encode(record.observations))  # type: ignore[misc]


def figures_mark(observations: tuple[Observation, ...]) -> str:
    """A hash of what readers see of an article's figures: not of the lines they stand on."""
    shown = tuple(replace(o, line=0) for o in observations if o.published)
    return digest(_json(_observations.encode(shown))) if shown else ""  # type: ignore[misc]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
