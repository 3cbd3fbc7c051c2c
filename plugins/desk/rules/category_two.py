"""A category that is made of two others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.fold import fold

RULE = Rule(
    title="Một bài hai chuyên mục",
    english="An article with two categories",
    why="Mỗi bài có một chuyên mục. Viết “Tin tức, Đào tạo” thì thành một chuyên mục thứ ba mang"
    " tên ấy, có trang riêng. Giữ một tên, tên kia ghi ở Thẻ.",
    severity=Severity.WARNING,
    bad=(
        {
            "a.md": "Tiêu đề: A\nNgày: 01/01/2023\nChuyên mục: Tin tức\n\nx",
            "b.md": "Tiêu đề: B\nNgày: 01/01/2023\nChuyên mục: Đào tạo\n\nx",
            "c.md": "Tiêu đề: C\nNgày: 01/01/2023\nChuyên mục: Tin tức, đào tạo\n\nx",
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: A\nNgày: 01/01/2023\nChuyên mục: Báo cáo, tổng kết\n\nx",
            "b.md": "Tiêu đề: B\nNgày: 01/01/2023\nChuyên mục: Báo cáo\n\nx",
        },
    ),
)

_BETWEEN = re.compile(r"\s*[,/|&+]\s*|\s+và\s+")


def check_site(survey: Survey) -> Iterator[Remark]:
    """A remark on each article whose category is several that others have."""
    named = [(document, _category(document)) for document in survey.site.documents]
    names = {name for _, name in named}
    known = set(map(fold, names))
    several = {name: parts for name in names if len(parts := _BETWEEN.split(name)) > 1}
    for document, name in named:
        parts = several.get(name, [])
        if parts and all(fold(part) in known for part in parts):
            front = document.front
            message = Saying(
                f"“{name}” là tên của {len(parts)} chuyên mục viết liền nhau",
                f"“{name}” is the names of {len(parts)} categories in a row",
            )
            mend = Saying(
                f"giữ một, ví dụ “{parts[0]}”; tên kia ghi ở Thẻ",
                f"keep one, such as “{parts[0]}”; the other may be a tag",
            )
            line, column = front.lines["category"], front.columns["category"]
            yield Remark(line, column, message, mend, document)


def _category(document: Document) -> str:
    return str(document.front.values.get("category", ""))
