"""Small sites in `golden/`, and what is built of them, as texts that people can read.

Each folder has a `content` as an editor would write it. Beside it lie `tree.txt` (every
file of the index's part of the site), `pages.txt` (the words and links of the index's
pages), `so-lieu.csv`, `so-lieu.json` (the feed) and `so-cai.csv` (the ledger).
After a change that is meant, write them anew and read the diff:

    .venv/bin/python -m tests.stat_index.golden_trees
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from press.build import build
from press.report import Report

ROOT = Path(__file__).resolve().parents[2]
SITES = Path(__file__).parent / "golden"
#: The index's own part of a site.
_OURS = ("so-lieu/", "dinh-chinh/", "feed/so-lieu")
#: The same on every page.
_ELSEWHERE = ".sl-box, .sl-legend, .sl-series > .sl-downloads, .sl-embed"
_BLOCKS = ("h1", "h2", "h3", "p", "tr", "li", "summary", "dt", "figcaption", "desc")


class _Quiet(Report):
    """Says nothing."""

    def findings(self, found: object) -> None:
        """Questions about figures are not what these sites are for."""


def names() -> list[str]:
    """The sites."""
    return sorted(folder.name for folder in SITES.iterdir() if folder.is_dir())


def built(name: str, folder: Path) -> dict[str, str]:
    """The site `name`, published below `folder`, as golden texts by file name."""
    content, site = folder / "content", folder / "site"
    shutil.copytree(SITES / name / "content", content)
    build(content, site, folder / "cache", True, ROOT / "pelicanconf.py", _Quiet(quiet=True))
    files = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    files = [file for file in files if file.startswith(_OURS)]
    pages = [f for f in files if re.match(r"(so-lieu|dinh-chinh)/.*html$", f)]
    return {
        "tree.txt": "".join(f"{file}\n" for file in files),
        "pages.txt": "\n".join(_page(site, page) for page in pages),
        "so-lieu.csv": _text(site / "so-lieu/so-lieu.csv"),
        "so-lieu.json": _text(site / "feed/so-lieu.json"),
        "so-cai.csv": _text(content / "so-lieu/so-cai.csv"),
    }


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def _page(site: Path, name: str) -> str:
    """Words and links of a page, a line a block."""
    soup = BeautifulSoup(_text(site / name), "lxml")
    main = soup.find("main")
    assert isinstance(main, Tag)
    for same in main.select(_ELSEWHERE):
        same.decompose()
    return "\n".join([f"== {name}", *_lines(main)]) + "\n"


def _lines(main: Tag) -> Iterator[str]:
    for block in main.find_all(_BLOCKS):
        if block.find_parent(_BLOCKS) is None:
            cells = block.find_all(["th", "td"]) if block.name == "tr" else [block]
            anchor = f" #{block['id']}" if block.get("id") else ""
            yield f"{block.name}{anchor}: " + " | ".join(map(_words, cells))


def _words(part: Tag) -> str:
    """The words of a part; links with where they lead."""
    for link in part.find_all("a", href=True):
        link.append(f" <{link['href']}>")
    return " ".join(part.get_text(" ").split())


def renew() -> None:
    """Writes all golden texts anew."""
    for name in names():
        with tempfile.TemporaryDirectory() as folder:
            for file, text in built(name, Path(folder)).items():
                (SITES / name / file).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    renew()
