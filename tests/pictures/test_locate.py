"""A link finds the file that the editor means, and never one that is not meant for readers."""

import os
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

from pictures import PictureStore, Refusal
from pictures.locate import asked
from tests.pictures.conftest import Writer


def refused(found: Path | Refusal) -> str:
    assert isinstance(found, Refusal), found
    return found.rule


@pytest.mark.parametrize(
    "address",
    [
        "{static}/hinh-anh/2023/a.jpg",
        "/hinh-anh/2023/a.jpg",
        "../../hinh-anh/2023/a.jpg",
        "{static}../../hinh-anh/2023/a.jpg",
        "{attach}/hinh-anh/2023/a.jpg",
        "/hinh-anh/2023/a.jpg?v=2",
    ],
)
def test_every_way_to_write_a_path(store: PictureStore, write: Writer, address: str) -> None:
    path = write("hinh-anh/2023/a.jpg", b"x")
    found = store.find(address, "bai-viet/2023")
    assert isinstance(found, Path)
    assert found.samefile(path)


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_text", ["NFC", "NFD"])
def test_names_agree_however_letters_are_composed(
    store: PictureStore, write: Writer, on_disk: str, in_text: str
) -> None:
    name = "hinh-anh/Hội nghị/ảnh hội nghị.png"
    path = write(unicodedata.normalize(on_disk, name), b"x")
    found = store.find("{static}/" + unicodedata.normalize(in_text, name))
    assert isinstance(found, Path)
    assert found.samefile(path)


@pytest.mark.parametrize("address", ["/hinh-anh/a%20%231.png", "/hinh-anh/a #1.png"])
def test_spaces_and_signs_may_be_percent_encoded(
    store: PictureStore, write: Writer, address: str
) -> None:
    write("hinh-anh/a #1.png", b"x")
    assert isinstance(store.find(address), Path)


@pytest.mark.parametrize(
    "address",
    ["{static}/../bi-mat.txt", "{static}../../bi-mat.txt", "../bi-mat.txt", "/..%2fbi-mat.txt",
     "/hinh-anh/../../bi-mat.txt", "//../bi-mat.txt"],
)  # fmt: skip
def test_no_path_leads_out_of_the_content_folder(
    store: PictureStore, content: Path, address: str
) -> None:
    (content.parent / "bi-mat.txt").write_text("x")
    assert refused(store.find(address, "")) == "file-outside"


def test_no_symbolic_link_leads_out_of_the_content_folder(
    store: PictureStore, content: Path
) -> None:
    secret = content.parent / "bi-mat.png"
    secret.write_bytes(b"x")
    os.symlink(secret, content / "hinh-anh" / "a.png")
    os.symlink(content.parent, content / "hinh-anh" / "ngoai")
    assert refused(store.find("/hinh-anh/a.png")) == "file-outside"
    assert refused(store.find("/hinh-anh/ngoai/bi-mat.png")) == "file-outside"


def test_a_link_within_the_content_folder_is_followed(store: PictureStore, write: Writer) -> None:
    path = write("hinh-anh/a.png", b"x")
    os.symlink(path, path.with_name("b.png"))
    assert isinstance(store.find("/hinh-anh/b.png"), Path)


@pytest.mark.parametrize(
    "name",
    [".env", ".git/config", "bai.docx~", "Thumbs.db", ".DS_Store", "bai.pdf.bak", "~$bai.docx", "#a.md#"],
)  # fmt: skip
def test_hidden_files_and_backups_are_refused(
    store: PictureStore, write: Writer, name: str
) -> None:
    write(f"hinh-anh/{name}", b"x")
    assert refused(store.find(f"/hinh-anh/{name}")) == "file-hidden"


def test_loops_pipes_and_folders_are_no_files(store: PictureStore, content: Path) -> None:
    os.symlink("vong.png", content / "hinh-anh" / "vong.png")
    os.mkfifo(content / "hinh-anh" / "ong.png")
    for address in (
        "/hinh-anh/vong.png",
        "/hinh-anh/ong.png",
        "/hinh-anh",
        "/a\0b.png",
        "/" + "a" * 5000,
    ):
        assert isinstance(store.find(address), Refusal)


def test_a_missing_file_names_the_one_that_is_nearest(store: PictureStore, write: Writer) -> None:
    write("hinh-anh/2023/Hoi-Nghi.JPG", b"x")
    found = store.find("/hinh-anh/2023/hoi-nghi.jpg")
    assert isinstance(found, Refusal)
    assert "/hinh-anh/2023/Hoi-Nghi.JPG" in found.mend


@pytest.mark.parametrize(
    "address",
    [
        "{static}/hinh-anh/2026/a.jpg", "/hinh-anh/2026/a.jpg", "hinh-anh/2026/a.jpg",
        "../../hinh-anh/2026/a.jpg", "a.jpg", "anh/a b.jpg", "a%20b.jpg",
    ],
)  # fmt: skip
def test_who_does_as_a_missing_file_is_answered_has_it(
    store: PictureStore, write: Writer, address: str
) -> None:
    """Copied where the answer says, and written as it says, the file is found at once."""
    missing = store.find(address, "bai-viet/2026")
    assert isinstance(missing, Refusal)
    folder = str(missing.mend).removeprefix("chép tệp vào ").partition(" ")[0]
    written = str(missing.mend).partition("viết “")[2].rstrip("”") or address
    there = write(f"{folder}{unquote(address).rpartition('/')[2]}", b"x")
    assert store.find(written, "bai-viet/2026") == there


@pytest.mark.parametrize("folder", ["", "bai-viet/2023"])
@pytest.mark.parametrize("address", ["{static}/a.jpg", "/a.jpg", "a.jpg", "{static}a.jpg", "//a"])
def test_a_file_is_asked_for_once(
    store: PictureStore, write: Writer, address: str, folder: str
) -> None:
    """What is asked for an address in a folder gives the same as both."""
    write("a.jpg", b"x")
    write("bai-viet/2023/a.jpg", b"y")
    assert store.find(*asked(address, folder)) == store.find(address, folder)
    assert (asked(address, folder) == asked(address, "bai-viet")) == ("/a" in address)
