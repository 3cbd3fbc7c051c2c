"""The build's report, printed as this command prints."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findings import Saying
from niengiam.console import Desk
from niengiam.meter import Meter
from niengiam.words import Words
from press.report import Item, Report

if TYPE_CHECKING:
    from press.archive.told import Told

#: Warnings of one rule shown in full; the rest is counted.
SHOWN = 20


@dataclass(slots=True)
class DeskReport(Report):
    """Findings in colour on a terminal; many of one kind are counted, errors never."""

    desk: Desk = field(default_factory=lambda: Desk(Words("vi")))
    _phase: str = ""

    def warnings(self, told: Told) -> None:
        shown, left = told.warnings(SHOWN)
        self.desk.findings(shown, excerpts=False)
        for rule, count in left.items():
            self.desk.warn("build.more", count=count, rule=rule)
        if told.questions:
            self.say(self.desk.words("build.questions", count=told.questions))

    def say(self, text: str) -> None:
        Report.say(self, self.desk.words.said(text))

    @contextmanager
    def phase(self, name: Saying) -> Iterator[None]:
        self._phase = self.desk.words.said(name)
        with Report.phase(self, Saying(self._phase, self._phase)):
            yield

    def counted(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        if self.quiet:
            yield from items
            return
        meter = Meter(self._phase, total, sys.stderr, self.desk.words("number.thousands"))
        for done, item in enumerate(items, 1):
            yield item
            meter.show(done)

    def summary(self, made: int, files: int) -> None:
        words = self.desk.words
        times = words.number(
            ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.phases.items())
        )
        self.say(words("build.made", made=made, kept=files - made, times=times))
