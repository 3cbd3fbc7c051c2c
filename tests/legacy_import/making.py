"""Small saved sites for the tests of containers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from PIL import Image

TEXT = "Ngày 05/6/2010, trường khai giảng lớp bồi dưỡng với 42 học viên của 7 xã."


def page(title: str, body: str = "", date: str = "06/06/2010") -> str:
    """A page with a date line, one paragraph of its own and `body`."""
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f"<p>Ngày đăng: {date}</p><p>{title}: {TEXT}</p>{body}</body></html>"
    )


def picture(colour: str = "teal") -> bytes:
    """A sound JPEG."""
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(stream, "JPEG")
    return stream.getvalue()


def zipped(path: Path, members: dict[str, bytes | str]) -> Path:
    """A zip of `members` at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def record(address: str, html: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """A WARC record of an answer."""
    body = html.encode()
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def made(into: Path) -> dict[str, str]:
    """The articles of a folder, by their path."""
    return {p.relative_to(into).as_posix(): p.read_text("utf-8") for p in into.rglob("*.md")}
