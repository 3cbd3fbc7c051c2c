"""A site is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from press.stage import OutputError, clear_remains, keep_unchanged, open_stage, swap


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def replace(output: Path, cache: Path, files: dict[str, str]):
    stage = open_stage(output, cache)
    write(stage, files)
    changes = keep_unchanged(stage, output)
    swap(stage, output)
    return changes


def test_the_first_build_makes_the_folder(tmp_path: Path, cache: Path) -> None:
    """Parents that are missing are made, too."""
    output = tmp_path / "a" / "b" / "site"
    changes = replace(output, cache, {"index.html": "1"})
    assert read(output) == {"index.html": "1"}
    assert changes.added == ("index.html",)


def test_a_later_build_replaces_every_file(tmp_path: Path, cache: Path) -> None:
    """What a build did not write is gone, and nothing else is left over."""
    output = tmp_path / "site"
    replace(output, cache, {"a.html": "1", "old/b.html": "2", "same.css": "3"})
    changes = replace(output, cache, {"a.html": "9", "new.html": "4", "same.css": "3"})
    assert read(output) == {"a.html": "9", "new.html": "4", "same.css": "3"}
    assert (changes.added, changes.changed, changes.removed) == (
        ("new.html",), ("a.html",), ("old/b.html",),
    )  # fmt: skip
    assert not list(cache.iterdir())


def test_an_unchanged_file_keeps_inode_and_time(tmp_path: Path, cache: Path) -> None:
    """Copying tools move only what changed."""
    output = tmp_path / "site"
    replace(output, cache, {"same.css": "3"})
    os.utime(output / "same.css", (1, 1))
    before = (output / "same.css").stat()
    replace(output, cache, {"same.css": "3"})
    after = (output / "same.css").stat()
    assert (before.st_ino, before.st_mtime) == (after.st_ino, after.st_mtime)


def test_an_output_that_is_a_link_stays_one(tmp_path: Path, cache: Path) -> None:
    """The folder behind the link is replaced, not the link."""
    (tmp_path / "real").mkdir()
    output = tmp_path / "site"
    output.symlink_to("real")
    replace(output, cache, {"index.html": "1"})
    assert output.is_symlink()
    assert read(tmp_path / "real") == {"index.html": "1"}


def test_an_output_that_is_a_file_is_refused(tmp_path: Path, cache: Path) -> None:
    """And the file is still there."""
    output = tmp_path / "site"
    output.write_text("mine")
    with pytest.raises(OutputError, match="site"):
        open_stage(output, cache)
    assert output.read_text() == "mine"


def test_without_a_usable_cache_the_stage_lies_beside(tmp_path: Path) -> None:
    """A missing cache folder does not keep a site from being built."""
    output = tmp_path / "site"
    stage = open_stage(output, tmp_path / "nowhere")
    assert stage.parent == tmp_path


def test_a_stage_inside_the_output_is_moved_file_by_file(tmp_path: Path) -> None:
    """As needed where the output is a mount point: nothing is lost, no stage is left."""
    output = tmp_path / "site"
    write(output, {"old/b.html": "2", "same.css": "3"})
    stage = output / ".niengiam-stage-x"
    write(stage, {"index.html": "1", "same.css": "3"})
    keep_unchanged(stage, output)
    swap(stage, output)
    assert read(output) == {"index.html": "1", "same.css": "3"}
    assert not (output / "old").exists()


def test_remains_of_killed_builds_are_cleared(tmp_path: Path, cache: Path) -> None:
    """Only stages, nothing else of the cache."""
    open_stage(tmp_path / "site", cache)
    write(cache, {"keep": "1"})
    clear_remains(cache)
    assert read(cache) == {"keep": "1"}
    assert [path.name for path in cache.iterdir()] == ["keep"]
