"""Corrections: what an article says was wrong before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol


class CorrectionEntry(Protocol):
    """One entry of `Đính chính` as the front matter has read it."""

    @property
    def figure(self) -> str | None: ...
    @property
    def old(self) -> str | None: ...
    @property
    def text(self) -> str | None: ...
    @property
    def article(self) -> str | None: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def date(self) -> datetime.date | None: ...


@dataclass(frozen=True, slots=True)
class Correction:
    """A mistake that was mended, dated, with its reason. Empty strings for what is unsaid."""

    figure: str = ""
    """The figure as it stands now, in the article's words: `52 lớp`."""
    old: str = ""
    """The wrong value as it was written."""
    text: str = ""
    """What was corrected, where it is no figure."""
    article: str = ""
    """Id of the corrected article; empty for the article itself."""
    reason: str = ""
    date: str = ""
    """ISO day."""
    line: int = 1
    earlier: tuple[Correction, ...] = ()
    """Those of the same figure before it, the newest first."""

    @property
    def every(self) -> tuple[Correction, ...]:
        """Itself and those before it."""
        return (self, *self.earlier)


def newest_of(corrections: Iterable[Correction]) -> Correction:
    """The newest of some corrections of one figure, with the others behind it.

    Of one day, the one that stands last; those without a day are taken for the oldest.
    """
    newest, *earlier = sorted(corrections, key=lambda one: one.date)[::-1]
    return replace(newest, earlier=tuple(earlier))


def correction_of(entry: Correction | CorrectionEntry) -> Correction:
    """`entry` as a plain value."""
    if isinstance(entry, Correction):
        return entry
    return Correction(
        entry.figure or "",
        entry.old or "",
        entry.text or "",
        entry.article or "",
        entry.reason or "",
        entry.date.strftime("%Y-%m-%d") if entry.date else "",
        getattr(entry, "line", 1),
    )
