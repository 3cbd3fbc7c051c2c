"""Draws the sample pictures: `python -m tools.samples.draw [NAME…]`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from tools.samples.scenes import SCENES
from tools.samples.shapes import HEIGHT, WIDTH

from tests.browser import open_browser

ROOT = Path(__file__).resolve().parents[2] / "content" / "hinh-anh"
QUALITY = 82


def draw(names: list[str]) -> list[Path]:
    """The files written: the pictures called `names`, all where none is named."""
    written = []
    with open_browser() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name in names or list(SCENES):
            page.set_content(f'<body style="margin:0">{SCENES[name]()}</body>')
            written.append(_save(page.screenshot(), ROOT / f"{name}.jpg"))
    return written


def _save(png: bytes, file: Path) -> Path:
    """`file`, written as a progressive JPEG without metadata."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.save(file, quality=QUALITY, optimize=True, progressive=True)
    return file


if __name__ == "__main__":
    for drawn in draw(sys.argv[1:]):
        print(f"{drawn.relative_to(ROOT.parents[1])}  {drawn.stat().st_size // 1024} kB")
