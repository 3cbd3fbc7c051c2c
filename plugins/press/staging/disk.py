"""Files and folders of a site, by the system's own calls: forty thousand are made at a time."""

from __future__ import annotations

import os
from pathlib import Path

from press.workers import as_they_come


def bytes_of(root: Path, name: str, size: int) -> bytes | None:
    """Those of a file, if it is of that size; None otherwise, since a file may be empty."""
    try:
        with open(os.path.join(root, name), "rb", buffering=0) as file:
            return file.read() if os.fstat(file.fileno()).st_size == size else None
    except OSError:
        return None


def make_folder(folder: str) -> None:
    """Makes `folder`; most of them lie in one that is there. A file in its place goes."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        if not os.path.isdir(folder):
            os.unlink(folder)
            os.mkdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        make_folder(os.path.dirname(folder))
        make_folder(folder)


def link_all(source: str, target: str, workers: int = 1) -> None:
    """Makes the folder `target` of the same files as `source`; its folders side by side."""
    os.mkdir(target)
    folders = []
    with os.scandir(source) as listing:
        for entry in listing:
            place = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, place))
            else:
                os.link(entry.path, place, follow_symlinks=False)
    for _ in as_they_come(lambda both: link_all(*both), folders, workers, worth_it=2):
        pass


def drop_empty(root: Path, folder: str) -> None:
    """Removes `folder` and those above it, as long as they are empty and below `root`."""
    while folder:
        try:
            os.rmdir(root / folder)
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = os.path.dirname(folder)


def write_new(path: str, data: bytes) -> os.stat_result:
    """A new file, and how it stands."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        return os.fstat(handle)
    finally:
        os.close(handle)
