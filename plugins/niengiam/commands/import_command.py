"""`niengiam import`: saved pages of an old site become Markdown."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from niengiam.console import Desk, fail
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("import.help"))
    @click.argument("sources", nargs=-1, required=True)
    @click.option(
        "--into", required=True, type=click.Path(path_type=Path), help=words("import.into")
    )
    def import_(sources: tuple[str, ...], into: Path) -> int:
        if find_spec("legacy_import") is None:
            raise fail(desk, "error.not_there_yet", what="import")
        status: int = import_module("legacy_import.door").run(list(sources), into)
        return status

    return import_
