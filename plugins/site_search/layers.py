"""Two layers: the newest documents have an index of their own beside that of all others.

An article that comes changes nearly every list that its words stand in. Few files
hold those of the newest, so few change; the others stay as they are, on the host
and with readers who were here before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from site_search.shards import NEWEST_SHARDS, Kind, Shards, shards_for

#: So many documents a layer of the newest holds at most.
NEWEST = 64
#: So many documents are worth two layers.
WORTH_IT = 1024
NEWEST_FOLDER = "moi/"


@dataclass(frozen=True, slots=True)
class Layer:
    """What a browser must know of one layer, to find its files and to read them."""

    folder: str
    first: int
    """Its lists count seats from this one on."""
    documents: int = 0
    checksum: int = 0
    """Of its documents: differs whenever any of its files does."""
    words: tuple[str, ...] = ()
    """Folded words with a file of their own, sorted."""
    beginnings: tuple[str, ...] = ()
    """The same for beginnings of words."""

    @property
    def shards(self) -> Shards:
        """As many as it needs; those of the newest are as many whatever there is."""
        return NEWEST_SHARDS if self.folder else shards_for(self.documents)

    def sets_apart(self, kind: Kind, key: str, lists: Mapping[str, bytes]) -> bool:
        """Whether the `lists` under one key have a file of their own; none of the newest do."""
        return not self.folder and kind.stands_alone(key, lists)

    def to_row(self) -> dict[str, Any]:
        """Its part of the directory."""
        shards = self.shards
        return {
            "o": self.folder, "tu-cho": self.first, "bai": self.documents,
            "ban": f"{self.checksum:016x}", "tu": [shards["tu"], "|".join(self.words)],
            "dau": [shards["dau"], "|".join(self.beginnings)], "cap": shards["cap"],
        }  # fmt: skip

    @classmethod
    def from_row(cls, row: Any) -> Layer:
        """What `to_row` gave; ValueError, TypeError or KeyError for anything else."""
        words, beginnings = (tuple(filter(None, row[kind][1].split("|"))) for kind in ("tu", "dau"))
        checksum = int(row["ban"], 16)
        return cls(row["o"], row["tu-cho"], row["bai"], checksum, words, beginnings)


def newest_from(seats: Collection[int]) -> int:
    """The seat from which on documents are the newest; one above all `seats` in a small archive.

    It is the roundest number that leaves no more than the layer may hold, so it stays where it
    is while articles come, until they are too many: then some half of them become old at once.
    """
    if len(seats) < WORTH_IT:
        return max(seats, default=-1) + 1
    highest, *_, too_old = nlargest(NEWEST + 1, seats)
    round_to = (highest ^ too_old).bit_length() - 1
    return highest >> round_to << round_to
