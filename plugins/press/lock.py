"""One build at a time in one cache folder."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from findings import Saying


class Busy(RuntimeError):
    """Another build is running."""


@contextlib.contextmanager
def build_lock(cache: Path) -> Iterator[bool]:
    """Holds the lock of `cache` while the block runs; yields whether it could be had.

    The kernel lets go of it when the process ends, however it ends. In a
    folder that cannot be written there is nothing to protect: no lock, False.

    Raises Busy: when another process holds it.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        handle = (cache / "lock").open("a")
    except OSError:
        yield False
        return
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(
                Saying(
                    f'Một lần dựng khác đang chạy với "{cache}"; hãy đợi nó xong rồi chạy lại',
                    f'Another build is running with "{cache}"; wait for it to end and run again',
                )
            ) from None
        yield True
