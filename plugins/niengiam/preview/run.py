"""The preview from start to Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from findings import Finding, Severity
from niengiam.console import Desk, fail
from niengiam.preview.about import About
from niengiam.preview.builder import Builder
from niengiam.preview.server import LOOPBACK, make_server
from niengiam.preview.state import State
from niengiam.preview.watcher import Watcher


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
    said = _Terminal(desk, builder)
    worker = threading.Thread(target=builder.work, args=(said,))
    watcher = Watcher(builder, content, settings, stop)
    try:
        # The first build takes a minute for a large archive; whoever edits meanwhile is to see it.
        watcher.start()
        desk.say("serve.first")
        said(builder.build())
        worker.start()
        desk.say("serve.at", address=f"http://{LOOPBACK}:{server.server_port}/")
        stop.wait()
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        builder.stop()
        state.close()
        server.shutdown()
        server.server_close()
        thread.join()
        if worker.is_alive():
            worker.join()
        watcher.join()
    if watcher.changed_code:
        _start_again(server.server_port)
    desk.say("serve.stopped")
    return 0


def _stop_on_terminate(stop: threading.Event) -> None:
    def handle(signum: int, frame: FrameType | None) -> None:
        stop.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, handle)


def _start_again(port: int) -> None:
    """This program anew in the same process, so that changed code is read."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("--port")]
    sys.stdout.flush()
    with contextlib.suppress(ValueError):
        position = sys.argv.index("--port")
        arguments = [*sys.argv[1:position], *sys.argv[position + 2 :]]
    command = [sys.executable, "-m", "niengiam.cli", *arguments, "--port", str(port)]
    os.execv(sys.executable, command)


class _Terminal:
    """Tells how builds went, each in one line and the errors."""

    def __init__(self, desk: Desk, builder: Builder) -> None:
        self._desk = desk
        self._state = builder.state
        self._errors: tuple[Finding, ...] = ()
        """Told last; an editor may save several times before they are mended."""

    def __call__(self, seconds: float | None) -> None:
        desk, state = self._desk, self._state
        if seconds is not None:
            self._errors = ()
            desk.say("serve.rebuilt", seconds=desk.words.number(f"{seconds:.2f}"))
            return
        errors = tuple(f for f in state.findings if f.severity is Severity.ERROR)
        if errors and errors == self._errors:
            return
        self._errors = errors
        desk.findings(errors, excerpts=False)
        desk.err.print(desk.words.said(state.message))
        desk.warn("serve.kept")
