"""A page whose address belongs to the site itself."""

from __future__ import annotations

from collections.abc import Iterator

from desk.addresses import DEVICES, is_reserved
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Trang chiếm địa chỉ của hệ thống",
    english="A page takes an address of the site itself",
    why="Các địa chỉ như /so-lieu/, /the/, /2023/ do chương trình dựng. Một trang tự viết ở đó"
    " sẽ bị đè mất. Đặt cho trang một Slug khác.",
    bad=(
        {"trang/a.md": "Tiêu đề: Số liệu\n\nx"},
        {"trang/a.md": 'Tiêu đề: "2023"\n\nx'},
        {"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nSlug: con\n\nx"},
    ),
    good=(
        {"trang/a.md": "Tiêu đề: Giới thiệu\n\nx"},
        {"a.md": "Tiêu đề: Con\nNgày: 01/01/2023\n\nx"},
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on a document with such a slug."""
    line = document.front.lines.get("slug", document.front.lines.get("title", 1))
    if document.slug in DEVICES:
        message = Saying(
            f"Windows dành tên “{document.slug}” cho thiết bị nên không chép được trang về máy Windows",
            f"Windows keeps the name “{document.slug}” for a device; the site cannot be copied there",
        )
        better = f"Slug: bai-{document.slug}"
        yield Remark(line, 1, message, Saying(f"viết “{better}”", f"write “{better}”"))
    if document.kind == "page" and is_reserved(document.slug):
        message = Saying(
            f"Địa chỉ /{document.slug}/ dành cho trang do chương trình dựng",
            f"The address /{document.slug}/ belongs to a page that the program makes",
        )
        mend = Saying(
            f"thêm “Slug: trang-{document.slug}” vào phần đầu trang",
            f"add “Slug: trang-{document.slug}” to the head of the page",
        )
        yield Remark(line, 1, message, mend)
