"""Draws docs/images/so-lieu.png, the picture of the index in the README, from a built site.

`python tools/readme_picture.py output`; run after a change to the look of the index.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import open_browser
from tests.serving import serve

PICTURE = Path(__file__).resolve().parent.parent / "docs/images/so-lieu.png"
_SECTION = "#don-vi-truong-mau"
_SIZE = {"width": 1280, "height": 860}
_COLOURS = 128


def main(site: Path) -> None:
    """Photographs the table that spans most years, with its heading at the top."""
    with serve(site) as address, open_browser() as browser:
        page = browser.new_page(viewport=_SIZE, color_scheme="light")  # type: ignore[arg-type]
        page.goto(f"{address}/so-lieu/")
        # Not a picture of the section, which is laid out as it comes near: of what is seen then.
        page.locator(_SECTION).evaluate("section => section.scrollIntoView({behavior: 'instant'})")
        page.wait_for_timeout(500)
        shot = page.screenshot()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    top = Image.open(io.BytesIO(shot)).convert("RGB")
    top.quantize(_COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "output"))
