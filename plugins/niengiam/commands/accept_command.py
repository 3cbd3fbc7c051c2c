"""`niengiam accept`: figures that changed without their article enter the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from niengiam.console import Desk, fail
from niengiam.options import content_argument, need_content, need_settings, settings_option
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("accept.help"))
    @content_argument()
    @settings_option(words)
    @click.option("--yes", is_flag=True, help=words("check.yes"))
    def accept(content: Path, settings: Path, yes: bool) -> int:
        need_content(desk, content)
        need_settings(desk, settings)
        raise fail(desk, "error.not_there_yet", what="accept")

    return accept
