"""`niengiam figures`: what is read as a figure, and why other numbers are not."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from niengiam.console import Desk, fail
from niengiam.options import content_option, need_content, need_settings, settings_option
from niengiam.vietnamese_click import Command


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("figures.help"))
    @click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
    @click.option("--jsonl", is_flag=True, help=words("figures.jsonl"))
    @content_option(words)
    @settings_option(words)
    def figures(files: tuple[Path, ...], jsonl: bool, content: Path, settings: Path) -> int:
        if jsonl:
            return _lines(desk)
        if not files:
            raise fail(desk, "figures.no_files")
        need_content(desk, content)
        need_settings(desk, settings)
        _show(desk, files, content, settings)
        return 0

    return figures


def _lines(desk: Desk) -> int:
    """JSON lines from standard input to standard output."""
    from figures.jsonl import lines

    source = io.TextIOWrapper(sys.stdin.buffer, "utf-8")
    try:
        for line in lines(source):
            click.echo(line)
    except (ValueError, KeyError) as problem:
        raise fail(desk, "figures.bad_line", message=problem) from None
    return 0


def _show(desk: Desk, files: tuple[Path, ...], content: Path, settings: Path) -> None:
    """Two tables a file: figures, and numbers that are none."""
    from niengiam.reading import readings
    from stat_index.values import value_text

    words = desk.words
    for reading in readings(files, content, settings):
        desk.out.print()
        desk.out.print(reading.document.path, style="bold")
        desk.findings(reading.findings, excerpts=False)
        columns = ("line", "value", "indicator", "level", "period", "kind", "rule", "confidence")
        desk.table(
            f"{words('figures.read')} ({len(reading.figures.observations)})",
            [words(f"figures.column.{name}") for name in columns],
            [
                (
                    str(o.line),
                    value_text(o, o.unit or ""),
                    o.indicator.label if o.indicator.registered else f"{o.phrase} (?)",
                    o.level or "",
                    f"{o.period or '—'} ({words(f'figures.period_source.{o.period_source}')})",
                    words(f"figures.kind.{o.kind}"),
                    words.rule(o.rule),
                    f"{round(o.confidence * 100)} %" + ("" if o.published else " ?"),
                )
                for o in reading.figures.observations
            ],
        )
        desk.table(
            f"{words('figures.refused')} ({len(reading.figures.refusals)})",
            [words("figures.column.text"), words("figures.column.reason")],
            [(refusal.text, words.refusal(refusal)) for refusal in reading.figures.refusals],
        )
