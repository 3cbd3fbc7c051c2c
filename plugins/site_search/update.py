"""After an edit: only the files whose lists it changed are made again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from site_search.analyse import IN_TITLE, analyse
from site_search.files import (
    DIRECTORY,
    Directory,
    checksum,
    checksum_of,
    document_file,
    document_name,
)
from site_search.lists import changed_list
from site_search.model import DocumentTerms, SearchDocument
from site_search.pack import packed, unpacked
from site_search.shards import BEGINNINGS, PAIRS, WORDS, Kind, Shards, is_own, own_file, shards_for
from site_search.words import first_letters, folded

_Weights = dict[str, dict[int, int | None]]
"""Name of a list → seat → its new weight there, None where it is gone."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What sits on one seat now, and what sat there in the index at hand; None for nothing."""

    seat: int
    before: SearchDocument | None
    after: SearchDocument | None


class NotUpdatable(ValueError):
    """Only a whole build will do: the archive has outgrown its shards, or is of another format."""


def update_index(
    read: Callable[[str], bytes],
    edits: Iterable[Edit],
    documents: int,
    seats: int,
    series_checksum: str | None = None,
) -> dict[str, bytes | None]:
    """The files that `edits` change in the index behind `read`, None for those to be removed.

    There are `documents` now, and `seats` is one more than their highest seat.
    With the other files the whole is byte for byte what `build_index` gives.
    Series are no part of this: `series_files` makes their files, and their checksum where they
    changed.

    Raises NotUpdatable: where only `build_index` will do.
    """
    try:
        directory = Directory.from_json(read(DIRECTORY))
    except (ValueError, TypeError, KeyError) as problem:
        raise NotUpdatable("directory") from problem
    shards = shards_for(documents)
    if shards != shards_for(directory.documents):
        raise NotUpdatable("shards")
    if series_checksum is not None:
        directory = replace(directory, series_checksum=series_checksum)
    changes = _Changes(read, directory, shards)
    for edit in edits:
        changes.note(edit)
    return changes.files(documents, seats)


class _Changes:
    """What edits change, and the files that follow from it."""

    def __init__(self, read: Callable[[str], bytes], directory: Directory, shards: Shards) -> None:
        self._read = read
        self._directory = directory
        self._shards = shards
        self._checksum = directory.checksum
        self._files: dict[str, bytes | None] = {}
        self._words: _Weights = defaultdict(dict)
        self._pairs: _Weights = defaultdict(dict)
        self._starts: _Weights = defaultdict(dict)

    def note(self, edit: Edit) -> None:
        """Note the document's file and every list in which its weight changes."""
        if edit.before:
            self._checksum -= checksum(edit.seat, edit.before.to_json())
        if edit.after:
            self._checksum += checksum(edit.seat, edit.after.to_json())
        data = document_file(edit.after) if edit.after else None
        if not edit.before or not edit.after or document_file(edit.before) != data:
            self._files[document_name(edit.seat)] = data
        old, new = (analyse(one) if one else _NOTHING for one in (edit.before, edit.after))
        _note(self._words, edit.seat, old.words, new.words)
        _note(self._pairs, edit.seat, old.pairs, new.pairs)
        _note(self._starts, edit.seat, _starts(old), _starts(new))

    def files(self, documents: int, seats: int) -> dict[str, bytes | None]:
        """All files that differ."""
        directory = replace(
            self._directory,
            documents=documents,
            seats=seats,
            words=self._repack(WORDS, self._words, self._directory.words),
            beginnings=self._repack(BEGINNINGS, self._starts, self._directory.beginnings),
            checksum=checksum_of([self._checksum]),
        )
        self._repack(PAIRS, self._pairs, ())
        return self._files | {DIRECTORY: directory.to_json()}

    def _repack(self, kind: Kind, changed: _Weights, own: Iterable[str]) -> tuple[str, ...]:
        """Make the files of one kind again; which names have one of their own now."""
        alone = set(own)
        opened: dict[str, dict[str, bytes]] = {}

        def lists_in(file: str) -> dict[str, bytes]:
            if file not in opened:
                opened[file] = self._lists(file)
            return opened[file]

        for name, spellings in _by_key(kind, changed).items():
            homes = kind.shard(name, self._shards), own_file(kind, name)
            held = lists_in(homes[name in alone])
            for spelling in spellings:
                _change(held, spelling, changed[spelling], kind.bits)
            own_lists = {one: held[one] for one in held if kind.key(one) == name}
            if kind.stands_alone(name, own_lists) != (name in alone):
                alone ^= {name}
                for one in own_lists:
                    del held[one]
                lists_in(homes[name in alone]).update(own_lists)
        for file, lists in opened.items():
            self._files[file] = packed(lists) if lists or not is_own(file) else None
        return tuple(sorted(alone))

    def _lists(self, file: str) -> dict[str, bytes]:
        try:
            return unpacked(self._read(file))
        except FileNotFoundError:
            return {}


_NOTHING = DocumentTerms({}, {})


def _starts(terms: DocumentTerms) -> dict[str, int]:
    starts: dict[str, int] = {}
    for word, weight in terms.words.items():
        for start in first_letters(folded[word]):
            starts[start] = starts.get(start, 0) | bool(weight & IN_TITLE)
    return starts


def _note(changed: _Weights, seat: int, old: Mapping[str, int], new: Mapping[str, int]) -> None:
    for name in old.keys() | new.keys():
        if old.get(name) != new.get(name):
            changed[name][seat] = new.get(name)


def _by_key(kind: Kind, changed: Iterable[str]) -> dict[str, list[str]]:
    """The changed spellings under what readers type for them."""
    found: dict[str, list[str]] = defaultdict(list)
    for spelling in changed:
        found[kind.key(spelling)].append(spelling)
    return found


def _change(
    lists: dict[str, bytes], name: str, weights: Mapping[int, int | None], bits: int
) -> None:
    """Bring one list up to date; a list without documents goes."""
    data = lists.get(name, b"")
    for seat, weight in weights.items():
        data = changed_list(data, bits, seat, weight)
    if data:
        lists[name] = data
    else:
        lists.pop(name, None)
