"""Which organisations belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stat_index.model import Organisation


@dataclass(frozen=True, slots=True)
class Near:
    """The organisations that the page of one leads to."""

    cluster: Organisation | None
    """That it belongs to, or in whose tables it has a row."""
    members: tuple[Organisation, ...]
    """That belong to it."""
    rows: tuple[Organisation, ...]
    """That only rows of its tables name."""


def near_of(every: Iterable[Organisation]) -> Mapping[str, Near]:
    """What is near each of the organisations, by their ids."""
    by_id = {one.id: one for one in every}
    belonging: dict[str, list[Organisation]] = defaultdict(list)
    for one in by_id.values():
        belonging[one.cluster].append(one)
    return {
        id: Near(
            by_id.get(one.cluster),
            tuple(other for other in belonging.get(id, ()) if not other.named_by_row),
            tuple(other for other in belonging.get(id, ()) if other.named_by_row),
        )
        for id, one in by_id.items()
    }
