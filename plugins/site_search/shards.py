"""Which file of its layer holds a list: nothing but its name and the size of the layer decide.

A frequent word, or beginning of words, has a file of its own, which the
directory names. All else lies in shards by a hash of what a query knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from site_search.words import folded

#: Lists with more bytes than this have a file of their own.
_OWN = 1_200
_FILE_NAME = re.compile(r"[a-z0-9]{1,20}")
_OWN_FILE = "-.bin"


@dataclass(frozen=True, slots=True)
class Kind:
    """Words, pairs of neighbours, or beginnings of words."""

    folder: str
    documents_a_shard: int
    bits: int
    """Of weight in each entry of a list."""

    def key(self, name: str) -> str:
        """What a reader types for a list's name."""
        return folded[name] if self is WORDS else name

    def shards(self, documents: int) -> int:
        """How many there are; a power of two, so that it changes when an archive has doubled."""
        return 1 << (documents // self.documents_a_shard).bit_length()

    def shard(self, key: str, shards: Shards) -> str:
        """File of a list without one of its own."""
        number = crc32(self._route(key).encode()) & shards[self.folder] - 1
        return f"{self.folder}/{number}.bin"

    def _route(self, key: str) -> str:
        """Words with the same four letters lie together, and pairs with the same first word and
        two letters, since a query may end within a word; shorter beginnings are a kind of their own.
        """
        if self is WORDS:
            return key[:4]
        return key[: key.index(" ") + 3] if self is PAIRS else key

    def stands_alone(self, key: str, lists: Mapping[str, bytes]) -> bool:
        """Whether the `lists` under one key get a file of their own."""
        size = sum(map(len, lists.values()))
        return self is not PAIRS and size > _OWN and _FILE_NAME.fullmatch(key) is not None


WORDS = Kind("tu", 32, 3)
PAIRS = Kind("cap", 4, 1)
BEGINNINGS = Kind("dau", 64, 1)
KINDS = (WORDS, PAIRS, BEGINNINGS)

Shards = Mapping[str, int]
"""Folder of a kind → number of its shards."""


def shards_for(documents: int) -> Shards:
    """Shards of about 2 kB for an archive of so many documents."""
    return {kind.folder: kind.shards(documents) for kind in KINDS}


#: Of the newest documents, of which there are few.
NEWEST_SHARDS: Shards = {"tu": 8, "cap": 32, "dau": 4}


def own_file(kind: Kind, key: str) -> str:
    """File of one frequent word or beginning; the hyphen keeps `con` from naming a device."""
    return f"{kind.folder}/{key}{_OWN_FILE}"


def is_own(file: str) -> bool:
    """Whether `file` is for one word or beginning alone."""
    return file.endswith(_OWN_FILE)
