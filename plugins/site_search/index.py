"""The whole index: everything that the search page may fetch, file by file."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_search.analyse import IN_TITLE, analyse
from site_search.files import (
    DIRECTORY,
    Directory,
    checksum,
    checksum_of,
    document_file,
    document_name,
    series_files,
)
from site_search.lists import packed_list
from site_search.model import DocumentTerms, SearchDocument, SearchSeries
from site_search.pack import packed
from site_search.seats import seats_of
from site_search.shards import (
    BEGINNINGS,
    PAIRS,
    WORDS,
    Kind,
    Shards,
    own_file,
    shards_for,
)
from site_search.words import first_letters, folded


class _Entries(dict[str, "array[int]"]):
    """Lists by name, four bytes an entry: an archive of ten thousand has five million."""

    def __missing__(self, name: str) -> array[int]:
        self[name] = found = array("I")
        return found


def build_index(
    documents: Iterable[SearchDocument], series: Iterable[SearchSeries]
) -> dict[str, bytes]:
    """File name below `tim-kiem/` → bytes; the same for the same input in any order."""
    by_address = {document.address: document for document in documents}
    seats = seats_of((one.date, one.address) for one in by_address.values())
    ordered = [(seat, by_address[address]) for address, seat in seats.items()]
    gathered = Gathered()
    for seat, document in ordered:
        gathered.add(seat, analyse(document))
    files, series_checksum = series_files(series)
    files |= {document_name(seat): document_file(document) for seat, document in ordered}
    return files | gathered.files(
        len(ordered),
        checksum_of(checksum(seat, one.to_json()) for seat, one in ordered),
        series_checksum,
    )


@dataclass(frozen=True, slots=True)
class _Sheaf:
    """Lists tied together: a tenth of what they take as lists, and of the time to send them."""

    names: str
    """One a line."""
    lengths: array[int]
    entries: array[int]
    """Of all lists, one after another."""

    @classmethod
    def of(cls, lists: _Entries) -> _Sheaf:
        entries = array("I")
        for one in lists.values():
            entries += one
        return cls("\n".join(lists), array("I", map(len, lists.values())), entries)

    def add_to(self, lists: _Entries) -> None:
        """Appends each list to the one of its name in `lists`."""
        start = 0
        for name, length in zip(self.names.split("\n"), self.lengths, strict=bool(self.lengths)):
            lists[name] += self.entries[start : start + length]
            start += length


@dataclass(frozen=True, slots=True)
class Sheaves:
    """What was gathered, on its way from one process to another."""

    words: _Sheaf
    pairs: _Sheaf
    seats: int


class Gathered:
    """The lists of an archive, filled document by document in the order of their seats."""

    def __init__(self) -> None:
        self._words = _Entries()
        self._pairs = _Entries()
        self._seats = 0

    def add(self, seat: int, terms: DocumentTerms) -> None:
        """Note what the document at `seat` holds."""
        self._seats = seat + 1
        entries = [seat << WORDS.bits | weight for weight in range(1 << WORDS.bits)]
        words, pairs = self._words, self._pairs
        for word, weight in terms.words.items():
            words[word].append(entries[weight])
        entries = [seat << 1, seat << 1 | 1]
        for pair, in_title in terms.pairs.items():
            pairs[pair].append(entries[in_title])

    def tied(self) -> Sheaves:
        """All that was noted, for `join` of another one."""
        return Sheaves(_Sheaf.of(self._words), _Sheaf.of(self._pairs), self._seats)

    def join(self, later: Sheaves) -> None:
        """Add what another one noted of documents at higher seats."""
        self._seats = max(self._seats, later.seats)
        later.words.add_to(self._words)
        later.pairs.add_to(self._pairs)

    def files(self, documents: int, checksum: int, series_checksum: str) -> dict[str, bytes]:
        """The files of all lists, and the directory."""
        shards = shards_for(documents)
        words, own_words = _packed(WORDS, self._words.items(), shards)
        pairs, _ = _packed(PAIRS, self._pairs.items(), shards)
        starts, own_starts = _packed(BEGINNINGS, _starts(self._words), shards)
        directory = Directory(
            documents, self._seats, own_words, own_starts, checksum, series_checksum
        )
        return {DIRECTORY: directory.to_json(), **words, **pairs, **starts}


def _packed(
    kind: Kind, lists: Iterable[tuple[str, Sequence[int]]], shards: Shards
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of one kind, and what has one of its own."""
    by_key: dict[str, dict[str, bytes]] = defaultdict(dict)
    for name, entries in lists:
        by_key[kind.key(name)][name] = packed_list(entries, kind.bits)
    files: dict[str, dict[str, bytes]] = {
        f"{kind.folder}/{number}.bin": {} for number in range(shards[kind.folder])
    }
    own = []
    for key, held in by_key.items():
        if kind.stands_alone(key, held):
            own.append(key)
            files[own_file(kind, key)] = held
        else:
            files[kind.shard(key, shards)].update(held)
    return {file: packed(held) for file, held in files.items()}, tuple(sorted(own))


def _starts(lists: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, list[int]]]:
    """For each beginning of words the documents with one of them, and whether in their title.

    One pair of letters after another: the seats of all at once would fill the memory.
    """
    words: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in lists:
        # What begins with three letters begins with two: added up below, once for all words.
        for start in first_letters(folded[word])[-1:]:
            words[start[:2]][start].append(word)
    for two, starts in words.items():
        held, titled = set[int](), set[int]()
        for start, found in starts.items():
            seats, in_title = _seats_of(lists[word] for word in found)
            if len(start) == 3:
                yield start, _flagged(seats, in_title)
            held |= seats
            titled |= in_title
        yield two, _flagged(held, titled)


def _seats_of(lists: Iterable[Sequence[int]]) -> tuple[set[int], set[int]]:
    """Seats in any of the `lists`, and those with the word in the title; both one bit up."""
    seats, in_title = set[int](), set[int]()
    for entries in lists:
        seats.update([entry >> WORDS.bits << 1 for entry in entries])
        in_title.update([entry >> WORDS.bits << 1 for entry in entries if entry & IN_TITLE])
    return seats, in_title


def _flagged(seats: set[int], in_title: set[int]) -> list[int]:
    return sorted([entry | 1 if entry in in_title else entry for entry in seats])
