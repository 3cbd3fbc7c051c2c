"""The ledger beside what would be published now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desk.rule import Survey
from desk.site import Document, load_site
from niengiam.present import now
from niengiam.reading import FigureReader
from stat_index.ledgers.ledger import Published, Settlement, settle
from stat_index.ledgers.ledger_file import read_ledger
from stat_index.ledgers.moved_series import Move, moves_between


def settled(ledger: Path, content: Path, settings: Path) -> Settlement:
    """What a publication of `content` would find in the file `ledger`, and make of it.

    Raises LedgerError: for a file that is no ledger.
    """
    survey = Survey(load_site(content), now())
    reader = FigureReader(content, settings)
    public = [
        document
        for document in survey.site.documents
        if document.kind == "article" and document.readable and survey.is_public(document)
    ]
    articles = (_published(document, reader) for document in public)
    return settle(read_ledger(ledger), articles, survey.now.date().isoformat())


def new_moves(ledger: Path, settlement: Settlement, known: Iterable[Move]) -> list[Move]:
    """Series that leave the file `ledger` once the settlement is accepted, and where they go.

    Without those of which the `known` ones say so already: an acceptance may have ended halfway.
    """
    said = {move.cu: move.moi for move in known}
    today = now().date().isoformat()
    found = moves_between(read_ledger(ledger), settlement.accepted, today)
    return [move for move in found if said.get(move.cu) != move.moi]


def _published(document: Document, reader: FigureReader) -> Published:
    figures = reader.read(document)
    shown = document.date.date().isoformat() if document.date else ""
    return Published(document.id, shown, figures.fingerprint, figures.observations)
