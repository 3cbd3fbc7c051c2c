"""What the guide says to write inside a sentence works as written there, letter by letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from niengiam.cli import main
from tests.legacy_import.making import page
from tests.niengiam.guide import GUIDE, blocks

ARTICLES = Path("content/bai-viet/2024")
HEAD = "Tiêu đề: Một bài viết\nMã: mot-bai-viet\nNgày: 20/11/2024\nChuyên mục: Tin tức\n"
PAGE = Path("output/2024/11/mot-bai-viet/index.html")


def quoted(beginning: str) -> str:
    """The words between backticks in the guide that begin so; they stand there once or more."""
    found = re.findall(rf"`({re.escape(beginning)}[^`]*)`", GUIDE)
    assert found, beginning
    return str(found[0])


def built(head: str, body: str) -> str:
    """The page of an article with that head and body, which must check and build without errors."""
    ARTICLES.mkdir(parents=True, exist_ok=True)
    (ARTICLES / "mot-bai.md").write_text(f"---\n{HEAD}{head}---\n\n{body}\n", "utf-8")
    assert main(["check", str(ARTICLES)]) == 0
    assert main(["build", "--quiet"]) == 0
    return PAGE.read_text("utf-8")


def picture(name: str) -> None:
    """A picture in the folder that the guide names."""
    folder = Path("content/hinh-anh/2024")
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), (9, 99, 9)).save(folder / name)


def test_a_picture_has_its_description_caption_and_credit(desk_folder: Path) -> None:
    (line,) = [block.text for block in blocks() if block.kind == "md"]
    picture("hoi-nghi.jpg")
    html = built("", line)
    assert 'alt="Đại biểu dự hội nghị ngồi kín hội trường"' in html
    caption = re.search(r"<figcaption.*?</figcaption>", html, re.DOTALL)
    assert caption
    assert "Quang cảnh hội nghị." in caption[0]
    assert "Nguyễn Văn An" in caption[0]


def test_the_picture_of_lists_is_named_as_the_table_of_keys_says(desk_folder: Path) -> None:
    picture("hoi-nghi.jpg")
    address = quoted("/hinh-anh/2024/hoi-nghi.jpg")
    built(f"Ảnh: {address}\nMô tả ảnh: Hội trường\nNguồn ảnh: An\n", "Nội dung.")
    assert "hinh-anh/2024/hoi-nghi" in Path("output/index.html").read_text("utf-8")


def test_each_kind_of_link_leads_somewhere(desk_folder: Path) -> None:
    Path("content/bai-viet/2023/ten-tep.md").write_text(
        "Tiêu đề: Bài trước\nMã: bai-truoc\nNgày: 20/11/2023\n\nNội dung.\n", "utf-8"
    )
    Path("content/hinh-anh/2024").mkdir(parents=True)
    Path("content/hinh-anh/2024/bao-cao.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    links = [quoted(f"[{words}](") for words in ("bài trước", "báo cáo", "số liệu", "đính chính")]
    html = built("", ", ".join(links))
    body = html[html.index("<main") : html.index("</main>")]
    for target in ("2023/11/bai-truoc/", ".pdf", "so-lieu/", "dinh-chinh/"):
        assert re.search(rf'href="[^"]*{re.escape(target)}"', body), target


def test_the_marks_that_correct_a_figure_are_understood(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, sure, none = (quoted(mark) for mark in ("[45 lớp]{chỉ", "[45 lớp]{số", "[10 trường]"))
    built("", f"Đơn vị mở {right}.\n\nDự có {none}.\n\nĐơn vị khác mở {sure}.")
    capsys.readouterr()
    assert main(["figures", str(ARTICLES / "mot-bai.md")]) == 0
    out = capsys.readouterr().out
    assert out.count("45") >= 2
    assert "10 trường" not in out.partition("Không phải số liệu")[0]


def test_a_withdrawn_article_leaves_a_page_that_says_so(desk_folder: Path) -> None:
    picture("hoi-nghi.jpg")
    body = "Nội dung mật, 45 lớp.\n\n![Hội trường]({static}/hinh-anh/2024/hoi-nghi.jpg)"
    head = "Tóm tắt: Tóm tắt mật\nẢnh: /hinh-anh/2024/hoi-nghi.jpg\n"
    reason = "Đính chính:\n  - nội dung: rút bài\n    lý do: đăng nhầm\n    ngày: 21/11/2024\n"
    assert "Nội dung mật" in built(head, body)
    html = built(f"{quoted('Trạng thái: đã rút')}\n{head}{reason}", body)
    assert "đã được rút" in html
    assert "đăng nhầm" in html
    for file in Path("output").rglob("*"):
        assert "hoi-nghi-" not in file.name or "tong-ket" in file.name, file
        assert not file.is_file() or "mật" not in file.read_bytes().decode("utf-8", "ignore"), file
    rules = Path("output/_redirects").read_text("utf-8").split("\n")
    assert "/2024/11/mot-bai-viet/ /2024/11/mot-bai-viet/ 410" in rules


def test_a_notice_leaves_the_front_page_when_it_has_expired(desk_folder: Path) -> None:
    assert "Một bài viết" in built("", "Nội dung.")
    assert "Một bài viết" in Path("output/index.html").read_text("utf-8")
    built(f"{quoted('Hết hạn: 31/12/2025')}\n", "Nội dung.")
    assert "Một bài viết" not in Path("output/index.html").read_text("utf-8")


def test_an_old_address_leads_to_the_article(desk_folder: Path) -> None:
    built(f"{quoted('URL cũ: [')}\n", "Nội dung.")
    rules = Path("output/_redirects").read_text("utf-8")
    assert "/ArticleDetail.aspx _Article_ID=1207 /2024/11/mot-bai-viet/ 301" in rules


def test_saved_pages_are_imported_with_the_command_of_the_guide(desk_folder: Path) -> None:
    command = quoted("niengiam import luu-trang-cu").split()
    Path("luu-trang-cu").mkdir()
    Path("luu-trang-cu/tin.html").write_text(page("Bài nhập theo hướng dẫn"), "utf-8")
    assert main(command[1:]) == 0
    report = Path("content/nhap-bao-cao.txt").read_text("utf-8")
    assert "Bài nhập theo hướng dẫn" in report or "bai-nhap-theo-huong-dan" in report
    assert list(Path("content/bai-viet").rglob("bai-nhap-theo-huong-dan.md"))
    assert main(["check"]) == 0
