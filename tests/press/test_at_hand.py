"""What a process keeps between its builds is what the store holds, whoever wrote there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press.archive.remembered import Remembered
from press.cache.store import Store
from tests.press.small_site import SmallSite

_ARTICLE = "---\nTiêu đề: {title}\nNgày: 03/02/2023\n---\n\nTrường mở 52 lớp.\n"


def _site(folder: Path) -> SmallSite:
    site = SmallSite(folder / "trang")
    for name in ("a", "b"):
        site.write(f"bai-viet/{name}.md", _ARTICLE.format(title=f"Tin {name}"))
    return site


def test_only_what_changed_is_loaded_again(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.again()
    before = _documents(site)
    _store(site).remove("light", ["bai-viet/a.md"])
    now = _documents(site)
    assert before.keys() - now.keys() == {"bai-viet/a.md"}
    assert now["bai-viet/b.md"] is before["bai-viet/b.md"]


def test_what_another_process_built_meanwhile_is_seen(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.again()
    site.write("bai-viet/a.md", _ARTICLE.format(title="Tin mới"))
    site.build()
    (site.content / "bai-viet/b.md").unlink()
    site.build()
    assert site.again() == site.clean()
    assert {d.document.title for d in _documents(site).values()} == {"Tin mới"}


def test_a_store_that_was_thrown_away_is_made_again(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.again()
    (site.cache / "dung.sqlite").unlink()
    assert site.again() == site.clean()
    assert len(_documents(site)) == 2


def _documents(site: SmallSite) -> Mapping[str, Remembered]:
    return site.at_hand.documents(_store(site))


def _store(site: SmallSite) -> Store:
    assert site.at_hand._store
    return site.at_hand._store
