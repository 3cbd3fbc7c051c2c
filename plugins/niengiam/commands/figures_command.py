"""`niengiam figures`: what is read as a figure, and why other numbers are not."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from niengiam.console import Desk, fail
from niengiam.options import content_option, need_content, need_settings, settings_option
from niengiam.vietnamese_click import Command

if TYPE_CHECKING:
    from stat_index.article import ArticleFigures
    from stat_index.model import Observation


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
    """What a file says: figures, and numbers that are none."""
    from niengiam.reading import readings

    words = desk.words
    for reading in readings(files, content, settings):
        desk.out.print()
        desk.out.print(reading.document.path, style="bold")
        desk.findings(reading.findings, excerpts=False)
        title = f"{words('figures.read')} ({len(reading.figures.observations)})"
        own = reading.figures.owner
        rows = [_row(desk, observation, own) for observation in reading.figures.observations]
        if desk.out.width < _WIDE:
            desk.out.print(title, style="bold")
            for row in rows:
                desk.out.print(_lines_of(row))
        else:
            desk.table(title, [words(f"figures.column.{name}") for name in Row._fields], rows)
        desk.table(
            f"{words('figures.refused')} ({len(reading.figures.refusals)})",
            [words(f"figures.column.{name}") for name in ("line", "text", "reason")],
            _refused(desk, reading.figures),
        )


def _refused(desk: Desk, figures: ArticleFigures) -> list[tuple[str, str, str]]:
    """Numbers that are no figures, in reading order: line, number, why."""
    refused = zip(figures.refusal_lines, figures.refusals, strict=True)
    rows = sorted(refused, key=lambda row: row[0])
    return [(str(line), refusal.text, desk.words.refusal(refusal)) for line, refusal in rows]


#: In a narrower window the eight columns of the table break into syllables.
_WIDE = 120


class Row(NamedTuple):
    """A figure in words."""

    line: str
    value: str
    indicator: str
    level: str
    period: str
    kind: str
    rule: str
    confidence: str


def _row(desk: Desk, observation: Observation, own: str) -> Row:
    """A figure; `own` is the id of the article's organisation, which is not told each time."""
    from stat_index.values import value_text

    words, o = desk.words, observation
    named = o.indicator.label if o.indicator.registered else f"{o.phrase} (?)"
    return Row(
        str(o.line),
        value_text(o, o.unit or ""),
        named if o.organisation.id == own else f"{named} – {o.organisation.name}",
        o.level or "",
        f"{o.period or '—'} ({words(f'figures.period_source.{o.period_source}')})",
        words(f"figures.kind.{o.kind}"),
        words.rule(o.rule),
        f"{round(o.confidence * 100)} %" + ("" if o.published else " ?"),
    )


def _lines_of(row: Row) -> str:
    """The figure on a line, how it was read below."""
    named = ", ".join(filter(None, (row.indicator, row.level)))
    said = " · ".join((f"{row.value} → {named}", row.period, row.kind))
    return f"{row.line:>5}  {said}\n{'':>7}{row.rule} · {row.confidence}"
