"""`changed.txt`: what the last build added, changed and removed, for copying tools and people."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from press.staging.stage import Changes

NAME = "changed.txt"


def write_changes(cache: Path, changes: Changes) -> None:
    """Writes one line a file into the cache folder: `+` added, `~` changed, `-` removed."""
    signs = (("+", changes.added), ("~", changes.changed), ("-", changes.removed))
    lines = [f"{sign} {name}\n" for sign, names in signs for name in names]
    with suppress(OSError):
        (cache / NAME).write_text("".join(lines), "utf-8")
