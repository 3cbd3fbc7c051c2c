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
from site_search.gathered import GatheredLayer
from site_search.layers import NEWEST_FOLDER, Layer
from site_search.lists import changed_list, is_dense, packed_list, read_list
from site_search.model import DocumentTerms, SearchDocument
from site_search.pack import packed, unpacked
from site_search.shards import BEGINNINGS, PAIRS, WORDS, Kind, is_own, own_file
from site_search.words import first_letters, folded

_Weights = dict[str, dict[int, int | None]]
"""Name of a list → seat → its new weight there, None where it is gone."""
_Files = dict[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Edit:
    """What sits on one seat now, and what sat there in the index at hand; None for nothing."""

    seat: int
    before: SearchDocument | None
    after: SearchDocument | None


class NotUpdatable(ValueError):
    """Only a whole build will do: the archive has outgrown its shards, or is of another format."""


def directory_in(read: Callable[[str], bytes]) -> Directory:
    """That of the index behind `read`.

    Raises NotUpdatable: when it is of another format.
    """
    try:
        return Directory.from_json(read(DIRECTORY))
    except (ValueError, TypeError, KeyError, IndexError) as problem:
        raise NotUpdatable("directory") from problem


def update_index(
    read: Callable[[str], bytes],
    edits: Iterable[Edit],
    newest: int,
    seats: int,
    series_checksum: str | None = None,
) -> dict[str, bytes | None]:
    """The files that `edits` change in the index behind `read`, None for those to be removed.

    `newest` is what `newest_from` says now; where that is another seat than in the directory
    of the index, all documents from the lower one of both on must be among `edits`, changed or
    not. `seats` is one more than the highest seat. With the other files the whole is byte for
    byte what `build_index` gives. Series are no part of this: `series_files` makes their files,
    and their checksum where they changed.

    Raises NotUpdatable: where only `build_index` will do.
    """
    directory = directory_in(read)
    edits = sorted(edits, key=lambda edit: edit.seat)
    old, *_ = directory.layers
    old, files = _updated(
        read,
        old,
        (_within(edit, edit.seat < directory.newest, edit.seat < newest) for edit in edits),
    )
    newest_layer, newest_files = _newest(read, directory, edits, newest, seats)
    layers = (old, newest_layer) if newest_layer else (old,)
    if series_checksum is None:
        series_checksum = directory.series_checksum
    changed = Directory(seats, layers, series_checksum)
    return _documents(edits) | files | newest_files | {DIRECTORY: changed.to_json()}


def _newest(
    read: Callable[[str], bytes],
    directory: Directory,
    edits: Iterable[Edit],
    newest: int,
    seats: int,
) -> tuple[Layer | None, _Files]:
    """The layer of the newest, brought up to date or made anew, and its files that change."""
    _, *layers = directory.layers
    if newest == seats:
        # Its files are the same whatever is in it.
        _, files = GatheredLayer(Layer(NEWEST_FOLDER, newest)).files()
        return None, dict.fromkeys(files) if layers else {}
    if layers and newest == directory.newest:
        return _updated(read, layers[0], (edit for edit in edits if edit.seat >= newest))
    gathered = GatheredLayer(Layer(NEWEST_FOLDER, newest))
    for edit in edits:
        if edit.after and edit.seat >= newest:
            share = checksum(edit.seat, edit.after.to_json())
            gathered.add(edit.seat, analyse(edit.after), share)
    layer, made = gathered.files()
    return layer, dict(made)


def _within(edit: Edit, before: bool, after: bool) -> Edit:
    """The edit as a layer sees it that held the seat `before`, or holds it `after`."""
    return Edit(edit.seat, edit.before if before else None, edit.after if after else None)


def _documents(edits: Iterable[Edit]) -> _Files:
    """The files that show documents, where they change."""
    files: _Files = {}
    for edit in edits:
        old, new = (
            document_file(one.to_json()) if one else None for one in (edit.before, edit.after)
        )
        if old != new:
            files[document_name(edit.seat)] = new
    return files


def _updated(
    read: Callable[[str], bytes], layer: Layer, edits: Iterable[Edit]
) -> tuple[Layer, _Files]:
    """The `layer` after `edits`, and its files that change.

    Raises NotUpdatable: where it has outgrown its shards.
    """
    changes = _Changes(read, layer)
    for edit in edits:
        changes.note(edit)
    return changes.applied()


class _Changes:
    """What edits change in a layer, and the files that follow from it."""

    def __init__(self, read: Callable[[str], bytes], layer: Layer) -> None:
        self._read = read
        self._layer = layer
        self._shards = layer.shards
        self._documents = layer.documents
        self._checksum = layer.checksum
        self._files: _Files = {}
        self._words: _Weights = defaultdict(dict)
        self._pairs: _Weights = defaultdict(dict)
        self._starts: _Weights = defaultdict(dict)

    def note(self, edit: Edit) -> None:
        """Note every list in which the document's weight changes."""
        if edit.before == edit.after:
            return
        for one, sign in ((edit.before, -1), (edit.after, 1)):
            if one:
                self._documents += sign
                self._checksum += sign * checksum(edit.seat, one.to_json())
        old, new = (analyse(one) if one else _NOTHING for one in (edit.before, edit.after))
        seat = edit.seat - self._layer.first
        _note(self._words, seat, old.words, new.words)
        _note(self._pairs, seat, old.pairs, new.pairs)
        _note(self._starts, seat, _starts(old), _starts(new))

    def applied(self) -> tuple[Layer, _Files]:
        """The layer as it is then, and all files that differ."""
        before = self._layer
        layer = replace(before, documents=self._documents, checksum=checksum_of([self._checksum]))
        if layer.shards != self._shards:
            raise NotUpdatable("shards")
        words = self._repack(WORDS, self._words, before.words)
        beginnings = self._repack(BEGINNINGS, self._starts, before.beginnings)
        self._repack(PAIRS, self._pairs, ())
        files = {layer.folder + name: data for name, data in self._files.items()}
        return replace(layer, words=words, beginnings=beginnings), files

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
            if self._layer.sets_apart(kind, name, own_lists) != (name in alone):
                alone ^= {name}
                for one in own_lists:
                    del held[one]
                lists_in(homes[name in alone]).update(own_lists)
        for file, lists in opened.items():
            self._files[file] = packed(lists) if lists or not is_own(file) else None
        return tuple(sorted(alone))

    def _lists(self, file: str) -> dict[str, bytes]:
        try:
            return unpacked(self._read(self._layer.folder + file))
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
    if len(weights) > _few(data):
        data = _repacked(data, bits, weights)
    else:
        for seat, weight in weights.items():
            data = changed_list(data, bits, seat, weight)
    if data:
        lists[name] = data
    else:
        lists.pop(name, None)


def _few(data: bytes) -> int:
    """So many changes of that list are made one by one sooner than all at once."""
    return len(data) // 16 if is_dense(data) else 2


def _repacked(data: bytes, bits: int, weights: Mapping[int, int | None]) -> bytes:
    """`changed_list` of many entries at once."""
    entries = {entry >> bits: entry for entry in read_list(data, bits)} if data else {}
    for seat, weight in weights.items():
        entries.pop(seat, None)
        if weight is not None:
            entries[seat] = seat << bits | weight
    return packed_list(sorted(entries.values()), bits) if entries else b""
