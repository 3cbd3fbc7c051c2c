"""A table of thousands of rows: no reader gets to its end, and every cell would be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

_MOST = 5000
_CELLS = 30_000
_ROWS = re.compile(r"(?:^[^\n|]*\|[^\n]*(?:\n|\Z))+", re.MULTILINE)

RULE = Rule(
    title="Bảng quá dài",
    english="A table that is too long",
    why=f"Bảng hơn {_MOST} dòng hoặc {_CELLS} ô không ai đọc hết, và trang nặng hàng chục MB. Đính kèm bảng dưới"
    " dạng CSV hoặc Excel, trong bài chỉ để những dòng đáng nói.",
    bad=(
        "| Năm | Lớp |\n|---|---|\n" + "| 2023 | 439 |\n" * (_MOST + 1),
        "|---" * 2000 + "|\n" + ("| 1 " * 2000 + "|\n") * 20,
    ),
    good=("| Năm | Lớp |\n|---|---|\n| 2023 | 439 |\n", "Một dòng | có gạch."),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such table."""
    body = document.front.body
    for start, rows, cells in _long(body):
        line = document.front.body_line + body.count("\n", 0, start)
        message = Saying(
            f"Bảng có {rows} dòng, {cells} ô", f"The table has {rows} rows and {cells} cells"
        )
        mend = Saying(
            "đính kèm bảng dưới dạng CSV hoặc Excel, giữ lại trong bài những dòng cần nói",
            "attach it as CSV or Excel, and keep the rows that matter",
        )
        yield Remark(line, 1, message, mend)


def too_long(body: str) -> bool:
    """Whether `body` has such a table."""
    return any(_long(body))


def _long(body: str) -> Iterator[tuple[int, int, int]]:
    """Where each such table begins, and how many lines and cells it has."""
    if body.count("|") <= _MOST:
        return
    for match in _ROWS.finditer(body):
        rows = match[0].count("\n")
        if rows > _MOST or match[0].count("|") > _CELLS:
            yield match.start(), rows, match[0].count("|")
