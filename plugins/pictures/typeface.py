"""The heading face, read from the theme's own style sheet and font files, for drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_FACE = re.compile(r"@font-face\s*\{(.*?)\}", re.DOTALL)
_WEIGHT = re.compile(r"font-weight:\s*(\d+)")
_SOURCE = re.compile(r"src:\s*url\([\"']?([^\"')]+)")
_RANGES = re.compile(r"unicode-range:\s*([^;]+)")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """One file of the face and the characters that it is for."""

    file: Path
    characters: frozenset[int]


class Typeface:
    """One weight of the heading face; its files each hold some of the characters."""

    def __init__(self, sheet: Path, weight: int) -> None:
        self._parts = tuple(_parts(sheet, weight))

    @property
    def files(self) -> tuple[Path, ...]:
        """All font files, in the order of the style sheet."""
        return tuple(part.file for part in self._parts)

    def shown(self, text: str) -> str:
        """`text` without characters that the face cannot draw."""
        spaced = " ".join(text.split())
        return "".join(char for char in spaced if self._part_of(char) is not None)

    def width(self, text: str, size: int) -> float:
        """How wide `text` stands in `size` pixels."""
        return sum(font.getlength(run) for run, font in self._runs(text, size))

    def draw(
        self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int
    ) -> None:
        """Draw `text` in full strength with its baseline's left end `at`."""
        x, y = at
        for run, font in self._runs(text, size):
            draw.text((x, y), run, fill=255, font=font, anchor="ls")
            x += font.getlength(run)

    def _runs(self, text: str, size: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        return [
            ("".join(run), _font(part.file, size))
            for part, run in groupby(text, self._part_of)
            if part is not None
        ]

    def _part_of(self, char: str) -> _Part | None:
        return next((part for part in self._parts if ord(char) in part.characters), None)


def _parts(sheet: Path, weight: int) -> list[_Part]:
    """The parts that `sheet` declares for `weight`; ValueError if there is none."""
    found = []
    for face in _FACE.findall(sheet.read_text("utf-8")):
        source, ranges, own = _SOURCE.search(face), _RANGES.search(face), _WEIGHT.search(face)
        if source and ranges and own and int(own[1]) == weight:
            characters = frozenset(
                code
                for first, last in _RANGE.findall(ranges[1])
                for code in range(int(first, 16), int(last or first, 16) + 1)
            )
            found.append(_Part(sheet.parent / source[1], characters))
    if not found:
        raise ValueError(f"{sheet}: no font files of weight {weight}")
    return found


@lru_cache(maxsize=64)
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Basic layout gives the same picture whether or not a shaping library is installed."""
    from PIL import ImageFont

    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
