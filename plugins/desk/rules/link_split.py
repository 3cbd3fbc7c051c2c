"""A space that keeps a link, a picture or a mark from being one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.signs import holds

RULE = Rule(
    title="Dấu cách làm gãy liên kết",
    english="A space breaks a link",
    why="Trong [chữ](địa chỉ), ![mô tả](ảnh) và [45 lớp]{số liệu}, hai dấu ngoặc phải liền nhau và"
    " dấu ! liền với dấu [. Có dấu cách ở giữa thì cả cụm in ra nguyên như gõ."
    " `niengiam check --fix` bỏ dấu cách ấy.",
    severity=Severity.WARNING,
    bad=(
        "[Xem tin] (https://example.edu.vn/)",
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n![x] ({static}/hinh-anh/a.png)",
            "hinh-anh/a.png": "x",
        },
        "! [Hội trường](https://example.edu.vn/)",
        "Mở [45 lớp] {số liệu} mới.",
        'Mở [45 lớp] {kỳ="2023"} mới.',
    ),
    good=(
        "[Xem tin](https://example.edu.vn/)",
        "Theo [1] (trang 5) và [2] (năm 2023).",
        "Tuyệt vời! [Xem tin](https://example.edu.vn/)",
        "`[x] (https://a.example/)`",
    ),
)

_SPLIT = re.compile(
    r"\](?P<space>[ \t]+)(?=\((?:https?://|/|\{|\.{0,2}/|www\.|[\w%./-]+\.\w{2,5}\))"
    r"|\{[^{}\n]*(?:số liệu|chỉ tiêu|kỳ|cấp|đơn vị)[^{}\n]*\})"
)
_MARK_APART = re.compile(r"(?:^|(?<=\s))!(?P<space>[ \t]+)(?=\[[^\]\n]*\]\()")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such space."""
    for number, line, match in _found(document, survey):
        begin = max(line.rfind("[", 0, match.start()), match.start() - 30, 0)
        shown = line[begin : match.end() + 15].strip()
        message = Saying(
            f"Dấu cách trong “{shown}” làm cụm này in ra như chữ thường",
            f"The space in “{shown}” makes plain words of it",
        )
        yield Remark(
            number, match.start("space") + 1, message, Saying("bỏ dấu cách", "remove the space")
        )


def _found(document: Document, survey: Survey) -> Iterator[tuple[int, str, re.Match[str]]]:
    body = document.front.body
    if not any(holds(body, sign) for sign in ("] ", "! [", "]\t")):
        return
    seen = survey.scan(document)
    for number, line in enumerate(seen.text_lines, seen.first_line):
        for pattern in (_SPLIT, _MARK_APART):
            for match in pattern.finditer(line):
                yield number, line, match


def fix(text: str, document: Document, survey: Survey) -> str:
    """The same text without those spaces."""
    lines = text.split("\n")
    for number, _, match in sorted(
        _found(document, survey), key=lambda found: found[2].start(), reverse=True
    ):
        line = lines[number - 1]
        lines[number - 1] = line[: match.start("space")] + line[match.end("space") :]
    return "\n".join(lines)
