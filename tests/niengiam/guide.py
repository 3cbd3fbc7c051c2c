"""The editors' guide as blocks: files to save, commands to type, answers that appear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "bien-tap.md").read_text("utf-8")
BLOCK = re.compile(
    r"(?:^Tệp `(?P<file>[^`]+)`:\n\n)?^```(?P<kind>\S*)\n(?P<text>.*?)^```$", re.M | re.S
)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block, and the file that it is said to be."""

    kind: str
    text: str
    file: str | None


def blocks() -> Iterator[Block]:
    """The guide's blocks in order."""
    for match in BLOCK.finditer(GUIDE):
        yield Block(match["kind"], match["text"], match["file"])


def first_text(file: str) -> str:
    """What the guide first has saved as the file whose path ends in `file`."""
    return next(block.text for block in blocks() if block.file and block.file.endswith(file))
