"""What the last two builds left on the disk, beside what is remembered of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from press.cache.published import known_stamps
from press.cache.store import Store
from press.staging.spare import SPARE, Difference, kept_difference
from press.staging.swap import STAGE_PREFIX


@dataclass(frozen=True, slots=True)
class Standing:
    """The published site and the spare one (the site before last), compared."""

    there: frozenset[str] = frozenset()
    """All files of the published site."""
    touched: frozenset[str] = frozenset()
    """Those that are not as the last build left them, or that no build is known to have left."""
    unlike: frozenset[str] = frozenset()
    """Those that are another file in the spare site, or none."""
    extra: frozenset[str] = frozenset()
    """What only the spare site has, or may have."""
    lost: frozenset[str] = frozenset()
    """What the last build left and is not published any more."""

    def intact(self, name: str) -> bool:
        """Whether the file `name` is published just as the last build left it."""
        return name in self.there and name not in self.touched


def standing_of(output: Path, cache: Path | None) -> Standing:
    """That of the site `output` and of what `cache` holds, whatever wrote it.

    Call it under the lock of the `cache`, in which it drops what earlier builds left of their
    stages. Raises Damaged: when that cannot be read.
    """
    for remains in cache.glob(f"{STAGE_PREFIX}*") if cache else ():
        shutil.rmtree(remains, ignore_errors=True)
    store = Store(cache, None)
    try:
        stamps = known_stamps(store)
    finally:
        store.close()
    site = output.resolve()
    # Without the stamps nobody could tell what was lost, which the spare site may have.
    noted = kept_difference(cache, site) if cache and stamps else None
    return stand(site, (cache or output) / SPARE, stamps, noted)


def stand(
    site: Path, spare: Path, stamps: Mapping[str, str], noted: Difference | None = None
) -> Standing:
    """The standing of the folder `site`, or of nothing; `stamps` are those of the last build.

    `noted` is how `spare` differs from it: then only the number of a file's links is believed
    to tell whether the spare site has it still.
    """
    there: set[str] = set()
    touched: set[str] = set()
    unlike: set[str] = set()
    beside = {} if noted else {name: entry.inode() for name, entry in _entries(str(spare))}
    for name, entry in _entries(str(site)):
        regular = entry.is_file(follow_symlinks=False)
        status = entry.stat(follow_symlinks=False)
        if regular:
            there.add(name)
        if not regular or stamps.get(name) != stamp(status):
            touched.add(name)
        if noted:
            alone = status.st_nlink < 2 or name in noted.unlike
        else:
            alone = beside.pop(name, None) != entry.inode()
        if alone:
            unlike.add(name)
    lost = stamps.keys() - there
    extra = noted.extra | lost if noted else beside
    return Standing(*map(frozenset, (there, touched, unlike, extra, lost)))


def stamp(status: os.stat_result) -> str:
    """Tells a file that nobody touched: inode, size and time."""
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"


def _entries(root: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that lies below `root` and is no folder, by address; stages left out."""
    if not os.path.isdir(root):
        return
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(f"{root}/{folder}") as listing:
            for entry in listing:
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith(STAGE_PREFIX):
                        pending.append(f"{folder}{entry.name}/")
                else:
                    yield folder + entry.name, entry
