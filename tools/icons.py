"""Draws the favicon set into theme/static/icons.

Run it again after the emblem or the accent colour has changed:
`python tools/icons.py "#8c1d18"`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "theme" / "static" / "icons"
sys.path.insert(0, str(ROOT))

from tools.emblem import emblem_image, emblem_svg  # noqa: E402


def main(accent: str = "#8c1d18") -> None:
    """Writes all icons."""
    ICONS.mkdir(exist_ok=True)
    (ICONS / "icon.svg").write_text(emblem_svg(accent), "utf-8")
    touch = emblem_image(180, accent, rounded=False).convert("RGB")
    touch.save(ICONS / "apple-touch-icon.png", optimize=True)
    emblem_image(512, accent).save(ICONS / "icon-512.png", optimize=True)
    emblem_image(48, accent).save(ICONS / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])


if __name__ == "__main__":
    main(*sys.argv[1:2])
