"""A straight quotation mark without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Ngoặc kép lẻ",
    english="An odd straight quotation mark",
    why='Ngoặc thẳng "…" được đổi thành “…” khi dựng trang, nếu đủ cặp. Thiếu một dấu thì chiều'
    " của dấu còn lại sai, và mọi dấu sau nó trong đoạn cũng ngược.",
    severity=Severity.WARNING,
    bad=('Phong trào "Dạy tốt, học tốt được phát động.', 'Một "hai" ba" bốn.'),
    good=('Phong trào "Dạy tốt, học tốt".', "Phong trào “Dạy tốt”.", '`"`', '<b class="x">a</b>'),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each paragraph with an odd number of straight marks, at the last of them."""
    seen = survey.scan(document)
    if '"' not in seen.text:
        return
    count, place = 0, (0, 0)
    for number, line in (*seen.numbered_prose(), (0, "")):
        if not line.strip():
            if count % 2:
                message = Saying(
                    'Dấu ngoặc kép " không có cặp', 'A quotation mark " without a partner'
                )
                mend = Saying(
                    "thêm dấu còn thiếu, hoặc bỏ", "add the one that is missing, or remove it"
                )
                yield Remark(*place, message, mend)
            count = 0
            continue
        if '"' in line and (marks := line.count('"') - line.count('\\"')):
            count, place = count + marks, (number, line.rfind('"') + 1)
