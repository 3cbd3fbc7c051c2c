"""A paragraph indented like in a letter, which Markdown prints as code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Đoạn văn thụt đầu dòng thành khối mã",
    english="An indented paragraph turns into code",
    why="Dòng thụt vào bằng Tab hoặc bốn dấu cách được in như mã lệnh, không xuống dòng, và con số"
    " trong đó không được đọc. Bỏ phần thụt; muốn in mã thì đặt giữa hai dòng ```.",
    severity=Severity.WARNING,
    bad=(
        "Mở đầu.\n\n\tNăm 2023 trường mở 45 lớp bồi dưỡng.",
        "Mở đầu.\n\n    Năm 2023 trường mở 45 lớp bồi dưỡng.",
        "Mở đầu.\n\n\t- Công tác đào tạo",
    ),
    good=(
        "Mở đầu.\n\nNăm 2023 trường mở 45 lớp bồi dưỡng.",
        "- mục một\n\n    viết tiếp mục một, vẫn trong danh sách",
        "1. Mục một\n\n    - mục con của mục một thứ hai",
        "Chú thích[^1].\n\n[^1]: Chú thích.\n\n    viết tiếp chú thích ở đây",
        "    x = 1",
    ),
)

_INDENTED = re.compile(r"(?: {4}|\t| {1,3}\t)[ \t]*(?P<text>\S.*)")
_HOLDS_MORE = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s|\[\^[^\]]+\]:|:\s|:::|!!!|<")
_WORD = re.compile(r"[^\W\d_]+")
#: A line of code has hardly so many words in a row, nor so many behind the sign of an item.
_ENOUGH, _IN_ITEM = 4, 2
_ITEM = re.compile(r"[-*+•–]\s+[^\W\d_]")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line of each such paragraph."""
    body = document.front.body
    if "\n    " not in f"\n{body}" and "\t" not in body:
        return
    seen = survey.scan(document)
    before, holds, told = "", False, False
    for number, line in enumerate(seen.text_lines, seen.first_line):
        match = _INDENTED.match(line)
        if match and not before.strip() and not holds and not told:
            words = _WORD.findall(match["text"])
            if len(words) >= (_IN_ITEM if _ITEM.match(match["text"]) else _ENOUGH):
                shown = match["text"][:50]
                message = Saying(
                    f"Đoạn “{shown}” thụt vào nên thành khối mã",
                    f"“{shown}” is indented and so becomes code",
                )
                mend = Saying("bỏ phần thụt đầu dòng", "remove the indent")
                yield Remark(number, 1, message, mend)
                told = True
        elif line.strip() and not match:
            holds, told = bool(_HOLDS_MORE.match(line)) or (holds and bool(before.strip())), False
        before = line
