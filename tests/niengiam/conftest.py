"""A small site to run commands on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from niengiam.vietnamese_click import speak
from niengiam.words import Words

ROOT = Path(__file__).parents[2]
ARTICLE = (
    "---\nTiêu đề: Hội nghị tổng kết năm 2023\nMã: hoi-nghi-2023\nNgày: 13/11/2023\n"
    "Chuyên mục: Tin tức\n---\n\nNăm 2023, trường mở 439 lớp với 1.250 học viên.\n"
)


def make_site(folder: Path) -> Path:
    """A site's folder: settings, theme, one article, the registry."""
    content = folder / "content"
    (content / "bai-viet" / "2023").mkdir(parents=True)
    (content / "bai-viet" / "2023" / "hoi-nghi.md").write_text(ARTICLE, "utf-8")
    (content / "so-lieu").mkdir()
    shutil.copy(ROOT / "content" / "so-lieu" / "chi-tieu.toml", content / "so-lieu")
    for name in ("pelicanconf.py", "publishconf.py"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    return folder


@pytest.fixture
def desk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Such a folder, made the current one."""
    make_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NIENGIAM_LANG", raising=False)
    yield tmp_path
    speak(Words("en"))
