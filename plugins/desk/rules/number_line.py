"""A sentence that begins with a number and a full stop turns into a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Số đứng đầu dòng thành danh sách",
    english="A number at a line's start becomes a list",
    why="Markdown hiểu “439. ” ở đầu dòng là mục của một danh sách đánh số, và in lại thành “1.”:"
    " con số biến mất khỏi bài. Viết “439\\. ” hoặc nối dòng lên trên.",
    severity=Severity.WARNING,
    bad=("Tổng số lớp đã mở là\n439. Trong đó có 20 lớp mới.", "2023. Một năm nhiều việc."),
    good=("1. Mục một\n2. Mục hai", "9. Mục chín\n10. Mục mười\n\n11. Mục mười một", "439\\. Số."),
)

_ITEM = re.compile(r"^ {0,3}(?P<number>\d{1,9})[.)]\s")
_BELOW = re.compile(_ITEM.pattern.replace("^", r"\n"))
_LAST_PLAIN = 9


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such number above 9 that does not follow the one before it."""
    seen = survey.scan(document)
    if not (_ITEM.match(seen.text) or _BELOW.search(seen.text)):
        return
    before = 0
    for number, line in seen.numbered_prose():
        match = _ITEM.match(line)
        if not match:
            continue
        value = int(match["number"])
        if value > _LAST_PLAIN and value != before + 1:
            message = Saying(
                f"“{line.strip()[:30]}” ở đầu dòng sẽ thành mục danh sách, mất số {value}",
                f"“{line.strip()[:30]}” at a line's start becomes an item of a list and loses its"
                f" number {value}",
            )
            mend = Saying(
                f"viết {value}\\. hoặc nối lên dòng trên",
                f"write {value}\\. or join it to the line above",
            )
            yield Remark(number, match.start("number") + 1, message, mend)
        before = value
