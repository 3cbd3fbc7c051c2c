"""Named lists packed into files, so that a query fetches little of a large index.

A file holds lists in order of their names. Each is: how many characters the
name shares with the one before, how many bytes of UTF-8 follow, these bytes,
the list (`lists.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from site_search.lists import list_end, number, number_at


def packed(lists: Mapping[str, bytes]) -> bytes:
    """The file of packed `lists`, whatever order they come in."""
    out = bytearray()
    before = ""
    for name in sorted(lists):
        shared = _shared(before, name)
        rest = name[shared:].encode()
        out += number(shared) + number(len(rest)) + rest + lists[name]
        before = name
    return bytes(out)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The packed lists of one file, in order."""
    found: dict[str, bytes] = {}
    at, name = 0, ""
    while at < len(data):
        shared, at = number_at(data, at)
        size, at = number_at(data, at)
        name = name[:shared] + data[at : at + size].decode()
        end = list_end(data, at + size)
        found[name] = data[at + size : end]
        at = end
    return found


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
