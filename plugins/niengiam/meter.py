"""How far a long work is: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

_CELLS = 20
#: Seconds between two looks of a person, and between two lines of a log.
_GLANCE = 0.1
_LINE = 5.0


class Meter:
    """Tells on one stream how much of a phase is done."""

    def __init__(self, phase: str, total: int, stream: TextIO, thousands: str) -> None:
        self.phase = phase
        self.total = total
        self.stream = stream
        self.thousands = thousands
        self.live = stream.isatty()
        # A log hears of long work only.
        self._next = time.monotonic() + (0 if self.live else _LINE)

    def show(self, done: int) -> None:
        """Tells that `done` of the total are done, unless it was told just now."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (_GLANCE if self.live else _LINE)
        text = self.text(done)
        self.stream.write(f"\r\x1b[K{text}" if self.live else f"{text}\n")
        self.stream.flush()

    def text(self, done: int) -> str:
        """`kiểm tra và đọc bài: 340/1.000`, with a bar before it on a terminal."""
        numbers = f"{done:,}/{self.total:,}".replace(",", self.thousands)
        said = f"{self.phase}: {numbers}"
        if not self.live:
            return said
        full = _CELLS * done // max(1, self.total)
        return f"[{'█' * full}{'·' * (_CELLS - full)}] {said}"
