"""What a build changed, and `changed.txt`, which tells it to copying tools and people."""

from __future__ import annotations

from collections.abc import Iterable, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

NAME = "changed.txt"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed in the site; addresses from its root, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @classmethod
    def between(cls, before: Set[str], now: Set[str], new: Iterable[str]) -> Changes:
        """Those between two sites with these files; the bytes of `new` are other ones."""
        return cls(
            *(tuple(sorted(names)) for names in (now - before, before & {*new}, before - now))
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def write_changes(cache: Path, changes: Changes) -> None:
    """Writes one line a file into the cache folder: `+` added, `~` changed, `-` removed."""
    signs = (("+", changes.added), ("~", changes.changed), ("-", changes.removed))
    lines = [f"{sign} {name}\n" for sign, names in signs for name in names]
    with suppress(OSError):
        (cache / NAME).write_text("".join(lines), "utf-8")
