"""What is imported passes the editor's check, and the command tells how it went."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from findings import Severity
from legacy_import import import_sources
from legacy_import.stand_in import MOST_BYTES
from niengiam.checking import check_all
from niengiam.cli import main
from tests.legacy_import.judging import BATCHES, HERE
from tests.legacy_import.making import made, page

ROOT = HERE.parents[1]


@pytest.mark.parametrize("batch", BATCHES)
def test_an_imported_folder_has_no_errors(tmp_path: Path, batch: str) -> None:
    """`niengiam check` finds nothing that would stop a build."""
    content = tmp_path / "content"
    import_sources([HERE / batch], content)
    assert len(made(content)) > 10
    checked = check_all(content, (), ROOT / "pelicanconf.py", tmp_path / "cache")
    assert [f for f in checked.findings if f.severity is Severity.ERROR] == []


def test_a_folder_inside_the_content_folder_has_working_links(tmp_path: Path) -> None:
    """Imported below the content folder, pictures are still found."""
    content = tmp_path / "content"
    (content / "bai-viet").mkdir(parents=True)
    import_sources([HERE / "first" / "album.html"], content / "nhap")
    (text,) = made(content / "nhap").values()
    assert "{static}/nhap/hinh-anh/2006/" in text
    checked = check_all(content, (), ROOT / "pelicanconf.py", tmp_path / "cache")
    assert [f for f in checked.findings if f.severity is Severity.ERROR] == []


def test_the_command_tells_and_writes_its_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 0 when every source gave an article; the report lies beside the articles."""
    source = tmp_path / "a.html"
    source.write_text(page("Bài nhập bằng lệnh"), "utf-8")
    into = tmp_path / "content"
    assert main(["import", str(source), "--into", str(into)]) == 0
    assert "1 đã nhập" in capsys.readouterr().out
    assert "bai-viet/2010/bai-nhap-bang-lenh.md" in (into / "nhap-bao-cao.txt").read_text("utf-8")
    assert (into / "nhap-bao-cao.json").is_file()


def test_the_command_fails_when_a_source_gives_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A source without any article is told by name, with status 1."""
    source = tmp_path / "rong.html"
    source.write_text("<p>Chào</p>")
    assert main(["import", str(source), "--into", str(tmp_path / "content")]) == 1
    assert "rong.html: không nhập được bài nào" in capsys.readouterr().err


def test_pages_without_a_date_take_the_one_that_is_given(tmp_path: Path) -> None:
    """`--date` settles what a page does not say; a wrong one is refused."""
    source = tmp_path / "a.html"
    text = "Bài này kể chuyện thầy trò trồng cây quanh sân trường, không nói ngày nào cả."
    source.write_text(f'<meta charset="utf-8"><h1>Vườn cây sân trường</h1><p>{text}</p>', "utf-8")
    into = tmp_path / "content"
    assert main(["import", str(source), "--into", str(into), "--date", "31/02/2003"]) == 1
    assert main(["import", str(source), "--into", str(into), "--date", "05/04/2003"]) == 0
    assert "Ngày: 05/04/2003" in made(into)["bai-viet/2003/vuon-cay-san-truong.md"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A file of the same name that somebody else wrote stays; the article gets another name."""
    into = tmp_path / "content"
    (into / "bai-viet" / "2010").mkdir(parents=True)
    mine = into / "bai-viet" / "2010" / "bai-trung-ten.md"
    shutil.copy(HERE / "judging.py", mine)
    source = tmp_path / "a.html"
    source.write_text(page("Bài trùng tên"), "utf-8")
    import_sources([source], into)
    assert mine.read_bytes() == (HERE / "judging.py").read_bytes()
    assert (into / "bai-viet" / "2010" / "bai-trung-ten-2.md").is_file()


@pytest.mark.parametrize("suffix", ["jpg", "png", "gif", "webp"])
def test_a_stand_in_for_a_picture_is_told_by_the_check(tmp_path: Path, suffix: str) -> None:
    """Until the true picture lies in its place."""
    source = tmp_path / "a.html"
    source.write_text(
        page("Bài có ảnh").replace(
            "</p>", f'</p><p><img src="/anh/hop.{suffix}" alt="Họp"></p>', 1
        ),
        "utf-8",
    )
    content = tmp_path / "content"
    import_sources([source], content)

    def told() -> list[str]:
        checked = check_all(content, (), ROOT / "pelicanconf.py", tmp_path / "cache")
        return [f.mend for f in checked.findings if f.rule == "picture-stand-in"]

    assert told() == [f"chép ảnh thật đè lên hop.{suffix}, hoặc bỏ ảnh khỏi bài"]
    (picture,) = content.rglob(f"hop.{suffix}")
    assert picture.stat().st_size < MOST_BYTES
    picture.write_bytes((ROOT / "docs/images/so-lieu.png").read_bytes())
    assert told() == []
