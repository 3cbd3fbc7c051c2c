"""The manifest of hashes: what was published, so that anyone can check what is online."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring as _quoted
from pathlib import Path

NAME = "niengiam-manifest.json"
_TIMEOUT = 30
_HEAD, _BETWEEN, _FOOT = '{\n"sha256": {\n', ",\n", "\n}\n}\n"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it was published."""

    name: str
    problem: str
    """`missing`, `changed` or `extra`."""


def manifest_text(hashes: Mapping[str, str]) -> str:
    """The manifest of files whose hashes are known."""
    # As `json.dumps` with an indent of nothing, which takes three times as long.
    return _text([_line(name, hashes[name]) for name in sorted(hashes)])


def amended(manifest: str, hashes: Mapping[str, str | None]) -> str:
    """What `manifest_text` made, with other `hashes` of some files; None: the file is no more.

    The lines of forty thousand others, and their hashes, need not be put together again.
    """
    lines = manifest.removeprefix(_HEAD).removesuffix(_FOOT).split(_BETWEEN)
    for name, sha256 in hashes.items():
        place = bisect_left(lines, name, key=_name_of)
        there = place < len(lines) and _name_of(lines[place]) == name
        lines[place : place + there] = [] if sha256 is None else [_line(name, sha256)]
    return _text(list(filter(None, lines)))


def _text(lines: list[str]) -> str:
    return _HEAD + _BETWEEN.join(lines) + _FOOT


def _line(name: str, sha256: str) -> str:
    return f'{_quoted(name)}: "{sha256}"'


def _name_of(line: str) -> str:
    """That of the file which a line tells of; empty for the only line of an empty manifest."""
    quoted = line.rpartition('": "')[0][1:]
    # Amending asks for some ten thousand of them; a name needs no JSON unless something is escaped.
    return json.loads(f'"{quoted}"') if "\\" in quoted else quoted


def verify(place: str) -> tuple[int, list[Difference]]:
    """How many files of the manifest at `place` were compared, and what differs.

    `place` is a folder or the address of a site; what is too much is seen
    only in a folder. Raises OSError or ValueError: when there is no readable manifest.
    """
    online = place.startswith(("http://", "https://"))
    fetch = _fetcher(place) if online else _reader(Path(place))
    manifest = fetch(NAME)
    if manifest is None:
        raise OSError(f"no {NAME} at {place}")
    published: dict[str, str] = json.loads(manifest)["sha256"]
    differences = list(_compare(published, fetch))
    if not online:
        extra = set(_names(Path(place))) - set(published)
        differences += [Difference(name, "extra") for name in sorted(extra)]
    return len(published), differences


def _compare(
    published: dict[str, str], fetch: Callable[[str], bytes | None]
) -> Iterator[Difference]:
    for name, expected in published.items():
        data = fetch(name)
        if data is None:
            yield Difference(name, "missing")
        elif _sha256(data) != expected:
            yield Difference(name, "changed")


def _reader(folder: Path) -> Callable[[str], bytes | None]:
    def read(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    return read


def _fetcher(address: str) -> Callable[[str], bytes | None]:
    # A build fetches nothing, and would load all that speaks to the web before it can begin.
    from urllib.error import HTTPError, URLError
    from urllib.parse import quote
    from urllib.request import urlopen

    def fetch(name: str) -> bytes | None:
        try:
            with urlopen(f"{address.rstrip('/')}/{quote(name)}", timeout=_TIMEOUT) as answer:
                data: bytes = answer.read()
                return data
        except HTTPError:
            return None
        except URLError as error:
            raise OSError(str(error.reason)) from error

    return fetch


def _names(folder: Path) -> list[str]:
    """All files but the manifest itself, by address, sorted."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(n for path in found if (n := path.relative_to(folder).as_posix()) != NAME)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
