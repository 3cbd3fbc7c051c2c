"""A document with a head and nothing below it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Bài chưa có nội dung",
    english="An article has no text",
    why="Người đọc mở bài sẽ chỉ thấy tiêu đề. Bài viết dở thì đặt “Trạng thái: bản nháp”.",
    severity=Severity.WARNING,
    bad=("", "  \n\n"),
    good=("Nội dung.", {"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nTrạng thái: nháp\n\n"}),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on a published document without a body."""
    if not document.front.body.strip() and document.status != "draft":
        message = Saying(
            "Bài chỉ có phần đầu, chưa có nội dung", "There is a head with no text below it"
        )
        mend = Saying("viết bài, hoặc đặt là bản nháp", "write the text, or make it a draft")
        yield Remark(1, 1, message, mend)
