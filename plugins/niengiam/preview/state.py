"""What the preview knows now, told to every page that is open."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from findings import Finding, Severity, in_english
from niengiam.console import plain

Told = queue.SimpleQueue["str | None"]


class Findings(Protocol):
    """Everything that a good build has to say, found by file."""

    def of(self, path: str) -> list[Finding]: ...


@dataclass
class State:
    """The version of the last good site and what the last build said."""

    lang: str = "vi"
    """The language of what pages are told."""
    edits: int = 0
    """How often something was saved: what is known of the sources holds until the next time."""
    version: int = 0
    findings: Iterable[Finding] = ()
    """What stopped the last build and what else it found; empty when it went well."""
    message: str = ""
    """What stopped the last build; empty when it went well."""
    _of: Callable[[str], list[Finding]] = lambda path: []
    _listeners: list[Told] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def edited(self) -> None:
        """Something was saved."""
        with self._lock:
            self.edits += 1

    def good(self, findings: Findings) -> None:
        """A new site stands."""
        with self._lock:
            self.version += 1
            self.findings, self.message = (), ""
            self._of = findings.of
        self._tell()

    def newer(self) -> None:
        """A page of the site is newer; what there is to say follows with the next build."""
        with self._lock:
            self.version += 1
            self.findings, self.message = (), ""
        self._tell()

    def bad(self, message: str, findings: tuple[Finding, ...]) -> None:
        """The old site stays; this is why."""
        with self._lock:
            self.findings, self.message = findings, message
            self._of = lambda path: [finding for finding in findings if finding.path == path]
        self._tell()

    def of(self, path: str) -> list[Finding]:
        """What the last build said of the file `path`."""
        return self._of(path)

    def listen(self) -> Told:
        """A queue on which each new state is put, the present one at once."""
        told: Told = queue.SimpleQueue()
        with self._lock:
            self._listeners.append(told)
        told.put(self.as_json())
        return told

    def leave(self, told: Told) -> None:
        """Stops telling."""
        with self._lock:
            if told in self._listeners:
                self._listeners.remove(told)

    def close(self) -> None:
        """Ends every page's connection."""
        for told in list(self._listeners):
            told.put(None)

    def as_json(self) -> str:
        """The state as the pages' script reads it: errors only, the rest belongs to its page."""
        errors = [plain(f, self.lang) for f in self.findings if f.severity is Severity.ERROR]
        message = in_english(self.message) if self.lang == "en" else self.message
        state = {"version": self.version, "message": message, "errors": errors}
        return json.dumps(state, ensure_ascii=False)

    def _tell(self) -> None:
        for told in list(self._listeners):
            told.put(self.as_json())
