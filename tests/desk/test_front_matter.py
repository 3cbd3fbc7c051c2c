"""The head of an article is read as its editor meant it, or refused with line and reason."""

from __future__ import annotations

import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.front_matter import FrontMatter, parse
from desk.keys import BY_NAME, KEYS
from vntext.dates import VIETNAM

YAML = "---\nTiêu đề: Hội nghị\nNgày: 13/11/2023\n{}---\nNội dung.\n"
PELICAN = "Title: Hội nghị\nDate: 13/11/2023\n{}\nNội dung.\n"


def read(text: str, **how: str) -> FrontMatter:
    return parse(text.encode(), "x.md", **how)  # type: ignore[arg-type]


def told(front: FrontMatter) -> list[tuple[int, str]]:
    return [(finding.line, finding.rule) for finding in front.findings]


@pytest.mark.parametrize("form", [YAML, PELICAN])
def test_both_forms_give_the_same_values(form: str) -> None:
    front = read(form.format("Thẻ: hội nghị, thi đua\nTrạng thái: bản nháp\n"))
    assert front.findings == ()
    assert front.values == {
        "title": "Hội nghị",
        "date": datetime.datetime(2023, 11, 13, tzinfo=VIETNAM),
        "tags": ("hội nghị", "thi đua"),
        "status": "draft",
    }
    assert front.body.strip() == "Nội dung."
    lines = form.format("Thẻ: a\nTrạng thái: b\n").split("\n")
    assert lines[front.body_line - 1 :] == front.body.split("\n")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Hội nghị: tổng kết năm 2023", "Hội nghị: tổng kết năm 2023"),
        ("“Học” và “hành”", "“Học” và “hành”"),
        ('"Học" và "hành"', '"Học" và "hành"'),
        ('"Hội nghị: tổng kết"', "Hội nghị: tổng kết"),
        ("'Hội nghị ''tổng kết'''", "Hội nghị 'tổng kết'"),
        ("[Ảnh] Lễ khai giảng", "[Ảnh] Lễ khai giảng"),
        ("Bài #1 về C#", "Bài #1 về C#"),
        ("Hội nghị   # ghi chú", "Hội nghị"),
        ("*Điểm tin* & {tuần}", "*Điểm tin* & {tuần}"),
        ("100% hoàn thành", "100% hoàn thành"),
        ("- Gạch đầu dòng", "- Gạch đầu dòng"),
        (">-\n  Hội nghị\n  tổng kết", "Hội nghị tổng kết"),
        ("Hội nghị\n  tổng kết: năm 2023", "Hội nghị tổng kết: năm 2023"),
        ("\n  Hội nghị tổng kết", "Hội nghị tổng kết"),
    ],
)
def test_a_title_needs_no_quoting(written: str, title: str) -> None:
    front = read(f"---\nTiêu đề: {written}\nNgày: 2023-11-13\n---\nx")
    assert front.values.get("title") == title
    assert front.findings == ()


@pytest.mark.parametrize(
    "written",
    [
        "[a, b c]",
        "a, b c",
        "a; b c",
        "\n- a\n- b c",
        "\n  - a\n  - b c",
        '["a",\n  "b c"]',
        "a, , b c, a",
    ],
)
def test_lists_may_be_written_in_any_usual_way(written: str) -> None:
    front = read(YAML.format(f"Thẻ: {written}\n"))
    assert front.values["tags"] == ("a", "b c")
    assert front.findings == ()


@pytest.mark.parametrize(
    "name", ["Tiêu đề", "tiêu đề", "TIEU DE", "Title", "title", "\u200bTitle\u00a0", '"Tiêu đề"']
)
def test_keys_match_without_case_or_diacritics(name: str) -> None:
    front = read(f"---\n{name}: A1\nNgày: 2023-11-13\n---\nx")
    assert front.values["title"] == "A1"
    assert {f.rule for f in front.findings} <= {"control-character"}


