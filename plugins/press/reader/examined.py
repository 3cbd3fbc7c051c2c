"""What looking at one document gives, in the form in which it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from findings import Finding, Saying
from vntext.values import quickly_made

#: A file may be written twice within one tick of a coarse clock, or while it is being read:
#: what changed so shortly before it was looked at is looked at again (ns).
SETTLED = 2_000_000_000


@quickly_made
@dataclass(frozen=True, slots=True)
class Examined:
    """One document, in the form in which it is kept."""

    name: str
    light: bytes
    body: bytes
    figures: bytes
    told: bytes
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


class TooLarge(RuntimeError):
    """A document for which the memory does not suffice; its path is the argument."""

    def finding(self) -> Finding:
        """The same as a finding."""
        message = Saying(
            "Không đủ bộ nhớ để đọc bài này", "There is not enough memory to read this article"
        )
        mend = Saying(
            "chia bài thành nhiều bài ngắn hơn, hoặc dựng trên máy có nhiều bộ nhớ hơn",
            "cut it into shorter ones, or build where there is more memory",
        )
        return Finding(str(self.args[0]), 1, 1, "article-large", message, mend)
