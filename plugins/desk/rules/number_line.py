"""A sentence that begins with a number and a full stop turns into a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Số đứng đầu dòng thành danh sách",
    english="A number at a line's start becomes a list",
    why="Markdown hiểu “439. ” ở đầu dòng là mục của một danh sách đánh số, và in lại thành “1.”:"
    " con số biến mất khỏi bài. Viết “439\\. ” hoặc nối dòng lên trên. Trong một danh sách các mục"
    " được đánh số liền nhau: viết 1, 2, 4 thì trang in 1, 2, 3.",
    severity=Severity.WARNING,
    bad=(
        "Tổng số lớp đã mở là\n439. Trong đó có 20 lớp mới.",
        "2023. Một năm nhiều việc.",
        "1. Mục một\n2. Mục hai\n4. Mục bốn",
    ),
    good=(
        "1. Mục một\n2. Mục hai",
        "9. Mục chín\n10. Mục mười\n\n11. Mục mười một",
        "439\\. Số.",
        "1. Mục\n1. Mục\n1. Mục",
        "1. Một\n\nĐoạn văn.\n\n3. Ba\n4. Bốn",
        "1. Một\n    - trong\n2. Hai",
    ),
)

_ITEM = re.compile(r"^ {0,3}(?P<number>\d{1,9})[.)]\s")
_BELOW = re.compile(_ITEM.pattern.replace("^", r"\n"))
_LAST_PLAIN = 9


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such number above 9 that does not follow the one before it, and on the
    first item of a list that the page numbers otherwise.
    """
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
    yield from _renumbered(seen.numbered_prose())


def _renumbered(lines: Iterable[tuple[int, str]]) -> Iterator[Remark]:
    shown, inside, told, blank = 0, False, False, False
    for number, line in lines:
        if match := _ITEM.match(line):
            value = int(match["number"])
            shown = shown + 1 if inside else value
            told = told and inside
            if shown < value <= _LAST_PLAIN and not told:
                told = True
                message = Saying(
                    f"“{line.strip()[:30]}” sẽ in thành {shown}, vì danh sách đánh số liền nhau",
                    f"“{line.strip()[:30]}” will be printed as {shown}: lists count on",
                )
                mend = Saying(
                    "thêm mục còn thiếu, hoặc sửa số", "add what is missing, or mend the number"
                )
                yield Remark(number, match.start("number") + 1, message, mend)
            inside = True
        elif line.strip():
            inside = inside and not (blank and not line[0].isspace())
        blank = not line.strip()
