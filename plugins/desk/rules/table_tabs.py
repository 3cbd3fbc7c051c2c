"""A table copied from a word processor or a spreadsheet: cells with tabs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Bảng chép từ Word hoặc Excel",
    english="A table copied from a word processor or spreadsheet",
    why="Ô cách nhau bằng phím Tab thì trên trang dồn thành một đoạn chữ, và con số không biết thuộc"
    " cột nào. Viết bảng bằng gạch đứng: mỗi dòng | ô | ô |, dưới dòng đầu có |---|---|.",
    severity=Severity.WARNING,
    bad=("Năm\tLớp\tHọc viên\n2022\t45\t3.120\n2023\t50\t3.400",),
    good=(
        "| Năm | Lớp |\n|---|---|\n| 2023 | 50 |",
        "Một dòng\tcó tab.",
        "```\na\tb\nc\td\n```",
        "-\t3 bằng khen\n-\t12 giấy khen",
        "1.\tMở lớp\n2.\tBế giảng",
    ),
)

# What a word processor puts between a list's sign and its words is a tab as well.
_SIGN = re.compile(r"\s*(?:[^\w\s|]|\w{1,3}[.)])\t")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line of each such table."""
    if "\t" not in document.front.body:
        return
    seen = survey.scan(document)
    before = False
    lines = (*seen.text_lines, "")
    for number, line in enumerate(lines[:-1]):
        is_row, follows = _is_row(line), _is_row(lines[number + 1])
        if is_row and follows and not before:
            cells = [cell.strip() for cell in line.strip().split("\t")]
            row = f"| {' | '.join(cells)} |"
            message = Saying(
                "Bảng có ô cách nhau bằng Tab sẽ dồn thành một đoạn chữ",
                "A table with tabs between its cells becomes a paragraph",
            )
            mend = Saying(
                f"viết “{row[:80]}”, dưới đó “|{'---|' * len(cells)}”",
                f"write “{row[:80]}” and below it “|{'---|' * len(cells)}”",
            )
            yield Remark(seen.first_line + number, 1, message, mend)
        before = is_row


def _is_row(line: str) -> bool:
    return "\t" in _SIGN.sub("", line, count=1).strip()
