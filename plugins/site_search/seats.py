"""The number under which the lists know a document: its seat.

A seat follows from the day and the documents shortly before it, not from how
many there are: seats are left free, so that an article more or less moves few
others. Higher seats are newer.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

#: Free seats a day are bought by longer lists: about two in five.
_ROOM = 1.4
_PAGES = 32
_RATES = [step * 2.0**power for power in range(-8, 9) for step in (1, 1.5)]


def seats_of(documents: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Address → seat, for `documents` given by ISO day and address, each address once.

    Documents without a day have the first seats. Of one day, the one whose
    address sorts later sits higher.
    """
    ordered = sorted(documents)
    undated = [address for day, address in ordered if not day]
    seats = {address: seat for seat, address in enumerate(undated)}
    dated = ordered[len(undated) :]
    if dated:
        seats |= _dated(dated, -(-len(undated) // _PAGES) * _PAGES)
    return seats


def _dated(ordered: Sequence[tuple[str, str]], first: int) -> dict[str, int]:
    seats: dict[str, int] = {}
    start = datetime.date.fromisoformat(ordered[0][0]).replace(month=1, day=1).toordinal()
    rate, last = _rate(ordered), first - 1
    for day, address in ordered:
        since = datetime.date.fromisoformat(day).toordinal() - start
        seats[address] = last = max(last + 1, first + int(since * rate))
    return seats


def _rate(ordered: Iterable[tuple[str, str]]) -> float:
    """Seats a day: enough for the busiest year, and the same until it is much busier."""
    busiest = max(Counter(day[:4] for day, _ in ordered).values())
    return next((rate for rate in _RATES if rate * 365 >= busiest * _ROOM), _RATES[-1])
