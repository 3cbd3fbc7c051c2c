"""What a build says while it works, in Vietnamese."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from findings import Finding, Saying, Severity

if TYPE_CHECKING:
    from press.archive.told import Told

Item = TypeVar("Item")


@dataclass(slots=True)
class Report:
    """Collects times by phase and says what happens, a line each, on standard error."""

    quiet: bool = False
    phases: dict[str, float] = field(default_factory=dict)

    def say(self, text: str) -> None:
        """One plain line."""
        if not self.quiet:
            print(text, file=sys.stderr, flush=True)

    def warnings(self, told: Told) -> None:
        """What a build says although it goes on."""
        self.findings(finding for finding in told if finding.severity is Severity.WARNING)

    def findings(self, findings: Iterable[Finding]) -> None:
        """Every finding on a line of its own, also when quiet."""
        for finding in findings:
            print(finding, file=sys.stderr)
        sys.stderr.flush()

    @contextmanager
    def phase(self, name: Saying) -> Iterator[None]:
        """Times the block under `name`."""
        start = time.perf_counter()
        shown = not self.quiet and sys.stderr.isatty()
        if shown:
            print(f"\r\x1b[K{name} …", end="", file=sys.stderr, flush=True)
        try:
            yield
        finally:
            if shown:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.phases[name] = self.phases.get(name, 0.0) + time.perf_counter() - start

    def counted(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        """`items` as they come; there will be `total` of them."""
        yield from items

    def summary(self, made: int, files: int) -> None:
        """One line: files made and kept, and the time of each phase."""
        times = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.phases.items())
        self.say(f"Làm lại {made} trong {files} tệp ({times.replace('.', ',')}).")