def test_every_name_of_a_key_is_found_and_belongs_to_one_key_only() -> None:
    """A name that folds like another's would hide one of the two."""
    text = KEYS.keys()
    assert {key.id for key in BY_NAME.values()} == set(text)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "\n\n" + text,
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(": ", " :\u00a0"),
        lambda text: text.replace("\n", "\u200b\n", 2),
        lambda text: text.replace("---\n", "--- \n"),
    ],
    ids=["blank lines", "BOM", "CRLF", "CR", "NFD", "NBSP", "zero width", "space after dashes"],
)
@pytest.mark.parametrize("form", [YAML, PELICAN])
def test_how_a_file_was_saved_makes_no_difference(form: str, spoil) -> None:  # type: ignore[no-untyped-def]
    plain = read(form.format("Thẻ: đổi mới\n"))
    front = read(spoil(form.format("Thẻ: đổi mới\n")))
    assert front.values == plain.values
    assert front.body == plain.body
    assert {f.rule for f in front.findings} <= {"control-character"}


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("Ngay dang: 32/01/2023", "duplicate-key", "dòng 3"),
        ("Cập nhật: 31/02/2023", "date-real", "không có thật"),
        ("Cập nhật: hôm qua", "date-real", "ngày/tháng/năm"),
        ("Cập nhật: 17:48", "date-real", "không phải ngày"),
        ("Cập nhật: 2023-11-13T08:00:00+07:00", "date-real", "13/11/2023"),
        ("Cập nhật: 13/11/0023", "date-real", "1900"),
        ("Chuyen muk: Tin", "unknown-key", "Chuyên mục"),
        ("Trạng thái: xuất bảng", "wrong-value", "“xuất bản”"),
        ("Slug: Bài Viết", "wrong-value", "bai-viet"),
        ("Slug: ../x", "wrong-value", "gạch nối"),
        ("Chuyên mục: ../../x", "wrong-value", "đường dẫn"),
        ("Kỳ số liệu: năm ngoái", "wrong-value", "2023-H1"),
        ("Nguồn: javascript:alert(1)", "wrong-value", "javascript"),
        ("Save_as: ../../x.html", "unsupported-key", "không dùng ở đây"),
        ("Url: javascript:x", "unsupported-key", "không dùng ở đây"),
        ("Template: khac", "unsupported-key", "khuôn"),
        ("Thẻ: [a, b", "wrong-value", "ngoặc"),
        ("Tóm tắt: !!python/object/apply:os.system [x]", "wrong-value", "YAML"),
        ("Tóm tắt: \"mở ngoặc", "wrong-value", "đóng"),
        ("Thẻ: &a [*a]", "", ""),
        ("dòng không có khóa", "header-line", "khóa: giá trị"),
        ("Đính chính: 25", "wrong-value", "danh sách"),
        ("Đính chính:\n  - lý do: x", "wrong-value", "điều gì"),
        ("Đính chính:\n  - số liệu: 52 lớp\n    ngày: 31/02/2024", "date-real", "31/02/2024"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(line: str, rule: str, words: str) -> None:
    front = read(YAML.format(f"{line}\n"))
    if not rule:
        assert front.values["tags"] == ("&a [*a]",)
        return
    assert [finding.rule for finding in front.findings] == [rule]
    finding = front.findings[0]
    assert finding.line in range(4, 7)
    assert words in f"{finding.message} {finding.mend}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày: 13/11/2023\n\nx", [(1, "missing-title")]),
        ("Title:\nDate: 13/11/2023\n\nx", [(1, "missing-title")]),
        ("Title: ???\nDate: 13/11/2023\n\nx", [(1, "missing-title")]),
        ("Title: <b></b>\nDate: 13/11/2023\n\nx", [(1, "missing-title")]),
        ("Title: A\n\nx", [(1, "missing-date")]),
        ("Title: A\nDate:\n\nx", [(2, "missing-date")]),
        ("Title: A\n\nDate: 13/11/2023\n\nx", [(1, "missing-date"), (3, "header-cut")]),
        ("Chỉ có nội dung.\n", [(1, "missing-date"), (1, "missing-title")]),
        ("---\nTitle: A\nDate: 13/11/2023\nx", [(1, "header-open")]),
        ("Title: A\nDate: 13/11/2023\n---\n\nx", [(1, "header-open")]),
        ("", [(1, "empty-file")]),
        (" \n\n", [(1, "empty-file")]),
    ],
)
def test_a_head_that_is_not_whole_is_an_error(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(read(text)) == expected


def test_a_page_needs_no_date() -> None:
    assert read("Title: Giới thiệu\n\nx", kind="page").findings == ()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"Title: A\nDate: 13/11/2023\n\nx\nab\xffc", [(5, "not-utf8")]),
        ("Title: A\nDate: 13/11/2023\n\nx".encode("utf-16-le"), [(1, "not-utf8")]),
        ("Title: A\nDate: 13/11/2023\n\nx".encode("utf-16"), [(1, "not-utf8")]),
        (b"Title: A\x08b\nDate: 13/11/2023\n\nx\x0by", [(1, "control-character"), (4, "control-character")]),
    ],
)  # fmt: skip
def test_bytes_that_are_no_plain_text_are_named(
    source: bytes, expected: list[tuple[int, str]]
) -> None:
    assert told(parse(source, "x.md")) == expected


def test_old_addresses_keep_their_query_strings() -> None:
    front = read(
        YAML.format("URL cũ: [ArticleDetail.aspx?_Article_ID=543, /tin/a:b.html, 'x, y']\n")
    )
    assert front.values["aliases"] == (
        "ArticleDetail.aspx?_Article_ID=543",
        "/tin/a:b.html",
        "x, y",
    )


def test_control_characters_do_not_reach_the_site() -> None:
    front = parse(b"Title: A\x08b\nDate: 13/11/2023\n\nx\x0by\x1b", "x.md")
    assert (front.values["title"], front.body.strip()) == ("Ab", "x y")


def test_corrections_are_read_as_a_table() -> None:
    front = read(
        YAML.format(
            "Đính chính:\n  - số liệu: 52 lớp\n    giá trị cũ: 25\n    lý do: gõ nhầm\n"
            "    ngày: 05/01/2024\n  - nội dung: tên đại biểu\n"
        )
    )
    assert front.findings == ()
    first, second = front.values["corrections"]  # type: ignore[misc]
    assert (first.figure, first.old, first.reason, first.line) == ("52 lớp", "25", "gõ nhầm", 5)
    assert first.date == datetime.datetime(2024, 1, 5, tzinfo=VIETNAM)
    assert (second.text, second.line) == ("tên đại biểu", 9)


@pytest.mark.parametrize("depth", [50, 100_000])
def test_deep_nesting_is_refused_not_followed(depth: int) -> None:
    front = read(YAML.format(f"Thẻ: {'[' * depth}\n"))
    assert [finding.rule for finding in front.findings] == ["wrong-value"]


@given(st.binary(max_size=300))
def test_no_bytes_can_make_the_reader_fail(source: bytes) -> None:
    front = parse(source, "x.md")
    assert front.findings or {"title", "date"} <= front.values.keys()


@given(st.text(max_size=60))
def test_no_value_can_make_the_reader_fail(text: str) -> None:
    for key in ("Tiêu đề", "Thẻ", "Ngày", "Đính chính", "Slug"):
        read(f"---\n{key}: {text}\n---\nx")
