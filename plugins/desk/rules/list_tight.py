"""Items without a space behind their sign, whose lines run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.runs import listed, runs
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Mục danh sách thiếu dấu cách",
    english="Items of a list lack a space",
    why="Sau dấu gạch hay số thứ tự phải có một dấu cách (“- mục”, “1. mục”); thiếu nó thì không"
    " thành danh sách, các dòng nối thành một đoạn. `niengiam check --fix` thêm dấu cách.",
    severity=Severity.WARNING,
    bad=("-Một\n-Hai", "1.Một\n2.Hai", "Gồm:\n+Một\n+Hai"),
    good=(
        "- Một\n- Hai",
        "1. Một\n2. Hai",
        "-Chào anh!",
        "*Nghiêng*\n*Nghiêng*",
        "1.250 học viên\n3.120 lượt",
    ),
)

_ITEM = re.compile(r" {0,3}(?P<mark>[-+]|\d{1,2}[.)])(?=[^\W\d_])")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line of each run of two such lines or more."""
    seen = survey.scan(document)
    for run, match in runs(seen.text_lines, _ITEM):
        message = Saying(
            f"{len(run)} dòng từ “{match['mark']}” thiếu dấu cách nên nối thành một đoạn",
            f"{len(run)} lines from “{match['mark']}” on lack a space and run together",
        )
        mend = Saying(f"viết “{match['mark']} ”", f"write “{match['mark']} ”")
        yield Remark(seen.first_line + run.start, match.start("mark") + 1, message, mend)


def fix(text: str, document: Document, survey: Survey) -> str:
    """A space behind each sign, and a blank line above where text stands right there."""
    return listed(text, survey.scan(document), _ITEM, lambda match: f"{match[0]} ")
