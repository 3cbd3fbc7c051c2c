"""`niengiam accept`: figures that changed without their article enter the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.rule import Survey
from desk.site import Document, load_site
from niengiam.console import Desk
from niengiam.options import content_argument, need_content, need_settings, settings_option
from niengiam.present import now
from niengiam.vietnamese_click import Command

if TYPE_CHECKING:
    from niengiam.reading import FigureReader
    from stat_index.ledger import Published, Settlement


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("accept.help"))
    @content_argument()
    @settings_option(words)
    @click.option("--yes", is_flag=True, help=words("accept.yes"))
    def accept(content: Path, settings: Path, yes: bool) -> int:
        from stat_index.ledger import FILE, LedgerError, write_ledger

        need_content(desk, content)
        need_settings(desk, settings)
        path = content / "so-lieu" / FILE
        try:
            settlement = _settled(path, content, settings)
        except LedgerError as problem:
            message, mend = problem.said(desk.words.lang)
            desk.err.print(f"{path}:{problem.line}: {message}; {mend}")
            return 1
        count = len(settlement.differences)
        if not count:
            desk.say("accept.nothing")
            return 0
        for difference in settlement.differences:
            desk.out.print(str(difference))
        if yes or desk.confirm("accept.ask", count=count):
            write_ledger(path, settlement.accepted)
            desk.say("accept.done", count=count, path=path)
        return 0

    return accept


def _settled(path: Path, content: Path, settings: Path) -> Settlement:
    """The ledger beside what would be published now."""
    from niengiam.reading import FigureReader
    from stat_index.ledger import read_ledger, settle

    survey = Survey(load_site(content), now())
    reader = FigureReader(content, settings)
    public = [
        document
        for document in survey.site.documents
        if document.kind == "article" and document.readable and survey.is_public(document)
    ]
    articles = (_published(document, reader) for document in public)
    return settle(read_ledger(path), articles, survey.now.date().isoformat())


def _published(document: Document, reader: FigureReader) -> Published:
    from stat_index.ledger import Published

    figures = reader.read(document)
    day = document.modified or document.date
    shown = day.date().isoformat() if day else ""
    return Published(document.id, shown, figures.fingerprint, figures.observations)
