"""Rules of the house that hold for the repository as a whole."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_BINARY = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".gz", ".xlsx", ".ttf", ".otf"}
_FORBIDDEN = re.compile(
    r"pypi\.(?:org|io)|pythonhosted\.(?:org)|npmjs\.(?:org|com)|deb\.debian\.(?:org)"
    r"|(?<![\w.])/(?:root|work|farm)/"
)


def tracked_files() -> list[Path]:
    """Every file that git tracks, in a checkout; else every file of the folder."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in names.split("\0") if name]


def text_files() -> list[Path]:
    return [p for p in tracked_files() if p.is_file() and p.suffix not in _BINARY]


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    """The repository means the same on every machine and with every package index."""
    here = Path(__file__).resolve()
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in text_files()
        if path != here
        for match in _FORBIDDEN.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def test_what_people_read_is_in_nfc() -> None:
    """Vietnamese letters are composed wherever a reader or editor sees them."""
    found = [
        str(path.relative_to(ROOT))
        for path in text_files()
        if path.suffix in {".md", ".html", ".toml", ".css", ".js"}
        and not unicodedata.is_normalized("NFC", path.read_text("utf-8"))
    ]
    assert not found


def test_no_file_was_left_half_merged() -> None:
    """Git's marks of a conflict mean that somebody has still to decide; a page shows some."""
    marks = re.compile(r"^(?:<{7}|>{7}) \S.*$", re.M)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in text_files()
        if path.parent.name != "loi"
        for match in marks.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def test_every_plugin_says_what_it_is() -> None:
    """Each folder of `plugins/` has a README."""
    folders = {
        path.parts[len(ROOT.parts) + 1] for path in tracked_files() if "plugins" in path.parts
    }
    missing = [
        name for name in sorted(folders) if not (ROOT / "plugins" / name / "README.md").is_file()
    ]
    assert not missing


@pytest.mark.parametrize("lock", ["site.lock", "test.lock"])
def test_locks_pin_every_package_with_hashes(lock: str) -> None:
    """What is installed today is what was installed when the lock was made."""
    lines = (ROOT / "requirements" / lock).read_text().splitlines()
    packages = [n for n, line in enumerate(lines) if re.match(r"[a-z0-9]", line, re.I)]
    assert packages
    assert all("==" in lines[n] and "--hash=sha256:" in lines[n + 1] for n in packages)
