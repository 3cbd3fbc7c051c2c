"""`niengiam publish`: `build --publish` under a shorter name."""

from __future__ import annotations

from pathlib import Path

import click

from niengiam.commands.build_command import run
from niengiam.console import Desk
from niengiam.options import cache_option, content_argument, output_option, settings_option
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("publish.help"))
    @content_argument()
    @output_option(words)
    @cache_option(words)
    @settings_option(words)
    def publish(content: Path, output: Path, cache: Path | None, settings: Path) -> int:
        return run(desk, content, output, cache, settings, publish=True, quiet=False)

    return publish
