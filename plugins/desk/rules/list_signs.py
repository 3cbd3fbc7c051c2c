"""Bullets of a word processor, which make no list on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.runs import listed, runs
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Gạch đầu dòng chép từ Word",
    english="Bullets copied from a word processor",
    why="Dấu •, – ở đầu dòng không làm thành danh sách: các dòng nối liền thành một đoạn. Viết"
    " mỗi mục trên một dòng, bắt đầu bằng “- ” (gạch nối và dấu cách). `niengiam check --fix` sửa"
    " giúp.",
    severity=Severity.WARNING,
    bad=("Gồm:\n• mục một\n• mục hai", "– mục một\n– mục hai", "\uf0b7 mục một\n\uf0b7 mục hai"),
    good=("- mục một\n- mục hai", "– Chào anh!\n\n– Chào chị!", "Số lớp • số học viên"),
)

_SIGN = re.compile(r" {0,3}(?P<sign>[•·▪●○◦‣⁃–—\uf0b7\uf0a7\uf0d8\uf02d])[ \t\u00a0]+(?=\S)")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line of each run of two such lines or more."""
    seen = survey.scan(document)
    for run, match in runs(seen.text_lines, _SIGN):
        message = Saying(
            f"{len(run)} dòng bắt đầu bằng “{match['sign']}” sẽ nối thành một đoạn",
            f"{len(run)} lines that begin with “{match['sign']}” will run together",
        )
        mend = Saying("bắt đầu mỗi mục bằng “- ”", "begin each item with “- ”")
        yield Remark(seen.first_line + run.start, match.start("sign") + 1, message, mend)


def fix(text: str, document: Document, survey: Survey) -> str:
    """Hyphens in their place, and a blank line above where text stands right there."""
    return listed(text, survey.scan(document), _SIGN, "- ")
