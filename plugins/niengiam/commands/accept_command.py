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
        from niengiam.settling import new_moves, settled
        from stat_index.ledgers import moved_series_file as old
        from stat_index.ledgers.ledger_file import FILE, LedgerError, write_ledger

        need_content(desk, content)
        need_settings(desk, settings)
        path, addresses = content / "so-lieu" / FILE, content / "so-lieu" / old.FILE
        known, problems = old.read_moves(addresses, str(addresses))
        if problems:
            desk.findings(problems)
            return 1
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
        moves = new_moves(path, settlement, known)
        for move in moves:
            desk.say("accept.moved" if move.moi else "accept.ended", old=move.cu, new=move.moi)
        if yes or desk.confirm("accept.ask", count=count):
            # First: once the ledger is written, nobody knows which series there were.
            old.add_moves(addresses, moves)
            write_ledger(path, settlement.accepted)
            desk.say("accept.done", count=count, path=path)
            if moves:
                desk.say("accept.addresses", count=len(moves), path=addresses)
        return 0

    return accept
