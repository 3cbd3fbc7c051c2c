"""How the site before last differs from the published one, as the build noted that made both.

Comparing both folders anew took a third of the time that looking at the published one takes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from press.staging.manifest import NAME as MANIFEST

SPARE = "trang-truoc"
"""In the cache: the site before last."""
_NOTE = "trang-truoc.json"


class Difference(NamedTuple):
    """Between the published site and the spare one."""

    unlike: frozenset[str]
    """Published files that are others in the spare site, or none."""
    extra: frozenset[str]
    """What only the spare site has."""


def keep_difference(cache: Path, site: Path, unlike: Iterable[str], extra: Iterable[str]) -> None:
    """Notes it of the two sites as they are now."""
    # A note that cannot be written costs the next build some time.
    with suppress(OSError):
        text = json.dumps([_both(cache, site), sorted(unlike), sorted(extra)], ensure_ascii=False)
        (cache / _NOTE).write_text(text, "utf-8")


def forget_difference(cache: Path) -> None:
    """Before one of the two changes."""
    (cache / _NOTE).unlink(missing_ok=True)


def kept_difference(cache: Path, site: Path) -> Difference | None:
    """What was noted of these two sites; None where nothing was, or of other ones."""
    try:
        both, unlike, extra = json.loads((cache / _NOTE).read_text("utf-8"))
        known = both == _both(cache, site)
    except (OSError, ValueError, TypeError):
        return None
    return Difference(frozenset(unlike), frozenset(extra)) if known else None


def _both(cache: Path, site: Path) -> list[list[int]]:
    """Which two they are: each build writes both manifests anew."""
    found = (os.stat(folder / MANIFEST) for folder in (site, cache / SPARE))
    return [[s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns] for s in found]
