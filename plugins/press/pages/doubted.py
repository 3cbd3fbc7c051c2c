"""What the index finds doubtful, told when somebody asks: its figures are looked up only then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from desk.site import Document
from findings import Finding
from press.cache.store import Damaged, Store
from stat_index.doubts import Doubt, doubts_in
from stat_index.keeping.observation_json import loads

if TYPE_CHECKING:
    from stat_index.model import Observation


#: The part of the store that tells what is doubtful of the published index.
DOUBTS = "so-lieu-ngo"


class Doubted:
    """Findings on what an index finds doubtful."""

    def __init__(
        self, store: Store, documents: Mapping[str, Document], doubts: str | None = None
    ) -> None:
        """`documents` are those of the site, by name.

        `doubts` is what its index says (`Archive.doubts`); without, what the published one said.
        """
        self._store = store
        self._text = store.get("part", DOUBTS) or "" if doubts is None else doubts
        self._documents = documents
        self._figures: dict[str, dict[str, Observation]] = {}

    @classmethod
    def of_nothing(cls) -> Doubted:
        """Where no index was put together."""
        return cls(Store(None, None), {})

    @cached_property
    def _doubts(self) -> list[Doubt]:
        """By the names of the articles at which they are told."""
        found = doubts_in(self._text)
        return sorted(found, key=lambda doubt: doubt.figures[0][0])

    def __iter__(self) -> Iterator[Finding]:
        return map(self._finding, self._doubts)

    def first(self, limit: int) -> tuple[list[Finding], dict[str, int]]:
        """The first of each rule, and how many more each rule has."""
        seen: Counter[str] = Counter()
        shown = []
        for doubt in self._doubts:
            seen[doubt.kind] += 1
            if seen[doubt.kind] <= limit:
                shown.append(self._finding(doubt))
        return shown, {f"figure-{kind}": n - limit for kind, n in seen.items() if n > limit}

    def of(self, path: str) -> list[Finding]:
        """Those told at the file `path`."""
        told = (d for d in self._doubts if self._documents[d.figures[0][0]].path == path)
        return list(map(self._finding, told))

    def _finding(self, doubt: Doubt) -> Finding:
        # Most archives have none, and a rebuild after an edit loads no more than it needs.
        from desk.figure_check import doubt_finding

        stated = [(self._documents[name], self._figure(name, id)) for name, id in doubt.figures]
        return doubt_finding(doubt, stated)

    def _figure(self, name: str, id: str) -> Observation:
        if name not in self._figures:
            text = self._store.get("figures", name)
            self._figures[name] = {o.id: o for o in loads(text)} if text else {}
        try:
            return self._figures[name][id]
        except KeyError:
            raise Damaged("missing") from None
