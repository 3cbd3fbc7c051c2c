"""Double spaces, and spaces before marks that take none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Thừa dấu cách",
    english="Needless spaces",
    why="Hai dấu cách liền nhau, hay dấu cách trước dấu phẩy, dấu chấm, là lỗi gõ; chữ in ra"
    " thưa và dấu có thể rơi xuống đầu dòng. `niengiam check --fix` sửa giúp.",
    severity=Severity.WARNING,
    bad=(
        "Hội nghị  tổng kết.",
        "Hội nghị , tổng kết .",
        "Gồm :  ba phần",
        "Mở 12 lớp ,với 9 học viên",
    ),
    good=(
        "Hội nghị tổng kết.  \nXuống dòng bằng hai dấu cách cuối.",
        "| Năm  | Lớp |\n|------|-----|\n| 2023 | 439 |",
        "-   mục thụt vào",
        "    mã lệnh  x",
        '`a  b` và [x](a.pdf  "b")',
        "Tỷ lệ 3 : 4 và ...",
    ),
)

_DOUBLE = re.compile(r"(?<=[^\s|*#>+.\-])  +(?=[^\s|])")
_BEFORE_MARK = re.compile(r"(?<=\w) +(?=[,;!?](?:\s|$|[^\W\d_]{2})|\.(?:\s|$)|:(?:\s\D|$))")


#: Without one there is nothing to find.
_SIGN = re.compile(r" [ ,;!?.:]")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """One remark a line."""
    seen = survey.scan(document)
    if not _SIGN.search(seen.body):
        return
    for number, (line, prose) in enumerate(zip(seen.lines, seen.prose, strict=False)):
        at = _first(line, prose)
        if at is not None:
            shown = line[max(0, at - 15) : at + 17].strip()
            message = Saying(f"Thừa dấu cách: “{shown}”", f"A needless space: “{shown}”")
            mend = Saying("bỏ dấu cách thừa", "remove it")
            yield Remark(seen.first_line + number, at + 1, message, mend)


def _first(line: str, prose: str) -> int | None:
    """Where in both the line as written and its prose the first needless space stands."""
    if not _is_prose(line):
        return None
    if not _SIGN.search(line):
        return None
    for pattern in (_DOUBLE, _BEFORE_MARK):
        for match in pattern.finditer(line):
            if prose[match.start() - 1] != " " and prose[match.end() : match.end() + 1] != " ":
                return match.start()
    return None


def _is_prose(line: str) -> bool:
    return not line.startswith(("    ", "\t", "|", ":::")) and "|" not in line


def fix(text: str, document: Document, survey: Survey) -> str:
    """The same text without them; only lines that the rule speaks of are touched."""
    lines = text.split("\n")
    for remark in list(check(document, survey)):
        line = lines[remark.line - 1]
        end = "  " if line.rstrip("\r").endswith("  ") else ""
        tail = "\r" if line.endswith("\r") else ""
        mended = _BEFORE_MARK.sub("", _DOUBLE.sub(" ", line.rstrip()))
        lines[remark.line - 1] = mended + end + tail
    return "\n".join(lines)
