"""A build is made beside the site and takes its place only when it is whole."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_STAGE_PREFIX = ".niengiam-stage-"
_SPARE = "trang-truoc"
#: Up to so many new files are put on the disk one by one.
_FEW = 64


class OutputError(RuntimeError):
    """The output folder cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """Tells a file that nobody touched."""

    inode: int
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed in the site; addresses from its root, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class Stage:
    """The next site, made beside the one that is published.

    What does not change is taken over from the published site as the same
    inode, so copying tools see what changed and nothing else. The site before
    last is kept and made into the next one: nearly all of it is right already.
    """

    def __init__(self, output: Path, cache: Path) -> None:
        """Raises OutputError: when `output` is a file or nothing can be written."""
        self.target = output.resolve()
        if self.target.exists() and not self.target.is_dir():
            raise OutputError(
                f'"{output}" là một tệp, không phải thư mục; hãy đổi tên hoặc xóa tệp đó'
            )
        self.before = _stamps(self.target) if self.target.is_dir() else {}
        self._spare = cache / _SPARE
        self.folder = open_stage(self.target, cache)
        self._there: dict[str, int] = {}
        if self.folder.parent == cache:
            self._use_spare()

    def _use_spare(self) -> None:
        """Begins with the site before last, where it is still there."""
        try:
            self._there = _inodes(self._spare)
            self.folder.rmdir()
            self._spare.rename(self.folder)
        except OSError:
            self._there = {}
            self.folder.mkdir(exist_ok=True)

    def take_over(self, name: str) -> None:
        """Puts the published file `name` into the stage as it is."""
        if self._there.get(name) == self.before[name].inode:
            return
        path = os.path.join(self.folder, name)
        if name in self._there:
            os.unlink(path)
        published = os.path.join(self.target, name)
        try:
            _in_folder(path, lambda: os.link(published, path))
        except OSError:
            _in_folder(path, lambda: _copy(published, path))

    def put(self, name: str, data: bytes) -> bool:
        """Writes a file; whether it is the same as the published one, which is then kept."""
        before = self.before.get(name)
        if before and before.size == len(data) and _bytes(self.target, name) == data:
            self.take_over(name)
            return True
        path = os.path.join(self.folder, name)
        if name in self._there:
            # It may be the same inode as a published file, which must not change.
            os.unlink(path)
        _in_folder(path, lambda: _write(path, data))
        return False

    def stamp(self, name: str) -> FileStamp:
        """Of a file in the stage."""
        return _stamp(os.stat(os.path.join(self.folder, name)))

    def keep_only(self, names: Collection[str]) -> None:
        """Drops what the site before last had and this one has not."""
        gone = [name for name in self._there if name not in names]
        for name in gone:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(self.folder, name))
        for name in gone:
            _drop_empty(self.folder, os.path.dirname(name))

    def swap(self, written: Sequence[str]) -> None:
        """Puts the stage in the place of the site in one step; `written` is new in it.

        The kernel exchanges both folders where it can; where the site is a
        mount point, files are renamed into it one by one, pages last.
        """
        self._sync(written)
        mode = self.target.stat().st_mode & 0o777 if self.target.exists() else 0o755
        self.folder.chmod(mode)
        if self.target in self.folder.parents:
            _move_into(self.folder, self.target)
        elif not self.target.exists():
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self.folder.rename(self.target)
        else:
            _exchange(self.folder, self.target)
            self._put_by()

    def _put_by(self) -> None:
        """Keeps the site that was replaced for the next build, else drops it."""
        if self.folder.parent == self._spare.parent:
            shutil.rmtree(self._spare, ignore_errors=True)
            with contextlib.suppress(OSError):
                self.folder.rename(self._spare)
                return
        shutil.rmtree(self.folder, ignore_errors=True)

    def drop(self) -> None:
        """Gives the stage up; the published site stands."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _sync(self, written: Sequence[str]) -> None:
        """Asks the system to put what is new on the disk."""
        if len(written) > _FEW:
            _sync_all(self.folder)
            return
        for name in written:
            _sync_one(self.folder / name)
        for folder in {os.path.dirname(name) for name in written}:
            _sync_one(self.folder / folder)


def _stamp(status: os.stat_result) -> FileStamp:
    return FileStamp(status.st_ino, status.st_size, status.st_mtime_ns)


def _entries(root: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that lies below `root` and is no folder, by address; stages left out."""
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(f"{root}/{folder}") as listing:
            for entry in listing:
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith(_STAGE_PREFIX):
                        pending.append(f"{folder}{entry.name}/")
                else:
                    yield folder + entry.name, entry


def _stamps(root: Path) -> dict[str, FileStamp]:
    """The regular files of a site."""
    return {
        name: _stamp(entry.stat(follow_symlinks=False))
        for name, entry in _entries(str(root))
        if entry.is_file(follow_symlinks=False)
    }


def _inodes(root: Path) -> dict[str, int]:
    """All files of a site that is no longer published."""
    return {name: entry.inode() for name, entry in _entries(str(root))}


def _bytes(root: Path, name: str) -> bytes:
    with open(os.path.join(root, name), "rb") as file:
        return file.read()


def _in_folder(path: str, make: Callable[[], object]) -> None:
    """`make`, once more after making the folder of `path` if that was missing."""
    try:
        make()
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        make()


def _drop_empty(root: Path, folder: str) -> None:
    """Removes `folder` and those above it, as long as they are empty and below `root`."""
    while folder:
        try:
            os.rmdir(root / folder)
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = os.path.dirname(folder)


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)


def _copy(source: str, path: str) -> None:
    shutil.copy2(source, path)


def open_stage(target: Path, cache: Path) -> Path:
    """A new empty folder from which `target` can be replaced by renaming.

    It lies in the cache folder where that is on the same file system, so that
    a killed build leaves its remains there; else beside `target`; else, when
    only that can be written or is a mount point, inside `target`.

    Raises OutputError: when nothing can be written.
    """
    problem: OSError | None = None
    for parent in _stage_parents(target, cache):
        try:
            parent.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=parent))
        except OSError as error:
            problem = error
    reason = problem.strerror if problem else ""
    raise OutputError(f'Không ghi được vào "{target.parent}": {reason}') from problem


@contextlib.contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """A folder for the time of a build; what a killed build leaves of it is cleared with stages."""
    folder = Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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


def _sync_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_all(folder: Path) -> None:
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
