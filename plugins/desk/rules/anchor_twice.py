"""One name for two places of a page."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Hai chỗ trong trang cùng một tên",
    english="Two places of a page have one name",
    why="Tên viết trong {#…} hay id=… là địa chỉ của một chỗ trong trang; hai chỗ cùng tên thì liên"
    " kết chỉ tới được chỗ đầu.",
    bad=(
        "## Một {#muc}\n\nA.\n\n## Hai {#muc}\n\nB.",
        '## Một {#muc}\n\n<span id="muc">x</span>',
    ),
    good=("## Một {#muc-1}\n\nA.\n\n## Hai {#muc-2}\n\nB.", "## Một\n\nA.\n\n## Một\n\nB."),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each name that was given before."""
    first: dict[str, int] = {}
    for name, line, column in survey.scan(document).named:
        if name in first:
            message = Saying(
                f"Tên “#{name}” đã đặt cho một chỗ ở dòng {first[name]}",
                f"The name “#{name}” was given to a place on line {first[name]} already",
            )
            mend = Saying(f"viết tên khác, ví dụ #{name}-2", f"write another, such as #{name}-2")
            yield Remark(line, column, message, mend)
        first.setdefault(name, line)
