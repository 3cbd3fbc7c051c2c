"""Pictures made on the spot, so that every byte of the originals is known."""

from __future__ import annotations

import io

from PIL import Image


def photo(width: int = 1300, height: int = 650, *, left: str = "red") -> Image.Image:
    """A picture of many colours whose left half is `left`."""
    image = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    image.paste(Image.new("RGB", (width // 2, height), left), (0, 0))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """`image` as a file of the given kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
