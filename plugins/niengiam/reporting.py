"""The build's report, printed as this command prints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from niengiam.console import Desk
from niengiam.words import Words
from press.report import Report
from press.told import Told

#: Warnings of one rule shown in full; the rest is counted.
SHOWN = 20


@dataclass(slots=True)
class DeskReport(Report):
    """Findings in colour on a terminal; many of one kind are counted, errors never."""

    desk: Desk = field(default_factory=lambda: Desk(Words("vi")))

    def warnings(self, told: Told) -> None:
        shown, left = told.warnings(SHOWN)
        self.desk.findings(shown, excerpts=False)
        for rule, count in left.items():
            self.desk.warn("build.more", count=count, rule=rule)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        with Report.phase(self, self.desk.words.press(name)):
            yield

    def summary(self, made: int, files: int) -> None:
        times = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.phases.items())
        if self.desk.words.lang == "vi":
            times = times.replace(".", ",")
        self.say(self.desk.words("build.made", made=made, files=files, times=times))
