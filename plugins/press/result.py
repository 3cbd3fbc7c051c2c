"""What comes of a build: what it did, or why it stopped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findings import Finding, Saying

if TYPE_CHECKING:
    from desk.rule import Survey
    from press.archive.told import Told
    from press.edits.quick import Standby
    from press.reader.records import Record
    from press.staging.changes import Changes


class Failed(Exception):
    """The build stops; the old site stands."""

    def __init__(self, message: Saying, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a check looked at, and all there is to say of it, in reading order."""

    survey: Survey
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    articles: int
    pages: int
    figures: int
    scheduled: tuple[Record, ...]
    changes: Changes
    findings: Told
    """Warnings and questions."""
    files: int = 0
    """All files of the site."""
    made: Mapping[str, Saying] = field(default_factory=dict)
    """Those that were made anew, and why."""
    names: Collection[str] = ()
    """Those of the site."""
    standby: Callable[[], Standby] | None = None
    """Gives what quick pages need (`press.edits.quick`), for as long as no newer build was made."""

    def why(self, page: str) -> Saying:
        """Why `page`, a file or an address from the root, was made anew or not."""
        name = page.lstrip("/")
        for spelling in (name, f"{name.rstrip('/')}/index.html".lstrip("/")):
            if spelling in self.made:
                reason = self.made[spelling]
                return Saying(
                    f"{spelling}: làm lại, vì {reason}",
                    f"{spelling}: made anew, because {reason.english}",
                )
            if spelling in self.names:
                return Saying(
                    f"{spelling}: không làm lại, vì những gì nó hiện ra không đổi",
                    f"{spelling}: not made anew, because nothing that it shows has changed",
                )
        return Saying(f"{name}: trang web không có tệp này", f"{name}: the site has no such file")


def errors_said(number: int) -> Saying:
    """What stops a build with so many errors."""
    return Saying(
        f"Có {number} lỗi; chưa dựng trang, trang đang có không thay đổi.",
        f"{number} errors; nothing was built, the present site is unchanged.",
    )
