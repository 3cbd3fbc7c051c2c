"""Two documents written to one address: the later would silently replace the earlier."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from findings import Saying

RULE = Rule(
    title="Hai bài trùng địa chỉ",
    english="Two documents share one address",
    why="Địa chỉ của bài làm từ năm, tháng và tiêu đề bỏ dấu. Khi hai bài ra cùng một địa chỉ,"
    " bài sau sẽ đè mất bài trước, nên trang không được dựng. Thêm “Slug: …” khác đi vào một"
    " trong hai bài (thường là bài mới hơn, để địa chỉ cũ không đổi).",
    bad=(
        {
            "a.md": "Tiêu đề: Lễ hội\nNgày: 05/11/2023\n\nx",
            "b.md": "Tiêu đề: Lẻ hội\nNgày: 20/11/2023\n\nx",
        },
        {
            "trang/a.md": "Tiêu đề: Giới thiệu\n\nx",
            "trang/b.md": "Tiêu đề: Giới thiệu\n\nx",
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Thông báo tuyển sinh\nNgày: 01/05/2022\n\nx",
            "b.md": "Tiêu đề: Thông báo tuyển sinh\nNgày: 01/05/2023\n\nx",
        },
        {
            "a.md": "Tiêu đề: Lễ hội\nNgày: 05/11/2023\n\nx",
            "b.md": "Tiêu đề: Lẻ hội\nNgày: 20/11/2023\nSlug: le-hoi-2\n\nx",
        },
    ),
)


def check_site(survey: Survey) -> Iterator[Remark]:
    """A remark on each document after the first at an address."""
    for address, group in survey.site.by_address.items():
        first, *others = sorted(group, key=lambda document: document.name)
        for document in others:
            lines = document.front.lines
            yield Remark(
                lines.get("slug", lines.get("title", 1)),
                1,
                Saying(
                    f"Địa chỉ {address} đã dùng cho {first.path}",
                    f"The address {address} belongs to {first.path} already",
                ),
                Saying(
                    f"thêm “Slug: {document.slug}-2” vào một trong hai bài, hoặc xóa tệp thừa nếu"
                    " là một bài chép hai lần",
                    f"add “Slug: {document.slug}-2” to one of the two, or delete the spare file if it is a"
                    " copy",
                ),
                document,
            )
