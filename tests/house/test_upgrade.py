"""The commands by which a newer program is taken, run as the docs write them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="no git on this machine")


def block(page: str, heading: str) -> str:
    """The commands below `heading`."""
    text = (DOCS / page).read_text("utf-8").partition(f"\n## {heading}\n")[2]
    found = re.search(r"```sh\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


def test_both_languages_name_the_same_commands() -> None:
    assert block("may-chu.md", "Nâng cấp") == block("hosting.md", "Upgrading")


def test_an_upgrade_leaves_the_content_of_the_institution_alone(tmp_path: Path) -> None:
    """Although the newer program changed, added and removed sample articles."""
    program, site = tmp_path / "program", tmp_path / "site"
    program.mkdir()
    git(program, "init", "-q")
    sample = {"content/a.md": "mẫu", "content/b.md": "mẫu", "content/chi-tieu.toml": "cũ"}
    write(program, {**sample, "pelicanconf.py": "NAME = 1\n\n\n\nPART = 1\n", "plugins/x.py": "1"})
    git(tmp_path, "clone", "-q", str(program), "site")
    git(site, "remote", "rename", "origin", "goc")
    git(site, "config", "user.name", "x")
    git(site, "config", "user.email", "x@x.example")
    git(site, "rm", "-q", "content/a.md", "content/b.md")
    own = {"content/cua-toi.md": "của tôi", "content/chi-tieu.toml": "của tôi"}
    write(site, {**own, "pelicanconf.py": "NAME = 2\n\n\n\nPART = 1\n"})
    git(program, "rm", "-q", "content/b.md")
    newer = {"content/a.md": "mẫu sửa", "content/c.md": "mẫu mới", "content/chi-tieu.toml": "mới"}
    write(program, {**newer, "pelicanconf.py": "NAME = 1\n\n\n\nPART = 2\n", "plugins/x.py": "2"})

    for command in block("may-chu.md", "Nâng cấp").splitlines():
        merges = command.startswith("git merge")
        subprocess.run(command.split(), cwd=site, capture_output=True, check=not merges)
    git(site, "commit", "-qm", "nâng cấp")

    kept = {p.name: p.read_text("utf-8") for p in (site / "content").iterdir()}
    assert kept == {"cua-toi.md": "của tôi", "chi-tieu.toml": "của tôi"}
    assert (site / "plugins/x.py").read_text("utf-8") == "2"
    assert (site / "pelicanconf.py").read_text("utf-8") == "NAME = 2\n\n\n\nPART = 2\n"
    assert git(site, "status", "--short") == ""
