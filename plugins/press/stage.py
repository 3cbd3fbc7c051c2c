"""A build is made beside the site and takes its place only when it is whole."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_STAGE_PREFIX = ".niengiam-stage-"


class OutputError(RuntimeError):
    """The output folder cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed in the site; addresses from its root, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def open_stage(output: Path, cache: Path) -> Path:
    """A new empty folder from which `output` can be replaced by renaming.

    It lies in the cache folder where that is on the same file system, so that
    a killed build leaves its remains there; else beside `output`; else, when
    only that can be written or is a mount point, inside `output`.

    Raises OutputError: when `output` is a file or nothing can be written.
    """
    target = output.resolve()
    if target.exists() and not target.is_dir():
        raise OutputError(f'"{output}" là một tệp, không phải thư mục; hãy đổi tên hoặc xóa tệp đó')
    problem: OSError | None = None
    for parent in _stage_parents(target, cache):
        try:
            parent.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=parent))
        except OSError as error:
            problem = error
    reason = problem.strerror if problem else ""
    raise OutputError(f'Không ghi được vào "{target.parent}": {reason}') from problem


def _stage_parents(target: Path, cache: Path) -> list[Path]:
    """Folders to try, the best first."""
    if target.is_mount():
        return [target]
    near = target.parent
    while not near.exists():
        near = near.parent
    shared = cache.is_dir() and cache.stat().st_dev == near.stat().st_dev
    return [*([cache] if shared else []), target.parent, target]


def clear_remains(folder: Path) -> None:
    """Drops stages that killed builds left in `folder`; call it under the build's lock."""
    for path in folder.glob(f"{_STAGE_PREFIX}*"):
        shutil.rmtree(path, ignore_errors=True)


def keep_unchanged(stage: Path, output: Path) -> Changes:
    """Puts files of `output` in the place of equal ones in `stage`; what differs.

    A file whose bytes did not change so keeps its inode and time, and copying
    tools move only what changed.
    """
    old = _files(output.resolve()) if output.is_dir() else {}
    new = _files(stage)
    changed = []
    for name, path in new.items():
        before = old.get(name)
        if before is None:
            continue
        if _same_bytes(path, before):
            _take_over(before, path)
        else:
            changed.append(name)
    return Changes(
        tuple(sorted(set(new) - set(old))),
        tuple(sorted(changed)),
        tuple(sorted(set(old) - set(new))),
    )


def swap(stage: Path, output: Path) -> None:
    """Puts `stage` in the place of `output` in one step, and drops what was there.

    The kernel exchanges both folders where it can; where `output` is a mount
    point, files are renamed into it one by one, pages last.
    """
    target = output.resolve()
    _sync(stage)
    stage.chmod(0o755 if not target.exists() else target.stat().st_mode & 0o777)
    if target in stage.parents:
        _move_into(stage, target)
    elif not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        stage.rename(target)
    else:
        _exchange(stage, target)
        shutil.rmtree(stage)


def _files(root: Path) -> dict[str, Path]:
    """Regular files below `root` by their address, staging folders left out."""
    found: dict[str, Path] = {}
    for folder, folders, names in os.walk(root):
        if folder == str(root):
            folders[:] = [name for name in folders if not name.startswith(_STAGE_PREFIX)]
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = path
    return found


def _same_bytes(one: Path, other: Path) -> bool:
    if other.is_symlink() or one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def _take_over(before: Path, path: Path) -> None:
    """Makes `path` the same inode as `before`, where the file system allows it."""
    link = path.with_name(f"{path.name}~")
    try:
        os.link(before, link)
    except OSError:
        stat = before.stat()
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        return
    link.replace(path)


def _sync(folder: Path) -> None:
    """Asks the system to put all of `folder`'s file system on the disk."""
    libc = ctypes.CDLL(None, use_errno=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(libc, "syncfs") or libc.syncfs(handle):
            os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(stage: Path, target: Path) -> None:
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
            raise OutputError(f'Không thay được "{target}": {os.strerror(code)}')
    aside = target.with_name(f".{target.name}-old-{os.getpid()}")
    target.rename(aside)
    stage.rename(target)
    aside.rename(stage)


def _move_into(stage: Path, target: Path) -> None:
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
