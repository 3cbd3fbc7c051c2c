"""Dates that contradict each other, or lie oddly far ahead."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.dates import format_date

RULE = Rule(
    title="Ngày tháng trái nhau",
    english="Dates contradict each other",
    why="Ngày cập nhật hay ngày hết hạn không thể trước ngày đăng. Ngày đăng còn xa hơn một năm"
    " thường là gõ nhầm năm; bài như vậy chưa hiện trên trang.",
    severity=Severity.WARNING,
    bad=(
        {"a.md": "Tiêu đề: Một\nNgày: 13/11/2023\nCập nhật: 12/11/2023\n\nx"},
        {"a.md": "Tiêu đề: Một\nNgày: 13/11/2023\nHết hạn: 01/11/2023\n\nx"},
        {"a.md": "Tiêu đề: Một\nNgày: 13/11/2199\n\nx"},
    ),
    good=(
        {"a.md": "Tiêu đề: Một\nNgày: 13/11/2023\nCập nhật: 14/11/2023\nHết hạn: 1/12/2023\n\nx"},
        {"a.md": "Tiêu đề: Một\nNgày: 13/11/2023 17:00\nCập nhật: 13/11/2023\n\nx"},
    ),
)

_FAR = datetime.timedelta(days=366)
_MODIFIED = Saying("Ngày cập nhật", "The day of the last change")
_EXPIRES = Saying("Ngày hết hạn", "The day of expiry")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such date."""
    date = document.date
    if date is None:
        return
    for key, moment, name in (
        ("modified", document.modified, _MODIFIED),
        ("expires", document.expires, _EXPIRES),
    ):
        if moment is not None and moment.date() < date.date():
            day, other = format_date(date), format_date(moment)
            message = Saying(
                f"{name} {other} trước ngày đăng {day}",
                f"{name.english}, {other}, is before the day of publication, {day}",
            )
            mend = Saying("sửa một trong hai ngày", "correct one of the two days")
            yield Remark(_line(document, key), 1, message, mend)
    if date > survey.now + _FAR:
        day = format_date(date)
        message = Saying(
            f"Ngày đăng {day} còn hơn một năm nữa mới tới; đến hôm đó bài mới hiện",
            f"The day of publication, {day}, is more than a year ahead; nothing shows until then",
        )
        mend = Saying("sửa năm nếu gõ nhầm", "correct the year if it was mistyped")
        yield Remark(_line(document, "date"), 1, message, mend)


def _line(document: Document, key: str) -> int:
    return document.front.lines[key]
