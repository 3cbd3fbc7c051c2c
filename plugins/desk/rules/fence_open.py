"""A block of code that is opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.signs import holds

RULE = Rule(
    title="Khối mã mở mà không đóng",
    english="A block of code is never closed",
    why="Khối mã nằm giữa hai dòng ```. Thiếu dòng đóng thì dấu ``` hiện ra như chữ.",
    severity=Severity.WARNING,
    bad=("```\nkhối mã\n\nĐoạn sau.",),
    good=("```\nkhối mã\n```\n\nĐoạn sau.", "~~~\nkhối mã\n~~~", "Dấu `mã` trong câu."),
)

_FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]*$")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each mark that is left when all pairs are taken away."""
    if not holds(document.front.body, "```") and not holds(document.front.body, "~~~"):
        return
    seen = survey.scan(document)
    for number, line in enumerate(seen.text_lines, seen.first_line):
        match = _FENCE.match(line)
        if match:
            message = Saying(
                f"Khối mã mở bằng {match[1]} mà không đóng",
                f"A block of code opens with {match[1]} and never ends",
            )
            mend = Saying(
                f"thêm một dòng {match[1]} sau khối, hoặc bỏ dòng này",
                f"add a line {match[1]} below the block, or remove this line",
            )
            yield Remark(number, 1, message, mend)
