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
from itertools import pairwise

#: A query reads whole files: smaller files cost more requests, larger ones more bytes.
FILE_SIZE = 4_000
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
    """Ascending `document << bits | weight`, the shorter of two ways.

    0, then steps from one document to the next, each with its weight below it;
    or 1, the length of a bitmap of documents, the bitmap, and their weights in
    `bits` bits each, lowest first.
    """
    covered = (entries[-1] >> bits) + 8 >> 3
    if covered + (len(entries) * bits + 7 >> 3) < len(entries):
        return _dense(entries, bits, covered)
    above = -1 << bits
    steps = [entry - (before & above) for before, entry in pairwise((0, *entries))]
    return b"\0" + (bytes(steps) if max(steps) < 128 else b"".join(map(number, steps)))


def _dense(entries: list[int], bits: int, covered: int) -> bytes:
    documents, weights = bytearray(covered), bytearray(len(entries) * bits + 7 >> 3)
    mask = (1 << bits) - 1
    for at, entry in enumerate(entries):
        document = entry >> bits
        documents[document >> 3] |= 1 << (document & 7)
        weights[at * bits >> 3] |= (entry & mask) << (at * bits & 7)
    return b"\1" + number(covered) + documents + weights


@lru_cache(maxsize=1 << 18)
def group_of(key: str) -> str:
    """Name of the group that `key` belongs to: letters and digits that any host can store."""
    return _PLAIN.sub("_", key[:2].ljust(2, "_"))


def groups(entries: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """`entries` by their groups, both in order."""
    found: dict[str, dict[str, bytes]] = {}
    for key in sorted(entries, key=lambda key: (group_of(key), key)):
        found.setdefault(group_of(key), {})[key] = entries[key]
    return found


def packed(group: str, entries: Mapping[str, bytes]) -> tuple[dict[str, bytes], str]:
    """The files that hold the `entries` of one `group` (`th-0.bin`), and their directory.

    A directory is the first key of each file, joined by `|`. Where the group's
    name is what all its keys begin with, the keys stand without it.
    """
    files: dict[str, bytes] = {}
    firsts: list[str] = []
    for first, data in _files((key, entries[key]) for key in sorted(entries)):
        files[f"{group}-{len(firsts)}.bin"] = data
        firsts.append(first if "_" in group else first[2:])
    return files, "|".join(firsts)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The entries of one file, in order."""
    found: dict[str, bytes] = {}
    at, key = 0, ""
    while at < len(data):
        shared, at = _number_at(data, at)
        rest, at = _part_at(data, at)
        body, at = _part_at(data, at)
        key = key[:shared] + rest.decode()
        found[key] = body
    return found


def parts(data: bytes) -> Iterator[bytes]:
    """Pieces of `data`, each behind its length."""
    at = 0
    while at < len(data):
        piece, at = _part_at(data, at)
        yield piece


def read_postings(data: bytes, bits: int) -> list[int]:
    """The entries that `postings` packed."""
    if data[0]:
        return _read_dense(data, bits)
    mask, above = (1 << bits) - 1, -1 << bits
    entries: list[int] = []
    at, document = 1, 0
    while at < len(data):
        step, at = _number_at(data, at)
        document += step & above
        entries.append(document | step & mask)
    return entries


def _read_dense(data: bytes, bits: int) -> list[int]:
    covered, at = _part_at(data, 1)
    weights, mask = data[at:], (1 << bits) - 1
    documents = (
        place for place in range(len(covered) * 8) if covered[place >> 3] >> (place & 7) & 1
    )
    return [
        document << bits | weights[index * bits >> 3] >> (index * bits & 7) & mask
        for index, document in enumerate(documents)
    ]


def _number_at(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _part_at(data: bytes, at: int) -> tuple[bytes, int]:
    size, at = _number_at(data, at)
    return data[at : at + size], at + size


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
