"""Draws the favicon set into theme/static/icons.

Run it again after the emblem has changed: `python tools/icons.py`. A site with
another accent has them drawn by its build (`press/pages/assets.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "theme" / "static" / "icons"
sys.path.insert(0, str(ROOT / "plugins"))

from pictures.emblem import icons  # noqa: E402


def main(accent: str = "#8c1d18") -> None:
    """Writes all icons."""
    ICONS.mkdir(exist_ok=True)
    for name, data in icons(accent).items():
        (ICONS / name).write_bytes(data)


if __name__ == "__main__":
    main(*sys.argv[1:2])
