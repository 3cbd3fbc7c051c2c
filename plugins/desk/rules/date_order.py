"""Dates that contradict each other, or lie oddly far ahead."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Severity
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


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such date."""
    date = document.date
    if date is None:
        return
    for key, moment, name in (
        ("modified", document.modified, "Ngày cập nhật"),
        ("expires", document.expires, "Ngày hết hạn"),
    ):
        if moment is not None and moment.date() < date.date():
            message = f"{name} {format_date(moment)} trước ngày đăng {format_date(date)}"
            yield Remark(_line(document, key), 1, message, "sửa một trong hai ngày")
    if date > survey.now + _FAR:
        message = f"Ngày đăng {format_date(date)} còn hơn một năm nữa; đến hôm đó bài mới hiện"
        yield Remark(_line(document, "date"), 1, message, "sửa năm nếu gõ nhầm")


def _line(document: Document, key: str) -> int:
    return document.front.lines[key]
