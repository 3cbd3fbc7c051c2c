"""What a build says while it works, in Vietnamese."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from findings import Finding


@dataclass(slots=True)
class Report:
    """Collects times by phase and says what happens, a line each, on standard error."""

    quiet: bool = False
    phases: dict[str, float] = field(default_factory=dict)

    def say(self, text: str) -> None:
        """One plain line."""
        if not self.quiet:
            print(text, file=sys.stderr, flush=True)

    def findings(self, findings: Iterable[Finding]) -> None:
        """Every finding on a line of its own, also when quiet."""
        for finding in findings:
            print(finding, file=sys.stderr)
        sys.stderr.flush()

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Times the block under `name`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.phases[name] = self.phases.get(name, 0.0) + time.perf_counter() - start
