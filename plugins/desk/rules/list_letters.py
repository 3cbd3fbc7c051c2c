"""Items numbered `1)` or `a)`, whose lines Markdown runs together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.runs import runs
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Các mục 1), a) nối thành một đoạn",
    english="Items 1), a) run together",
    why="Dòng bắt đầu bằng 1), (1), a) không làm thành danh sách: các dòng liền nhau nối thành một"
    " đoạn. Để một dòng trống giữa các mục, hoặc viết “1. ”. `niengiam check --fix` thêm dòng"
    " trống.",
    severity=Severity.WARNING,
    bad=("1) Một;\n2) Hai.", "a) Một;\nb) Hai;\nc) Ba.", "Gồm:\n(1) Một\n(2) Hai"),
    good=("1) Một;\n\n2) Hai.", "1. Một\n2. Hai", "Điểm\na) của điều 5.", "    a) mã\n    b) mã"),
)

_ITEM = re.compile(r" {0,3}(?P<mark>\(?(?:\d{1,2}|[a-zđ])\))\s+\S")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line of each run of two such lines or more."""
    seen = survey.scan(document)
    for run, match in runs(seen.text_lines, _ITEM):
        message = Saying(
            f"{len(run)} dòng từ “{match['mark']}” sẽ nối thành một đoạn",
            f"{len(run)} lines from “{match['mark']}” on will run together",
        )
        mend = Saying("để một dòng trống giữa các mục", "put a blank line between the items")
        yield Remark(seen.first_line + run.start, match.start("mark") + 1, message, mend)


def fix(text: str, document: Document, survey: Survey) -> str:
    """A blank line above each item that has text right above it."""
    seen = survey.scan(document)
    lines = text.split("\n")
    for run, _ in reversed(list(runs(seen.text_lines, _ITEM))):
        for place in reversed(run):
            if place and seen.text_lines[place - 1].strip():
                at = seen.first_line + place - 1
                lines.insert(at, "\r" if lines[at].endswith("\r") else "")
    return "\n".join(lines)
