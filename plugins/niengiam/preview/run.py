"""The preview from start to Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import FrameType

from watchfiles import Change, DefaultFilter, watch

from findings import Severity
from niengiam.console import Desk, fail
from niengiam.preview.about import About
from niengiam.preview.builder import Builder
from niengiam.preview.server import LOOPBACK, make_server
from niengiam.preview.state import State

_DEBOUNCE_MS = 100
_STEP_MS = 25


def serve(desk: Desk, content: Path, settings: Path, cache: Path, port: int) -> int:
    """Builds, serves and watches until it is told to stop; 0 then, 1 when the port is taken."""
    state = State(desk.words.lang)
    builder = Builder(content, settings, cache, state)
    about = About(content, settings, state, desk.words)
    try:
        server = make_server(builder.output, port, state, about, desk.words)
    except OSError:
        raise fail(desk, "serve.busy", port=port, next=port + 1) from None
    stop = threading.Event()
    _stop_on_terminate(stop)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.2})
    thread.start()
    said = partial(_say, desk, builder)
    worker = threading.Thread(target=builder.work, args=(said,))
    beside = threading.Thread(target=_watch_settings, args=(builder, settings, stop))
    try:
        desk.say("serve.first")
        said(builder.build())
        worker.start()
        beside.start()
        desk.say("serve.at", address=f"http://{LOOPBACK}:{server.server_port}/")
        changed_code = _watch(builder, _places(content, settings), stop)
    except KeyboardInterrupt:
        changed_code = False
    finally:
        stop.set()
        builder.stop()
        state.close()
        server.shutdown()
        server.server_close()
        thread.join()
        for other in (worker, beside):
            if other.is_alive():
                other.join()
    if changed_code:
        _start_again(server.server_port)
    desk.say("serve.stopped")
    return 0


def _stop_on_terminate(stop: threading.Event) -> None:
    def handle(signum: int, frame: FrameType | None) -> None:
        stop.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, handle)


def _places(content: Path, settings: Path) -> list[Path]:
    """Folders that are watched: content, theme and plugins, as far as they are there."""
    beside = settings.absolute().parent
    wanted = [content, beside / "theme", beside / "plugins"]
    return [path for path in wanted if path.exists()]


def _watch(builder: Builder, places: list[Path], stop: threading.Event) -> bool:
    """Tells the builder of each change; true when the program's own code changed."""
    for changes in watch(
        *places,
        watch_filter=_Filter(),
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        stop_event=stop,
        raise_interrupt=True,
    ):
        if _is_code(changes):
            return True
        builder.save({Path(path) for _, path in changes})
    return False


def _watch_settings(builder: Builder, settings: Path, stop: threading.Event) -> None:
    """Tells the builder when the settings change, until `stop`.

    It is their folder that is watched: a program that renames a new file over the old one takes
    away the file that a watch on itself would know.
    """
    file = settings.absolute()
    for _ in watch(
        file.parent,
        watch_filter=lambda _, path: os.path.basename(path) == file.name,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        stop_event=stop,
        recursive=False,
    ):
        builder.save({settings})


class _Filter(DefaultFilter):
    """No hidden files, no editors' own files."""

    def __call__(self, change: Change, path: str) -> bool:
        name = os.path.basename(path)
        return not name.startswith((".", "#")) and super().__call__(change, path)


def _is_code(changes: Iterable[tuple[Change, str]]) -> bool:
    """Whether Python of the plugins changed: that is read only once, at the start."""
    return any(path.endswith((".py", ".toml")) and "/plugins/" in path for _, path in changes)


def _start_again(port: int) -> None:
    """This program anew in the same process, so that changed code is read."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("--port")]
    sys.stdout.flush()
    with contextlib.suppress(ValueError):
        position = sys.argv.index("--port")
        arguments = [*sys.argv[1:position], *sys.argv[position + 2 :]]
    command = [sys.executable, "-m", "niengiam.cli", *arguments, "--port", str(port)]
    os.execv(sys.executable, command)


def _say(desk: Desk, builder: Builder, seconds: float | None) -> None:
    """How a build went, in one line and the errors."""
    if seconds is not None:
        desk.say("serve.rebuilt", seconds=desk.words.number(f"{seconds:.2f}"))
        return
    errors = [f for f in builder.state.findings if f.severity is Severity.ERROR]
    desk.findings(errors, excerpts=False)
    desk.err.print(desk.words.said(builder.state.message))
    desk.warn("serve.kept")
