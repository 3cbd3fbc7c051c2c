"""`niengiam start`: clear the sample content."""

from __future__ import annotations

from pathlib import Path

import click

from niengiam.console import Desk
from niengiam.options import content_argument, need_content
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("start.help"))
    @content_argument()
    @click.option("--yes", is_flag=True, help=words("start.yes"))
    def start(content: Path, yes: bool) -> int:
        from niengiam.sample import clear_sample, find_sample, recorded

        need_content(desk, content)
        sample = find_sample(content, recorded())
        count = len(sample.untouched)
        if not count:
            desk.say("start.none", content=content)
            return 0
        if not yes and not desk.confirm("start.ask", count=count, content=content):
            return 0
        clear_sample(content, sample)
        if sample.edited:
            desk.say("start.edited", count=len(sample.edited), paths=", ".join(sample.edited))
        desk.say("start.done", count=count, settings="pelicanconf.py", content=content)
        return 0

    return start
