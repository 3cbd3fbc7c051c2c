"""A heading more than one level below the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Đề mục nhảy cấp",
    english="A heading skips a level",
    why="Người dùng trình đọc màn hình đi theo cấp đề mục. Từ ## xuống thẳng #### khiến họ tưởng"
    " thiếu một phần.",
    severity=Severity.WARNING,
    bad=("## Một\n\n#### Hai", "### Một"),
    good=("## Một\n\n### Hai\n\n#### Ba\n\n## Bốn",),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each heading whose parent level is missing."""
    above = 1
    for heading in survey.scan(document).headings:
        if heading.level > above + 1:
            message = Saying(
                f"Đề mục “{heading.text[:60]}” cấp {heading.level} nằm ngay dưới cấp {above}",
                f"The heading “{heading.text[:60]}” of level {heading.level} comes right below"
                f" level {above}",
            )
            marks = "#" * (above + 1)
            yield Remark(heading.line, 1, message, Saying(f"viết {marks}", f"write {marks}"))
        above = heading.level
