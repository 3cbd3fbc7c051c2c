"""The files of the index beside the lists: directory, documents, series."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from site_search.layers import Layer
from site_search.lists import packed_list
from site_search.model import SearchDocument, SearchSeries, as_json
from site_search.pack import packed
from site_search.words import SHORT_FORMS, STOP_WORDS, folded, words_of

#: Counts up when an older script could not read the files any more.
FORMAT = 4
DIRECTORY = "muc-luc.json"
SERIES = "so-lieu.bin"
#: An excerpt is cut from this much of a document, so that results stay light.
_EXCERPT_SOURCE = 6_000
_IN_LABEL = 8
_SERIES_A_FILE = 4


@dataclass(frozen=True, slots=True)
class Directory:
    """What a browser reads first."""

    seats: int
    """One more than the highest seat taken."""
    layers: tuple[Layer, ...]
    """That of old documents, and that of the newest where there is one."""
    series_checksum: str

    @property
    def newest(self) -> int:
        """The seat from which on documents are in the layer of the newest."""
        return self.layers[1].first if len(self.layers) > 1 else self.seats

    def to_json(self) -> bytes:
        """The file."""
        return as_json(
            {
                "dang": FORMAT, "cho": self.seats, "lop": [one.to_row() for one in self.layers],
                "so-lieu": self.series_checksum, "bo": "|".join(sorted(STOP_WORDS)),
                "tat": SHORT_FORMS,
            }
        )  # fmt: skip

    @classmethod
    def from_json(cls, data: bytes) -> Directory:
        """What `to_json` wrote; ValueError, TypeError or KeyError for anything else."""
        values = json.loads(data)
        if values["dang"] != FORMAT:
            raise ValueError("format")
        return cls(values["cho"], tuple(map(Layer.from_row, values["lop"])), values["so-lieu"])


def document_name(seat: int) -> str:
    """Name of the file of the document at `seat`."""
    return f"bai/{seat}.json"


def document_file(line: bytes) -> bytes:
    """What a result shows of a document, of which `line` is the `to_json`."""
    if b"\\" not in line and len(line) <= _EXCERPT_SOURCE:
        # Nothing is escaped, so quotation marks stand nowhere but around texts.
        address, title, text, date, category, _ = line[2:].split(b'","', 5)
        return b'["%b","%b","%b","%b","%b"]' % (address, title, date, category, text)
    shown = SearchDocument.from_json(line)
    excerpt = shown.text[:_EXCERPT_SOURCE]
    return as_json([shown.address, shown.title, shown.date, shown.category, excerpt])


def checksum(seat: int, line: bytes) -> int:
    """What a document, as its `to_json`, adds to the checksum of the index."""
    return _hash(b"%d %b" % (seat, line))


def checksum_of(shares: Iterable[int]) -> int:
    """The sum of `shares`, in as many bits as one has."""
    return sum(shares) % 2**64


def series_files(series: Iterable[SearchSeries]) -> tuple[dict[str, bytes], str]:
    """The files about `series`, in any order, and their checksum.

    One has for each folded word the series that are named with it (weight: how
    many words their label has, at most 7, and 8 where it has this one); the
    others hold what is shown of four series each.
    """
    ordered = sorted(series, key=lambda one: (folded[one.label], one.address))
    lists: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        for word, weight in _series_words(one).items():
            lists[word].append(place << 4 | weight)
    found = {SERIES: packed({word: packed_list(entries, 4) for word, entries in lists.items()})}
    for at in range(0, len(ordered), _SERIES_A_FILE):
        rows = [
            [one.address, one.label, one.note, *one.aliases]
            for one in ordered[at : at + _SERIES_A_FILE]
        ]
        found[f"so-lieu/{at // _SERIES_A_FILE}.json"] = as_json(rows)
    return found, f"{checksum_of(map(_hash, found.values())):016x}"


def _series_words(series: SearchSeries) -> dict[str, int]:
    label = [folded[word] for word in words_of(series.label) if word]
    length = min(len(label), 7)
    words = {folded[word]: length for alias in series.aliases for word in words_of(alias) if word}
    return words | dict.fromkeys(label, _IN_LABEL | length)


def _hash(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")
