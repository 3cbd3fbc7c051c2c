"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from niengiam.console import Desk, fail
from niengiam.words import Words

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def content_argument() -> Decorator:
    """`[CONTENT]`, the content folder."""
    return click.argument(
        "content", required=False, default="content", type=click.Path(path_type=Path)
    )


def content_option(words: Words) -> Decorator:
    """`--content`, where the argument means something else."""
    return click.option(
        "--content", default="content", type=click.Path(path_type=Path), show_default=True,
        help=words("option.content"),
    )  # fmt: skip


def settings_option(words: Words) -> Decorator:
    """`--settings`."""
    return click.option(
        "--settings", default="pelicanconf.py", type=click.Path(path_type=Path),
        show_default=True, help=words("option.settings"),
    )  # fmt: skip


def output_option(words: Words) -> Decorator:
    """`--output`."""
    return click.option(
        "--output", "-o", default="output", type=click.Path(path_type=Path), show_default=True,
        help=words("option.output"),
    )  # fmt: skip


def cache_option(words: Words) -> Decorator:
    """`--cache`."""
    return click.option("--cache", type=click.Path(path_type=Path), help=words("option.cache"))


def need_content(desk: Desk, content: Path) -> None:
    """Ends the command where there is no such folder."""
    if not content.is_dir():
        raise fail(desk, "error.no_content", path=content)


def need_settings(desk: Desk, settings: Path) -> None:
    """Ends the command where there is no such file."""
    if not settings.is_file():
        raise fail(desk, "error.no_settings", path=settings)
