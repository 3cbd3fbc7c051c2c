"""Patterns that every Python we name reads alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_GROUP_KEEPS = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+(?!,)|\(\?>")


@pytest.mark.parametrize("folder", ["plugins", "tools", "benchmarks"])
def test_no_group_keeps_what_it_took(folder: str) -> None:
    """Python 3.11.2, Debian 12's, goes on from the wrong place behind `(…)*+` and `(?>…)`."""
    files = [path for path in (ROOT / folder).rglob("*.*") if path.suffix in (".py", ".toml")]
    assert files
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if _GROUP_KEEPS.search(line)
    ]
    assert found == []
