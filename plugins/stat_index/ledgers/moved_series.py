"""Series whose figures stand in another one now, so that no link to their pages breaks.

The address of a series comes from how its figures are read: its indicator, its unit, its
registry. When an editor accepts that they are read otherwise, the same figures, by which both
are known, stand at another address.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain

from findings import Finding, Saying, Severity
from stat_index.ledgers.ledger_file import Entry

RULE = "moved-series"

_Figure = tuple[str, str, str]
"""Article, number as written, period: what stays when a figure is read otherwise."""


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the file. Its fields but the last are the columns, in this order."""

    cu: str
    """Slug of a series that was."""
    moi: str
    """Slug of the one in which its figures stand now; empty where none tells them."""
    ngay: str = ""
    """ISO day on which that was accepted, for whoever reads the file."""
    line: int = field(default=1, compare=False)


def moves_between(before: Collection[Entry], after: Collection[Entry], day: str) -> list[Move]:
    """A move for each series of the ledger `before` of which the one `after` has no row; by slug.

    A figure is followed by its id, which stays when only the registry changes; else to one that
    is new in `after`, of the same article, number and period.
    """
    there = {entry.chuoi for entry in after}
    gone = [entry for entry in before if entry.chuoi not in there]
    votes: dict[str, Counter[str]] = {entry.chuoi: Counter() for entry in gone}
    own = {entry.key: entry.chuoi for entry in after}
    for entry in gone:
        if entry.key in own:
            votes[entry.chuoi][own[entry.key]] += 1
    known = {entry.key for entry in before}
    left = _by_figure(entry for entry in gone if entry.key not in own)
    new = _by_figure(entry for entry in after if entry.key not in known)
    for cu, moi in chain.from_iterable(_pairs(left[f], new[f]) for f in left.keys() & new.keys()):
        votes[cu][moi] += 1
    return [Move(cu, _most(votes[cu]), day) for cu in sorted(votes)]


def moved_on(
    before: Collection[Entry], after: Collection[Entry], day: str, known: Iterable[Move]
) -> list[Move]:
    """Those of `moves_between` that lead somewhere and that the `known` ones do not say already.

    For what editors changed themselves: whoever deletes an article means its series to end.
    """
    said = {move.cu: move.moi for move in known}
    moves = moves_between(before, after, day)
    return [move for move in moves if move.moi and said.get(move.cu) != move.moi]


def _by_figure(entries: Iterable[Entry]) -> Mapping[_Figure, set[str]]:
    """The series of `entries`."""
    found = defaultdict(set)
    for entry in entries:
        found[entry.bai, entry.nguyen_van, entry.ky].add(entry.chuoi)
    return found


def _pairs(old: Collection[str], new: Collection[str]) -> Iterator[tuple[str, str]]:
    """Which of `old` became which of `new`, where an article tells one number of several series."""
    for cu in old:
        moi = _nearest(cu, new)
        if _nearest(moi, old) == cu:
            yield cu, moi


def _nearest(slug: str, among: Collection[str]) -> str:
    return max(sorted(among), key=lambda other: SequenceMatcher(None, slug, other).ratio())


def _most(votes: Counter[str]) -> str:
    """The series that took most; empty for none."""
    return max(sorted(votes), key=votes.__getitem__, default="")


def where_they_lead(moves: Iterable[Move], live: Collection[str]) -> dict[str, str]:
    """By slug of each old series that of the `live` one to which it leads; empty for none.

    A series that is told again keeps its own page; of several rows on one the last holds.
    """
    holding = _holding(moves, live)
    ends = {cu: _way(cu, holding)[-1].moi for cu in sorted(holding)}
    return {cu: end if end in live else "" for cu, end in ends.items()}


def move_findings(moves: Iterable[Move], live: Collection[str], shown: str) -> list[Finding]:
    """A warning for each way of the file `shown` that leads in a circle or to no `live` series."""
    holding = _holding(moves, live)
    found = []
    for move in holding.values():
        way = _way(move.cu, holding)
        end = way[-1].moi
        circle = way[way.index(holding[end]) :] if end in holding else []
        if move is max(circle, key=lambda one: one.line, default=None):
            found.append(_finding(shown, move, _circle([*(one.cu for one in circle), end])))
        elif way == [move] and end and end not in live and not circle:
            found.append(_finding(shown, move, _nowhere(move)))
    return found


def _holding(moves: Iterable[Move], live: Collection[str]) -> dict[str, Move]:
    return {move.cu: move for move in moves if move.cu not in live}


def _way(cu: str, holding: Mapping[str, Move]) -> list[Move]:
    """The moves from `cu` on, each once."""
    way: list[Move] = []
    while cu in holding and holding[cu] not in way:
        way.append(holding[cu])
        cu = way[-1].moi
    return way


def _finding(shown: str, move: Move, message: Saying) -> Finding:
    mend = Saying(
        "ghi vào cột moi mã của dòng nay có các số liệu ấy; không còn dòng nào thì để trống",
        "write into the column moi the slug of the series that tells those figures now; leave it"
        " empty if none does",
    )
    return Finding(shown, move.line, 1, RULE, message, mend, Severity.WARNING)


def _circle(slugs: list[str]) -> Saying:
    way = " → ".join(slugs)
    return Saying(f"địa chỉ cũ dẫn vòng quanh: {way}", f"old addresses lead in a circle: {way}")


def _nowhere(move: Move) -> Saying:
    return Saying(
        f"địa chỉ cũ “{move.cu}” dẫn tới “{move.moi}”, nhưng trang không có dòng số liệu ấy",
        f"the old address “{move.cu}” leads to “{move.moi}”, but the site has no such series",
    )
