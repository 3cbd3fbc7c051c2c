"""A plain HTTP server on loopback for built sites."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder's files as they are."""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: tests look at pages, not at a log."""


@contextmanager
def serve(folder: Path, host: type[Quiet] = Quiet) -> Iterator[str]:
    """The address (`http://127.0.0.1:port`) under which `host` serves `folder`."""
    handler = partial(host, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
