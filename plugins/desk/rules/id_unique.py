"""Two documents with one permanent id."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Hai bài trùng mã",
    english="Two documents share one permanent id",
    why="Mã là tên vĩnh viễn của bài: nguồn tin và từng số liệu dựa vào nó. Chép một bài cũ để"
    " viết bài mới thì phải đổi mã. Bài đã đăng giữ mã cũ; sửa mã của bài mới.",
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nMã: bai\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 02/01/2023\nMã: bai\n\nx",
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nMã: bai\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 02/01/2023\nMã: bai-2\n\nx",
        },
    ),
)


def check_site(survey: Survey) -> Iterator[Remark]:
    """A remark on each document after the first with an id."""
    seen: dict[str, Document] = {}
    for document in survey.site.documents:
        first = seen.setdefault(document.id, document)
        if first is not document:
            yield Remark(
                document.front.lines.get("id", 1),
                1,
                Saying(
                    f"Mã “{document.id}” đã dùng cho {first.path}",
                    f"The id “{document.id}” belongs to {first.path} already",
                ),
                Saying("viết một mã khác cho bài mới hơn", "give the newer article another id"),
                document,
            )
