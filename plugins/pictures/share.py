"""The picture that other sites show beside a link: the title in the house style.

The same title gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pictures.cache import Cache, sha256
from pictures.engine import ENGINE
from pictures.typeface import Typeface

WIDTH, HEIGHT = 1200, 630

#: Counts up whenever other bytes would come out.
VERSION = 1


@dataclass(frozen=True, slots=True)
class SharePicture:
    """One share picture, to be written as it is."""

    address: str
    data: bytes
    width: int = WIDTH
    height: int = HEIGHT


class SharePictures:
    """Draws the share pictures of one site, each once."""

    def __init__(self, theme_static: Path, cache_dir: Path, *, site: str, accent: str) -> None:
        self._face = Typeface(theme_static / "css" / "fonts.css", 700)
        self._cache = Cache(cache_dir)
        self._site = site
        self._accent = accent
        fonts = "".join(sha256(file.read_bytes()) for file in self._face.files)
        self._style = "\0".join((str(VERSION), ENGINE, fonts, site, accent))

    def address(self, title: str, kicker: str = "") -> str:
        """Where the picture for `title` is published; nothing is drawn."""
        return f"hinh-anh/chia-se/{self._key(title, kicker)[:12]}.png"

    def picture(self, title: str, kicker: str = "") -> SharePicture:
        """The picture for `title`, with the category or the like above it."""
        key = self._key(title, kicker)
        kept = self._cache.record(key)
        data = self._cache.blob(str(kept.get("sha256"))) if kept else None
        if data is None:
            # Pillow takes long to load, and a rebuild draws few.
            from pictures.drawing import drawn

            data = drawn(self._face, title, kicker, self._site, self._accent)
            self._cache.keep_record(key, {"sha256": self._cache.keep_blob(data)})
        return SharePicture(self.address(title, kicker), data)

    def _key(self, title: str, kicker: str) -> str:
        return sha256(f"share\0{self._style}\0{kicker}\0{title}".encode())
