"""Draws the favicon set into theme/static/icons: the emblem of macros/header.html in pixels.

Run it again after the emblem or the accent colour has changed:
`python tools/icons.py "#8c1d18"`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw

ICONS = Path(__file__).resolve().parent.parent / "theme" / "static" / "icons"
#: The emblem on a field of 48 × 48: three columns over two pages.
COLUMNS = ((11, 22, 17, 30.5), (21, 16, 27, 32), (31, 9, 37, 30.5))
PAGES = (
    ((7, 34), (15, 32.8), (23, 34.6), (23, 38), (15, 36.4), (7, 37.5)),
    ((41, 34), (33, 32.8), (25, 34.6), (25, 38), (33, 36.4), (41, 37.5)),
)
_OVERSAMPLING = 4


def icon(size: int, accent: str, *, rounded: bool = True) -> Image.Image:
    """The emblem, `size` pixels wide, white on `accent`."""
    scale = size * _OVERSAMPLING / 48
    image = Image.new("RGBA", (size * _OVERSAMPLING,) * 2, (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    corner = 5 * scale if rounded else 0
    draw.rounded_rectangle((0, 0, *(side - 1 for side in image.size)), corner, fill=accent)
    for box in COLUMNS:
        draw.rectangle([edge * scale for edge in box], fill="white")
    for page in PAGES:
        draw.polygon([(x * scale, y * scale) for x, y in page], fill="white")
    return image.resize((size, size), Image.Resampling.LANCZOS)


def vector(accent: str) -> str:
    """The same as SVG."""
    columns = "".join(
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}"/>'
        for left, top, right, bottom in COLUMNS
    )
    pages = "".join(
        f'<polygon points="{" ".join(f"{x},{y}" for x, y in page)}"/>' for page in PAGES
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
        f'<rect width="48" height="48" rx="5" fill="{accent}"/>'
        f'<g fill="#fff">{columns}{pages}</g></svg>\n'
    )


def main(accent: str = "#8c1d18") -> None:
    """Writes all icons."""
    ICONS.mkdir(exist_ok=True)
    (ICONS / "icon.svg").write_text(vector(accent), "utf-8")
    icon(180, accent, rounded=False).convert("RGB").save(ICONS / "apple-touch-icon.png")
    icon(512, accent).save(ICONS / "icon-512.png")
    icon(48, accent).save(ICONS / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])


if __name__ == "__main__":
    main(*sys.argv[1:2])
