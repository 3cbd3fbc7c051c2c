"""`niengiam check`: everything there is to say, and mending what is safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from niengiam.console import Desk, as_github, as_json, counts
from niengiam.options import (
    cache_option,
    content_option,
    need_content,
    need_settings,
    settings_option,
)
from niengiam.vietnamese_click import Command

if TYPE_CHECKING:
    from desk.fix import Fix
    from niengiam.checking import Checked

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("check.help"))
    @click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
    @content_option(words)
    @settings_option(words)
    @cache_option(words)
    @click.option("--json", "form", flag_value="json", help=words("check.json"))
    @click.option("--github", "form", flag_value="github", help=words("check.github"))
    @click.option("--fix", is_flag=True, help=words("check.fix"))
    @click.option("--yes", is_flag=True, help=words("check.yes"))
    @click.option("--tones", is_flag=True, help=words("check.tones"))
    @click.option("--fast", is_flag=True, help=words("check.fast"))
    def check(
        files: tuple[Path, ...],
        content: Path,
        settings: Path,
        cache: Path | None,
        form: str | None,
        fix: bool,
        yes: bool,
        tones: bool,
        fast: bool,
    ) -> int:
        need_content(desk, content)
        if not fast:
            need_settings(desk, settings)
        if fix:
            _mend(desk, content, files, yes=yes, tones=tones)
        return _look(desk, content, files, settings, cache, form, fast=fast)

    return check


def _look(
    desk: Desk,
    content: Path,
    files: tuple[Path, ...],
    settings: Path,
    cache: Path | None,
    form: str | None,
    *,
    fast: bool,
) -> int:
    """Checks and tells; the exit status."""
    from niengiam.checking import check_all, check_text
    from niengiam.reporting import DeskReport
    from press.build import Failed

    if fast:
        return _tell(desk, check_text(content, files), form, content)
    report = DeskReport(quiet=form is not None, desk=desk)
    try:
        checked = check_all(content, files, settings, cache or Path(".cache"), report)
    except Failed as failure:
        desk.findings(failure.findings)
        desk.err.print(desk.words.said(failure.message))
        return 1
    return _tell(desk, checked, form, content)


def _tell(desk: Desk, checked: Checked, form: str | None, content: Path) -> int:
    """Prints the findings in the wanted form; the exit status."""
    found = checked.findings
    number = counts(found)
    if form == "json":
        click.echo(as_json(found, desk.words.lang))
    elif form == "github":
        for finding in found:
            click.echo(as_github(finding, desk.words.lang))
    else:
        desk.findings(found)
        key = "check.summary" if found else "check.clean"
        desk.say(key, count=len(checked.documents), **number)
    for path in checked.unknown:
        desk.warn("check.unknown", path=path, content=content)
    return 1 if number["errors"] or checked.unknown else 0


def _mend(desk: Desk, content: Path, files: tuple[Path, ...], *, yes: bool, tones: bool) -> None:
    """Shows what can be mended and, when the person agrees, writes it."""
    from desk.fix import fixes
    from niengiam.checking import check_text

    checked = check_text(content, files)
    found = list(fixes(checked.survey, list(checked.documents), tones=tones))
    if not found:
        desk.say("check.nothing_to_fix")
        return
    for fix in found:
        _show(desk, fix)
    if yes or desk.confirm("check.apply", count=len(found)):
        for fix in found:
            fix.write()
        desk.say("check.fixed", count=len(found))


def _show(desk: Desk, fix: Fix) -> None:
    for line in fix.diff():
        desk.out.print(Text(line, style=_COLOURS.get(line[:1], "")))
