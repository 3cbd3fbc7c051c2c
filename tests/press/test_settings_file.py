"""Settings are what their file says, not what Python kept of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from press.settings_file import settings_in


def test_an_edit_of_the_same_size_and_second_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the file itself and in one that it imports."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.syspath_prepend(tmp_path)
    settings, published = tmp_path / "pelicanconf.py", tmp_path / "publishconf.py"
    published.write_text("from pelicanconf import *\n")
    for name in ("Một", "Khác"):
        settings.write_text(f'SITENAME = "{name}"\nPATH = "."\n', "utf-8")
        os.utime(settings, (1_700_000_000, 1_700_000_000))
        assert settings_in(settings)["SITENAME"] == name
        assert settings_in(published)["SITENAME"] == name


def test_what_is_put_over_the_settings_wins(tmp_path: Path) -> None:
    """The folders that a command names."""
    settings = tmp_path / "pelicanconf.py"
    settings.write_text('PATH = "."\n')
    assert settings_in(settings, {"OUTPUT_PATH": "/dev/null"})["OUTPUT_PATH"] == "/dev/null"
