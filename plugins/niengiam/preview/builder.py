"""Builds the preview's site again and again; a failed build leaves the last good one."""

from __future__ import annotations

import gc
import os
import threading
import time
import traceback
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from findings import Finding, Saying
from niengiam.preview.state import State
from press.build import BuildResult, Failed, build
from press.cache.at_hand import AtHand
from press.edits.quick import Standby, quick_page
from press.report import Report

#: Seconds without a save after which an editor is reading or thinking.
_PAUSE = 1


class Builder:
    """One preview's builds."""

    def __init__(self, content: Path, settings: Path, cache: Path, state: State) -> None:
        self.content = content
        self.settings = settings
        self.cache = cache / "xem-thu"
        self.output = self.cache / "trang"
        self.state = state
        self._standby: Standby | None = None
        self._at_hand = AtHand()
        self._saved: set[Path] = set()
        self._wanted = threading.Condition()
        self._stopped = False

    def save(self, paths: Collection[Path]) -> None:
        """Files were saved: shows the page of the only one at once if it can, wants a build."""
        self.state.edited()
        with self._wanted:
            self._saved |= set(paths)
            if len(paths) == 1 and self._quickly(paths):
                self.state.newer()
            self._wanted.notify()

    def work(self, said: Callable[[float | None], None]) -> None:
        """Builds whenever something was saved, until `stop`; `said` hears how each build went."""
        while True:
            if not self._is_wanted(_PAUSE):
                # A build sets aside all that is there before it: what is left of it, Python
                # never looks through by itself. That may take half a second: not in between,
                # but when nobody waits for a page.
                gc.collect()
                self._is_wanted(None)
            with self._wanted:
                if self._stopped:
                    return
                self._saved.clear()
            said(self.build())

    def _is_wanted(self, timeout: float | None) -> bool:
        """Whether something was saved, or all is to stop, within so many seconds."""
        with self._wanted:
            return self._wanted.wait_for(lambda: bool(self._saved) or self._stopped, timeout)

    def stop(self) -> None:
        """Lets the build that is going on be the last."""
        with self._wanted:
            self._stopped = True
            self._wanted.notify()

    def _quickly(self, paths: Iterable[Path]) -> bool:
        """Whether the pages of all `paths` were made without a build."""
        known = self._standby
        try:
            return known is not None and all(quick_page(known, p, self.output) for p in paths)
        except Exception:
            # Whatever it is, the build that follows meets it too and tells it.
            return False

    def build(self) -> float | None:
        """Builds once; the seconds it took, None when it failed."""
        start = time.perf_counter()
        self.cache.mkdir(parents=True, exist_ok=True)
        report = _Quiet(quiet=True)
        try:
            result = build(
                self.content, self.output, self.cache, False, self.settings, report,
                show_drafts=True, at_hand=self._at_hand,
            )  # fmt: skip
            self._show(result)
        except Failed as failure:
            self.state.bad(failure.message, failure.findings)
            return None
        except Exception as error:
            # A preview outlives whatever goes wrong in a theme or plugin being edited.
            self.state.bad(_said(error), (finding_of(error),))
            return None
        return time.perf_counter() - start

    def _show(self, result: BuildResult) -> None:
        with self._wanted:
            self._standby = result.standby() if result.standby else None
            # What was saved meanwhile is not in this build, and must not go from the screen.
            self._quickly(self._saved)
            self.state.good(result.findings)


class _Quiet(Report):
    """Findings go to the browser instead of the terminal."""

    def findings(self, findings: object) -> None:
        """Says nothing."""


def finding_of(error: BaseException) -> Finding:
    """Where in a plugin or settings file `error` arose, and what it says."""
    path, line = _place(error)
    mend = (
        Saying("sửa tệp này rồi lưu lại", "correct this file and save it")
        if path
        else Saying("xem cửa sổ dòng lệnh", "see the window of the command")
    )
    return Finding(path or "?", line, 1, "program", _said(error), mend)


def _said(error: BaseException) -> Saying:
    text = f"{type(error).__name__}: {' '.join(str(error).split())}"[:500]
    return Saying(text, text)


def _place(error: BaseException) -> tuple[str, int]:
    """The innermost file of the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        return _shown(frame.filename), frame.lineno or 1
    return "", 1


def _shown(path: str) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:
        return path
