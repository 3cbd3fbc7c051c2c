"""Items below items that are not indented far enough to be so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Mục con thụt chưa đủ",
    english="An inner item is not indented far enough",
    why="Mục con phải thụt vào bốn dấu cách so với mục mẹ; thụt hai hay ba dấu cách thì nó đứng"
    " ngang hàng với mục mẹ.",
    severity=Severity.WARNING,
    bad=("- Đào tạo\n  - trung cấp\n  - cao cấp", "1. Một\n   - mục con"),
    good=(
        "- Đào tạo\n    - trung cấp\n    - cao cấp",
        "- Một\n  viết tiếp",
        " - Một\n - Hai",
        "Không có mục nào.\n\n  - Một\n  - Hai",
    ),
)

_ITEM = re.compile(r"(?P<margin> *)(?:[-*+]|\d{1,9}\.) +\S")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first such item below each item."""
    seen = survey.scan(document)
    if not seen.has_items:
        return
    outer: int | None = None
    told = False
    for number, line in enumerate(seen.text_lines, seen.first_line):
        match = None if line[:1].isalpha() else _ITEM.match(line)
        if match is None:
            if line.strip() and not line.startswith(" "):
                outer = None
            continue
        margin = len(match["margin"])
        if outer is not None and margin - outer in (2, 3):
            if not told:
                yield Remark(number, margin + 1, *_words(line.strip()))
            told = True
        elif outer is None or margin <= outer:
            outer, told = margin, False


def _words(item: str) -> tuple[Saying, Saying]:
    return (
        Saying(
            f"Mục “{item[:40]}” thụt chưa đủ nên đứng ngang hàng với mục phía trên",
            f"The item “{item[:40]}” is not indented far enough to stand below the one above",
        ),
        Saying("thụt vào bốn dấu cách", "indent it by four spaces"),
    )
