"""The lists of an archive, gathered document by document, perhaps by several processes."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_search.files import DIRECTORY, Directory, checksum_of
from site_search.layers import NEWEST_FOLDER, Layer
from site_search.lists import packed_list
from site_search.model import DocumentTerms
from site_search.pack import packed
from site_search.shards import BEGINNINGS, PAIRS, WORDS, Kind, own_file
from site_search.words import first_letters, folded


class _Entries(dict[str, "array[int]"]):
    """Lists by name, four bytes an entry: an archive of ten thousand has five million."""

    def __missing__(self, name: str) -> array[int]:
        self[name] = found = array("I")
        return found


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
    """What was gathered of one layer, on its way from one process to another."""

    layer: Layer
    words: _Sheaf
    pairs: _Sheaf


class GatheredLayer:
    """The lists of one layer, filled in the order of the seats."""

    def __init__(self, layer: Layer) -> None:
        """`layer` holds nothing yet."""
        self._layer = layer
        self._documents = self._checksum = 0
        self._words = _Entries()
        self._pairs = _Entries()

    def add(self, seat: int, terms: DocumentTerms, share: int) -> None:
        """Note what the document at `seat` holds, and its `share` in the checksum."""
        self._documents += 1
        self._checksum += share
        seat -= self._layer.first
        entries = [seat << WORDS.bits | weight for weight in range(1 << WORDS.bits)]
        words, pairs = self._words, self._pairs
        for word, weight in terms.words.items():
            words[word].append(entries[weight])
        entries = [seat << 1, seat << 1 | 1]
        for pair, in_title in terms.pairs.items():
            pairs[pair].append(entries[in_title])

    def _counted(self) -> Layer:
        total = checksum_of([self._checksum])
        return replace(self._layer, documents=self._documents, checksum=total)

    def tied(self) -> Sheaves:
        """All that was noted, for `join` of another one."""
        return Sheaves(self._counted(), _Sheaf.of(self._words), _Sheaf.of(self._pairs))

    def join(self, later: Sheaves) -> None:
        """Add what another one noted of documents at higher seats."""
        self._documents += later.layer.documents
        self._checksum += later.layer.checksum
        later.words.add_to(self._words)
        later.pairs.add_to(self._pairs)

    def files(self) -> tuple[Layer, dict[str, bytes]]:
        """What the directory says of the layer, and the files of its lists."""
        layer = self._counted()
        words, own_words = _packed(layer, WORDS, self._words.items())
        pairs, _ = _packed(layer, PAIRS, self._pairs.items())
        starts, own_starts = _packed(layer, BEGINNINGS, _starts(self._words))
        layer = replace(layer, words=own_words, beginnings=own_starts)
        files = words | pairs | starts
        return layer, {layer.folder + name: data for name, data in files.items()}


class Gathered:
    """The lists of an archive, filled in the order of the seats."""

    def __init__(self, newest: int) -> None:
        """Documents at seats from `newest` on have a layer of their own."""
        self._newest = newest
        self._layers = GatheredLayer(Layer("", 0)), GatheredLayer(Layer(NEWEST_FOLDER, newest))

    def add(self, seat: int, terms: DocumentTerms, share: int) -> None:
        """`GatheredLayer.add`, in the layer of `seat`."""
        self._layers[seat >= self._newest].add(seat, terms, share)

    def tied(self) -> tuple[Sheaves, Sheaves]:
        """All that was noted, for `join` of another one."""
        old, new = self._layers
        return old.tied(), new.tied()

    def join(self, later: tuple[Sheaves, Sheaves]) -> None:
        """Add what another one noted of documents at higher seats."""
        for layer, sheaves in zip(self._layers, later, strict=True):
            layer.join(sheaves)

    def files(self, seats: int, series_checksum: str) -> dict[str, bytes]:
        """The files of all lists, and the directory; `seats` is one more than the highest taken."""
        files: dict[str, bytes] = {}
        layers = []
        for gathered in self._layers[: 1 + (self._newest < seats)]:
            layer, made = gathered.files()
            layers.append(layer)
            files |= made
        return files | {DIRECTORY: Directory(seats, tuple(layers), series_checksum).to_json()}


def _packed(
    layer: Layer, kind: Kind, lists: Iterable[tuple[str, Sequence[int]]]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of one kind in a layer, and what has one of its own."""
    shards = layer.shards
    files: dict[str, dict[str, bytes]] = {
        f"{kind.folder}/{number}.bin": {} for number in range(shards[kind.folder])
    }
    by_key: dict[str, dict[str, bytes]] = defaultdict(dict)
    for name, entries in lists:
        data = packed_list(entries, kind.bits)
        if kind is PAIRS:
            # None stands alone, and there are more of them than of all others.
            files[kind.shard(name, shards)][name] = data
        else:
            by_key[kind.key(name)][name] = data
    own = []
    for key, held in by_key.items():
        if layer.sets_apart(kind, key, held):
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
        all_held = set[int]()
        for start, found in starts.items():
            held = _held_by(lists[word] for word in found)
            if len(start) == 3:
                yield start, _flagged(held)
            all_held |= held
        yield two, _flagged(all_held)


def _held_by(lists: Iterable[Sequence[int]]) -> set[int]:
    """The seats in any of the `lists` of words, each with whether the word is in the title."""
    held = set[int]()
    for entries in lists:
        # The highest bit of a weight says so.
        held.update([entry >> WORDS.bits - BEGINNINGS.bits for entry in entries])
    return held


def _flagged(held: set[int]) -> list[int]:
    """The entries of a list: a seat that one word has in its title counts as such."""
    return sorted(held.difference([entry ^ 1 for entry in held if entry & 1]))
