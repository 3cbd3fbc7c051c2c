"""How two sites on the disk stand to each other and to what is remembered."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from pathlib import Path

import pytest

from press.cache.published import known_stamps
from press.cache.store import Store
from press.staging.manifest import NAME as MANIFEST
from press.staging.spare import SPARE, kept_difference
from press.staging.standing import Standing, stamp, stand, standing_of
from press.workers import Beside
from tests.press.small_site import SmallSite


def _file(path: Path, text: str = "x") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return stamp(path.stat())


def test_each_file_is_compared_with_its_stamp_and_its_twin(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "spare"
    stamps = {name: _file(site / name) for name in ("same", "b/edited", "b/alone", "gone")}
    (spare / "b").mkdir(parents=True)
    for name in ("same", "b/edited"):
        os.link(site / name, spare / name)
    _file(spare / "old")
    (site / "b/edited").write_text("longer")
    (site / "gone").unlink()
    _file(site / "stranger")
    (site / "link").symlink_to("same")
    found = stand(site, spare, stamps)
    assert found == Standing(
        there=frozenset({"same", "b/edited", "b/alone", "stranger"}),
        touched=frozenset({"b/edited", "stranger", "link"}),
        unlike=frozenset({"b/alone", "stranger", "link"}),
        extra=frozenset({"old"}),
        lost=frozenset({"gone"}),
    )
    assert [found.intact(name) for name in ("same", "b/alone", "b/edited", "gone")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_no_site_stands_for_nothing(tmp_path: Path) -> None:
    found = stand(tmp_path / "a", tmp_path / "b", {"x": "1 2 3"})
    assert found == Standing(lost=frozenset({"x"}))


def test_a_task_beside_gives_its_result_even_if_its_process_dies(tmp_path: Path) -> None:
    """The one who asks then does it itself."""
    here = os.getpid()

    def task() -> int:
        if os.getpid() != here:
            os._exit(3)
        return os.getpid()

    assert Beside(task, 2)() == here
    assert Beside(os.getpid, 2)() != here
    assert Beside(os.getpid, 1)() == here


def test_a_process_that_nobody_asks_ends_with_the_block() -> None:
    """Its answer is too large to be put by: it waits until somebody takes it, signals or not."""
    handler = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        with Beside(lambda: "x" * 10_000_000, 2):
            children = multiprocessing.active_children()
            assert children
        assert not [child for child in children if child.is_alive()]
    finally:
        signal.signal(signal.SIGTERM, handler)


def _compared(site: SmallSite) -> tuple[Standing, Standing]:
    """By what the last build noted, and by looking."""
    store = Store(site.cache, None)
    try:
        looked = stand(site.output, site.cache / SPARE, known_stamps(store))
    finally:
        store.close()
    assert kept_difference(site.cache, site.output) is not None
    return standing_of(site.output, site.cache), looked


def test_what_a_build_notes_of_the_spare_site_is_what_is_there(tmp_path: Path) -> None:
    """Whatever a build added, changed or removed, and whatever others did to both since."""
    site = SmallSite(tmp_path / "trang")
    text = "---\nTiêu đề: {}\nNgày: 01/0{}/2023\n---\n\nNăm 2023, trường mở {} lớp.\n"
    for step in range(1, 6):
        site.write(f"bai-viet/b{step % 3}.md", text.format(f"Tin {step}", step, step))
        if step == 4:
            (site.content / "bai-viet/b2.md").unlink()
        site.build()
        noted, looked = _compared(site)
        assert noted == looked
    (site.cache / SPARE / "index.html").unlink()
    (site.output / "robots.txt").write_text("touched")
    noted, looked = _compared(site)
    assert noted == looked
    assert {"index.html", "robots.txt"} <= noted.unlike | noted.touched


def test_what_was_lost_does_not_come_back_with_the_spare_site(tmp_path: Path) -> None:
    """Somebody deletes pages of the site, and an editor the article: the note knows neither."""
    site = SmallSite(tmp_path / "trang")
    for name in ("a", "b"):
        site.write(f"{name}.md", f"---\nTiêu đề: {name}\nNgày: 01/01/2023\n---\n\nx\n")
    site.build()
    for folder in (site.output / "2023", site.cache / SPARE / "2023"):
        assert (folder / "01/b/index.html").exists()
    shutil.rmtree(site.output / "2023")
    (site.content / "b.md").unlink()
    assert site.outcome() == site.clean()


@pytest.mark.parametrize("stops", [1, 2])
def test_what_killed_builds_left_does_not_come_back_either(tmp_path: Path, stops: int) -> None:
    """They had put an article into both sites, and into nothing that the next build remembers."""
    site = SmallSite(tmp_path / "trang")
    for name, month in (("a", 1), ("b", 2)):
        site.write(f"{name}.md", f"---\nTiêu đề: {name}\nNgày: 01/0{month}/2023\n---\n\nx\n")
        for _ in range(stops if name == "b" else 0):
            site.stopped("swapped")
        if name == "a":
            site.build()
    shutil.rmtree(site.output / "2023")
    (site.content / "b.md").unlink()
    assert site.outcome() == site.clean()


def test_a_note_of_other_sites_is_not_believed(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "trang")
    site.write("a.md", "---\nTiêu đề: A\nNgày: 01/01/2023\n---\n\nx\n")
    site.build()
    assert kept_difference(site.cache, site.output)
    manifest = site.output / MANIFEST
    manifest.write_bytes(manifest.read_bytes() + b" ")
    assert kept_difference(site.cache, site.output) is None
    assert kept_difference(site.cache, tmp_path) is None
