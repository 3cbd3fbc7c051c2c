"""Files of many rows as the last build left them, cut into the sheets that they were joined of.

An edit changes the rows of a few series in a year; the others are taken from the file as it is
published, by the lengths that were noted when it was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Protocol

from stat_index.keeping.kept_lines import Keeper

Sheet = tuple[bytes, ...]
"""The rows of one series in some of its years, in each of the forms."""
Named = tuple[str, Sheet]
"""A sheet under a digest of all that it says."""


class LastBuild(Keeper, Protocol):
    """What the last build left."""

    def file(self, name: str, shows: str) -> bytes | None:
        """The published file of that name, if it shows what `shows` tells; else None."""


def note(last: LastBuild, name: str, shows: str, sheets: Iterable[Named]) -> None:
    """Notes of which sheets the files of the set `name` are joined that show `shows`."""
    cuts = [[mark, *map(len, sheet)] for mark, sheet in sheets]
    last.put([(_note(name), json.dumps([shows, cuts]))])


def noted(last: LastBuild, name: str) -> tuple[str, Sequence[Sequence[int | str]]]:
    """What was noted: what the files show, and of each sheet its digest and its lengths."""
    text = last.get(_note(name))
    shows, cuts = json.loads(text) if text else ("", [])
    return shows, cuts


def sheets_in(
    cuts: Iterable[Sequence[int | str]], rows: Sequence[bytes], betweens: Sequence[bytes]
) -> dict[str, Sheet]:
    """The sheets in `rows`, the rows of the file of each form, by their digests.

    None where the lengths do not add up.
    """
    found: dict[str, Sheet] = {}
    places = [0 for _ in rows]
    for mark, *lengths in cuts:
        ends = [place + int(length) for place, length in zip(places, lengths, strict=True)]
        each = zip(rows, places, ends, strict=True)
        found[str(mark)] = tuple(content[place:end] for content, place, end in each)
        places = [end + len(text) for end, text in zip(ends, betweens, strict=True)]
    sizes = [len(content) + len(text) for content, text in zip(rows, betweens, strict=True)]
    return found if places == sizes else {}


def _note(name: str) -> str:
    return f"to {name}"
