"""A picture that stands where one of the old site is missing, until an editor puts it there."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image, ImageDraw, PngImagePlugin

from legacy_import.stand_in import MARK

_SIZE = (960, 640)
_PAPER, _INK = (236, 236, 232), (168, 168, 160)
_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}


@cache
def placeholder(suffix: str) -> bytes:
    """The bytes of the stand-in for a file of that suffix: a frame with hills and a sun."""
    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((330, 200, 630, 440), outline=_INK, width=8)
    draw.ellipse((540, 230, 590, 280), fill=_INK)
    draw.polygon(((345, 425), (430, 300), (500, 390), (540, 350), (615, 425)), fill=_INK)
    stream = io.BytesIO()
    form = _FORMATS.get(suffix.lower(), "PNG")
    image.save(stream, form, **_marked(form))
    return stream.getvalue()


def _marked(form: str) -> dict[str, Any]:
    """The mark in the way of the format."""
    if form == "PNG":
        note = PngImagePlugin.PngInfo()
        note.add_text("Comment", MARK)
        return {"pnginfo": note}
    return {"xmp" if form == "WEBP" else "comment": MARK.encode()}
