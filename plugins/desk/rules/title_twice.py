"""The title said again at the top of the body, or a second main heading."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Tiêu đề viết hai lần",
    english="The title is written twice",
    why="Trang đã in tiêu đề từ phần đầu bài. Một đề mục cấp một (# …) nữa làm người dùng trình"
    " đọc màn hình không biết đâu là tên bài. Bỏ dòng đó, hoặc dùng ## cho đề mục.",
    severity=Severity.WARNING,
    bad=(
        "# Một bài\n\nNội dung.",
        "Mở đầu.\n\n# Phần một",
        "Phần một\n========\n\nNội dung.",
        "#hoinghi #thidua",
    ),
    good=("## Phần một\n\nNội dung #1.", "```\n# lệnh\n```"),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each heading of the first level."""
    for heading in survey.scan(document).headings:
        if heading.level == 1:
            message = Saying(
                f"Đề mục cấp một “{heading.text[:60]}” lặp vai trò của tiêu đề",
                f"The main heading “{heading.text[:60]}” does again what the title does",
            )
            mend = Saying(
                "bỏ dòng này, hoặc viết ## thay cho #; muốn giữ dấu thăng thì viết \\#",
                "remove this line, or write ## for #; write \\# for the sign itself",
            )
            yield Remark(heading.line, 1, message, mend)
