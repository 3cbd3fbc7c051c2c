"""A site reaches its host whole, and nothing of anybody else is lost there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from niengiam.cli import main
from niengiam.sending import address_of, copy_site, is_example, is_remote, passes, strangers

MANIFEST = "niengiam-manifest.json"


def site(folder: Path, **files: str) -> Path:
    """A folder that holds a site of ours."""
    for name, text in {"index.html": "x", MANIFEST: "{}", "sitemap.xml": "", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_deploy_sends_pages_after_what_they_need() -> None:
    first, second = passes(Path("output"), "user@host:/srv/site/")
    assert "--exclude=*.html" in first
    assert "--delete-after" in second
    assert first[-2:] == second[-2:] == ["output/", "user@host:/srv/site/"]


@pytest.mark.parametrize(
    ("to", "remote"),
    [("user@host:/srv", True), ("host:web", True), ("/srv/web", False), ("./a:b", False)],
)
def test_a_place_is_remote_as_rsync_says(to: str, remote: bool) -> None:
    assert is_remote(to) is remote


@pytest.mark.parametrize("rsync", [True, False])
def test_deploy_into_a_folder_of_others_deletes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rsync: bool
) -> None:
    """A home folder, or that of another site: the names that stand in the way are told."""
    output, home = site(tmp_path / "output"), tmp_path / "nha"
    home.mkdir()
    (home / "luan-van.docx").write_text("x", "utf-8")
    if not rsync:
        monkeypatch.setattr(shutil, "which", lambda name: None)
    assert main(["deploy", "--output", str(output), "--to", str(home)]) == 1
    assert "luan-van.docx" in capsys.readouterr().err
    assert names(home) == ["luan-van.docx"]


@pytest.mark.parametrize("rsync", [True, False])
def test_deploy_changes_what_changed_and_leaves_what_the_host_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rsync: bool
) -> None:
    """With rsync and, to a folder of this machine, without."""
    if not rsync:
        monkeypatch.setattr(shutil, "which", lambda name: None)
    output, host = tmp_path / "output", tmp_path / "web" / "niengiam"
    site(output, **{"a/index.html": "một", "b.css": "b"})
    host.parent.mkdir()
    command = ["deploy", "--output", str(output), "--to", str(host)]
    assert main(command) == 0
    assert names(host) == names(output)
    for name in (".htaccess", ".well-known/acme-challenge/x"):
        (host / name).parent.mkdir(parents=True, exist_ok=True)
        (host / name).write_text("của máy chủ", "utf-8")
    os.utime(output / "b.css", (0, 0))
    os.utime(host / "b.css", (0, 0))
    (output / "a/index.html").write_text("hai", "utf-8")
    (output / "c.html").write_text("mới", "utf-8")
    (output / "sitemap.xml").unlink()
    before = (host / "b.css").stat().st_ino
    assert main(command) == 0
    assert names(host) == sorted([*names(output), ".htaccess", ".well-known/acme-challenge/x"])
    assert (host / "a/index.html").read_text("utf-8") == "hai"
    assert (host / "b.css").stat().st_ino == before


def test_a_folder_that_cannot_be_written_is_told_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file stands where the folder should."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    output, file = site(tmp_path / "output"), tmp_path / "web"
    file.write_text("x", "utf-8")
    assert main(["deploy", "--output", str(output), "--to", str(file)]) == 1
    assert f"Không chép được trang vào {file}" in capsys.readouterr().err


def test_copying_leaves_no_empty_folder(tmp_path: Path) -> None:
    output, host = site(tmp_path / "output"), site(tmp_path / "web", **{"cu/sau/index.html": "x"})
    copy_site(output, host)
    assert not (host / "cu").exists()


def test_what_a_host_puts_into_an_empty_folder_is_no_stranger(tmp_path: Path) -> None:
    (tmp_path / ".htaccess").write_text("", "utf-8")
    (tmp_path / ".well-known").mkdir()
    assert strangers(str(tmp_path)) == []
    assert strangers(str(tmp_path / "khong-co")) == []


@pytest.mark.parametrize(
    ("address", "example"),
    [
        ("https://niengiam.example", True),
        ("https://www.example.com:8443/a/", True),
        ("https://truongchinhtri.binhduong.gov.vn/example.com/", False),
    ],
)
def test_the_samples_address_is_no_address(address: str, example: bool) -> None:
    assert is_example(address) is example


@pytest.mark.parametrize(
    ("loc", "key"),
    [("/", "publish"), ("https://niengiam.example/", "niengiam.example"), ("https://a.vn/", "")],
)
def test_deploy_says_when_readers_cannot_find_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], loc: str, key: str
) -> None:
    """Feeds and canonical links would lead nowhere; the site is sent all the same."""
    output = site(tmp_path / "output", **{"sitemap.xml": f"<urlset><url><loc>{loc}</loc></url>"})
    assert address_of(output) == (loc if "://" in loc else "")
    assert main(["deploy", "--output", str(output), "--to", str(tmp_path / "web")]) == 0
    said = capsys.readouterr().err
    assert key in said
    assert bool(key) == bool(said)
