"""What the command prints: plain lines for programs, colour for people at a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from findings import Finding, Severity
from niengiam.words import Words

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.QUESTION: "cyan"}
_YES = {"vi": ("c", "có", "co", "y", "yes"), "en": ("y", "yes")}


class Desk:
    """The words and the two streams of one run."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.out = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
        self.err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True, emoji=False)

    def say(self, key: str, **values: object) -> None:
        """The words under `key`, on standard output."""
        self.out.print(self.words(key, **values))

    def warn(self, key: str, **values: object) -> None:
        """The words under `key`, on standard error."""
        self.err.print(self.words(key, **values))

    def confirm(self, key: str, **values: object) -> bool:
        """Whether the person says yes; no when nobody is there to ask, which is answered."""
        question = f"{self.words(key, **values)} {self.words('answer.default_no')} "
        try:
            answer = input(question)
        except EOFError:
            print()
            answer = ""
        agreed = answer.strip().lower() in _YES[self.words.lang]
        if not agreed:
            self.say("answer.nothing")
        return agreed

    def findings(self, findings: Iterable[Finding], *, excerpts: bool = True) -> None:
        """Each finding on a line, with the place it speaks of below, on standard error."""
        lines = _Lines()
        for finding in findings:
            self.err.print(self._line(finding))
            if excerpts:
                for text in lines.excerpt(finding):
                    self.err.print(Text(text, style="dim"))

    def _line(self, finding: Finding) -> Text:
        name = self.words(f"severity.{finding.severity}")
        text = Text(f"{finding.path}:{finding.line}:{finding.column}: ")
        text.append(f"{name}: ", _STYLES[finding.severity])
        message, mend = finding.said(self.words.lang)
        text.append(message)
        text.append(f"; {mend}" if mend else "", "green")
        text.append(f" ({finding.rule})", "dim")
        return text

    def table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table that fits a terminal."""
        from rich.table import Table

        # Rich would break a title that is wider than its table.
        self.out.print(title, style="bold")
        table = Table()
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self.out.print(table, soft_wrap=False)


class _Lines:
    """Lines of source files, each file read once."""

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def excerpt(self, finding: Finding) -> list[str]:
        """The line that a finding speaks of, with a mark below the column."""
        lines = self._file(finding.path)
        if not finding.line <= len(lines):
            return []
        text = lines[finding.line - 1].replace("\t", " ")
        begin = max(0, finding.column - 41)
        shown = "".join(c if c.isprintable() else "·" for c in text[begin : begin + 80])
        number = f"{finding.line:>6} │ "
        if not shown.strip():
            return []
        return [f"{number}{shown}", f"{' ' * len(number)}{' ' * (finding.column - begin - 1)}^"]

    def _file(self, path: str) -> list[str]:
        if path not in self._files:
            file = Path(path)
            try:
                # A pipe that bears an article's name would never end.
                text = file.read_text("utf-8-sig") if file.is_file() else ""
            except (OSError, ValueError):
                text = ""
            self._files[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._files[path]


def plain(finding: Finding, lang: str) -> dict[str, Any]:
    """`finding` as plain values, in one language."""
    message, mend = finding.said(lang)
    return {**asdict(finding), "message": message, "mend": mend}


def as_json(findings: Iterable[Finding], lang: str) -> str:
    """`findings` as a JSON array of objects."""
    return json.dumps([plain(f, lang) for f in findings], ensure_ascii=False, indent=1)


def as_github(finding: Finding, lang: str) -> str:
    """`finding` as a command of GitHub Actions."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUESTION: "notice"}
    place = {"file": finding.path, "line": finding.line, "col": finding.column}
    parts = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    said = _data("; ".join(finding.said(lang)))
    return f"::{kinds[finding.severity]} {parts},title={_property(finding.rule)}::{said}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    number = Counter(finding.severity for finding in findings)
    return {
        "errors": number[Severity.ERROR],
        "warnings": number[Severity.WARNING],
        "questions": number[Severity.QUESTION],
    }


def debugging() -> bool:
    """Whether a fault of the program should be shown whole."""
    return bool(os.environ.get("NIENGIAM_DEBUG"))


def fail(desk: Desk, key: str, **values: object) -> click.exceptions.Exit:
    """Says why and gives the exception that ends the command with status 1."""
    desk.warn(key, **values)
    sys.stderr.flush()
    return click.exceptions.Exit(1)
