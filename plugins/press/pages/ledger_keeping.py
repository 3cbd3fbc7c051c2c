"""The ledger at publication: no figure changes in silence.

Only a publication looks at the ledger and writes it, for it says what has
been published; an ordinary build never touches the content folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from desk.rule import Survey
from desk.site import Document
from findings import Finding
from press.reader.records import Record
from stat_index.ledgers import moved_series_file
from stat_index.ledgers.ledger import Published, Settlement, check_ledger
from stat_index.ledgers.ledger_file import FILE, Entry, write_ledger
from stat_index.ledgers.moved_series import Move, moved_on
from stat_index.ledgers.moved_series_file import add_moves, read_moves


class LedgerKeeper:
    """Holds the figures of a publication against those published before."""

    def __init__(self, content: Path, shown: str) -> None:
        self._path = content / "so-lieu" / FILE
        self._shown = f"{shown}/so-lieu/{FILE}"
        self._moves = content / "so-lieu" / moved_series_file.FILE
        self._settlement: Settlement | None = None
        self._today = ""

    def check(
        self,
        survey: Survey,
        records: Mapping[str, Record],
        fingerprint: Callable[[Document], str],
    ) -> list[Finding]:
        """An error for each figure that changed although its article did not.

        `records` by name of the document; `fingerprint` tells whether an
        article changed.
        """
        articles = _published(survey, records, fingerprint)
        self._today = survey.now.date().isoformat()
        self._settlement, findings = check_ledger(
            self._path, self._shown, articles, strict=True, today=self._today
        )
        return findings

    @property
    def entries(self) -> tuple[Entry, ...] | None:
        """The ledger as this publication leaves it; None when this is no publication."""
        return self._settlement.entries if self._settlement else None

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Series that editors moved since the last publication, by editing articles, and whither."""
        if self._settlement is None:
            return ()
        known, _ = read_moves(self._moves, "")
        before, after = self._settlement.before, self._settlement.entries
        return tuple(moved_on(before, after, self._today, known))

    def write(self) -> None:
        """Notes what is published now; a site without figures gets no ledger."""
        if self._settlement and (self._settlement.entries or self._path.exists()):
            add_moves(self._moves, self.moves)
            write_ledger(self._path, self._settlement.entries)


def _published(
    survey: Survey, records: Mapping[str, Record], fingerprint: Callable[[Document], str]
) -> Iterator[Published]:
    for document in survey.site.documents:
        record = records.get(document.name)
        if record is None or document.kind != "article" or not survey.is_public(document):
            continue
        shown = document.date.date().isoformat() if document.date else ""
        yield Published(document.id, shown, fingerprint(document), record.observations)
