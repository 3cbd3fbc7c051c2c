"""`niengiam verify`: is what is online what was published?"""

from __future__ import annotations

import click

from niengiam.console import Desk, fail
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""

    @click.command(cls=Command, help=desk.words("verify.help"))
    @click.argument("place", default="output", required=False)
    def verify(place: str) -> int:
        from press.staging.manifest import NAME
        from press.staging.manifest import verify as compare

        try:
            count, differences = compare(place)
        except (OSError, ValueError, KeyError):
            raise fail(desk, "verify.no_manifest", name=NAME, place=place) from None
        for difference in differences:
            desk.err.print(f"{desk.words(f'verify.{difference.problem}')}: {difference.name}")
        if differences:
            raise fail(desk, "verify.bad", count=len(differences))
        desk.say("verify.good", count=count)
        return 0

    return verify
