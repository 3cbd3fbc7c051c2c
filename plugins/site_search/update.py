"""After an edit: only the files whose words it changed are made again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from site_search.files import (
    DIRECTORY,
    FORMAT,
    SERIES,
    TITLE_BIT,
    WEIGHT_BITS,
    as_json,
    checksum,
    document_file,
    document_name,
    read_word_body,
    series_file,
    version,
    word_body,
)
from site_search.model import DocumentTerms, SearchDocument, SearchSeries
from site_search.pack import group_of, packed, postings, read_postings, unpacked
from site_search.words import folded

_Weights = dict[str, int | None]
"""Key → its new weight in one document, None where it is gone."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One document that reads differently, or one more that is newer than all others."""

    place: int
    """Its number: its place among all documents by day and address."""
    document: SearchDocument
    before: DocumentTerms | None
    """None for a new document, whose place is the number of documents so far."""
    after: DocumentTerms


class NotUpdatable(ValueError):
    """The index at hand is of another format or does not hold what was edited."""


def update_index(
    read: Callable[[str], bytes], edits: Iterable[Edit], series: Iterable[SearchSeries]
) -> dict[str, bytes | None]:
    """The files that differ from the index behind `read`, None for those to be removed.

    The whole is byte for byte what `build_index` gives for all documents. Days,
    addresses and so the order of documents must be as they were.

    Raises NotUpdatable: where only `build_index` will do.
    """
    directory = json.loads(read(DIRECTORY))
    if directory["dang"] != FORMAT:
        raise NotUpdatable("format")
    changes = _Changes(read)
    for edit in edits:
        if (
            edit.place != directory["bai"]
            if edit.before is None
            else edit.place >= directory["bai"]
        ):
            raise NotUpdatable(f"place {edit.place}")
        directory["bai"] += edit.before is None
        changes.put(document_name(edit.place), document_file(edit.document), edit.before is None)
        changes.note(edit)
    changes.put(SERIES, series_file(series))
    for kind in ("tu", "cap", "dau"):
        changes.repack(kind, directory[kind])
    directory["ban"] = version(int(directory["ban"], 16) + changes.difference)
    return changes.files | {DIRECTORY: as_json(directory)}


class _Changes:
    """What edits change, and the files that follow from it."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self.files: dict[str, bytes | None] = {}
        self.difference = 0
        """What the new files add to the sum of checksums, less what the old ones did."""
        self._keys: dict[str, dict[str, dict[int, _Weights]]] = {
            kind: defaultdict(lambda: defaultdict(dict)) for kind in ("tu", "cap", "dau")
        }
        """Kind → key → place → spelling → weight; the spelling of pairs is the key itself."""

    def put(self, name: str, data: bytes | None, is_new: bool = False) -> None:
        """Keep `data` as the file `name` if it differs from what is there."""
        old = None if is_new else self._read(name)
        if old == data:
            return
        self.files[name] = data
        self.difference += checksum(name, data) if data is not None else 0
        self.difference -= checksum(name, old) if old is not None else 0

    def note(self, edit: Edit) -> None:
        """Note every key whose weight the edit changes."""
        for kind, of in (("tu", _words), ("cap", _pairs), ("dau", _beginnings)):
            old = of(edit.before) if edit.before else {}
            new = of(edit.after)
            for name in old.keys() | new.keys():
                if old.get(name) != new.get(name):
                    key = folded(name) if kind == "tu" else name
                    self._keys[kind][key][edit.place][name] = new.get(name)

    def repack(self, kind: str, directory: dict[str, Any]) -> None:
        """Make the files of all changed groups of one kind again."""
        for group in sorted({group_of(key) for key in self._keys[kind]}):
            names = [
                f"{kind}/{group}-{number}.bin"
                for number in range(len(directory[group].split("|")) if group in directory else 0)
            ]
            entries = {
                key: body for name in names for key, body in unpacked(self._read(name)).items()
            }
            for key in [key for key in self._keys[kind] if group_of(key) == group]:
                self._change(kind, entries, key)
            packs, directory[group] = packed(group, entries)
            made = {f"{kind}/{name}": data for name, data in packs.items()}
            for name in dict.fromkeys((*names, *made)):
                self.put(name, made.get(name), name not in names)
            if not made:
                del directory[group]
        directory_order = sorted(directory.items())
        directory.clear()
        directory.update(directory_order)

    def _change(self, kind: str, entries: dict[str, bytes], key: str) -> None:
        """Bring the body of one key up to date; a key without documents goes."""
        body = entries.pop(key, b"")
        lists = _read_lists(kind, key, body)
        bits = WEIGHT_BITS if kind == "tu" else TITLE_BIT
        for place, weights in self._keys[kind][key].items():
            for name, weight in weights.items():
                others = [entry for entry in lists.get(name, []) if entry >> bits != place]
                if weight is not None:
                    others.append(place << bits | weight)
                lists[name] = sorted(others)
        kept = {name: places for name, places in lists.items() if places}
        if kept:
            entries[key] = word_body(kept) if kind == "tu" else postings(kept[key], TITLE_BIT)


def _read_lists(kind: str, key: str, body: bytes) -> dict[str, list[int]]:
    if not body:
        return {}
    return read_word_body(body) if kind == "tu" else {key: read_postings(body, TITLE_BIT)}


def _words(terms: DocumentTerms) -> dict[str, int]:
    return dict(zip(terms.words, terms.weights, strict=True))


def _pairs(terms: DocumentTerms) -> dict[str, int]:
    return dict.fromkeys(terms.pairs, 0) | dict.fromkeys(terms.title_pairs, 1)


def _beginnings(terms: DocumentTerms) -> dict[str, int]:
    return dict.fromkeys(terms.beginnings, 0) | dict.fromkeys(terms.title_beginnings, 1)
