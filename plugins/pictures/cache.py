"""Bytes under the name of their hash, small records beside them, never half written."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def sha256(data: bytes) -> str:
    """The hash of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that any other process sees all of it or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".moi-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Cache:
    """A folder that may be deleted, torn or spoilt at any time without harm.

    Blobs are checked against their name whenever they are read. A cache that
    cannot be written (a full disk) costs time, never a build.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def blob(self, digest: str) -> bytes | None:
        """The bytes whose hash is `digest`, if they are here and whole."""
        try:
            data = self._blob_path(digest).read_bytes()
        except OSError:
            return None
        return data if sha256(data) == digest else None

    def keep_blob(self, data: bytes) -> str:
        """The hash of `data`, which is now kept."""
        digest = sha256(data)
        self._write(self._blob_path(digest), data)
        return digest

    def record(self, key: str) -> dict[str, Any] | None:
        """What was recorded under `key`; None where that is unreadable."""
        try:
            values = json.loads(self.record_path(key).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return values if isinstance(values, dict) else None

    def keep_record(self, key: str, values: dict[str, Any]) -> None:
        """Record `values` under `key`."""
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
        self._write(self.record_path(key), text.encode())

    @contextlib.contextmanager
    def alone(self, key: str) -> Iterator[None]:
        """Lets one process at a time do what belongs to `key`, a hash; all, where nothing can be
        written.

        The kernel lets go of it when a process ends, however it ends.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = (self.folder / "khoa").open("ab")
        except OSError:
            yield
            return
        with handle:
            with contextlib.suppress(OSError):
                # One byte of one file for each key: the file stays empty.
                fcntl.lockf(handle, fcntl.LOCK_EX, 1, int(key[:7], 16))
            yield

    def record_path(self, key: str) -> Path:
        """The file of the record under `key`."""
        return self.folder / "ban-ghi" / key[:2] / f"{key}.json"

    def _blob_path(self, digest: str) -> Path:
        return self.folder / "tep" / digest[:2] / digest

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_whole(path, data)
        except OSError:
            return
