"""Whether a folder is the builder's to write: a site replaces all that lies there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from findings import Saying
from press.staging.manifest import NAME as MANIFEST
from press.staging.swap import STAGE_PREFIX, OutputError

_SHOWN = 3


def guard_ground(output: Path, content: Path, others: Iterable[Path]) -> None:
    """Makes sure that a build into `output` destroys nobody's work.

    `others` are folders that must outlive it: theme, program, the one where
    the command runs. A folder with files that no build of ours has left is
    refused as well; in a mount point only where there is no manifest.

    Raises OutputError: naming what stands in the way.
    """
    target, source = output.resolve(), content.resolve()
    if target.is_relative_to(source):
        raise _refusal(output, str(content), _IN_CONTENT)
    for path in (source, *others):
        if path.resolve().is_relative_to(target):
            raise _refusal(output, str(path), _HOLDS)
    foreign = _foreign(target)
    if foreign:
        names = ", ".join(foreign[:_SHOWN]) + ("…" if len(foreign) > _SHOWN else "")
        raise _refusal(output, names, _FOREIGN)


_IN_CONTENT = Saying(
    "nằm trong thư mục nội dung {what}; chọn thư mục khác, ví dụ output",
    "lies in the content folder {what}; choose another folder, such as output",
)
_HOLDS = Saying(
    "chứa {what}, sẽ bị thay mất; chọn thư mục khác, ví dụ output",
    "holds {what}, which would be lost; choose another folder, such as output",
)
_FOREIGN = Saying(
    "có tệp không phải do lần dựng trước để lại ({what}); chuyển chúng đi nơi khác,"
    " hoặc chọn thư mục khác",
    "has files that no build has left there ({what}); move them away, or choose another folder",
)


def _refusal(output: Path, what: str, why: Saying) -> OutputError:
    vietnamese, english = why.format(what=what), why.english.format(what=what)
    return OutputError(
        Saying(f'Thư mục đích "{output}" {vietnamese}', f'The output folder "{output}" {english}')
    )


def _foreign(target: Path) -> list[str]:
    """Names in `target` itself that no build of ours has left there."""
    if not target.is_dir():
        return []
    there = sorted(name for name in os.listdir(target) if not name.startswith(STAGE_PREFIX))
    if MANIFEST not in there:
        return there
    # A build that was killed while it moved files into a mount point may have left new ones.
    return [] if target.is_mount() else list(_unlisted(there, target / MANIFEST))


def _unlisted(names: Iterable[str], manifest: Path) -> Iterator[str]:
    """Those of `names` that are no file and no folder of the manifest, one file a line of it."""
    try:
        listed = manifest.read_bytes()
    except OSError:
        listed = b""
    if not listed.rstrip().endswith(b"}"):
        # Ours, but damaged: it will be written anew.
        return
    last = 0
    for name in names:
        begins = f"\n{json.dumps(name, ensure_ascii=False)[:-1]}".encode("utf-8", "replace")
        # Both are sorted: what comes next mostly stands behind what was found last.
        found = _entry(listed, begins, last)
        if found < 0:
            found = _entry(listed, begins, 0)
        if found >= 0:
            last = found
        elif name != MANIFEST:
            yield name


def _entry(listed: bytes, begins: bytes, start: int) -> int:
    """Where the name that `begins` so ends there, or goes on below its folder; -1 for nowhere."""
    at = listed.find(begins, start)
    while at >= 0 and listed[at + len(begins)] not in b'/"':
        at = listed.find(begins, at + 1)
    return at
