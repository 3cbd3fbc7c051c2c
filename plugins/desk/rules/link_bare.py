"""Addresses that stand in the text as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.signs import holds

RULE = Rule(
    title="Địa chỉ trong bài không bấm được",
    english="An address that is no link",
    why="Địa chỉ viết trần chỉ hiện ra như chữ, không bấm được. Đặt nó trong ngoặc nhọn:"
    " <https://example.edu.vn/>, hay hơn là [tên tài liệu](https://example.edu.vn/)."
    " `niengiam check --fix` thêm ngoặc nhọn.",
    severity=Severity.WARNING,
    bad=("Xem https://example.edu.vn/tin.", "Nguồn: http://example.edu.vn/a?b=1"),
    good=(
        "Xem <https://example.edu.vn/tin>, [tin](https://example.edu.vn/tin).",
        "Xem [https://example.edu.vn](https://example.edu.vn/).",
        "`https://example.edu.vn`\n\n[1]: https://example.edu.vn/",
        '<a href="https://example.edu.vn">tin</a>',
    ),
)

_ADDRESS = re.compile(r"(?<![<(\[\"'\w=/])https?://[^\s<>()\[\]\"'“”]*[^\s<>()\[\]\"'“”.,;:!?…]")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:")
_LINKED = re.compile(r"\[[^\[\]]*\]\([^()]*\)|<[^<>]*>")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each."""
    for number, match in _found(document, survey):
        message = Saying(
            f"Địa chỉ “{match[0][:60]}” chỉ hiện như chữ, không bấm được",
            f"The address “{match[0][:60]}” is plain words, not a link",
        )
        mend = Saying("đặt trong ngoặc nhọn: <https://…>", "put it in angle brackets: <https://…>")
        yield Remark(number, match.start() + 1, message, mend)


def _found(document: Document, survey: Survey) -> Iterator[tuple[int, re.Match[str]]]:
    if not holds(document.front.body, "://"):
        return
    seen = survey.scan(document)
    for number, line in enumerate(seen.text_lines, seen.first_line):
        if "://" in line and not _DEFINITION.match(line):
            plain = _LINKED.sub(lambda match: " " * len(match[0]), line)
            for match in _ADDRESS.finditer(plain):
                yield number, match


def fix(text: str, document: Document, survey: Survey) -> str:
    """Each between angle brackets."""
    lines = text.split("\n")
    for number, match in reversed(list(_found(document, survey))):
        line = lines[number - 1]
        lines[number - 1] = f"{line[: match.start()]}<{match[0]}>{line[match.end() :]}"
    return "\n".join(lines)
