"""The preview's web server: the built site, one added script, and a stream of events."""

from __future__ import annotations

import json
import mimetypes
import queue
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from niengiam.preview.about import About
from niengiam.preview.state import State
from niengiam.words import Words

LOOPBACK = "127.0.0.1"
OWN = "/_xem-thu/"
_BREATH = 15.0
_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_TEXT = ("text/", "application/json", "application/xml", "application/manifest+json")
_NOT_YET = (
    '<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><p>{title}. {rest}</p></body></html>"
)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no fault to report."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def make_server(
    root: Path, port: int, state: State, about: About, words: Words
) -> ThreadingHTTPServer:
    """A server on loopback for the folder `root`. Raises OSError when the port is taken."""
    handler = partial(_Handler, root=root, state=state, about=about, words=words)
    server = _Server((LOOPBACK, port), handler)
    server.daemon_threads = True
    return server


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "niengiam"

    def __init__(self, *args: Any, root: Path, state: State, about: About, words: Words) -> None:
        self.root, self.state, self.about, self.words = root, state, about, words
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answers one request."""
        if self.headers.get("Host", "").rpartition(":")[0] not in _HOSTS:
            # A page of another site must not read drafts through the editor's browser.
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        url = urlsplit(self.path)
        path = unquote(url.path)
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN), parse_qs(url.query))
        else:
            self._site(path)

    do_HEAD = do_GET

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name == "su-kien":
            self._events()
        elif name == "trang":
            address = query.get("dia-chi", [""])[0].strip("/")
            data = self.about.page(f"{address}/" if address else "")
            self._send(HTTPStatus.OK, json.dumps(data).encode(), "application/json")
        elif name == "xem-thu.js":
            self._send(HTTPStatus.OK, _script(self.words), "text/javascript")
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def _site(self, path: str) -> None:
        """A file of the built site, its real 404 page, or a word that there is none yet."""
        # Taken before the file is read: a page may be older than its number, never newer.
        version = self.state.version
        file = self._file(path)
        if file is not None and file.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if file is not None and file.is_dir():
            file = file / "index.html"
        if file is not None and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._send(HTTPStatus.OK, file.read_bytes(), kind, version)
            return
        missing = self.root / "404.html"
        page = missing.read_bytes() if missing.is_file() else self._not_yet()
        # Its links count from the root, wherever in the site it is shown.
        page = page.replace(b"<head>", b'<head><base href="/">', 1)
        self._send(HTTPStatus.NOT_FOUND, page, "text/html", version)

    def _not_yet(self) -> bytes:
        """What stands there before the first good build."""
        lang, title = self.words.lang, self.words("preview.page.not_yet")
        return _NOT_YET.format(
            lang=lang, title=title, rest=self.words("preview.page.soon")
        ).encode()

    def _file(self, path: str) -> Path | None:
        """The file that `path` names, if it lies below the site's root."""
        if "\0" in path:
            return None
        root = self.root.resolve()
        file = (root / path.lstrip("/")).resolve()
        return file if file == root or root in file.parents else None

    def _events(self) -> None:
        """Tells each new state until the page is left or the preview ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        told = self.state.listen()
        try:
            while (text := self._next(told)) is not None:
                self.wfile.write(text.encode())
                self.wfile.flush()
        except OSError:
            pass  # The page was closed.
        finally:
            self.state.leave(told)

    def _next(self, told: queue.SimpleQueue[str | None]) -> str | None:
        try:
            text = told.get(timeout=_BREATH)
        except queue.Empty:
            return ": …\n\n"
        return None if text is None else f"data: {text}\n\n"

    def _send(self, status: HTTPStatus, body: bytes, kind: str, version: int = 0) -> None:
        if kind == "text/html":
            body = _with_script(body, version)
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith(_TEXT) else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are no news to an editor."""


def _script(words: Words) -> bytes:
    """The pages' script, told the words that it shows."""
    script = files("niengiam").joinpath("preview/static/xem-thu.js").read_text("utf-8")
    told = json.dumps(words.under("preview.page."), ensure_ascii=False)
    return f"const xemThu = {told};\n{script}".encode()


def _with_script(page: bytes, version: int) -> bytes:
    """`page` with the preview's script at its end."""
    tag = f'<script src="{OWN}xem-thu.js" data-version="{version}" defer></script>'
    head, end, tail = page.rpartition(b"</body>")
    return head + tag.encode() + end + tail if end else page + tag.encode()
