"""A site is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from press.staging import stage as staging
from press.staging.stage import OutputError, Stage, open_stage
from press.staging.standing import standing_of


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


def replace(output: Path, cache: Path, files: dict[str, str]) -> list[str]:
    """Publishes `files`; the names of those whose bytes were new."""
    stage = Stage(output, cache)
    new = [name for name, text in files.items() if not stage.put(name, text.encode())[0]]
    stage.keep_only(files)
    stage.swap(new)
    return new


def test_the_first_build_makes_the_folder(tmp_path: Path, cache: Path) -> None:
    """Parents that are missing are made, too."""
    output = tmp_path / "a" / "b" / "site"
    replace(output, cache, {"index.html": "1"})
    assert read(output) == {"index.html": "1"}


def test_a_later_build_replaces_every_file(tmp_path: Path, cache: Path) -> None:
    """What a build did not write is gone, and nothing else is left over."""
    output = tmp_path / "site"
    replace(output, cache, {"a.html": "1", "old/b.html": "2", "same.css": "3"})
    new = replace(output, cache, {"a.html": "9", "new.html": "4", "same.css": "3"})
    assert read(output) == {"a.html": "9", "new.html": "4", "same.css": "3"}
    assert new == ["a.html", "new.html"]


def test_a_file_may_take_the_place_of_a_folder_and_back(tmp_path: Path, cache: Path) -> None:
    output = tmp_path / "site"
    for files in [{"a/b/c.html": "1"}, {"a": "2"}, {"a/b/c.html": "3"}, {"a/b": "4"}]:
        replace(output, cache, files)
        assert read(output) == files


@pytest.mark.parametrize("at_most", [0, 1, 2048])
def test_what_others_take_the_place_of_is_dropped_by_the_next_build_at_the_latest(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, at_most: int
) -> None:
    """Few files are put aside, and no more than few."""
    monkeypatch.setattr(staging, "_ASIDE", at_most)
    for text in "ab":
        replace(tmp_path / "site", cache, {"x": text, "y": text, "z": text})
    aside = [one for folder in cache.glob(".niengiam-stage-*") for one in folder.iterdir()]
    assert len(aside) == min(at_most, 3)
    standing_of(tmp_path / "site", cache)
    assert not list(cache.glob(".niengiam-stage-*"))
    assert read(tmp_path / "site") == {"x": "b", "y": "b", "z": "b"}


def test_folders_that_are_left_empty_go(tmp_path: Path, cache: Path) -> None:
    output = tmp_path / "site"
    for files in [{"a/b/c.html": "1", "d": ""}, {"d": ""}, {"d": "2"}]:
        replace(output, cache, files)
    assert [path.name for path in output.iterdir()] == ["d"]


def test_every_build_gives_just_its_own_files(tmp_path: Path, cache: Path) -> None:
    """Though each is made from the site before last."""
    output = tmp_path / "site"
    sites = [
        {"a": "1", "b/c": "1"},
        {"a": "1", "b": "2"},
        {"a": "3", "b": "2", "d/e/f": "4"},
        {"d/e": "5"},
        {"a": "1", "b/c": "1"},
    ]
    for files in sites:
        replace(output, cache, files)
        assert read(output) == files


def test_a_published_file_is_never_written_to(tmp_path: Path, cache: Path) -> None:
    """A reader who has the old page open, or a backup that shares it, keeps the old page."""
    output = tmp_path / "site"
    for text in "1223":
        replace(output, cache, {"a.html": text, "b.html": "same"})
        with (output / "a.html").open() as reader:
            replace(output, cache, {"a.html": f"{text}x", "b.html": "same"})
            replace(output, cache, {"a.html": f"{text}y", "b.html": "same"})
            assert reader.read() == text


def test_a_site_touched_by_hand_is_made_right(tmp_path: Path, cache: Path) -> None:
    """What is not there as it was left is not taken over."""
    output = tmp_path / "site"
    for _ in range(3):
        replace(output, cache, {"a.html": "1", "b.html": "2"})
    (output / "a.html").unlink()
    (output / "b.html").write_text("3")
    (output / "c.html").symlink_to("b.html")
    replace(output, cache, {"a.html": "1", "b.html": "2"})
    assert read(output) == {"a.html": "1", "b.html": "2"}


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
        Stage(output, cache)
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
    stage = Stage(output, tmp_path / "nowhere")
    stage.folder.rmdir()
    stage.folder = output / ".niengiam-stage-x"
    stage.folder.mkdir()
    stage.put("index.html", b"1")
    stage.put("same.css", b"3")
    stage.swap(["index.html"])
    assert read(output) == {"index.html": "1", "same.css": "3"}
    assert not (output / "old").exists()


def test_remains_of_killed_builds_are_cleared(tmp_path: Path, cache: Path) -> None:
    """Only stages, nothing else of the cache."""
    open_stage(tmp_path / "site", cache)
    write(cache, {"keep": "1"})
    standing_of(tmp_path / "site", cache)
    assert read(cache) == {"keep": "1"}
    assert [path.name for path in cache.iterdir()] == ["keep"]
