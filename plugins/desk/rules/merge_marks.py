"""What git leaves in a file when two people changed one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying
from vntext.signs import holds

RULE = Rule(
    title="Bài còn dấu gộp của git",
    english="Marks of a merge are left in the text",
    why="Hai người sửa cùng một chỗ thì git ghi cả hai bản vào tệp, giữa các dòng <<<<<<<, ======="
    " và >>>>>>>. Chọn một bản rồi xóa ba dòng ấy.",
    bad=("Mở đầu.\n\n<<<<<<< HEAD\nMở 45 lớp.\n=======\nMở 54 lớp.\n>>>>>>> nhanh-khac\n",),
    good=("> > trích trong trích", "Đề mục\n=======", "```\n<<<<<<< HEAD\n```"),
)

_MARK = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such line, where one opens a conflict."""
    if not holds(document.front.body, "<<<<<<<"):
        return
    seen = survey.scan(document)
    lines = seen.text_lines
    if not any(line.startswith("<<<<<<< ") for line in lines):
        return
    for number, line in enumerate(lines, seen.first_line):
        if _MARK.fullmatch(line.rstrip()):
            message = Saying(
                f"Dòng “{line.strip()[:30]}” do git để lại khi hai người sửa cùng một chỗ",
                f"The line “{line.strip()[:30]}” was left by git where two people changed one place",
            )
            mend = Saying(
                "chọn một trong hai bản, xóa bản kia và các dòng dấu",
                "keep one of the two texts, delete the other and these lines",
            )
            yield Remark(number, 1, message, mend)
