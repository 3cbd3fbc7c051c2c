"""Stock `pelican` tells of wrong settings in a sentence with its cure, and ends with status 1."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "added", "said"),
    [
        (["khong-co"], "", ['Không có thư mục nội dung "', 'khong-co"; viết đúng tên thư mục']),
        (["."], "\nTHEME = 'khong-co'", ["pelicanconf.py: không đọc được cấu hình: Could not"]),
        (["."], "\nX = khong_co", ["pelicanconf.py:4: không đọc được cấu hình: name 'khong_co'"]),
    ],
)
def test_settings_at_fault_are_told_without_a_traceback(
    arguments: list[str], added: str, said: list[str], tmp_path: Path
) -> None:
    settings = f"import sys\nsys.path.insert(0, {str(ROOT / 'plugins')!r})\nfrom press import NienGiam as PELICAN_CLASS"
    (tmp_path / "pelicanconf.py").write_text(f"{settings}{added}\n", "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pelican", *arguments, "-o", "ra", "--log-handler", "plain"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    log = ended.stdout + ended.stderr
    assert ended.returncode == 1
    assert "Traceback" not in log
    assert all(words in log for words in said), log
    assert not (tmp_path / "ra").exists()
