"""A zip file of members of which most are the same in every file: those are packed once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LEVEL = 6
_VERSION, _UNIX, _DEFLATED = 20, 3, 8
#: 1/1/1980, the first day that the format knows: never the time of the build.
_TIME, _DATE = 0, 1 << 5 | 1
_PLAIN_FILE = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """One file in the archive, packed."""

    name: bytes
    size: int
    """Of what was packed."""
    checksum: int
    packed: bytes

    @property
    def facts(self) -> bytes:
        """What both of its headers say."""
        return struct.pack(
            "<2B4H3L2H", _VERSION, 0, 0, _DEFLATED, _TIME, _DATE,
            self.checksum, len(self.packed), self.size, len(self.name), 0,
        )  # fmt: skip


def member(name: str, data: bytes) -> Member:
    """`data` packed under `name`."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return Member(name.encode("ascii"), len(data), zlib.crc32(data), packed)


def zip_file(members: Iterable[Member]) -> bytes:
    """The archive of `members`: the same bytes at any time and place."""
    body: list[bytes] = []
    listing: list[bytes] = []
    start = 0
    for one in members:
        facts = one.facts
        listing.append(
            b"PK\1\2" + bytes((_VERSION, _UNIX)) + facts
            + struct.pack("<3H2L", 0, 0, 0, _PLAIN_FILE, start) + one.name
        )  # fmt: skip
        body += (b"PK\3\4", facts, one.name, one.packed)
        start += 4 + len(facts) + len(one.name) + len(one.packed)
    whole = b"".join(listing)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(listing), len(listing), len(whole), start, 0)
    return b"".join((*body, whole, end))
