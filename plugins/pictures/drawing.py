"""A share picture, drawn: sixteen colours and no gradients, so that it takes milliseconds and the
file a few kilobytes.
"""

from __future__ import annotations

import io

from PIL import Image, ImageColor, ImageDraw

from pictures.share import HEIGHT, WIDTH
from pictures.typeface import Typeface

_MARGIN = 80
_BAND = 24
_TITLE_SIZES = (76, 68, 60, 52, 46)
_TITLE_LINES = 5
_TITLE_TOP = 176
_TITLE_BOTTOM = 486
_LINE = 1.24
_SMALL = 34
_SHADES = 8
_PAPER, _INK = (255, 255, 255), (29, 26, 22)


def drawn(face: Typeface, title: str, kicker: str, site: str, accent: str) -> bytes:
    """A PNG of 1200 × 630 with `kicker`, `title` and the name of the site."""
    inked, coloured = (Image.new("L", (WIDTH, HEIGHT), 0) for _ in range(2))
    ink, colour = ImageDraw.Draw(inked), ImageDraw.Draw(coloured)
    colour.rectangle((0, 0, _BAND, HEIGHT), fill=255)
    left = _BAND + _MARGIN
    room = WIDTH - left - _MARGIN
    face.draw(colour, (left, 116), _cut(face, face.shown(kicker), _SMALL, room), _SMALL)
    size, lines = _set_title(face, face.shown(title), room)
    for number, line in enumerate(lines):
        face.draw(ink, (left, _TITLE_TOP + size + number * size * _LINE), line, size)
    colour.rectangle((left, 536, left + 96, 541), fill=255)
    face.draw(ink, (left, 588), _cut(face, face.shown(site), _SMALL, room), _SMALL)
    return _png(inked, coloured, ImageColor.getrgb(accent)[:3])


def _set_title(face: Typeface, title: str, room: float) -> tuple[int, list[str]]:
    """The largest size at which `title` fits, and its lines; cut at the smallest."""
    size, lines = 0, [""]
    for size in _TITLE_SIZES:
        lines = _lines(face, title, size, room)
        high = len(lines) * size * _LINE
        if high <= _TITLE_BOTTOM - _TITLE_TOP + size * (_LINE - 1) and _fit(
            face, lines, size, room
        ):
            return size, _balanced(face, title, size, room, lines)
    kept = lines[:_TITLE_LINES]
    kept[-1] += "…" if len(lines) > len(kept) else ""
    return size, [_cut(face, line, size, room) for line in kept]


def _fit(face: Typeface, lines: list[str], size: int, room: float) -> bool:
    return all(face.width(line, size) <= room for line in lines)


def _balanced(face: Typeface, title: str, size: int, room: float, lines: list[str]) -> list[str]:
    """`lines` as even as they can be without becoming more: no single word at the end."""
    narrow = room - size
    while narrow > room / 2:
        tighter = _lines(face, title, size, narrow)
        if len(tighter) > len(lines) or not _fit(face, tighter, size, narrow):
            break
        lines, narrow = tighter, narrow - size
    return lines


def _lines(face: Typeface, text: str, size: int, room: float) -> list[str]:
    """`text` broken between words."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _cut(face: Typeface, text: str, size: int, room: float) -> str:
    """`text`, shortened to fit `room`."""
    if face.width(text, size) <= room:
        return text
    while text and face.width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _png(inked: Image.Image, coloured: Image.Image, accent: tuple[int, ...]) -> bytes:
    """Both masks in one picture of sixteen colours: eight shades to ink, eight to the accent."""
    shade = 256 // _SHADES
    picture = inked.point(lambda value: value // shade)
    tinted = coloured.point(lambda value: _SHADES + value // shade)
    picture.paste(tinted, mask=coloured.point(lambda value: 255 if value >= shade else 0))
    palette = Image.frombytes("P", picture.size, picture.tobytes())
    palette.putpalette([*_ramp(_INK), *_ramp(accent)])
    out = io.BytesIO()
    palette.save(out, "PNG", bits=4, compress_level=6)
    return out.getvalue()


def _ramp(colour: tuple[int, ...]) -> list[int]:
    """Eight shades from paper to `colour`, channel after channel."""
    return [
        round(paper + (end - paper) * step / (_SHADES - 1))
        for step in range(_SHADES)
        for paper, end in zip(_PAPER, colour, strict=True)
    ]
