"""Compiles the tables of words, as `compileall` does modules: see `vntext.tables`."""

from __future__ import annotations

import sys
from pathlib import Path

from vntext.tables import tables


def main() -> None:
    """Compiles all that come with the program."""
    sys.dont_write_bytecode = False
    for file in Path(__file__).parent.with_name("plugins").rglob("*.toml"):
        tables(file)


if __name__ == "__main__":
    main()
