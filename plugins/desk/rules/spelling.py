"""Slips in words that institutions use every day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.patterns import any_of
from vntext.tables import tables
from vntext.unicode import nfc

RULE = Rule(
    title="Có thể sai chính tả",
    english="A likely spelling slip",
    why="Danh sách ngắn các lỗi gõ hay gặp trong từ ngữ của cơ quan (plugins/desk/data/"
    "spelling.toml). Đây là gợi ý: nếu viết đúng ý thì bỏ qua.",
    severity=Severity.WARNING,
    bad=(
        "Lớp bồi dưởng nghiệp vụ.",
        "Hội nghị sơ kêt công tác.",
        "Nghiên cưú khoa học.",
        "Quí I năm 2023.",
    ),
    good=("Lớp bồi dưỡng nghiệp vụ.", "`bồi dưởng`"),
)


def _slips() -> dict[str, str]:
    slips = tables(Path(__file__).parent.with_name("data") / "spelling.toml")["slips"]
    return {nfc(slip).lower(): nfc(right) for slip, right in slips.items()}


SLIPS = _slips()
_SLIP = re.compile(rf"(?<!\w){any_of(SLIPS)}(?!\w)", re.IGNORECASE)


def _tails() -> re.Pattern[str]:
    """Finds what lies behind the first space of a slip, with the slip's first word before it.

    Hardly a text has any, and what begins with a space is looked for at spaces alone.
    """
    slips = defaultdict(list)
    for slip in SLIPS:
        slips[slip.partition(" ")[2]].append(slip)
    slips.pop("", None)
    signs = {tail: chr(0xE000 + number) for number, tail in enumerate(slips)}
    pattern = any_of(tail + sign for tail, sign in signs.items())
    for tail, sign in signs.items():
        before = "|".join(f"(?<={re.escape(slip)})" for slip in slips[tail])
        pattern = pattern.replace(sign, f"(?:{before})")
    return re.compile(f" {pattern}")


_TAIL = _tails()
_SINGLE = tuple(slip for slip in SLIPS if " " not in slip)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each slip."""
    seen = survey.scan(document)
    if not (_TAIL.search(seen.lowered) or any(map(seen.lowered.__contains__, _SINGLE))):
        return
    for number, line in seen.numbered_prose():
        for match in _SLIP.finditer(line):
            right = SLIPS[match[0].lower()]
            message = Saying(
                f"“{match[0]}” có thể sai chính tả", f"“{match[0]}” may be a spelling slip"
            )
            mend = Saying(f"có phải “{right}”?", f"is it “{right}”?")
            yield Remark(number, match.start() + 1, message, mend)
