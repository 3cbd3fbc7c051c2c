"""Web archives (ISO 28500): read record by record, as far as they go."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from legacy_import.model import Found, Lookup, Note, Refused, SavedPage
from legacy_import.sources import limits
from legacy_import.sources.addresses import joined, key

_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)
_LINE = 65_536


class _Cut(Exception):
    """The archive ends in the middle of a record."""


@dataclass(frozen=True, slots=True)
class _Record:
    kind: str
    address: str
    http: bytes


def pages(source: Path) -> Iterator[Found]:
    """The pages of an archive; where it is cut, what came before is kept and the cut is told."""
    records: list[_Record] = []
    total = 0
    cut: Note | None = None
    try:
        with _opened(source) as file:
            for record in _records(file):
                total += len(record.http)
                if total > limits.UNPACKED:
                    cut = Note("bomb", f"{total // 1_000_000} MB")
                    break
                records.append(record)
    except (_Cut, EOFError, OSError, zlib.error, ValueError) as error:
        cut = Note("cut-short", str(error) if isinstance(error, _Cut) else source.name)
    answers = [(record, _answer(record)) for record in records]
    files = {key(r.address): a.body for r, a in answers if a.status == 200}
    for record, answer in answers:
        yield from _page(record, answer, files, source.name)
    if cut:
        yield Refused(f"{source.name} » sau trang thứ {len(answers)}", cut)
    elif not answers:
        yield Refused(source.name, Note("no-html"))


def _opened(source: Path) -> BinaryIO:
    with source.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(source, "rb") if packed else source.open("rb")  # type: ignore[return-value]


def _records(file: BinaryIO) -> Iterator[_Record]:
    while True:
        line = file.readline(_LINE)
        while line in (b"\r\n", b"\n"):
            line = file.readline(_LINE)
        if not line:
            return
        if not line.startswith(b"WARC/"):
            raise _Cut("bản ghi hỏng")
        headers = _headers(file)
        length = headers.get("content-length", "")
        if not length.isdigit():
            raise _Cut("bản ghi không ghi độ dài")
        data = _exactly(file, int(length))
        kind = headers.get("warc-type", "").lower()
        address = headers.get("warc-target-uri", "").strip("<> ")
        if kind in ("response", "resource") and data is not None:
            yield _Record(kind, address, data if kind == "response" else _as_http(headers, data))


def _as_http(headers: dict[str, str], data: bytes) -> bytes:
    kind = headers.get("content-type", "application/octet-stream")
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + data


def _headers(file: BinaryIO) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        line = file.readline(_LINE)
        if not line.endswith(b"\n"):
            raise _Cut("đứt giữa phần đầu bản ghi")
        if line in (b"\r\n", b"\n"):
            return found
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()


def _exactly(file: BinaryIO, length: int) -> bytes | None:
    """The block of a record; None for one too large to be a page or a picture, which is skipped."""
    if length > limits.FILE:
        left = length
        while left:
            chunk = file.read(min(left, 1 << 20))
            if not chunk:
                raise _Cut("đứt giữa bản ghi")
            left -= len(chunk)
        return None
    data = file.read(length)
    if len(data) < length:
        raise _Cut("đứt giữa bản ghi")
    return data


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    kind: str
    body: bytes


def _answer(record: _Record) -> _Answer:
    """An HTTP answer with its body unpacked."""
    head, _, body = record.http.partition(b"\r\n\r\n")
    if b"\r\n\r\n" not in record.http:
        head, _, body = record.http.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    status = re.match(r"HTTP/\S+\s+(\d{3})", lines[0]) if lines else None
    headers = {
        n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:])
    }
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    if headers.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        body = _inflated(body)
    return _Answer(int(status[1]) if status else 0, headers.get("content-type", ""), body)


def _unchunked(body: bytes) -> bytes:
    """`body` without its chunk sizes; as it stands if it has none, as some crawlers store it."""
    out, at = bytearray(), 0
    while at < len(body):
        end = body.find(b"\r\n", at)
        size = re.match(rb"\s*([0-9a-fA-F]+)", body[at:end]) if end >= 0 else None
        if size is None:
            return bytes(out) if out else body
        length = int(size[1], 16)
        if not length:
            break
        out += body[end + 2 : end + 2 + length]
        at = end + 2 + length + 2
    return bytes(out)


def _inflated(body: bytes) -> bytes:
    for bits in (47, -15):
        unpacker = zlib.decompressobj(bits)
        try:
            return unpacker.decompress(body, limits.FILE)
        except zlib.error:
            continue
    return body


def _page(record: _Record, answer: _Answer, files: dict[str, bytes], shown: str) -> Iterator[Found]:
    name = f"{shown} » {record.address}"
    is_html = "html" in answer.kind.lower() or (
        not answer.kind and b"<html" in answer.body[:2000].lower()
    )
    if not is_html or answer.status in (301, 302, 303, 304, 307, 308):
        return
    if answer.status != 200:
        yield Refused(name, Note("http-status", str(answer.status)))
    elif len(answer.body) > limits.PAGE:
        yield Refused(name, Note("too-large", f"{len(answer.body) // 1_000_000} MB"))
    elif not answer.body.strip():
        yield Refused(name, Note("empty"))
    else:
        charset = _CHARSET.search(answer.kind)
        yield SavedPage(
            name,
            answer.body,
            record.address,
            charset[1] if charset else None,
            _among(files, record.address),
        )


def _among(files: dict[str, bytes], address: str) -> Lookup:
    return lambda wanted: files.get(key(joined(address, wanted)))
