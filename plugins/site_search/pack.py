"""Sorted lists packed into small files, so that a query fetches little of a large index.

A file holds entries in order of their keys. Each is: how many characters the
key shares with the one before, how many bytes of UTF-8 follow, these bytes,
the length of the entry's body, the body. Numbers are written seven bits to a
byte, lowest first, the eighth bit set on all but the last.

Files end where their group ends, a group being all keys with the same two
first characters: an edit can move the borders within a group only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby, pairwise

#: A query reads whole files: smaller files cost more requests, larger ones more bytes.
FILE_SIZE = 8_000
_PLAIN = re.compile(r"[^a-z0-9]")


@lru_cache(maxsize=1 << 16)
def number(value: int) -> bytes:
    """`value` in as few bytes of seven bits as it needs."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def postings(entries: list[int], bits: int) -> bytes:
    """Ascending `document << bits | weight` as steps from one document to the next."""
    above = -1 << bits
    steps = [entry - (before & above) for before, entry in pairwise((0, *entries))]
    return bytes(steps) if max(steps) < 128 else b"".join(map(number, steps))


@lru_cache(maxsize=1 << 18)
def group_of(key: str) -> str:
    """Name of the group that `key` belongs to: letters and digits that any host can store."""
    return _PLAIN.sub("_", key[:2].ljust(2, "_"))


def packed(entries: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, list[str]]]:
    """The files that hold `entries` (`th-0.bin`), and each group's first keys, file by file."""
    files: dict[str, bytes] = {}
    directory: dict[str, list[str]] = {}
    ordered = sorted(entries, key=lambda key: (group_of(key), key))
    for group, keys in groupby(ordered, group_of):
        firsts = directory.setdefault(group, [])
        for first, data in _files((key, entries[key]) for key in keys):
            files[f"{group}-{len(firsts)}.bin"] = data
            firsts.append(first)
    return files, directory


def _files(entries: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The first key and the bytes of each file of one group."""
    first, before, out = "", "", bytearray()
    for key, body in entries:
        if out and len(out) + len(body) > FILE_SIZE:
            yield first, bytes(out)
            before, out = "", bytearray()
        if not out:
            first = key
        shared = _shared(before, key)
        rest = key[shared:].encode()
        out += number(shared) + number(len(rest)) + rest + number(len(body)) + body
        before = key
    if out:
        yield first, bytes(out)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
