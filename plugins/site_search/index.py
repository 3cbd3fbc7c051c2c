"""The index: everything that the search page may fetch, file by file."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from site_search.analyse import analyse
from site_search.model import DocumentTerms, SearchDocument, SearchSeries
from site_search.pack import number, packed, postings
from site_search.words import folded

#: Counts up when an older script could not read the files any more.
FORMAT = 1
_WEIGHT_BITS = 4
_TITLE_BIT = 1
#: An excerpt is cut from this much of a document, so that results stay light.
_EXCERPT_SOURCE = 6_000

_Lists = dict[str, list[int]]


def build_index(
    documents: Iterable[SearchDocument],
    series: Iterable[SearchSeries],
    terms: Mapping[str, DocumentTerms] | None = None,
) -> dict[str, bytes]:
    """File name below `tim-kiem/` → bytes; the same for the same input in any order.

    `terms` holds, by address, what `analyse` gave for documents that have not
    changed since; the others are analysed now.
    """
    known = terms or {}
    ordered = sorted(documents, key=lambda document: (document.date, document.address))
    words: _Lists = defaultdict(list)
    pairs: _Lists = defaultdict(list)
    beginnings: _Lists = defaultdict(list)
    for place, document in enumerate(ordered):
        found = known.get(document.address) or analyse(document)
        base = place << _WEIGHT_BITS
        for word, weight in zip(found.words, found.weights, strict=True):
            words[word].append(base | weight)
        _add(pairs, place, found.pairs, found.title_pairs)
        _add(beginnings, place, found.beginnings, found.title_beginnings)
    kinds = {"tu": _by_folded(words), "cap": _plain(pairs), "dau": _plain(beginnings)}
    return _files(ordered, kinds, list(series))


def _add(lists: _Lists, place: int, keys: tuple[str, ...], in_title: tuple[str, ...]) -> None:
    """Note that the document at `place` has `keys`, some of them in its title."""
    entry = place << _TITLE_BIT
    for key in keys:
        lists[key].append(entry)
    for key in in_title:
        lists[key][-1] = entry | 1


def _plain(lists: _Lists) -> dict[str, bytes]:
    return {key: postings(entries, _TITLE_BIT) for key, entries in lists.items()}


def _by_folded(words: _Lists) -> dict[str, bytes]:
    """Under each folded word all its spellings: length and bytes, then those of their places."""
    entries: dict[str, bytearray] = defaultdict(bytearray)
    for word in sorted(words):
        spelling, places = word.encode(), postings(words[word], _WEIGHT_BITS)
        entries[folded(word)] += number(len(spelling)) + spelling + number(len(places)) + places
    return {key: bytes(entry) for key, entry in entries.items()}


def _files(
    documents: list[SearchDocument],
    kinds: dict[str, dict[str, bytes]],
    series: list[SearchSeries],
) -> dict[str, bytes]:
    files = {f"bai/{place}.json": _document(d) for place, d in enumerate(documents)}
    directory: dict[str, Any] = {"dang": FORMAT, "bai": len(documents)}
    for kind, entries in kinds.items():
        packs, directory[kind] = packed(entries)
        files |= {f"{kind}/{name}": data for name, data in packs.items()}
    files["so-lieu.json"] = _series(series)
    directory["ban"] = _version(files)
    files["muc-luc.json"] = _json(directory)
    return files


def _document(document: SearchDocument) -> bytes:
    text = document.text[:_EXCERPT_SOURCE]
    return _json([document.address, document.title, document.date, document.category, text])


def _series(series: list[SearchSeries]) -> bytes:
    """Aliases once, since many series share them; then one row a series that counts them."""
    aliases = sorted({alias for one in series for alias in one.aliases})
    place = {alias: at for at, alias in enumerate(aliases)}
    rows = [
        [one.address, one.label, one.note, *(place[alias] for alias in one.aliases)]
        for one in sorted(series, key=_series_order)
    ]
    return _json([aliases, rows])


def _series_order(series: SearchSeries) -> tuple[str, str]:
    return (folded(series.label), series.address)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _version(files: Mapping[str, bytes]) -> str:
    """Changes with any file, so that a browser never mixes two indexes."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(hashlib.sha256(name.encode() + b"\0" + files[name]).digest())
    return digest.hexdigest()[:8]
