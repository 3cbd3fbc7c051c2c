"""Text in Be Vietnam Pro, whose letters lie in two files: Latin and Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont

#: Letters of the Vietnamese file, as in the `unicode-range` of fonts.css.
_VIETNAMESE = frozenset("ĂăĐđĨĩŨũƠơƯư₫") | {chr(code) for code in range(0x1EA0, 0x1EFA)}
_ELLIPSIS = "…"


class Lettering:
    """One weight and size of the heading font."""

    def __init__(self, fonts: Path, weight: int, size: int) -> None:
        self.size = size
        self._latin = _font(fonts / f"be-vietnam-pro-latin-{weight}.woff2", size)
        self._vietnamese = _font(fonts / f"be-vietnam-pro-vietnamese-{weight}.woff2", size)

    def width(self, text: str) -> float:
        """Pixels that `text` takes."""
        return sum(font.getlength(run) for run, font in self._runs(text))

    def write(self, pen: ImageDraw.ImageDraw, x: float, y: float, text: str, ink: str) -> None:
        """Draws `text` with its baseline at `y`."""
        for run, font in self._runs(text):
            pen.text((x, y), run, font=font, fill=ink, anchor="ls")
            x += font.getlength(run)

    def lines(self, text: str, width: float, most: int) -> list[str]:
        """`text` in at most `most` lines of `width` pixels; what is left over becomes "…"."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], self._shortened(lines[most - 1], width)]

    def _shortened(self, line: str, width: float) -> str:
        words = line.split()
        while len(words) > 1 and self.width(" ".join(words) + _ELLIPSIS) > width:
            words.pop()
        return " ".join(words).rstrip(",;:.–-") + _ELLIPSIS

    def _runs(self, text: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        for vietnamese, letters in groupby(text, _VIETNAMESE.__contains__):
            yield "".join(letters), self._vietnamese if vietnamese else self._latin


@lru_cache(maxsize=16)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout engine: what raqm does depends on libraries of the machine.
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
