"""Whatever lies in a content folder is either read or named."""

from __future__ import annotations

import datetime
import os
import unicodedata
from pathlib import Path

import pytest

from desk.addresses import is_reserved, slug_of, term_slugs
from desk.site import Site, load_site
from findings import Severity

ARTICLE = "Title: {}\nDate: {}\n\nNội dung.\n"


def write(path: Path, text: str = ARTICLE.format("Một bài", "13/11/2023")) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rules(site: Site) -> dict[str, str]:
    return {finding.path.rpartition("/")[2]: finding.rule for finding in site.findings}


def test_articles_and_pages_get_their_addresses(tmp_path: Path) -> None:
    write(tmp_path / "bai-viet/2023/a.md", ARTICLE.format("Lễ hội", "05/11/2023"))
    write(tmp_path / "khac/b.MD", ARTICLE.format("Đổi mới", "2023-01-02"))
    write(tmp_path / "trang/gioi-thieu.md", "Title: Giới thiệu\n\nx")
    write(tmp_path / "_c.md", "Title: Nháp\nDate: 2023-01-02\nStatus: draft\n\nx")
    write(tmp_path / "d01.md/trong.md", "Title: Trong\nDate: 2023-01-02\nSlug: khac-han\n\nx")
    site = load_site(tmp_path)
    assert {document.name: (document.kind, document.address) for document in site.documents} == {
        "bai-viet/2023/a.md": ("article", "2023/11/le-hoi/"),
        "khac/b.MD": ("article", "2023/01/doi-moi/"),
        "trang/gioi-thieu.md": ("page", "gioi-thieu/"),
        "_c.md": ("article", "ban-nhap/nhap/"),
        "d01.md/trong.md": ("article", "2023/01/khac-han/"),
    }
    assert site.findings == ()


def test_a_missing_id_is_made_from_the_name_and_does_not_change_with_the_title(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "bai-viet/2023/le-hoi.md")
    before = load_site(tmp_path).documents[0].id
    write(path, ARTICLE.format("Tên khác", "14/11/2023"))
    assert load_site(tmp_path).documents[0].id == before == "2023-le-hoi"


def test_names_that_fold_alike_do_not_share_an_id(tmp_path: Path) -> None:
    for name in ("Bai", "bai", "Lễ", "Lẻ", "日"):
        write(tmp_path / f"{name}.md", ARTICLE.format(f"Bài {name} {ord(name[0])}", "13/11/2023"))
    assert len(load_site(tmp_path).by_id) == 5


def test_links_loops_and_pipes_neither_hang_nor_leak(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "a/bai.md")
    secret = write(tmp_path / "secret.txt", "bí mật")
    (content / "a/vong").symlink_to("..")
    (content / "chet.md").symlink_to("khong-co.md")
    (content / "tu-minh.md").symlink_to("tu-minh.md")
    (content / "hinh-anh").mkdir()
    (content / "hinh-anh/x.png").symlink_to(secret)
    (content / "ngoai").symlink_to(tmp_path)
    os.mkfifo(content / "ong.md")
    site = load_site(content)
    assert [document.name for document in site.documents] == ["a/bai.md"]
    assert rules(site) == {
        "vong": "link-folder",
        "chet.md": "file-unreadable",
        "tu-minh.md": "file-unreadable",
        "x.png": "link-outside",
        "ngoai": "link-outside",
        "ong.md": "file-kind",
    }
    assert site.files == frozenset()


@pytest.mark.parametrize(
    ("name", "rule", "severity"),
    [
        ("bai.md.txt", "misplaced-article", Severity.ERROR),
        ("bai.html", "misplaced-article", Severity.ERROR),
        ("bai.rst", "misplaced-article", Severity.ERROR),
        ("hinh-anh/bai.md", "misplaced-article", Severity.ERROR),
        ("images/bai.md", "misplaced-article", Severity.ERROR),
        ("so-lieu/ghi-chu.md", "misplaced-article", Severity.ERROR),
        (".bai.md", "hidden-file", Severity.WARNING),
        ("bao-cao.docx", "stray-file", Severity.WARNING),
        ("bai-viet-khong-duoi", "misplaced-article", Severity.ERROR),
    ],
)
def test_a_file_that_is_not_read_as_an_article_is_named(
    tmp_path: Path, name: str, rule: str, severity: Severity
) -> None:
    write(tmp_path / name)
    site = load_site(tmp_path)
    assert site.documents == ()
    assert [(f.rule, f.severity) for f in site.findings] == [(rule, severity)]
    assert site.findings[0].path.endswith(name)


def test_a_name_that_is_no_utf8_is_named_printably(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/b\xe0i.md", "w") as file:
        file.write(ARTICLE.format("A", "13/11/2023"))
    finding = load_site(tmp_path).findings[0]
    assert finding.rule == "file-name"
    assert finding.path.endswith("/b\\xe0i.md")


@pytest.mark.parametrize("name", ["a\nb.md", "a #1?%41.md", "đ" * 126 + ".md", "a'b\"&;.md"])
def test_odd_names_are_read_and_shown_on_one_line(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    document = load_site(tmp_path).documents[0]
    assert document.name == name
    assert document.path.isprintable()


def test_names_are_nfc_however_the_disk_spells_them(tmp_path: Path) -> None:
    write(tmp_path / "hinh-anh" / unicodedata.normalize("NFD", "ảnh hội nghị.png"), "")
    assert load_site(tmp_path).files == {"hinh-anh/ảnh hội nghị.png"}


def test_only_written_files_are_read_again(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    changed = write(tmp_path / "b.md")
    first = load_site(tmp_path)
    write(changed, ARTICLE.format("Bài khác", "13/11/2023"))
    second = load_site(tmp_path, previous=first)
    assert second.documents[0] is first.documents[0]
    assert second.documents[1].title == "Bài khác"


@pytest.mark.parametrize(
    "names",
    [
        ("Lê Văn Hùng", "Lê Văn Hưng"),
        ("C++", "C#"),
        ("***", "!!!"),
        ("Lễ hội", "Lẻ hội"),
        ("A", "a"),
    ],
)
def test_no_two_names_share_an_address(names: tuple[str, str]) -> None:
    one = term_slugs(names)
    assert len(set(one.values())) == 2
    assert one == term_slugs(names[::-1])
    assert all(slug.isascii() and slug for slug in one.values())


def test_a_new_name_does_not_move_an_old_address() -> None:
    def day(year: int) -> datetime.datetime:
        return datetime.datetime(year, 1, 1)

    used = {"Lê Văn Hưng": day(2019), "Lê Văn Hùng": day(2023)}
    before = term_slugs(["Lê Văn Hưng"], used)
    after = term_slugs(["Lê Văn Hùng", "Lê Văn Hưng"], used)
    assert after["Lê Văn Hưng"] == before["Lê Văn Hưng"] == "le-van-hung"


def test_a_slug_is_never_empty_nor_too_long_for_a_file_name() -> None:
    assert slug_of("日本", "bai") != slug_of("中国", "bai")
    assert slug_of("日本", "bai").startswith("bai-")
    assert len(slug_of("rất dài " * 100, "bai")) <= 80
    assert len(slug_of("d" * 400, "bai")) <= 80


@pytest.mark.parametrize("slug", ["so-lieu", "the", "2023", "feed"])
def test_the_sites_own_places_are_reserved(slug: str) -> None:
    assert is_reserved(slug)
