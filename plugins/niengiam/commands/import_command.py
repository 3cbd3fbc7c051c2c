"""`niengiam import`: saved pages of an old site become Markdown."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from niengiam.console import Desk, fail
from niengiam.vietnamese_click import Command
from vntext.dates import DateError, parse_date

if TYPE_CHECKING:
    from legacy_import import Outcome, Report

#: Files of the report, in the folder that receives the articles.
REPORT = ("nhap-bao-cao.txt", "nhap-bao-cao.json")


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("import.help"))
    @click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option(
        "--into", required=True, type=click.Path(path_type=Path), help=words("import.into")
    )
    @click.option("--site", default="", help=words("import.site"))
    @click.option("--date", "date", default="", help=words("import.date"))
    def import_(sources: tuple[Path, ...], into: Path, site: str, date: str) -> int:
        from legacy_import import import_sources

        if into.exists() and not into.is_dir():
            raise fail(desk, "import.no_folder", path=str(into))
        given = _given(desk, date)
        report = import_sources(sources, into, site=site, date=given.date() if given else None)
        return _tell(desk, report, into)

    return import_


def _given(desk: Desk, date: str) -> datetime | None:
    if not date:
        return None
    try:
        return parse_date(date)
    except DateError:
        raise fail(desk, "import.wrong_date", date=date) from None


def _tell(desk: Desk, report: Report, into: Path) -> int:
    """Says and writes the report; 1 if a source gave nothing or something is lost.

    Where no source is there at all, nothing is written and no folder begun.
    """
    from legacy_import import Status, as_json, as_text, lines_of, summary

    for outcome in report.outcomes:
        console = desk.err if outcome.status is Status.REFUSED else desk.out
        for line in lines_of(outcome, desk.words.lang):
            console.print(line)
    for name in report.barren:
        desk.warn("import.barren", source=name)
    desk.out.print(f"{summary(report, desk.words.lang)}.")
    if not any(_was_looked_at(outcome) for outcome in report.outcomes):
        return 1
    into.mkdir(parents=True, exist_ok=True)
    for name, text in zip(REPORT, (as_text(report), as_json(report)), strict=True):
        (into / name).write_text(text, encoding="utf-8", newline="\n")
    desk.say("import.report", path=str(into / REPORT[0]))
    return 1 if report.barren or report.count(Status.REFUSED) else 0


def _was_looked_at(outcome: Outcome) -> bool:
    """Whether there was a page or an archive: of a mistyped path there is nothing to keep."""
    return not any(note.code == "no-source" for note in outcome.notes)
