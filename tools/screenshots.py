"""Photographs every page type of a built site: three widths, light, dark and print.

`python tools/screenshots.py output shots` writes `shots/<page>-<width>-<scheme>.png`
and `shots/<page>-print.png`; further arguments are addresses to photograph instead
of one of each type. Needs Playwright and a Chromium, as the tests do.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import open_browser
from tests.serving import serve
from tests.theme.page_types import one_of_each

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
# Pictures below the fold load late; a photograph of the whole page needs them now.
_ALL_SEEN = """
async () => {
  const pictures = [...document.images];
  pictures.forEach(picture => { picture.loading = "eager"; });
  await Promise.all(pictures.map(picture => picture.decode().catch(() => null)));
  await document.fonts.ready;
}
"""
_A4 = {"width": 794, "height": 1123}


def photograph(browser: Browser, root: str, pages: dict[str, str], target: Path) -> None:
    """Writes all pictures of `pages` (name → address) into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for name, address in pages.items():
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,  # type: ignore[arg-type]
                )
                page.goto(f"{root}/{address}")
                page.evaluate(_ALL_SEEN)
                page.screenshot(
                    path=target / f"{name.replace(' ', '-')}-{width}-{scheme}.png", full_page=True
                )
                page.close()
        page = browser.new_page(viewport=_A4)  # type: ignore[arg-type]
        page.emulate_media(media="print")
        page.goto(f"{root}/{address}")
        page.evaluate(_ALL_SEEN)
        page.screenshot(path=target / f"{name.replace(' ', '-')}-print.png", full_page=True)
        page.close()


def main(site: str, target: str, *addresses: str) -> None:
    """The command."""
    chosen = {re.sub(r"\W+", "-", a).strip("-") or "home": a for a in addresses}
    with serve(Path(site)) as root, open_browser() as browser:
        photograph(browser, root, chosen or one_of_each(Path(site)), Path(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
