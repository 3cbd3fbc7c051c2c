"""The built-in emblem: an open yearbook with three rising columns, on a field of 48 × 48."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

FIELD = 48
CORNER = 5
COLUMNS = ((11, 22, 17, 30.5), (21, 16, 27, 32), (31, 9, 37, 30.5))
PAGES = (
    ((7, 34), (15, 32.8), (23, 34.6), (23, 38), (15, 36.4), (7, 37.5)),
    ((41, 34), (33, 32.8), (25, 34.6), (25, 38), (33, 36.4), (41, 37.5)),
)
_OVERSAMPLING = 4


def emblem_image(size: int, accent: str, *, rounded: bool = True) -> Image.Image:
    """The emblem, `size` pixels wide, white on `accent`."""
    scale = size * _OVERSAMPLING / FIELD
    image = Image.new("RGBA", (size * _OVERSAMPLING,) * 2, (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    corner = CORNER * scale if rounded else 0
    pen.rounded_rectangle((0, 0, *(side - 1 for side in image.size)), corner, fill=accent)
    for left, top, right, bottom in COLUMNS:
        pen.rectangle((left * scale, top * scale, right * scale, bottom * scale), fill="white")
    for page in PAGES:
        pen.polygon([(x * scale, y * scale) for x, y in page], fill="white")
    return image.resize((size, size), Image.Resampling.LANCZOS)


def emblem_svg(accent: str) -> str:
    """The same as SVG."""
    columns = "".join(
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}"/>'
        for left, top, right, bottom in COLUMNS
    )
    pages = "".join(
        f'<polygon points="{" ".join(f"{x},{y}" for x, y in page)}"/>' for page in PAGES
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FIELD} {FIELD}">'
        f'<rect width="{FIELD}" height="{FIELD}" rx="{CORNER}" fill="{accent}"/>'
        f'<g fill="#fff">{columns}{pages}</g></svg>\n'
    )


def icons(accent: str) -> dict[str, bytes]:
    """The favicon set by file name; the same bytes for the same accent and Pillow."""
    touch = emblem_image(180, accent, rounded=False).convert("RGB")
    return {
        "icon.svg": emblem_svg(accent).encode(),
        "apple-touch-icon.png": _saved(touch, "PNG", optimize=True),
        "icon-512.png": _saved(emblem_image(512, accent), "PNG", optimize=True),
        "favicon.ico": _saved(
            emblem_image(48, accent), "ICO", sizes=[(16, 16), (32, 32), (48, 48)]
        ),
    }


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
