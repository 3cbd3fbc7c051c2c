"""`niengiam deploy`: the built site to its host."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click

from niengiam.console import Desk, fail
from niengiam.options import output_option
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("deploy.help"))
    @output_option(words)
    @click.option("--to", help=words("deploy.to"))
    def deploy(output: Path, to: str | None) -> int:
        if not (output / "index.html").is_file():
            raise fail(desk, "deploy.no_site", output=output)
        if not to:
            raise fail(desk, "deploy.no_to")
        if shutil.which("rsync") is None:
            raise fail(desk, "deploy.no_rsync")
        for arguments in passes(output, to):
            done = subprocess.run(arguments, check=False)
            if done.returncode:
                return 1
        desk.say("deploy.done", to=to)
        return 0

    return deploy


def passes(output: Path, to: str) -> list[list[str]]:
    """Two runs of rsync: what pages need goes first, then the pages, then what is gone.

    A reader so never meets a page whose style or picture is not there yet.
    """
    common = ["rsync", "--archive", "--compress", "--delay-updates"]
    places = [f"{output}/", f"{to.rstrip('/')}/"]
    return [
        [*common, "--exclude=*.html", *places],
        [*common, "--delete-after", *places],
    ]
