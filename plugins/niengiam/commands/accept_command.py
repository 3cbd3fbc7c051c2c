"""`niengiam accept`: figures that changed without their article enter the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from niengiam.console import Desk
from niengiam.options import content_argument, need_content, need_settings, settings_option
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("accept.help"))
    @content_argument()
    @settings_option(words)
    @click.option("--yes", is_flag=True, help=words("accept.yes"))
    def accept(content: Path, settings: Path, yes: bool) -> int:
        from niengiam.settling import settled
        from stat_index.ledger_file import FILE, LedgerError, write_ledger

        need_content(desk, content)
        need_settings(desk, settings)
        path = content / "so-lieu" / FILE
        try:
            settlement = settled(path, content, settings)
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
