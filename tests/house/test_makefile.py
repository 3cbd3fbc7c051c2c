"""What is typed behind `make` reaches the command as it was typed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")


def make(folder: Path, *typed: str) -> subprocess.CompletedProcess[str]:
    """`make` with a `niengiam` that prints what it was given, one word a line."""
    command = folder / "niengiam"
    command.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", "utf-8")
    command.chmod(0o755)
    stamp = folder / "stamp"
    stamp.touch()
    return subprocess.run(
        ["make", "--no-print-directory", f"BIN={folder}", f"SITE_STAMP={stamp}", *typed],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        'Lễ "khai giảng" khóa 45',
        "Lớp 5$ và $HOME",
        "Dấu `date` và 'nháy'",
        "A; B && C | D",
        "Ông's",
    ],
)
def test_a_title_is_one_word_whatever_is_in_it(title: str, tmp_path: Path) -> None:
    """Quotation marks ended the title; what stood in backticks was run."""
    done = make(tmp_path, "new", f"TITLE={title}")
    assert done.stdout.splitlines() == ["new", title], done.stderr


def test_a_path_may_have_spaces_and_several_may_be_named(tmp_path: Path) -> None:
    old = tmp_path / "Trang cũ"
    old.mkdir()
    assert str(old) in make(tmp_path, "import", f"SOURCE={old}", "INTO=x y").stdout.splitlines()
    assert make(tmp_path, "check", f"FILES={old}").stdout.splitlines() == ["check", str(old)]
    several = make(tmp_path, "check", "FILES=a.md b.md").stdout
    assert several.splitlines() == ["check", "a.md", "b.md"]
    assert make(tmp_path, "new").stdout.splitlines() == ["new"]


def test_import_without_a_source_says_what_to_type(tmp_path: Path) -> None:
    done = make(tmp_path, "import")
    assert done.returncode != 0
    assert "make import SOURCE=" in done.stderr


def test_a_site_is_sent_after_it_was_built_and_not_without_a_place_to_go(tmp_path: Path) -> None:
    """Building for minutes before saying that the place is missing helps nobody."""
    sent = make(tmp_path, "deploy", "TO=me@host:/srv/Trang tin").stdout.splitlines()
    assert sent.index("--publish") < sent.index("deploy")
    assert sent[-2:] == ["--to", "me@host:/srv/Trang tin"]
    alone = make(tmp_path, "deploy")
    assert (alone.returncode != 0, alone.stdout) == (True, "")
    assert "make deploy TO=" in alone.stderr


def test_help_keeps_names_and_words_apart(tmp_path: Path) -> None:
    lines = make(tmp_path, "help").stdout.splitlines()
    assert len({len(line) - len(line.lstrip(" ")) for line in lines}) == 1
    assert all("  " in line.strip() for line in lines)
