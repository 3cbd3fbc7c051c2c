"""What everything remembered depends on beside content: code, libraries, settings, theme."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import CodeType
from typing import Any

_LIBRARIES = (
    "pelican", "Markdown", "beautifulsoup4", "lxml", "typogrify", "smartypants", "Jinja2",
    "MarkupSafe", "Pillow", "PyYAML", "feedgenerator", "openpyxl",
)  # fmt: skip
#: Settings that say where and how to build, not what.
_WITHOUT_EFFECT = ("OUTPUT_PATH", "PATH", "PRESS_CACHE", "PRESS_QUIET", "PRESS_WORKERS", "DEBUG")


def digest(*parts: str | bytes | memoryview) -> str:
    """A short hash of `parts`; where one ends and the next begins makes a difference."""
    found = hashlib.blake2b(digest_size=12)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


@cache
def code_digest() -> str:
    """Of all code and data of the house, and the versions of what it stands on."""
    return digest(
        folder_digest(Path(__file__).parent.parent, (".py", ".toml", ".json", ".txt", ".csv")),
        sys.version,
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def folder_digest(folder: Path, suffixes: tuple[str, ...] = ()) -> str:
    """Of the names and bytes of all files below `folder`, or of those with such endings."""
    parts: list[bytes] = []
    for path in sorted(_files(folder)):
        if not suffixes or path.endswith(suffixes):
            inner = path[len(os.fspath(folder)) + 1 :]
            parts.append(inner.encode("utf-8", "surrogateescape"))
            with open(path, "rb") as file:
                parts.append(file.read())
    return digest(*parts)


def _files(folder: Path) -> Iterable[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            yield os.path.join(place, name)


def settings_digest(settings: Mapping[str, Any]) -> str:
    """Of all settings that may show on a page; functions count by their name and by what they do."""
    return digest(
        *(f"{key}={_said(settings[key])}" for key in sorted(settings) if key not in _WITHOUT_EFFECT)
    )


def compiler_digest(settings: Mapping[str, Any]) -> str:
    """Of all that what templates are compiled to depends on, beside their source."""
    said = (f"{key}={_said(value)}" for key, value in sorted(settings.items()) if "JINJA" in key)
    return digest(code_digest(), *said)


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return repr([(repr(key), _said(value[key])) for key in value])
    if isinstance(value, (list, tuple)):
        return repr([_said(item) for item in value])
    if isinstance(value, (set, frozenset)):
        return repr(sorted(_said(item) for item in value))
    name = getattr(value, "__qualname__", "")
    if name:
        code = getattr(value, "__code__", None)
        does = (code, getattr(value, "__defaults__", None)) if code else ""
        return f"{getattr(value, '__module__', '')}.{name}{_said(does)}"
    if isinstance(value, CodeType):
        # Where it is written makes no difference.
        return digest(value.co_code, _said(value.co_consts), *value.co_names, *value.co_varnames)
    return _without_address(repr(value))


def _without_address(text: str) -> str:
    """An object's `repr` without its place in memory, which differs in every run."""
    return text.partition(" object at 0x")[0] if " object at 0x" in text else text
