"""Tables of words in TOML files, kept as Python keeps its modules once it has compiled them."""

from __future__ import annotations

import os
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any


def tables(file: Path) -> dict[str, Any]:
    """The tables of a TOML file that comes with the program.

    To read the words of the grammar takes thirty milliseconds, twenty times as long as to take
    them from `__pycache__`, where all that can be said of modules holds for them as well.
    """
    loader = _Tables(file.stem, os.fspath(file))
    try:
        code: Any = loader.get_code(file.stem)
    except (EOFError, TypeError, ValueError):
        # What is kept is damaged; what is written says it all again.
        code = loader.source_to_code(file.read_bytes(), loader.path)
    found: dict[str, Any] = eval(code)
    return found


class _Tables(SourceFileLoader):
    def source_to_code(self, data: Any, path: Any, **_: Any) -> CodeType:  # type: ignore[override]
        """An expression that gives the tables anew whenever it is asked."""
        # Hardly a command has to read any.
        import tomllib

        return compile(repr(tomllib.loads(bytes(data).decode("utf-8"))), path, "eval")
