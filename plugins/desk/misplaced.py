"""Files among the articles that are none, or that lie where none is read."""

from __future__ import annotations

import re

from desk.walk import is_markdown, printable
from findings import Finding, Saying, Severity
from vntext.fold import fold

_OFFICE = (".doc", ".docx", ".odt", ".rtf")
_OTHER_SOURCES = (".rst", ".html", ".htm", ".xhtml", ".adoc", ".asc")
_NO_ARTICLES = ("hinh-anh", "images", "tep", "so-lieu")

#: So much of a file shows whether it begins with the head of an article.
_START = 400
_HEAD = re.compile(r"\s*(?:-{3}[^\S\n]*\n\s*)?(?:tieu de|title)\s*[:=]")

#: What `niengiam import` leaves beside the articles that it made.
IMPORT_REPORT = "nhap-bao-cao.txt"


def misplaced(name: str, place: str, location: str = "") -> Finding | None:
    """What to say of a file that may be taken for an article although it is not read as one.

    `name` is from the content folder, `place` as findings show it, `location` as the system finds
    it; None where all is well.
    """
    lowered = name.lower()
    top = lowered.partition("/")[0] if "/" in lowered else ""
    if is_markdown(lowered) and top in _NO_ARTICLES:
        message = Saying(
            f"Bài viết nằm trong {top}/, nơi không đọc bài",
            f"An article in {top}/, where articles are not read",
        )
        mend = Saying("chuyển tệp sang bai-viet/", "move the file to bai-viet/")
        return Finding(place, 1, 1, "misplaced-article", message, mend)
    if top in _NO_ARTICLES:
        return None
    if lowered.endswith(".md.txt"):
        better = printable(name.rpartition("/")[2].rpartition(".")[0])
        message = Saying(
            "Tệp có đuôi thừa nên không được đọc là bài viết",
            "The name has one ending too many, so it is not read as an article",
        )
        mend = Saying(f"đổi tên thành {better}", f"rename it to {better}")
        return Finding(place, 1, 1, "misplaced-article", message, mend)
    if lowered.endswith(_OTHER_SOURCES):
        message = Saying(
            "Dạng tệp này không được đọc là bài viết", "Files of this kind are not read as articles"
        )
        mend = Saying(
            "chuyển sang Markdown (.md) bằng `niengiam import`, hoặc dời khỏi thư mục bài",
            "turn it into Markdown (.md) with `niengiam import`, or move it out of the articles",
        )
        return Finding(place, 1, 1, "misplaced-article", message, mend)
    if lowered.rpartition("/")[2] == IMPORT_REPORT:
        return None
    if lowered.endswith(_OFFICE):
        message = Saying(
            "Tệp Word không được đọc là bài viết", "A document of Word is not read as an article"
        )
        mend = Saying(
            "chép chữ trong đó vào một tệp .md (tạo bằng `niengiam new`); tệp đính kèm thì chuyển"
            " sang hinh-anh/",
            "copy its text into a .md file (made with `niengiam new`); move an attachment to"
            " hinh-anh/",
        )
        return Finding(place, 1, 1, "stray-file", message, mend, Severity.WARNING)
    if lowered.endswith(".txt") or "." not in lowered.rpartition("/")[2]:
        if _has_head(location):
            return _article(name, place)
        message = Saying(
            "Tệp nằm giữa các bài nhưng không phải bài viết",
            "A file that lies among the articles and is none",
        )
        mend = Saying(
            "đổi đuôi thành .md nếu là bài; nếu là tệp đính kèm thì chuyển sang hinh-anh/",
            "let its name end in .md if it is one; move an attachment to hinh-anh/",
        )
        return Finding(place, 1, 1, "stray-file", message, mend, Severity.WARNING)
    return None


def _has_head(location: str) -> bool:
    """Whether the file begins as an article does: a program for notes names it so by itself."""
    try:
        with open(location, "rb") as file:
            start = file.read(_START)
    except OSError:
        return False
    code = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return bool(_HEAD.match(fold(start.decode(code, "replace"))))


def _article(name: str, place: str) -> Finding:
    stem = printable(name.rpartition("/")[2])
    better = f"{stem.rpartition('.')[0] or stem}.md"
    message = Saying(
        "Tệp mở đầu như một bài viết nhưng không có đuôi .md nên không được đọc",
        "The file begins as an article does, but its name does not end in .md, so it is not read",
    )
    mend = Saying(
        f"đổi tên thành {better}; nếu không phải bài thì chuyển ra khỏi thư mục nội dung",
        f"rename it to {better}; if it is none, move it out of the content folder",
    )
    return Finding(place, 1, 1, "misplaced-article", message, mend)
