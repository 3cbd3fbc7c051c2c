"""Putting a made site in the place of the published one."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from findings import Saying, reason_of

STAGE_PREFIX = ".niengiam-stage-"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
#: Up to so many new files are put on the disk by themselves; others may be writing to it too.
_FEW = 1024
#: The disk takes what is asked for at the same time in one go.
_AT_ONCE = 16


class OutputError(RuntimeError):
    """The output folder cannot be used; the message says what to do."""


def sync(folder: Path, written: Sequence[str]) -> None:
    """Asks the system to put what is new in `folder` on the disk."""
    if len(written) > _FEW:
        sync_all(folder)
        return
    folders = {os.path.dirname(name) for name in written}
    paths = [os.path.join(folder, name) for name in (*written, *folders)]
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        list(threads.map(_sync_each, (paths[at::_AT_ONCE] for at in range(_AT_ONCE))))


def _sync_each(paths: Sequence[str]) -> None:
    for path in paths:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all(folder: Path) -> None:
    """Asks the system to put all of `folder`'s file system on the disk."""
    libc = ctypes.CDLL(None, use_errno=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(libc, "syncfs") or libc.syncfs(handle):
            os.fsync(handle)
    finally:
        os.close(handle)


def exchange(stage: Path, target: Path) -> None:
    """Exchanges two folders; in two renames where the kernel knows no exchange."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        done = libc.renameat2(
            _AT_FDCWD, os.fsencode(stage), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE
        )
        if done == 0:
            return
        if ctypes.get_errno() not in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
            code = ctypes.get_errno()
            reason = reason_of(OSError(code, os.strerror(code)))
            raise OutputError(
                Saying(
                    f'Không thay được "{target}": {reason}',
                    f'"{target}" cannot be exchanged: {reason.english}',
                )
            )
    aside = target.with_name(f".{target.name}-old-{os.getpid()}")
    target.rename(aside)
    stage.rename(target)
    aside.rename(stage)


def move_into(stage: Path, target: Path) -> None:
    """Renames every file of `stage` into `target`, pages after what they use."""
    names = _files(stage)
    for name in sorted(names, key=lambda name: (name.endswith(".html"), name)):
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        names[name].replace(place)
    shutil.rmtree(stage)
    for name, path in _files(target).items():
        if name not in names:
            path.unlink()
    for folder, _, _ in os.walk(target, topdown=False):
        if folder != str(target) and not os.listdir(folder):
            os.rmdir(folder)


def _files(root: Path) -> dict[str, Path]:
    """Regular files below `root` by their address, staging folders left out."""
    found: dict[str, Path] = {}
    for folder, folders, names in os.walk(root):
        if folder == str(root):
            folders[:] = [name for name in folders if not name.startswith(STAGE_PREFIX)]
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = path
    return found
