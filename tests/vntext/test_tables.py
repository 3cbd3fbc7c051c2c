"""Tables of words say what their files say, whatever is kept of them."""

import os
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from vntext.tables import tables

WORDS = 'words = ["một", "hai"]\n[deeper]\n"to \\"quote\\"" = 1\n'


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of tables in a folder where Python may keep what it compiles."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    path = tmp_path / "words.toml"
    path.write_text(WORDS, "utf-8")
    return path


def kept(file: Path) -> Path:
    """Where what was read is kept."""
    return Path(cache_from_source(str(file)))


def test_what_was_kept_says_the_same(file: Path) -> None:
    """The second time the file is not read at all, and nobody shares what he was given."""
    first = tables(file)
    assert first == {"words": ["một", "hai"], "deeper": {'to "quote"': 1}}
    status = file.stat()
    file.write_text("x" * status.st_size, "ascii")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert kept(file).is_file()
    again = tables(file)
    assert again == first
    assert again is not first


def test_an_edit_is_seen(file: Path) -> None:
    tables(file)
    file.write_text("words = []\n", "utf-8")
    assert tables(file) == {"words": []}


@pytest.mark.parametrize("keep", [0, 16, 20, -1])
def test_what_is_damaged_is_as_good_as_none(file: Path, keep: int) -> None:
    tables(file)
    kept(file).write_bytes(kept(file).read_bytes()[:keep])
    assert tables(file)["words"] == ["một", "hai"]


def test_nothing_need_be_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where Python is told to keep nothing, nor where it cannot."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert tables(file)["words"] == ["một", "hai"]
    assert not kept(file).exists()
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept(file).parent.write_text("no folder")
    assert tables(file)["words"] == ["một", "hai"]
