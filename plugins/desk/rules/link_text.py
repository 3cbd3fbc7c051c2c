"""Links whose words do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.link_scan import Link
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.fold import fold

RULE = Rule(
    title="Chữ của liên kết không nói dẫn tới đâu",
    english="The words of a link do not say where it leads",
    why="Người dùng máy đọc màn hình nghe riêng từng liên kết: “tại đây”, “xem thêm” không cho biết"
    " gì; liên kết không có chữ thì không ai bấm được. Đặt liên kết vào tên của tài liệu.",
    severity=Severity.WARNING,
    bad=(
        "Xem [tại đây](https://example.edu.vn/).",
        "Xem [](https://example.edu.vn/).",
        "[Click vào đây](https://example.edu.vn/)",
    ),
    good=("Xem [Kế hoạch năm 2024](https://example.edu.vn/).", "[1]: https://example.edu.vn/"),
)

_SAYS_NOTHING = re.compile(
    r"(?:(?:xem|bam|nhan|nhap|click|an|tai)(?: chuot)?(?: (?:vao|o|tai))? )?(?:vao |o |tai )?day"
    r"|xem them|chi tiet|xem chi tiet|link|lien ket|click|here|read more"
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each."""
    seen = survey.scan(document)
    for link in seen.links:
        if not link.is_image and link.address and (message := _message(link)):
            mend = Saying(
                "đặt liên kết vào tên của điều nó dẫn tới", "link the name of what it leads to"
            )
            yield Remark(link.line, link.column, message, mend)


def _message(link: Link) -> Saying | None:
    words = link.text.strip()
    if not words:
        return Saying(
            f"Liên kết tới “{link.address}” không có chữ nên không hiện ra",
            f"The link to “{link.address}” has no words, so nobody sees it",
        )
    if _SAYS_NOTHING.fullmatch(fold(words).strip(" .:*_…»>→")):
        return Saying(
            f"Chữ “{words}” không nói liên kết dẫn tới đâu",
            f"The words “{words}” do not say where the link leads",
        )
    return None
