"""What looking at one document gives, in the form in which it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Examined:
    """One document, in the form in which it is kept."""

    name: str
    light: str
    body: str
    figures: str
    told: str
    keep: bool
    """Whether a later build may take it over: no error, and nothing that only time decides."""


@dataclass(slots=True)
class FileHashes:
    """Hashes of the files of a content folder, each read once in a process."""

    root: Path
    known: dict[str, str]

    def of(self, name: str) -> str:
        """The hash of the file `name`; empty where there is no such regular file."""
        if name not in self.known:
            self.known[name] = self._read(name)
        return self.known[name]

    def _read(self, name: str) -> str:
        path = self.root / name
        try:
            return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        except (OSError, ValueError):
            return ""
