"""A list right below a line of text, which Markdown takes for more of the same paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Danh sách dính vào đoạn văn phía trên",
    english="A list runs on from the paragraph above",
    why="Giữa đoạn văn và danh sách phải có một dòng trống; thiếu nó, các mục nối thành một dòng"
    " chữ dài. `niengiam check --fix` thêm dòng trống.",
    severity=Severity.WARNING,
    bad=("Gồm:\n- mục một\n- mục hai", "Các bước:\n1. Một\n2. Hai", "Gồm:\n* mục một\n* mục hai\n"),
    good=(
        "Gồm:\n\n- mục một\n- mục hai",
        "- mục một\n  viết tiếp\n- mục hai",
        "Từ năm 2019\n- 2020 đến nay.",
        "## Đề mục\n- mục một\n- mục hai",
        "::: số liệu\n- 45 lớp\n- 50 lớp\n:::",
        "| a |\n|---|\n| b |\n- mục",
    ),
)

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]) +\S")
#: Lines below which a list may begin at once, or that are no plain text.
_OTHER = re.compile(r"\s|[#>|:<]|\[[^\]]*\]:|.*\|\s*$|(?:[-*_] *){3,}$")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first item of each such list of two items or more."""
    seen = survey.scan(document)
    for number in _glued(seen.text_lines) if seen.has_items else ():
        line = seen.text_lines[number]
        message = Saying(
            f"Danh sách bắt đầu ở “{line.strip()[:40]}” dính vào đoạn văn phía trên",
            f"The list that begins with “{line.strip()[:40]}” runs on from the paragraph above",
        )
        mend = Saying("thêm một dòng trống ở trên", "put a blank line above it")
        yield Remark(seen.first_line + number, 1, message, mend)


def _glued(lines: tuple[str, ...]) -> Iterator[int]:
    in_list = False
    for number, line in enumerate(lines):
        if line[:1].isalpha():
            continue
        if not line.strip():
            in_list = False
        elif _ITEM.match(line):
            above = lines[number - 1] if number else ""
            below = lines[number + 1] if number + 1 < len(lines) else ""
            text_above = bool(above.strip()) and not _OTHER.match(above)
            if text_above and not in_list and _ITEM.match(below):
                yield number
            in_list = True


def fix(text: str, document: Document, survey: Survey) -> str:
    """A blank line above each such list."""
    lines = text.split("\n")
    for remark in reversed(list(check(document, survey))):
        end = "\r" if lines[remark.line - 1].endswith("\r") else ""
        lines.insert(remark.line - 1, end)
    return "\n".join(lines)
