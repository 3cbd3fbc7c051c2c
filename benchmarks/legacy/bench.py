"""How many of the tests' own old pages come out clean, whole and with their signs taken away.

    python benchmarks/legacy/bench.py

"names" takes away every class, id and property: what is left is how the pages
are built. "titles" takes away `<title>` and Open Graph. Then the time a page.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from legacy_import import import_sources
from tests.legacy_import.judging import BATCHES, compared, expectations, source_of
from tests.legacy_import.making import page

_NAMES = re.compile(
    rb"\s(?:class|id|itemprop|itemtype|itemscope|property|rel|typeof|name)=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+)"
)
_TITLES = re.compile(
    rb"<title>.*?</title>|<meta[^>]*property=\"og[^>]*>", re.DOTALL | re.IGNORECASE
)
_PAGES = 300

VARIANTS: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda data: data,
    "names": lambda data: _NAMES.sub(b"", data),
    "titles": lambda data: _TITLES.sub(b"", data),
}


def is_clean(
    batch: str, name: str, wanted: dict[str, Any], change: Callable[[bytes], bytes]
) -> bool:
    """Whether the page comes out as it should after `change`."""
    source = source_of(batch, name)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / source.name
        copy.write_bytes(change(source.read_bytes()))
        helpers = source.with_name(f"{name}_files")
        if helpers.is_dir():
            shutil.copytree(helpers, Path(folder) / helpers.name)
        into = Path(folder) / "content"
        import_sources([copy], into)
        made = list(into.rglob("*.md"))
        return len(made) == 1 and not compared(made[0].read_bytes(), wanted)


def rates() -> None:
    """Prints how many pages are clean, by batch and variant."""
    for variant, change in VARIANTS.items():
        for batch in BATCHES:
            wanted = expectations(batch)
            if variant != "whole":
                # The section of an article is mostly told by names alone.
                wanted = {
                    name: {k: v for k, v in w.items() if k != "category"}
                    for name, w in wanted.items()
                }
            clean = sum(is_clean(batch, name, w, change) for name, w in wanted.items())
            print(f"{variant:<7} {batch:<7} {clean} of {len(wanted)}")


def speed() -> None:
    """Prints the time that one page of a folder takes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "luu"
        source.mkdir()
        body = (
            "<p>Trong năm, trường mở 12 lớp bồi dưỡng cho 340 học viên của các xã vùng cao.</p>" * 8
        )
        for number in range(_PAGES):
            (source / f"{number}.html").write_text(
                page(f"Bài số {number} trong năm", body), "utf-8"
            )
        begin = time.perf_counter()
        import_sources([source], Path(folder) / "content")
        print(f"{(time.perf_counter() - begin) / _PAGES * 1000:.1f} ms a page")


if __name__ == "__main__":
    rates()
    speed()
