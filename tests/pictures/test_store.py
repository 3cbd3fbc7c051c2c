"""Only what is referred to is published, from a cache that may be spoilt at any time."""

import multiprocessing
import os
from pathlib import Path

import pytest

from pictures import Picture, PictureStore, PublishedFile, Refusal
from pictures import derive as derive_module
from tests.pictures.conftest import Writer
from tests.pictures.making import encoded, photo


def published(store: PictureStore, picture: Picture) -> dict[str, bytes]:
    return {file.address: store.read(file) for file in picture.files}


def picture_at(store: PictureStore, path: Path) -> Picture:
    picture = store.picture(path)
    assert isinstance(picture, Picture), picture
    return picture


def test_addresses_tell_folder_name_version_and_width(store: PictureStore, write: Writer) -> None:
    picture = picture_at(store, write("hinh-anh/2023/Hội nghị Đảng.JPG", encoded(photo())))
    stem, _, width = picture.webp[0].address.rpartition("-")
    assert (stem[:-8], width) == ("hinh-anh/2023/hoi-nghi-dang-", "480.webp")
    beside = picture_at(store, write("bai-viet/x/a.jpg", encoded(photo())))
    assert beside.fallback.address.startswith("hinh-anh/bai-viet/x/a-")


def test_a_changed_picture_gets_a_new_address(store: PictureStore, write: Writer) -> None:
    before = picture_at(store, write("hinh-anh/a.jpg", encoded(photo())))
    after = picture_at(store, write("hinh-anh/a.jpg", encoded(photo(left="blue"))))
    assert not {f.address for f in before.files} & {f.address for f in after.files}


def test_a_change_within_one_tick_of_the_clock_is_seen(store: PictureStore, write: Writer) -> None:
    """Same size, same time, same inode, other bytes: the memo is not trusted that early."""
    path = write("hinh-anh/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="1"/>')
    before, status = picture_at(store, path), path.stat()
    path.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="2"/>')
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert picture_at(store, path).files != before.files


def test_an_unchanged_picture_is_not_decoded_again(
    store: PictureStore, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("hinh-anh/a.jpg", encoded(photo()))
    os.utime(path, (1_600_000_000, 1_600_000_000))
    first = picture_at(store, path)
    monkeypatch.setattr(Path, "read_bytes", _only_records(Path.read_bytes))
    monkeypatch.setattr("pictures.derive.derive", None)
    assert picture_at(store, path) == first


def test_processes_that_come_together_derive_a_picture_once(
    store: PictureStore, write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One makes it, the others wait for that."""
    path, log = write("hinh-anh/a.jpg", encoded(photo())), tmp_path / "derived"
    fork = multiprocessing.get_context("fork")
    together = fork.Barrier(3)
    derive = derive_module.derive

    def noted(data: bytes) -> object:
        with log.open("a") as file:
            file.write("once\n")
        return derive(data)

    def ask() -> None:
        together.wait()
        picture_at(store, path)

    monkeypatch.setattr(derive_module, "derive", noted)
    asking = [fork.Process(target=ask) for _ in range(3)]
    for process in asking:
        process.start()
    for process in asking:
        process.join()
    assert [process.exitcode for process in asking] == [0, 0, 0]
    assert log.read_text() == "once\n"


def _only_records(read):  # type: ignore[no-untyped-def]
    def read_bytes(path: Path) -> bytes:
        assert path.suffix == ".json", f"{path} was read again"
        return read(path)  # type: ignore[no-any-return]

    return read_bytes


@pytest.mark.parametrize("spoil", [b"", b"\0" * 100, b"[]", b'{"picture": {"webp": [1]}}', b"{}"])
def test_a_spoilt_cache_changes_nothing(
    store: PictureStore, write: Writer, tmp_path: Path, spoil: bytes
) -> None:
    path = write("hinh-anh/a.jpg", encoded(photo()))
    picture = picture_at(store, path)
    before = published(store, picture)
    for file in [p for p in (tmp_path / "cache").rglob("*") if p.is_file()]:
        file.write_bytes(spoil)
    assert published(store, picture) == before
    assert published(store, picture_at(store, path)) == before


def test_without_a_cache_folder_a_build_still_succeeds(
    content: Path, write: Writer, tmp_path: Path
) -> None:
    """A file where the folder should be stands for a disk that is full or read-only."""
    (tmp_path / "nocache").write_text("")
    store = PictureStore(content, tmp_path / "nocache")
    picture = picture_at(store, write("hinh-anh/a.jpg", encoded(photo())))
    assert len(published(store, picture)) == 5


def test_without_a_cache_a_picture_is_made_again_once_for_all_its_files(
    content: Path, write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not once for each of its widths: a build took three times as long."""
    (tmp_path / "nocache").write_text("")
    store = PictureStore(content, tmp_path / "nocache")
    pictures = [
        picture_at(store, write(f"hinh-anh/{name}.jpg", encoded(photo(left=name))))
        for name in ("red", "blue")
    ]
    made: list[bytes] = []
    derive = derive_module.derive

    def counted(data: bytes) -> object:
        made.append(data)
        return derive(data)

    monkeypatch.setattr(derive_module, "derive", counted)
    for picture in pictures:
        assert len(published(store, picture)) == 5
    assert len(made) == 2


def test_originals_are_never_published(store: PictureStore, write: Writer) -> None:
    original = encoded(photo(), comment=b"MARKER")
    picture = picture_at(store, write("hinh-anh/a.jpg", original))
    write("hinh-anh/khong-dung.jpg", original)
    assert original not in published(store, picture).values()


def test_attachments_are_copied_as_they_are(store: PictureStore, write: Writer) -> None:
    file = store.attachment(write("hinh-anh/2023/kế hoạch.pdf", b"%PDF-1.7"))
    beside = store.attachment(write("bai-viet/2023/biểu.xlsx", b"PK"))
    assert isinstance(file, PublishedFile)
    assert isinstance(beside, PublishedFile)
    assert (file.address, store.read(file)) == ("hinh-anh/2023/kế hoạch.pdf", b"%PDF-1.7")
    assert (beside.address, store.read(beside)) == ("tep/bai-viet/2023/biểu.xlsx", b"PK")


@pytest.mark.parametrize("name", ["tep/a.sql", "tep/id_rsa", "tep/a.html", "so-lieu/so-cai.csv"])
def test_other_files_are_no_attachments(store: PictureStore, write: Writer, name: str) -> None:
    assert isinstance(store.attachment(write(name, b"x")), Refusal)


def test_a_source_that_changes_during_the_build_stops_it(
    store: PictureStore, write: Writer
) -> None:
    path = write("tep/a.pdf", b"one")
    file = store.attachment(path)
    assert isinstance(file, PublishedFile)
    path.write_bytes(b"two")
    with pytest.raises(OSError, match="changed during the build"):
        store.read(file)
