"""A first word whose capital letter was lost, as happens with pictures of initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Mất chữ cái đầu bài",
    english="The first letter of the text is lost",
    why="Trang cũ hay vẽ chữ cái đầu bài thành hình riêng; khi chép lại, chữ đó rơi mất: “gày"
    " 10/11” thay cho “Ngày 10/11”.",
    severity=Severity.WARNING,
    bad=("gày 10/11, tại Hưng Yên", "\n\náng nay, trường khai giảng."),
    good=("Ngày 10/11, tại Hưng Yên", "- mục đầu của danh sách", "*Lời dẫn*", "12 trường dự."),
)

_WORD = re.compile(r"[*_]*(?P<first>[^\W\d_]\w*)")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark when the first line of prose begins with a small letter."""
    for number, line in survey.scan(document).numbered_prose():
        if line.strip():
            match = _WORD.match(line)
            if match and match["first"][0].islower():
                message = Saying(
                    f"Bài mở đầu bằng chữ thường: “{match['first']}”",
                    f"The text begins with a small letter: “{match['first']}”",
                )
                mend = Saying(
                    "thêm chữ cái đầu bị mất, hoặc viết hoa", "add the lost letter, or a capital"
                )
                yield Remark(number, match.start("first") + 1, message, mend)
            return
