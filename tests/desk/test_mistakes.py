"""Mistakes that editors make: each is told at its place, with what to write instead, or is none.

Where the program can mean one thing only, it takes it; nothing is passed over in silence.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from desk.check import check, check_site
from desk.front_matter import parse
from desk.rule import Survey
from desk.site import load_site
from findings import Severity
from vntext.dates import VIETNAM

NOW = datetime.datetime(2026, 1, 1, tzinfo=VIETNAM)
DATE = "Ngày: 13/11/2023\n"

#: What stands in the file; line, rule and words of the only error there is.
HEADS = {
    "a dash of a word processor": ("—\nTiêu đề: Một\n" + DATE + "---\nx", 1, "header-mark", "---"),
    "four hyphens": ("---\nTiêu đề: Một\n" + DATE + "----\n\nx", 4, "header-mark", "---"),
    "no colon": ("---\nTiêu đề Một bài\n" + DATE + "---\n\nx", 2, "header-line", "“Tiêu đề: Một bài”"),
    "a second line that is not indented": (
        "---\nTiêu đề: Một\nTóm tắt: dòng một\ndòng hai\n" + DATE + "---\n\nx",
        4, "header-line", "thụt dòng vào hai dấu cách nếu nó thuộc “Tóm tắt”",
    ),
    "a key without spaces": ("---\ntieude: Một\n" + DATE + "---\n\nx", 2, "unknown-key", "Tiêu đề"),
    "hash tags": ("---\nTiêu đề: Một\n" + DATE + "Thẻ: #tin #mới\n---\n\nx", 4, "wrong-value", "tin, mới"),
    "a status nearly right": (
        "---\nTiêu đề: Một\n" + DATE + "Trạng thái: nháp rồi\n---\n\nx", 4, "wrong-value", "“nháp”",
    ),
    "two years": ("---\nTiêu đề: Một\nNgày: 5/9/23\n---\n\nx", 3, "date-real", "05/09/2023"),
    "month first": ("---\nTiêu đề: Một\nNgày: 09/25/2023\n---\n\nx", 3, "date-real", "25/09/2023"),
    "year first": ("---\nTiêu đề: Một\nNgày: 2023/9/5\n---\n\nx", 3, "date-real", "05/09/2023"),
    "dots": ("---\nTiêu đề: Một\nNgày: 5.9.2023\n---\n\nx", 3, "date-real", "05/09/2023"),
    "a weekday": ("---\nTiêu đề: Một\nNgày: Thứ Ba, 5/9/2023\n---\n\nx", 3, "date-real", "05/09/2023"),
    "words": ("---\nTiêu đề: Một\nNgày: ngày 5 tháng 9 năm 2023\n---\n\nx", 3, "date-real", "05/09/2023"),
    "an hour as it is said": ("---\nTiêu đề: Một\nNgày: 5/9/2023 8h30\n---\n\nx", 3, "date-real", "05/09/2023 08:30"),
    "a moment that is over here before it begins": (
        "---\nTiêu đề: Một\nNgày: 9999-12-31T23:59:59Z\n---\n\nx", 3, "date-real", "13/11/2023",
    ),
    "a number longer than any date": (
        "---\nTiêu đề: Một\nNgày: 1/1/" + "9" * 5000 + "\n---\n\nx", 3, "date-real", "13/11/2023",
    ),
    "a period as it is said": (
        "---\nTiêu đề: Một\n" + DATE + "Kỳ số liệu: 6 tháng đầu năm 2023\n---\n\nx", 4, "wrong-value", "viết 2023-H1",
    ),
    "a day that no calendar has": (
        "---\nTiêu đề: Một\n" + DATE + "Kỳ số liệu: 2023-02-30\n---\n\nx", 4, "wrong-value", "viết 2023 (cả năm)",
    ),
    "years the wrong way round": (
        "---\nTiêu đề: Một\n" + DATE + "Kỳ số liệu: 2020-2015\n---\n\nx", 4, "wrong-value", "viết 2023 (cả năm)",
    ),
    "two categories in a list": (
        "---\nTiêu đề: Một\n" + DATE + "Chuyên mục: [Tin tức, Đào tạo]\n---\n\nx",
        4, "wrong-value", "giữ một, ví dụ “Chuyên mục: Tin tức”",
    ),
    "two categories with a semicolon": (
        "---\nTiêu đề: Một\n" + DATE + "Chuyên mục: Tin tức; Đào tạo\n---\n\nx", 4, "wrong-value", "Thẻ",
    ),
    "an equals sign": ("---\nTiêu đề = Một\n" + DATE + "---\n\nx", 2, "header-line", "“Tiêu đề: Một”"),
    "no first line": ("Tiêu đề: Một\n" + DATE + "---\n\nx", 1, "header-open", "ở đầu tệp"),
    "no last line": (
        "---\nTiêu đề: Một\n" + DATE + "\nĐoạn mở.\n\nGhi chú: x", 1, "header-open", "ngay sau dòng 3",
    ),
    "a moment of a computer": (
        "---\nTiêu đề: Một\nNgày: 2023-11-13T08:30:00Z\n---\n\nx", 3, "date-real", "13/11/2023 15:30",
    ),
    "a month": ("---\nTiêu đề: Một\nNgày: 11/2023\n---\n\nx", 3, "date-real", "01/11/2023"),
    "a picture in Markdown": (
        "---\nTiêu đề: Một\n" + DATE + "Ảnh: ![x](/hinh-anh/a.jpg)\n---\n\nx", 4, "wrong-value", "viết /hinh-anh/a.jpg",
    ),
    "a school year": (
        "---\nTiêu đề: Một\n" + DATE + "Kỳ số liệu: năm học 2022-2023\n---\n\nx", 4, "wrong-value", "viết 2022-2023",
    ),
    "a quarter": (
        "---\nTiêu đề: Một\n" + DATE + "Kỳ số liệu: Quý 3/2023\n---\n\nx", 4, "wrong-value", "viết 2023-Q3",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_a_wrong_head_has_one_error_that_shows_what_to_write(name: str) -> None:
    source, line, rule, words = HEADS[name]
    errors = [f for f in parse(source.encode(), "x.md").findings if f.severity is Severity.ERROR]
    assert [(f.line, f.rule) for f in errors] == [(line, rule)]
    assert words in errors[0].mend


def test_a_file_without_head_is_told_how_a_head_looks() -> None:
    found = parse("# Hội nghị\n\nNội dung.\n".encode(), "x.md").findings
    assert {f.rule for f in found} == {"missing-title", "missing-date"}
    assert all("mở tệp bằng một dòng ---" in f.mend for f in found)


@pytest.mark.parametrize(
    ("source", "key", "value"),
    [
        ("---\nTiêu đề： Một\n" + DATE + "---\n\nx", "title", "Một"),
        (" ---\n Tiêu đề: Một\n " + DATE + " ---\n\nx", "title", "Một"),
        ("---\nTiêu\u00a0đề\u00a0: Một\n" + DATE + "---\n\nx", "title", "Một"),
        ("---\n\tTiêu đề: Một\n\t" + DATE + "\tThẻ: [a]\n---\n\nx", "tags", ("a",)),
        ("---\nTiêu đề: Một\n" + DATE + "Kì số liệu: 2023\n---\n\nx", "period", "2023"),
        ("---\nTiêu đề: Một\n" + DATE + "Chuyên mục: [Tin tức]\n---\n\nx", "category", "Tin tức"),
        ("---\nTiêu đề:\tMột\n" + DATE + "---\n\nx", "title", "Một"),
        ("---\nTiêu đề: Một\n" + DATE + "Thẻ: [“hội nghị”, “thi đua”]\n---\n\nx", "tags", ("hội nghị", "thi đua")),
        ("---\nTiêu đề: Một\n" + DATE + "Thẻ:\n\t- hội nghị\n\t- thi đua\n---\n\nx", "tags", ("hội nghị", "thi đua")),
        ("---\nTiêu đề: Một\n" + DATE + "Trạng thái: “bản nháp”\n---\n\nx", "status", "draft"),
        ("---\nTiêu đề: Một\n" + DATE + "Tình trạng: bản nháp\n---\n\nx", "status", "draft"),
        ("---\nTiêu đề: “Tiếng trống” và “tiếng kèn”\n" + DATE + "---\n\nx", "title", "“Tiếng trống” và “tiếng kèn”"),
    ],
)  # fmt: skip
def test_what_can_mean_one_thing_only_is_taken(source: str, key: str, value: object) -> None:
    front = parse(source.encode(), "x.md")
    assert front.values[key] == value
    assert front.findings == ()


def test_a_place_in_an_indented_head_is_that_of_the_file() -> None:
    (found,) = parse(" ---\n Tiêu đề: Một\n Ngày: 31/02/2023\n ---\n\nx".encode(), "x.md").findings
    assert (found.line, found.column) == (3, 8)


def test_two_articles_without_title_are_not_said_to_share_an_address(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"{DATE}Mã: {name}\n\nx\n", "utf-8")
    rules = {f.rule for f in check(tmp_path, NOW) if f.severity is Severity.ERROR}
    assert rules == {"missing-title"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bai.txt", "đổi tên thành bai.md"),
        ("bao cao.docx", "niengiam new"),
        ("bai.md.txt", "đổi tên thành bai.md"),
        ("bai.md.docx", "niengiam new"),
        ("hinh-anh/bai.md", "chuyển tệp sang bai-viet/"),
        ("bai.html", "niengiam import"),
        ("bai viet.txt", "đổi tên thành bai viet.md"),
        ("bai-viet/Hội nghị", "đổi tên thành Hội nghị.md"),
    ],
)
def test_a_file_that_may_be_an_article_is_never_passed_over(
    name: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(f"Tiêu đề: Một\n{DATE}\nx\n", "utf-8")
    (found,) = load_site(tmp_path).findings
    assert words in found.mend


def test_a_file_of_text_that_begins_as_an_article_stops_the_build(tmp_path: Path) -> None:
    """A program for notes names it so by itself; other texts are only told of."""
    head = f"---\nTiêu đề: Một\n{DATE}---\n\nx\n"
    (tmp_path / "a.txt").write_text(head, "utf-8-sig")
    (tmp_path / "b.TXT").write_text(head, "utf-16")
    (tmp_path / "c.txt").write_text("Danh sách đại biểu\n", "utf-8")
    found = load_site(tmp_path).findings
    assert [(f.path.rpartition("/")[2], f.rule, f.severity) for f in found] == [
        ("a.txt", "misplaced-article", Severity.ERROR),
        ("b.TXT", "misplaced-article", Severity.ERROR),
        ("c.txt", "stray-file", Severity.WARNING),
    ]


@pytest.mark.parametrize("name", ["BAI VIET.MD", "Hội nghị (bản 2).md", "bai.markdown"])
def test_odd_names_of_articles_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"Tiêu đề: Một\nMã: mot\n{DATE}\nMở đầu.\n", "utf-8")
    assert [d.title for d in load_site(tmp_path).documents] == ["Một"]
    assert check(tmp_path, NOW) == []


#: Bodies with the words of what is told first.
BODIES = {
    "a picture of one's own machine": (r"![x](C:\Users\An\hop.jpg)", "{static}/hinh-anh/hop.jpg"),
    "a picture named from the wrong folder": ("![x](hinh-anh/hop.png)", "có phải “/hinh-anh/hop.png”?"),
    "a path of Windows": (r"![x](hinh-anh\hop.png)", "có phải “/hinh-anh/hop.png”?"),
    "the content folder's name": ("![x](CONTENT/hinh-anh/hop.png)", "có phải “/hinh-anh/hop.png”?"),
    "a caption in curly marks": ("![x](/hinh-anh/hop.png “Cảnh”)", "gõ ngoặc kép thẳng"),
    "a mail address": ("[x](a.b@example.edu.vn)", "viết mailto:a.b@example.edu.vn"),
    "a telephone number": ("[x](0221 3863 123)", "viết tel:02213863123"),
    "the preview": ("[x](http://localhost:8000/so-lieu/lop/)", "viết {so-lieu}lop"),
    "capitals": ("![x](/hinh-anh/HOP.PNG)", "có phải “/hinh-anh/hop.png”?"),
    "a host without https": ("[x](www.example.edu.vn)", "viết https://www.example.edu.vn"),
    "a tag of a word processor": ("Hai<o:p></o:p> lớp.", "bỏ thẻ này"),
    "a word broken by something invisible": ("Hội\u200bnghị.", "`niengiam check --fix`"),
    "a soft hyphen": ("Hội\u00adnghị.", "`niengiam check --fix`"),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_mistake_in_the_text_is_told_with_its_cure(name: str, tmp_path: Path) -> None:
    body, words = BODIES[name]
    body = body.replace("CONTENT", tmp_path.name)
    for folder in ("bai-viet", "hinh-anh"):
        (tmp_path / folder).mkdir()
    head = f"Tiêu đề: Một\nMã: mot\n{DATE}"
    (tmp_path / "bai-viet/a.md").write_text(f"{head}\n{body}\n", "utf-8")
    (tmp_path / "hinh-anh/hop.png").write_bytes(b"x")
    assert words in check(tmp_path, NOW)[0].mend


def test_an_address_in_angle_brackets_is_no_tag(tmp_path: Path) -> None:
    (tmp_path / "hop 1.png").write_bytes(b"x")
    head = f"Tiêu đề: Một\nMã: mot\n{DATE}"
    (tmp_path / "a.md").write_text(f'{head}\n![Hội trường](</hop 1.png> "Hội trường")\n', "utf-8")
    assert "html-unclosed" not in {f.rule for f in check(tmp_path, NOW)}


def test_a_link_to_the_sites_own_address_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"Tiêu đề: Một\nMã: mot\n{DATE}\nXem [tin](https://tin.example/2023/x/) và"
        " [báo](https://tin.example.vn/).\n",
        "utf-8",
    )
    survey = Survey(load_site(tmp_path), NOW, "https://tin.example/")
    assert [(f.rule, f.column) for f in check_site(survey)] == [("link-preview", 11)]


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("bai-cu", "link-broken"),
        ("bai-viet/bai-cu", "link-broken"),
        ("2023/11/mot-bai-cu/", "link-broken"),
        ("/2023/11/mot-bai-cu/", "link-absolute"),
        ("http://localhost:8000/2023/11/mot-bai-cu/", "link-preview"),
        ("https://tin.example/2023/11/mot-bai-cu", "link-preview"),
    ],
)
def test_a_link_to_an_article_as_its_address_or_name_is_answered_with_its_file(
    address: str, rule: str, tmp_path: Path
) -> None:
    """Editors copy the address of the browser, or leave the ending of the file out."""
    folder = tmp_path / "bai-viet"
    folder.mkdir()
    (folder / "bai-cu.md").write_text(f"Tiêu đề: Một bài cũ\nMã: cu\n{DATE}\nx\n", "utf-8")
    where = tmp_path if address.startswith("bai-viet") else folder
    text = f"Tiêu đề: Bài mới\nMã: moi\n{DATE}\nXem [bài]({address}#muc).\n"
    (where / "moi.md").write_text(text, "utf-8")
    survey = Survey(load_site(tmp_path), NOW, "https://tin.example/")
    found = {f.rule: f for f in check_site(survey)}[rule]
    assert "{filename}/bai-viet/bai-cu.md#muc" in found.mend
