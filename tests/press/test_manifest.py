"""What is online can be held against what was published."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.staging.manifest import NAME, Difference, amended, manifest_text, verify
from tests.serving import serve


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "2023").mkdir()
    files = {"index.html": b"a", "2023/bài.txt": b"b"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    hashes = {name: sha256(data).hexdigest() for name, data in files.items()}
    (tmp_path / NAME).write_text(manifest_text(hashes), "utf-8")
    return tmp_path


def test_an_untouched_folder_agrees(site: Path) -> None:
    """Every file is compared, none differs."""
    assert verify(str(site)) == (2, [])


def test_every_kind_of_difference_in_a_folder_is_named(site: Path) -> None:
    """Changed, missing and added files are told apart."""
    (site / "index.html").write_text("other")
    (site / "2023/bài.txt").unlink()
    (site / "more.html").write_text("c")
    assert verify(str(site))[1] == [
        Difference("2023/bài.txt", "missing"),
        Difference("index.html", "changed"),
        Difference("more.html", "extra"),
    ]


def test_a_served_site_is_checked_file_by_file(site: Path) -> None:
    """The same holds over HTTP, file names with diacritics included."""
    with serve(site) as address:
        assert verify(address) == (2, [])
        (site / "index.html").write_text("other")
        assert verify(address)[1] == [Difference("index.html", "changed")]


def test_a_place_without_manifest_is_an_error(tmp_path: Path) -> None:
    """Nothing is not the same as nothing wrong."""
    with pytest.raises(OSError, match="manifest"):
        verify(str(tmp_path))


_hashes = st.dictionaries(st.text('aбđ"\\/.:, \n', min_size=1, max_size=6), st.sampled_from("0123"))


@given(before=_hashes, other=_hashes, gone=st.sets(st.integers(0, 20)))
def test_an_amended_manifest_is_the_one_made_anew(
    before: dict[str, str], other: dict[str, str], gone: set[int]
) -> None:
    """Files that changed, came and went, whatever their names; also all of them, or none."""
    changed: dict[str, str | None] = {**other}
    changed |= {name: None for place, name in enumerate(before) if place in gone}
    after = {name: sha for name, sha in (before | changed).items() if sha is not None}
    assert amended(manifest_text(before), changed) == manifest_text(after)
