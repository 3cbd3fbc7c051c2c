"""The same on the sample site, with the theme and everything that the small site lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from press.build import build
from press.report import Report
from tests.press.small_site import files_of

_ROOT = Path(__file__).resolve().parents[2]
_SETTINGS = """\
import runpy
globals().update(runpy.run_path({settings!r}))
SITE_ADDRESS = "https://niengiam.example/tin"
"""


@pytest.mark.parametrize("drafts", [False, True])
def test_edits_one_after_another_give_the_site_that_a_whole_build_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drafts: bool
) -> None:
    """Published articles, drafts and pages; most of them without the archive being loaded."""
    for module in ("press.cache.outline", "press.cache.memory"):
        monkeypatch.setattr(f"{module}.SETTLED", 0)
    if drafts:
        # As in a large archive.
        monkeypatch.setattr("site_search.layers.WORTH_IT", 40)
        monkeypatch.setattr("site_search.layers.NEWEST", 12)
    content, settings = tmp_path / "content", tmp_path / "pelicanconf.py"
    shutil.copytree(_ROOT / "content", content)
    settings.write_text(_SETTINGS.format(settings=str(_ROOT / "pelicanconf.py")), "utf-8")

    def made(name: str) -> int:
        output, cache = tmp_path / name, tmp_path / f"{name}-cache"
        result = build(
            content, output, cache, False, settings, Report(quiet=True), show_drafts=drafts
        )
        return len(result.made)

    whole = made("edited")
    sources = sorted([*content.glob("bai-viet/**/*.md"), *content.glob("trang/*.md")])
    waiting = [path for path in sources if "bản nháp" in path.read_text("utf-8")]
    assert waiting
    for path in {*sources[::8], *waiting}:
        path.write_text(path.read_text("utf-8").rstrip() + "\n\nThêm một câu ở cuối.\n", "utf-8")
        assert made("edited") < whole / 20
    made("clean")
    assert files_of(tmp_path / "edited") == files_of(tmp_path / "clean")
