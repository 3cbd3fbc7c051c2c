"""A machine that lacks something is told in one line what to install."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def set_up(python: Path | str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Runs the set-up as an ordinary user would, with `python` for an interpreter."""
    tools = tmp_path / "tools"
    tools.mkdir(exist_ok=True)
    script(tools / "id", "echo 1000")
    return subprocess.run(
        ["sh", "tools/setup.sh", str(tmp_path / "venv"), "requirements/site.lock"],
        cwd=ROOT,
        env={**os.environ, "PYTHON": str(python), "PATH": f"{tools}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def told(result: subprocess.CompletedProcess[str]) -> str:
    """The one line said on failure."""
    assert result.returncode != 0
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


def test_without_python(tmp_path: Path) -> None:
    """The package to install is named."""
    assert "apt install python3 python3-venv" in told(set_up("no-such-python", tmp_path))


def test_with_an_old_python(tmp_path: Path) -> None:
    """The version found and the version needed are named."""
    old = script(
        tmp_path / "python", 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac'
    )
    message = told(set_up(old, tmp_path))
    assert "Python 3.9.2" in message
    assert "3.11" in message


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_without_venv(tmp_path: Path, module: str) -> None:
    """Debian's package for it is named; without root nothing is installed."""
    bare = script(
        tmp_path / "python",
        f'case "$2" in *{module}*) exit 1;; *) exec {sys.executable} "$@";; esac',
    )
    assert "python3-venv" in told(set_up(bare, tmp_path))
    assert not (tmp_path / "venv").exists()


def chosen(default: Path, system: Path) -> str:
    """Which of two interpreters is set up with."""
    result = subprocess.run(
        ["sh", "tools/choose-python.sh", str(default), str(system)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return result.stdout.strip()


@pytest.mark.parametrize(
    ("plain", "system", "taken"),
    [
        (True, "exit 0", "system"),
        (False, "exit 0", "default"),
        (True, "case $2 in *CONFIG_ARGS*) exit 1;; esac", "default"),
        (True, "case $2 in *version_info*) exit 1;; esac", "default"),
        (True, "exit 127", "default"),
    ],
)
def test_the_quicker_python_is_taken(tmp_path: Path, plain: bool, system: str, taken: str) -> None:
    """The system's own, if the other was compiled without optimisation and it is as able."""
    answer = "case $2 in *CONFIG_ARGS*) exit 1;; esac" if plain else "exit 0"
    default, other = script(tmp_path / "default", answer), script(tmp_path / "system", system)
    assert chosen(default, other) == str(tmp_path / taken)
    assert chosen(default, tmp_path / "none") == str(default)
