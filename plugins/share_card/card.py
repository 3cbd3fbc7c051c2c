"""The share picture: what stands where."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from share_card.emblem import emblem_image
from share_card.lettering import Lettering

SIZE = (1200, 630)
_MARGIN = 72
_INK, _SOFT, _PAPER, _RULE = "#1d1a16", "#5a534a", "#ffffff", "#ddd5c9"
#: Sizes of the title to try, the largest first, with the lines that fit.
_TITLES = ((72, 3), (60, 4), (50, 5))
_LEADING = 1.28
_EMBLEM = 64
_COLOURS = 64


@dataclass(frozen=True, slots=True)
class Card:
    """What a share picture says."""

    title: str
    kicker: str = ""
    """Above the title: the category."""
    footer: str = ""
    """Beside the emblem: name of the site."""
    note: str = ""
    """At the right of the footer: a date, or that figures are a demonstration."""


def draw(card: Card, fonts: Path, accent: str) -> bytes:
    """`card` as PNG, 1200 × 630; `fonts` is the folder of the theme's WOFF2 files."""
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 14), fill=accent)
    if card.kicker:
        Lettering(fonts, 600, 32).write(pen, _MARGIN, 112, card.kicker, accent)
    _title(pen, card.title, fonts)
    _footer(image, pen, card, fonts, accent)
    file = io.BytesIO()
    few = image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _title(pen: ImageDraw.ImageDraw, title: str, fonts: Path) -> None:
    """The title as large as it fits."""
    for size, most in _TITLES:
        lettering = Lettering(fonts, 700, size)
        lines = lettering.lines(title, SIZE[0] - 2 * _MARGIN, most)
        if not lines[-1:] or not lines[-1].endswith("…"):
            break
    y = 140 + lettering.size
    for line in lines:
        lettering.write(pen, _MARGIN, y, line, _INK)
        y += round(lettering.size * _LEADING)


def _footer(
    image: Image.Image, pen: ImageDraw.ImageDraw, card: Card, fonts: Path, accent: str
) -> None:
    top = SIZE[1] - 128
    pen.rectangle((_MARGIN, top, SIZE[0] - _MARGIN, top + 1), fill=_RULE)
    emblem = emblem_image(_EMBLEM, accent)
    image.paste(emblem, (_MARGIN, top + 30), emblem)
    small = Lettering(fonts, 600, 30)
    small.write(pen, _MARGIN + _EMBLEM + 20, top + 72, card.footer, _INK)
    small.write(pen, SIZE[0] - _MARGIN - small.width(card.note), top + 72, card.note, _SOFT)
