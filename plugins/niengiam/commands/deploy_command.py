"""`niengiam deploy`: the built site to its host."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click

from findings.reasons import reason_of
from niengiam.console import Desk, fail
from niengiam.options import output_option
from niengiam.sending import copy_site, is_remote, passes, strangers, warn_of_address
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
        rsync = shutil.which("rsync") is not None
        if not rsync and is_remote(to):
            raise fail(desk, "deploy.no_rsync")
        found = strangers(to)
        if found:
            raise fail(desk, "deploy.strangers", to=to, names=", ".join(found[:_NAMED]))
        warn_of_address(desk, output)
        if rsync:
            for arguments in passes(output, to):
                done = subprocess.run(arguments, check=False)
                if done.returncode:
                    return 1
        else:
            try:
                copy_site(output, Path(to))
            except OSError as error:
                reason = words.said(reason_of(error))
                raise fail(desk, "deploy.failed", to=error.filename or to, reason=reason) from None
        desk.say("deploy.done", to=to)
        return 0

    return deploy


#: Of files that would be deleted, so many are named.
_NAMED = 5
