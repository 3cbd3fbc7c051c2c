"""Short lines are read as a reader does: what is about the page, what is the article's."""

from __future__ import annotations

import datetime
import tomllib
from typing import Any

import pytest

from legacy_import.page.days import days
from legacy_import.page.lines import read_line
from legacy_import.page.wording import ends_article
from tests.legacy_import.judging import HERE

LINES = tomllib.loads((HERE / "lines.toml").read_text("utf-8"))["line"]


@pytest.mark.parametrize("wanted", LINES, ids=[line["text"] for line in LINES])
def test_a_line_is_told_apart(wanted: dict[str, Any]) -> None:
    """Furniture or text, its date and its author, as `lines.toml` has them."""
    line = read_line(wanted["text"])
    assert line.is_furniture is wanted["furniture"]
    if "date" in wanted:
        assert [day.date for day in line.days] == [wanted["date"]]
    assert line.value("author") == wanted.get("author", "")


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("2018-05-10T17:45:00Z", datetime.date(2018, 5, 11), "00:45"),
        ("2020-11-19T23:40:12+00:00", datetime.date(2020, 11, 20), "06:40"),
        ("2020-11-20T06:40:12+07:00", datetime.date(2020, 11, 20), "06:40"),
        ("13/04/2016 08:15 SA", datetime.date(2016, 4, 13), "08:15"),
        ("6/12/20 7:20 CH", datetime.date(2020, 12, 6), "19:20"),
        ("21-5-04", datetime.date(2004, 5, 21), ""),
        ("2/14/2013 9:05:00 AM", datetime.date(2013, 2, 14), "09:05"),
        ("Tuesday, November 05, 2013", datetime.date(2013, 11, 5), ""),
    ],
)
def test_a_date_is_led_to_vietnam(text: str, date: datetime.date, time: str) -> None:
    """Every order and zone that old pages print."""
    (day,) = days(text)
    assert (day.date, day.time) == (date, time)


@pytest.mark.parametrize(
    "text", ["Kế hoạch số 125/KH-HV", "31/02/2023", "tỷ lệ 12/13/14", "1.203.456"]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    """Numbers of papers, days that no calendar has, ratios, amounts."""
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Các tin khác:", "related"),
        ("Những tin cũ hơn", "related"),
        ("Bình luận (4)", "comments"),
        ("2 Responses to “Dọn rác”", "comments"),
        ("© Báo Khoa học", "foot"),
        ("Xem thêm:", "box"),
        ("Các tin khác cho biết vụ cháy đã được dập tắt.", ""),
        ("Bình luận viên Đỗ Tám đến dự.", ""),
    ],
)
def test_what_follows_an_article_is_known_by_its_heading(text: str, sort: str) -> None:
    """Whole lines only: the same words within a sentence end nothing."""
    assert ends_article(text) == sort
