"""Which reader a source needs, told by its content more than by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from findings import reason_of
from legacy_import.model import Found, Note, Refused
from legacy_import.sources import feeds, folders, limits, mails, own_sites, warcs, zips

_HEAD = 4096


def pages(source: Path) -> Iterator[Found]:
    """Everything that `source` holds: pages to import, and what cannot be read."""
    name = source.name or str(source)
    try:
        if source.is_dir():
            own = own_sites.is_one(source)
            yield from own_sites.pages(source) if own else folders.pages(source, pages)
            return
        if not source.is_file():
            yield Refused(str(source), Note("no-source"))
            return
        size = source.stat().st_size
        head = _head(source)
    except OSError as error:
        yield Refused(name, Note("unreadable", reason_of(error)))
        return
    if size > limits.CONTAINER:
        yield Refused(name, Note("too-large", f"{size // 1_000_000} MB"))
    elif not size:
        yield Refused(name, Note("empty"))
    else:
        yield from _read(source, head)


def _head(source: Path) -> bytes:
    with source.open("rb") as file:
        return file.read(_HEAD)


def _read(source: Path, head: bytes) -> Iterator[Found]:
    name = source.name.lower()
    if head.startswith(b"PK\x03\x04") or name.endswith(".zip"):
        yield from zips.pages(source)
    elif name.endswith((".warc", ".warc.gz")) or head.startswith(b"WARC/"):
        yield from warcs.pages(source)
    elif mails.looks_like(name, head):
        yield from mails.pages(source)
    elif feeds.looks_like(name, head):
        yield from feeds.pages(source)
    else:
        yield folders.page(source, source.name, source.parent)
