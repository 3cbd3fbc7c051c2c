"""Old addresses that cannot lead to one document each."""

from __future__ import annotations

from collections.abc import Iterator

from desk.redirects import old_address
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Địa chỉ cũ không dùng được",
    english="An old address is unusable",
    why="“URL cũ” dẫn người đọc từ địa chỉ của trang trước đây tới bài này. Mỗi địa chỉ cũ chỉ"
    " dẫn tới một bài, và không được trùng địa chỉ đang có bài.",
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nURL cũ: tin.aspx?id=5\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nURL cũ: /tin.aspx?id=5\n\nx",
        },
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nURL cũ: /2023/01/hai/\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\n\nx",
        },
        {"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nURL cũ: ../../etc/passwd\n\nx"},
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nURL cũ: [tin.aspx?id=5, /cu/mot.html]\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nURL cũ: tin.aspx?id=6\n\nx",
        },
    ),
)


def check_site(survey: Survey) -> Iterator[Remark]:
    """A remark on each old address that is taken or leads out of the site."""
    claimed: dict[str, Document] = {}
    for document in survey.site.documents:
        for alias in dict.fromkeys(document.names("aliases")):
            problem = _problem(alias, document, claimed, survey)
            if problem:
                line = document.front.lines["aliases"]
                message = Saying(
                    f"URL cũ “{alias}” {problem}", f"The old address “{alias}” {problem.english}"
                )
                mend = Saying("bỏ hoặc sửa địa chỉ này", "remove or correct this address")
                yield Remark(line, 1, message, mend, document)


def _problem(
    alias: str, document: Document, claimed: dict[str, Document], survey: Survey
) -> Saying | None:
    old = old_address(alias)
    if old is None:
        return Saying("không phải địa chỉ trên trang", "is no address of a site")
    first = claimed.setdefault(old, document)
    if first is not document:
        return Saying(f"đã ghi ở {first.path}", f"belongs to {first.path} already")
    live = survey.site.by_address.get(old.strip("/") + "/")
    if live:
        path = live[0].path
        return Saying(f"là địa chỉ đang dùng của {path}", f"is where {path} stands today")
    return None
