"""No published figure changes in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from press.build import Failed, build
from press.report import Report

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """Tiêu đề: Tổng kết năm 2023
Ngày: 20/12/2023
Mã: tong-ket
Đơn vị: truong
Tóm tắt: Nhà trường nhìn lại một năm.

Năm 2023, nhà trường mở {classes} lớp với 3.500 học viên.
"""
REGISTRY = """[lop]
label = "Lớp"
unit = "lớp"
group = "Đào tạo"
definition = "Số lớp mở trong năm."
aliases = [{aliases}]
"""
OWNERS = """[truong]
name = "Trường Chính trị tỉnh"
short = "Trường"
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "so-lieu").mkdir(parents=True)
    (folder / "so-lieu/don-vi.toml").write_text(OWNERS)
    write(folder, classes="50", aliases='"lớp"')
    return folder


def write(content: Path, *, classes: str, aliases: str) -> None:
    (content / "bai.md").write_text(ARTICLE.format(classes=classes))
    (content / "so-lieu/chi-tieu.toml").write_text(REGISTRY.format(aliases=aliases))


def publish(content: Path, *, for_real: bool = True) -> None:
    work = content.parent
    build(
        content, work / "site", work / "cache", for_real, ROOT / "pelicanconf.py",
        Report(quiet=True),
    )  # fmt: skip


def ledger(content: Path) -> list[str]:
    path = content / "so-lieu/so-cai.csv"
    return path.read_text("utf-8").splitlines()[1:] if path.exists() else []


def test_a_publication_notes_every_figure_and_an_ordinary_build_none(content: Path) -> None:
    """Building writes into its output only."""
    publish(content, for_real=False)
    assert ledger(content) == []
    publish(content)
    assert len(ledger(content)) == 2


def test_an_editors_change_enters_the_ledger(content: Path) -> None:
    """The article changed, so its figure may."""
    publish(content)
    write(content, classes="52", aliases='"lớp"')
    publish(content)
    assert any(",52," in row for row in ledger(content))


def test_the_feed_tells_a_changed_figure_with_its_old_value(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the very publication that changes it, and unchanged in the next."""
    publish(content)
    write(content, classes="52", aliases='"lớp"')
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1706752800")
    publish(content)
    feed = content.parent / "site/feed/so-lieu.json"
    (changed,) = [i for i in json.loads(feed.read_bytes())["items"] if i["tags"] == ["changed"]]
    assert changed["date_published"].startswith("2024-02-01")
    assert "52 lớp</a> (trước ghi 50 lớp)" in changed["content_html"]
    assert any(row.endswith(",50 lớp,2024-02-01") for row in ledger(content))
    told = feed.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709258400")
    publish(content)
    assert feed.read_bytes() == told


def test_a_change_that_no_editor_made_stops_the_publication(content: Path) -> None:
    """Old and new are named, and site and ledger stay as they were."""
    publish(content)
    before = ledger(content)
    page = (content.parent / "site/so-lieu/index.html").read_bytes()
    write(content, classes="50", aliases='"lớp học"')
    (content / "so-lieu/chi-tieu.toml").write_text(
        REGISTRY.format(aliases='"lớp học"').replace("[lop]", "[lop-hoc]").replace("Lớp", "Khóa")
    )
    with pytest.raises(Failed) as refusal:
        publish(content)
    assert any(finding.rule == "ledger" for finding in refusal.value.findings)
    assert ledger(content) == before
    assert (content.parent / "site/so-lieu/index.html").read_bytes() == page


def test_a_series_that_an_editor_moves_leads_on_at_once(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the very publication that moves it, which notes it, and unchanged in the next."""
    publish(content)
    text = (content / "bai.md").read_text("utf-8")
    (content / "bai.md").write_text(text.replace("Đơn vị: truong", "Đơn vị: Trường Hai"), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1706752800")
    publish(content)
    (new,) = (row.split(",")[2] for row in ledger(content) if row.split(",")[2].endswith("--lop"))
    noted = content / "so-lieu/dia-chi-cu.csv"
    assert f"truong--lop,{new},2024-02-01" in noted.read_text("utf-8").splitlines()
    old = content.parent / "site/so-lieu/truong--lop/index.html"
    assert f"url=../../so-lieu/{new}/" in old.read_text("utf-8")
    rows, page = noted.read_bytes(), old.read_bytes()
    publish(content)
    assert (noted.read_bytes(), old.read_bytes()) == (rows, page)


def test_a_series_whose_article_is_deleted_is_noted_nowhere(content: Path) -> None:
    """Whoever takes an article away means its figures to go."""
    publish(content)
    (content / "bai.md").rename(content / "khac.md")
    text = (content / "khac.md").read_text("utf-8")
    (content / "khac.md").write_text(
        text.replace("Mã: tong-ket", "Mã: khac").replace("lớp với 3.500 học viên", "hội nghị"),
        "utf-8",
    )
    publish(content)
    assert not (content / "so-lieu/dia-chi-cu.csv").exists()
