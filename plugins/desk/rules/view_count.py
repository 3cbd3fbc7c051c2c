"""A counter of views left over from an old site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Sót bộ đếm lượt xem",
    english="A view counter is left over",
    why="Dòng này là của trang cũ, không phải lời bài, và con số trong đó dễ bị hiểu là số liệu.",
    severity=Severity.WARNING,
    bad=("Lượt xem: 1.234", "Đã xem: 567 lần", "(Số lượt truy cập: 89)", "1.234 lượt xem"),
    good=("Triển lãm đón 1.234 lượt người xem.", "Có 50 lượt xem xét hồ sơ."),
)

_COUNTER = re.compile(
    r"^\W*(?:(?:số\s+)?(?:lượt|lần)\s+(?:xem|đọc|truy cập)|đã xem|đọc|views?)\s*:\s*[\d.,]+"
    r"(?:\s*(?:lần|lượt))?\W*$|^\W*[\d.,]+\s+(?:lượt|lần)\s+(?:xem|đọc|truy cập)\W*$",
    re.IGNORECASE,
)


#: Without any of these there is no counter.
_WORDS = ("xem", "đọc", "truy cập", "view")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each line that is nothing but a counter."""
    seen = survey.scan(document)
    if not any(map(seen.lowered.__contains__, _WORDS)):
        return
    for number, line in seen.numbered_prose():
        if len(line) < 80 and _COUNTER.match(line):
            message = Saying(
                f"“{line.strip()}” là bộ đếm của trang cũ",
                f"“{line.strip()}” is a counter of the old site",
            )
            yield Remark(number, 1, message, Saying("bỏ dòng này", "remove this line"))
