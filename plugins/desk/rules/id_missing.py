"""A document without a permanent id of its own."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Bài chưa có mã",
    english="A document has no permanent id",
    why="Thiếu mã, chương trình tạm lấy tên tệp làm mã; đổi tên hay chuyển tệp thì mã đổi theo,"
    " người theo dõi nguồn tin thấy bài cũ thành bài mới và liên kết tới số liệu bị gãy."
    " `niengiam check --fix` ghi mã vào phần đầu bài.",
    severity=Severity.WARNING,
    bad=({"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\nx"},),
    good=(
        {"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nMã: mot\n\nx"},
        {"trang/a.md": "Tiêu đề: Một\n\nx"},
    ),
)


_MANY = 10


def check_site(survey: Survey) -> Iterator[Remark]:
    """A remark on each article without `Mã`; one for all where they are many."""
    lacking = [document for document in survey.site.documents if _lacks(document)]
    many = len(lacking) > _MANY
    for document in lacking[:1] if many else lacking:
        others = len(lacking) - 1 if many else 0
        message = Saying(
            f"Bài chưa có mã vĩnh viễn{f' (và {others} bài khác)' if others else ''}",
            f"The article has no permanent id{f' (nor have {others} others)' if others else ''}",
        )
        mend = Saying(
            f"thêm “Mã: {document.id}” vào phần đầu bài, hoặc chạy `niengiam check --fix`",
            f"add “Id: {document.id}” to its head, or run `niengiam check --fix`",
        )
        yield Remark(1, 1, message, mend, document)


def _lacks(document: Document) -> bool:
    return document.kind == "article" and bool(document.title) and "id" not in document.front.values


def fix(text: str, document: Document, survey: Survey) -> str:
    """`Mã` written below the title."""
    if document.kind != "article" or "id" in document.front.lines or not document.readable:
        return text
    after = document.front.lines["title"]
    lines = text.split("\n")
    while lines[after].startswith((" ", "\t")):
        after += 1
    key = "Id" if lines[document.front.lines["title"] - 1].lower().startswith("title") else "Mã"
    ending = "\r" if lines[after - 1].endswith("\r") else ""
    lines.insert(after, f"{key}: {document.id}{ending}")
    return "\n".join(lines)
