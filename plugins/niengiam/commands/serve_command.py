"""`niengiam serve`: preview on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from niengiam.console import Desk
from niengiam.options import (
    cache_option,
    content_argument,
    need_content,
    need_settings,
    settings_option,
)
from niengiam.vietnamese_click import Command

PORT = 8000


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("serve.help"))
    @content_argument()
    @click.option("--port", default=PORT, type=click.IntRange(0, 65535), show_default=True,
                  help=words("serve.port"))  # fmt: skip
    @cache_option(words)
    @settings_option(words)
    def serve(content: Path, port: int, cache: Path | None, settings: Path) -> int:
        need_content(desk, content)
        need_settings(desk, settings)
        from niengiam.preview.run import serve as run

        return run(desk, content, settings, cache or Path(".cache"), port)

    return serve
