"""What the preview knows now, told to every page that is open."""

from __future__ import annotations

import json
import queue
import threading
from dataclasses import dataclass, field

from findings import Finding, Severity, in_english
from niengiam.console import plain

Told = queue.SimpleQueue["str | None"]


@dataclass
class State:
    """The version of the last good site and the findings of the last build."""

    lang: str = "vi"
    """The language of what pages are told."""
    version: int = 0
    findings: tuple[Finding, ...] = ()
    message: str = ""
    """What stopped the last build; empty when it went well."""
    _listeners: list[Told] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def good(self, findings: tuple[Finding, ...]) -> None:
        """A new site stands."""
        with self._lock:
            self.version += 1
            self.findings, self.message = findings, ""
        self._tell()

    def bad(self, message: str, findings: tuple[Finding, ...]) -> None:
        """The old site stays; this is why."""
        with self._lock:
            self.findings, self.message = findings, message
        self._tell()

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
