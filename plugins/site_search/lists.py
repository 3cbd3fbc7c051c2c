"""Lists of documents, each with a small weight, in few bytes.

An entry is `seat << bits | weight`; a list holds them ascending. Packed, a list
is a header, its length in bytes twice and one more where it is dense, and then
either steps from one seat to the next with the weight below each, or a bitmap
of seats behind its own length and the weights in `bits` bits each, lowest
first: whichever is shorter. Numbers are written seven bits to a byte, lowest
first, the eighth bit set on all but the last.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

#: How Python writes numbers with so many bits to a digit.
_DIGITS = {1: "b", 3: "o", 4: "x"}
_HEX = b"0123456789abcdef"
_WEIGHTS = {bits: _HEX[: 1 << bits] * (256 >> bits) for bits in _DIGITS}
"""The digit of the weight for each lowest byte of an entry."""
_LOWEST = slice(0 if sys.byteorder == "little" else 3, None, 4)
_NUMBER = re.compile(rb"[\x80-\xff]*[\x00-\x7f]")


@lru_cache(maxsize=1 << 16)
def number(value: int) -> bytes:
    """`value` in as few bytes of seven bits as it needs."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def number_at(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def packed_list(entries: Sequence[int], bits: int) -> bytes:
    """Header and bytes of the ascending, not empty `entries`."""
    if _is_dense(len(entries), entries[-1] >> bits, bits):
        return _dense(*_bitmap(entries, bits), len(entries), bits)
    return _sparse(_steps(entries, bits))


def _is_dense(count: int, last: int, bits: int) -> bool:
    """Whether a bitmap and its weights are shorter than steps, most of which take one byte."""
    return (last + 8 >> 3) + (count * bits + 7 >> 3) < count


def _sparse(steps: bytes) -> bytes:
    return number(len(steps) << 1) + steps


def _steps(entries: Sequence[int], bits: int) -> bytes:
    above = -1 << bits
    steps = [entry - (before & above) for before, entry in pairwise((0, *entries))]
    return bytes(steps) if max(steps) < 128 else b"".join(map(number, steps))


def _bitmap(entries: Sequence[int], bits: int) -> tuple[int, int]:
    """Seats and weights as two large numbers."""
    # Digits of a base that is a power of two become a number much faster than bit by bit.
    seats = bytearray(b"0") * ((entries[-1] >> bits) + 1)
    for seat in [entry >> bits for entry in entries]:
        seats[seat] = 49
    lowest = array("I", entries).tobytes()[_LOWEST]
    weights = lowest.translate(_WEIGHTS[bits])
    return int(seats[::-1], 2), int(weights[::-1], 1 << bits)


def _dense(bitmap: int, weights: int, count: int, bits: int) -> bytes:
    covered = bitmap.bit_length() + 7 >> 3
    data = number(covered) + bitmap.to_bytes(covered, "little")
    data += weights.to_bytes(count * bits + 7 >> 3, "little")
    return number(len(data) << 1 | 1) + data


def is_dense(data: bytes) -> bool:
    """Whether a packed list is a bitmap; an empty one is none."""
    return bool(data) and bool(data[0] & 1)


def list_end(data: bytes, at: int) -> int:
    """Where the packed list ends that begins at `at`."""
    size, start = number_at(data, at)
    return start + (size >> 1)


def read_list(data: bytes, bits: int) -> list[int]:
    """The entries of a packed list."""
    size, at = number_at(data, 0)
    if size & 1:
        bitmap, weights = _read_dense(data, at)
        seats = [seat for seat, bit in enumerate(reversed(f"{bitmap:b}")) if bit == "1"]
        digits = reversed(f"{weights:0{len(seats)}{_DIGITS[bits]}}")
        return [seat << bits | int(digit, 16) for seat, digit in zip(seats, digits, strict=True)]
    steps, _ = _read_steps(data[at:])
    seats, mask = _seats(steps, bits), (1 << bits) - 1
    return [seat << bits | step & mask for seat, step in zip(seats, steps, strict=True)]


def _read_dense(data: bytes, at: int) -> tuple[int, int]:
    covered, at = number_at(data, at)
    bitmap, weights = data[at : at + covered], data[at + covered :]
    return int.from_bytes(bitmap, "little"), int.from_bytes(weights, "little")


def _read_steps(data: bytes) -> tuple[Sequence[int], Sequence[int]]:
    """The numbers in `data`, and where each begins and the last one ends."""
    if data.isascii():
        return data, range(len(data) + 1)
    pieces = _NUMBER.findall(data)
    return list(map(_value, pieces)), list(accumulate(map(len, pieces), initial=0))


@lru_cache(maxsize=1 << 16)
def _value(piece: bytes) -> int:
    return number_at(piece, 0)[0]


def _seats(steps: Iterable[int], bits: int) -> list[int]:
    return list(accumulate([step >> bits for step in steps]))


def changed_list(data: bytes, bits: int, seat: int, weight: int | None) -> bytes:
    """The packed list with `weight` at `seat`, or nothing there; empty when nothing is left.

    The same as packing all entries anew, without looking at each of them.
    """
    size, at = number_at(data, 0) if data else (0, 0)
    change = _changed_dense if size & 1 else _changed_sparse
    return change(data[at:], bits, seat, weight)


def _changed_sparse(data: bytes, bits: int, seat: int, weight: int | None) -> bytes:
    steps, starts = _read_steps(data)
    seats = _seats(steps, bits)
    at = bisect_left(seats, seat)
    behind = at + (at < len(seats) and seats[at] == seat)
    before = seats[at - 1] if at else 0
    made = b""
    if weight is not None:
        made, before = number(seat - before << bits | weight), seat
    if behind < len(seats):
        made += number(seats[behind] - before << bits | steps[behind] & (1 << bits) - 1)
        last = seats[-1]
    else:
        last = before
    count = len(seats) - (behind - at) + (weight is not None)
    rest = data[starts[min(behind + 1, len(seats))] :]
    found = _sparse(data[: starts[at]] + made + rest) if count else b""
    return packed_list(read_list(found, bits), bits) if _is_dense(count, last, bits) else found


def _changed_dense(data: bytes, bits: int, seat: int, weight: int | None) -> bytes:
    bitmap, weights = _read_dense(data, 0)
    there = bitmap >> seat & 1
    bitmap &= ~(1 << seat)
    at = (bitmap & (1 << seat) - 1).bit_count() * bits
    low, high = weights & (1 << at) - 1, weights >> at + there * bits
    if weight is not None:
        bitmap |= 1 << seat
        high = high << bits | weight
    weights, count = high << at | low, bitmap.bit_count()
    found = _dense(bitmap, weights, count, bits)
    if _is_dense(count, bitmap.bit_length() - 1, bits):
        return found
    return packed_list(read_list(found, bits), bits)
