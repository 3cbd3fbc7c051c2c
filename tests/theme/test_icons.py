"""The site's icons have the institution's colour."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PIL import Image

from pictures.emblem import icons
from press.pages.assets import AssetsGenerator
from press.site import ACCENT

THEME = Path(__file__).resolve().parents[2] / "theme"


def written(theme: Path, accent: str) -> dict[str, bytes]:
    """The files of the theme as a build writes them."""
    files: dict[str, bytes] = {}
    writer: Any = SimpleNamespace(
        write_bytes=files.__setitem__,
        write_text=lambda name, text: files.__setitem__(name, text.encode()),
    )
    site = SimpleNamespace(accent=accent, accent_dark="#f0a49b")
    generator = SimpleNamespace(theme=str(theme), context={"SITE": site})
    AssetsGenerator.generate_output(generator, writer)  # type: ignore[arg-type]
    return {name: data for name, data in files.items() if name.startswith("theme/icons/")}


def test_another_accent_gives_other_icons() -> None:
    made = written(THEME, "#0b5a8a")
    assert made == {f"theme/icons/{name}": data for name, data in icons("#0b5a8a").items()}
    corner = Image.open(io.BytesIO(made["theme/icons/apple-touch-icon.png"])).getpixel((2, 2))
    assert corner == (0x0B, 0x5A, 0x8A)


def test_the_house_accent_has_the_icons_that_are_there() -> None:
    there = {
        f"theme/icons/{path.name}": path.read_bytes() for path in (THEME / "static/icons").iterdir()
    }
    assert written(THEME, ACCENT) == there
    assert there["theme/icons/icon.svg"] == icons(ACCENT)["icon.svg"]


def test_icons_of_an_institution_stay(tmp_path: Path) -> None:
    (tmp_path / "static/icons").mkdir(parents=True)
    (tmp_path / "static/css").mkdir()
    (tmp_path / "static/icons/icon.svg").write_bytes(b"<svg/>")
    assert written(tmp_path, "#0b5a8a") == {"theme/icons/icon.svg": b"<svg/>"}
