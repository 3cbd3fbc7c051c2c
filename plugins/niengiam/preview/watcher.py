"""What changes under the preview's eyes: content, theme, plugins and settings."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from niengiam.preview.builder import Builder

_DEBOUNCE_MS = 100
_STEP_MS = 25
#: How long a watch waits for a change before it says that there was none.
_TURN_MS = 200

Changes = set[tuple[Change, str]]


class Watcher:
    """Tells a builder of each change from `start` on, until `stop` is set."""

    def __init__(
        self, builder: Builder, content: Path, settings: Path, stop: threading.Event
    ) -> None:
        self.changed_code = False
        """Whether it ended, and set `stop`, because the program's own code changed."""
        self._builder = builder
        self._places = _places(content, settings)
        self._settings = settings.absolute()
        self._stop = stop
        self._on = threading.Barrier(3)
        self._problem: Exception | None = None
        self._threads = [
            threading.Thread(target=self._run, args=(watching,))
            for watching in (self._watch, self._watch_settings)
        ]

    def start(self) -> None:
        """Returns when nothing can be missed any more.

        Raises OSError: when the system watches no more files.
        """
        for thread in self._threads:
            thread.start()
        try:
            self._on.wait()
        except threading.BrokenBarrierError:
            self._fail()

    def join(self) -> None:
        """Waits for the end, which `stop` brings about.

        Raises what ended the watching before.
        """
        self._on.abort()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()
        self._fail()

    def _fail(self) -> None:
        if self._problem is not None:
            raise self._problem

    def _run(self, watching: Callable[[], None]) -> None:
        try:
            watching()
        except threading.BrokenBarrierError:
            pass
        except Exception as problem:
            self._problem = problem
            self._stop.set()
            self._on.abort()

    def _watch(self) -> None:
        for changes in self._changes(*self._places, watch_filter=_Filter()):
            if _is_code(changes):
                self.changed_code = True
                self._stop.set()
                return
            self._builder.save({Path(path) for _, path in changes})

    def _watch_settings(self) -> None:
        """It is their folder that is watched: a program that renames a new file over the old one
        takes away the file that a watch on itself would know.
        """
        for _ in self._changes(
            self._settings.parent,
            watch_filter=lambda _, path: os.path.basename(path) == self._settings.name,
            recursive=False,
        ):
            self._builder.save({self._settings})

    def _changes(
        self,
        *places: Path,
        watch_filter: Callable[[Change, str], bool],
        recursive: bool = True,
    ) -> Iterator[Changes]:
        waiting = True
        for changes in watch(
            *places, watch_filter=watch_filter, debounce=_DEBOUNCE_MS, step=_STEP_MS,
            stop_event=self._stop, rust_timeout=_TURN_MS, yield_on_timeout=True,
            recursive=recursive,
        ):  # fmt: skip
            if waiting:
                waiting = False
                self._on.wait()
            if changes:
                yield changes


def _places(content: Path, settings: Path) -> list[Path]:
    """Folders that are watched: content, theme and plugins, as far as they are there."""
    beside = settings.absolute().parent
    wanted = [content, beside / "theme", beside / "plugins"]
    return [path for path in wanted if path.exists()]


class _Filter(DefaultFilter):
    """No hidden files, no editors' own files."""

    def __call__(self, change: Change, path: str) -> bool:
        name = os.path.basename(path)
        return not name.startswith((".", "#")) and super().__call__(change, path)


def _is_code(changes: Iterable[tuple[Change, str]]) -> bool:
    """Whether Python of the plugins changed: that is read only once, at the start."""
    return any(path.endswith((".py", ".toml")) and "/plugins/" in path for _, path in changes)
