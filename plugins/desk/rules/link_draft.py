"""Links from a public document to one that is not public yet."""

from __future__ import annotations

from collections.abc import Iterator

from desk.links import document_at, target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Liên kết tới bài chưa đăng",
    english="A link to a draft or scheduled article",
    why="Bản nháp và bài hẹn giờ chưa có trên trang, nên liên kết tới đó sẽ gãy. Đăng bài kia"
    " trước, hoặc tạm bỏ liên kết.",
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n[xem]({filename}b.md)",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nTrạng thái: bản nháp\n\nx",
        },
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n[xem]({filename}b.md)",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2199\n\nx",
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nTrạng thái: nháp\n\n[xem]({filename}b.md)",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nTrạng thái: nháp\n\nx",
        },
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n[xem]({filename}b.md)",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\n\nx",
        },
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such link."""
    if not survey.is_public(document):
        return
    for link in survey.scan(document).links:
        target = target_of(link.address)
        if target.sort == "document":
            page = document_at(target.path, document, survey.site)
            if page is not None and not survey.is_public(page):
                draft = page.status == "draft"
                message = Saying(
                    f"Liên kết tới {page.path}, đang là {'bản nháp' if draft else 'bài hẹn giờ'}",
                    f"A link to {page.path}, which is {'a draft' if draft else 'scheduled'}",
                )
                mend = Saying(
                    "đăng bài kia trước, hoặc bỏ liên kết",
                    "publish that one first, or remove the link",
                )
                yield Remark(link.line, link.column, message, mend)
