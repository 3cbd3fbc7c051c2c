"""A build is made beside the site and takes its place only when it is whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence, Set
from functools import partial
from pathlib import Path

from findings import Saying, reason_of
from press.staging.disk import bytes_of, drop_empty, link_all, make_folder, write_new
from press.staging.manifest import NAME as MANIFEST
from press.staging.spare import SPARE, forget_difference, keep_difference
from press.staging.standing import Standing, stamp, stand
from press.staging.swap import STAGE_PREFIX, OutputError, exchange, move_into, sync, sync_all
from press.workers import Beside

#: A build leaves so many files aside at most; it drops others itself.
_ASIDE = 2048


class Stage:
    """The next site, made beside the one that is published.

    What does not change is taken over from the published site as the same
    inode, so copying tools see what changed and nothing else. The site before
    last is kept and made into the next one: nearly all of it is right already.
    """

    def __init__(self, output: Path, cache: Path, standing: Standing | None = None) -> None:
        """`standing` is that of `output` and the spare site in `cache`; looked up without.

        Raises OutputError: when `output` is a file or nothing can be written.
        """
        self.target = output.resolve()
        if self.target.exists() and not self.target.is_dir():
            raise OutputError(
                Saying(
                    f'"{output}" là một tệp, không phải thư mục; hãy đổi tên hoặc xóa tệp đó',
                    f'"{output}" is a file, not a folder; rename or delete it',
                )
            )
        self._spare = cache / SPARE
        self.standing = standing or stand(self.target, self._spare, {})
        self.folder = open_stage(self.target, cache)
        self._twin = self.folder.with_name(f"{self.folder.name}-2")
        """A copy of the stage, of links."""
        self._syncing = contextlib.ExitStack()
        self._fresh = True
        self._folders: set[str] = set()
        self._left: list[str] = []
        """Folders that files went from."""
        self._aside: Path | None = None
        """Where files go that others take the place of."""
        self._moved = 0
        self._gone: set[str] = set()
        """Published files that are no more."""
        self._unlike, self._extra = self.standing.there, frozenset[str]()
        self._noted: tuple[set[str], set[str]] | None = None
        """Once swapped: the files in which both sites differ, and those only the spare one has."""
        if self.folder.parent == cache:
            self._use_spare()

    def _use_spare(self) -> None:
        """Begins with the site before last, where it is still there."""
        try:
            forget_difference(self._spare.parent)
            self.folder.rmdir()
            self._spare.rename(self.folder)
        except OSError:
            self.folder.mkdir(exist_ok=True)
        else:
            self._fresh = False
            self._aside = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=self._spare.parent))
            self._unlike, self._extra = self.standing.unlike, self.standing.extra

    def take_over(self, *names: str) -> None:
        """Puts the published files `names` into the stage as they are."""
        for name in self._unlike.intersection(names):
            path = self._place(name)
            published = os.path.join(self.target, name)
            try:
                os.link(published, path)
            except OSError:
                shutil.copy2(published, path)

    def take_over_all(self, but: Set[str]) -> None:
        """Puts what is published into the stage as it is, `but` for some."""
        self.take_over(*self._unlike.difference(but))

    def put(self, name: str, data: bytes) -> tuple[bool, str]:
        """Writes a file: whether it is the same as the published one, which is kept; its stamp."""
        if name in self.standing.there and bytes_of(self.target, name, len(data)) == data:
            self.take_over(name)
            return True, stamp(os.stat(os.path.join(self.folder, name)))
        return False, stamp(write_new(self._place(name), data))

    def _place(self, name: str) -> str:
        """Where the file `name` is to be made: its folder is there, and nothing in its place.

        What was may be the same inode as a published file, which must not change.
        """
        root, folder = str(self.folder), name.rpartition("/")[0]
        path = f"{root}/{name}"
        if folder not in self._folders:
            make_folder(f"{root}/{folder}")
            self._folders.add(folder)
        if not self._fresh:
            self._clear(path)
        return path

    def _clear(self, path: str) -> None:
        """Leaves nothing at `path`.

        Files are moved aside for the next build to drop while it looks around: the system takes
        twenty times as long to drop one.
        """
        self._moved += 1
        with contextlib.suppress(OSError):
            if self._aside and self._moved <= _ASIDE:
                os.rename(path, f"{self._aside}/{os.getpid()}-{self._moved}")
            elif os.path.isdir(path):
                # What lay there has gone; the folder waits for the swap.
                shutil.rmtree(path)
            else:
                os.unlink(path)

    def keep_only(self, names: Collection[str]) -> None:
        """Drops what the site before last had and this one has not."""
        before = {*self.standing.there, *self.standing.touched, *self._extra}
        gone = [name for name in before if name not in names]
        self._gone |= (self.standing.there | self.standing.touched).intersection(gone)
        for name in gone:
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(self.folder, name))
        self._left += map(os.path.dirname, gone)

    def swap(self, written: Sequence[str], workers: int = 1) -> None:
        """Puts the stage in the place of the site in one step; `written` is new in it.

        The kernel exchanges both folders where it can; where the site is a
        mount point, files are renamed into it one by one, pages last.
        """
        self._drop_empty()
        with Beside(
            partial(sync, self.folder, written), workers if self._is_first else 1
        ) as synced:
            # While the disk is at work.
            self._make_twin(workers)
            synced()
        self._syncing.close()
        mode = self.target.stat().st_mode & 0o777 if self.target.exists() else 0o755
        self.folder.chmod(mode)
        if self.target in self.folder.parents:
            move_into(self.folder, self.target)
        elif not self.target.exists():
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self.folder.rename(self.target)
            self._put_twin_by()
        else:
            exchange(self.folder, self.target)
            self._put_by(written)

    def note(self) -> None:
        """Notes for the next build how the spare site differs from the published one.

        To be asked once the cache knows the published files: of those that it does not know
        nobody could tell which were lost since, and these would come back with the spare site.
        """
        if self._noted:
            keep_difference(self._spare.parent, self.target, *self._noted)

    def _put_by(self, written: Sequence[str]) -> None:
        """Keeps the site that was replaced for the next build, else drops it."""
        if self.folder.parent == self._spare.parent:
            shutil.rmtree(self._spare, ignore_errors=True)
            with contextlib.suppress(OSError):
                self.folder.rename(self._spare)
                _own_manifest(self._spare)
                self._noted = {MANIFEST, *written}, self._gone.difference(written)
                return
        shutil.rmtree(self.folder, ignore_errors=True)

    def _drop_empty(self) -> None:
        """Drops folders that nothing is left in, which nobody would know for ours later.

        Only at the end: somebody may have been about to put another file there.
        """
        for folder in self._left:
            drop_empty(self.folder, folder)

    def drop(self) -> None:
        """Gives the stage up; the published site stands."""
        self._syncing.close()
        shutil.rmtree(self._twin, ignore_errors=True)
        if not self._fresh:
            self._drop_empty()
            # Whatever became of the spare site, the next build compares it with the published one.
            with contextlib.suppress(OSError):
                self.folder.rename(self._spare)
                return
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _is_first(self) -> bool:
        """Whether nothing will be replaced that could be the next spare site."""
        near = self.folder.parent == self._spare.parent
        return near and not self.target.exists() and not self._spare.exists()

    def _make_twin(self, workers: int) -> None:
        """Makes, for the first build, the spare site that the next one need not make."""
        if self._is_first:
            with contextlib.suppress(OSError):
                link_all(str(self.folder), str(self._twin), workers)

    def begin_sync(self, workers: int) -> None:
        """Lets the disk take in what is made so far, beside: `swap` waits for less then."""
        self._syncing.enter_context(Beside(partial(sync_all, self.folder), workers))

    def _put_twin_by(self) -> None:
        with contextlib.suppress(OSError):
            self._twin.rename(self._spare)
            _own_manifest(self._spare)
            self._noted = {MANIFEST}, set()


def _own_manifest(spare: Path) -> None:
    """Gives the spare site a manifest of its own.

    Whatever becomes of the cache and of the files that both sites share, the
    published manifest still tells that the folder is a site that a build left.
    """
    with contextlib.suppress(OSError):
        copy = shutil.copy2(spare / MANIFEST, spare / f"{MANIFEST}.moi")
        os.replace(copy, spare / MANIFEST)


def open_stage(target: Path, cache: Path) -> Path:
    """A new empty folder from which `target` can be replaced by renaming.

    It lies in the cache folder where that is on the same file system, so that
    a killed build leaves its remains there; else beside `target`; else, when
    only that can be written or is a mount point, inside `target`.

    Raises OutputError: when nothing can be written.
    """
    problem, place = OSError(), target
    for parent in _stage_parents(target, cache):
        try:
            parent.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=parent))
        except OSError as error:
            problem, place = error, parent
    reason = reason_of(problem)
    raise OutputError(
        Saying(
            f'Không ghi được vào "{place}": {reason}',
            f'"{place}" cannot be written to: {reason.english}',
        )
    ) from problem


@contextlib.contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """A folder for the time of a build; what a killed build leaves of it is cleared with stages."""
    folder = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=parent))
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
