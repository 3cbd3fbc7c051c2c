"""Draws the pictures of the editors' guide, docs/images/bien-tap-*.png, from the real program.

`python tools/guide_screenshots.py`; run after a change to the look of the preview,
of an article or of the index. The guide's own articles are saved into a copy of the
sample content, which `niengiam serve` then shows; answers in a terminal are those of
the real command, photographed in colour.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.text import Text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import open_browser
from tests.niengiam.guide import first_text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/images"
_REPORT = "content/bai-viet/2024/hoi-nghi-tong-ket-cong-tac-nam-2024.md"
_WRONG = "content/bai-viet/2024/sai.md"
_CORRECTED = "content/bai-viet/2024/dinh-chinh.md"
_SIZE = {"width": 1180, "height": 720}
_COLUMNS = 110
_COLOURS = 96
_PATIENCE_MS = 60_000
_ADDRESS = re.compile(r"http://\S+/")
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px 20px; background: #fff; display: inline-block; }}
pre {{ margin: 0; font: 14px/1.5 "Liberation Mono", monospace; }}
{stylesheet}</style><pre>{code}</pre>"""


def main() -> None:
    """Draws every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        site = Path(folder)
        _copy_site(site)
        _save(site, _WRONG)
        _terminal(browser, site, "kiem-tra", "check", _WRONG)
        (site / _WRONG).unlink()
        _save(site, _REPORT)
        _save(site, _CORRECTED)
        with _preview(site) as address:
            _preview_pictures(browser, site, address)


def _copy_site(site: Path) -> None:
    """A site of its own in `site`: sample content, theme, settings."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, site / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, site)


def _save(site: Path, file: str) -> None:
    (site / file).write_text(first_text(file), "utf-8")


def _terminal(browser: Browser, site: Path, name: str, *arguments: str) -> None:
    """Photographs what a command answers on a terminal of `_COLUMNS` columns.

    The first answer may tell how far the reading is, as slow machines hear it; the second
    finds everything read.
    """
    for _ in range(2):
        said = subprocess.run(
            [sys.executable, "-m", "niengiam.cli", *arguments],
            cwd=site,
            env=os.environ
            | {"FORCE_COLOR": "1", "COLUMNS": str(_COLUMNS), "TERM": "xterm-256color"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        ).stdout
    console = Console(record=True, width=_COLUMNS, file=io.StringIO())
    console.print(f"$ niengiam {' '.join(arguments)}", style="bold", highlight=False)
    console.print(Text.from_ansi(said.strip()))
    page = browser.new_page(viewport=_SIZE)  # type: ignore[arg-type]
    page.set_content(console.export_html(code_format=_TERMINAL))
    _keep(name, page.locator("body").screenshot())
    page.close()


@contextmanager
def _preview(site: Path) -> Iterator[str]:
    """Address of `niengiam serve` on `site`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "niengiam.cli", "serve", "--port", "0"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert process.stdout
    try:
        yield next(match[0] for line in process.stdout if (match := _ADDRESS.search(line)))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


def _preview_pictures(browser: Browser, site: Path, address: str) -> None:
    page = browser.new_page(
        viewport=_SIZE,  # type: ignore[arg-type]
        locale="vi-VN",
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.set_default_timeout(_PATIENCE_MS)
    report = f"{address}2024/12/hoi-nghi-tong-ket-cong-tac-nam-2024/"
    page.goto(report)
    opener = page.get_by_role("button", name=re.compile("Số liệu đọc được"))
    opener.click()
    _photograph(page, "xem-thu")
    page.get_by_role("button", name="Đóng").click()
    _from_cell_to_sentence(page, address)
    page.goto(f"{address}2024/07/ket-qua-dao-tao-sau-thang-dau-nam-2024/")
    _photograph(page, "dinh-chinh")
    page.goto(report)
    article = site / _REPORT
    good = article.read_text("utf-8")
    article.write_text(good.replace("Ngày: 20/12/2024", "Ngày: 31/02/2024"), "utf-8")
    page.get_by_role("alert").wait_for()
    _photograph(page, "loi", height=300)
    page.close()


def _from_cell_to_sentence(page: Page, address: str) -> None:
    """The index with one number chosen, and the sentence that it leads to."""
    page.goto(f"{address}so-lieu/")
    number = page.locator('a[href*="hoi-nghi-tong-ket-cong-tac-nam-2024/#"]').first
    number.scroll_into_view_if_needed()
    number.focus()
    _photograph(page, "bang")
    number.click()
    page.locator(":target").wait_for()
    _photograph(page, "cau")


def _photograph(page: Page, name: str, height: int = _SIZE["height"]) -> None:
    """The window's upper part as it is, its letters loaded."""
    page.wait_for_load_state()
    page.locator("#xem-thu .bar button").wait_for()
    page.evaluate("document.fonts.ready")
    _keep(name, page.screenshot(clip={"x": 0, "y": 0, "width": _SIZE["width"], "height": height}))


def _keep(name: str, shot: bytes) -> None:
    """Saves a photograph with few colours: these are letters, not landscapes."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.quantize(_COLOURS).save(PICTURES / f"bien-tap-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
