"""`niengiam build`: check, build beside, swap in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findings import Severity
from niengiam.console import Desk
from niengiam.options import (
    cache_option,
    content_argument,
    need_content,
    need_settings,
    output_option,
    settings_option,
)
from niengiam.present import when
from niengiam.vietnamese_click import Command

if TYPE_CHECKING:
    from press.build import BuildResult


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("build.help"))
    @content_argument()
    @output_option(words)
    @cache_option(words)
    @settings_option(words)
    @click.option("--publish", is_flag=True, help=words("option.publish"))
    @click.option("--quiet", "-q", is_flag=True, help=words("option.quiet"))
    @click.option("--why", multiple=True, metavar="PAGE", help=words("build.why"))
    def build(
        content: Path,
        output: Path,
        cache: Path | None,
        settings: Path,
        publish: bool,
        quiet: bool,
        why: tuple[str, ...],
    ) -> int:
        return run(desk, content, output, cache, settings, publish=publish, quiet=quiet, why=why)

    return build


def run(
    desk: Desk,
    content: Path,
    output: Path,
    cache: Path | None,
    settings: Path,
    *,
    publish: bool,
    quiet: bool,
    why: Sequence[str] = (),
) -> int:
    """Builds the site; its exit status."""
    from niengiam.reporting import DeskReport
    from press.build import Failed
    from press.build import build as press_build

    need_settings(desk, settings)
    need_content(desk, content)
    report = DeskReport(quiet=quiet, desk=desk)
    try:
        result = press_build(content, output, cache, publish, settings, report)
    except Failed as failure:
        errors = [f for f in failure.findings if f.severity is Severity.ERROR]
        desk.findings(errors)
        if errors:
            desk.warn("build.failed", errors=len(errors))
        else:
            desk.err.print(desk.words.said(failure.message))
        return 1
    if not quiet:
        _tell(desk, result, output)
        if publish:
            from niengiam.sending import warn_of_address

            warn_of_address(desk, output)
    for page in why:
        desk.out.print(desk.words.said(result.why(page)))
    return 0


def _tell(desk: Desk, result: BuildResult, output: Path) -> None:
    """What was built and what waits."""
    changes = result.changes
    desk.say(
        "build.changes",
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
    if result.scheduled:
        paths = ", ".join(record.path for record in result.scheduled[:10])
        desk.say("build.scheduled", count=len(result.scheduled), paths=paths)
        first = result.scheduled[0]
        date = when(first.date) if first.date else ""
        desk.say("build.next", title=first.title, path=first.path, date=date)
    desk.say(
        "build.done",
        articles=result.articles,
        pages=result.pages,
        figures=result.figures,
        output=output,
        open=output / "index.html",
    )
