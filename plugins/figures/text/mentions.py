"""What the text of a period says: the year, months or day that it names, before any date is asked.

One function for each sort of text; each is told the text and the years in it.
Guideline section 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

YEAR = r"(?:19|20)\d\d(?![\d.,]\d|\d)"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d|\.\d{3}(?!\d)|,\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
HOUR = r"\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?!\d))?(?:\s*phút)?"
WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
          "tám": 8, "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10}  # fmt: skip
COUNT = rf"(?:{'|'.join(WORDS)}|\d{{1,2}})"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "đầu": 1,
          "nhất": 1, "tư": 4, "cuối": 0, "thứ nhất": 1, "thứ hai": 2}  # fmt: skip
ORDINAL = r"(?:iv|i{1,3}|[1-4]|thứ\s+nhất|thứ\s+hai|một|hai|ba|tư|bốn|đầu|cuối|nhất)(?!\w)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A period as a text names it, before the date of publication is asked."""

    form: str
    """Name of the record that read it."""
    year: int | None = None
    last_year: int | None = None
    first: int = 0
    last: int = 0
    """Months, quarter, half or semester, as the form needs."""
    day: int = 0
    """31 for the last of any month; of "today" how many days later."""
    relative: str = ""
    """this, whole, past, before, next or now: what the year of the article must tell."""


def _number(text: str) -> int:
    return int(text) if text.isdigit() else WORDS.get(" ".join(text.split()), 0)


def _relative(text: str) -> str:
    if re.search(r"(?:tới|sau|mới|tiếp theo)\s*$", text):
        return "next"
    if re.search(r"(?:qua|rồi|cũ)\s*$", text):
        return "past"
    if re.search(r"(?:trước|ngoái)\s*$", text):
        return "before"
    if re.search(r"(?:nay|này)\s*$", text):
        return "this"
    return "whole" if text.endswith("năm") else ""


def _first(years: list[int]) -> int | None:
    return years[0] if years else None


def semester(text: str, years: list[int]) -> Mention:
    found = re.search(rf"(?:k[ỳì]|hk)\s*({ORDINAL})", text)
    number = _ordinal(found[1]) if found else 1
    return Mention("semester", _first(years), years[-1] if years else None, first=number or 2)


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.get(" ".join(text.split()), 0)


def school_year(text: str, years: list[int]) -> Mention:
    if years:
        return Mention("range", years[0], years[-1])
    return Mention("school_year", relative="new" if text.endswith("mới") else _relative(text))


def term(text: str, years: list[int]) -> Mention | None:
    if len(years) == 2:
        return Mention("range", years[0], years[1]) if years[0] < years[1] else None
    return Mention("term", relative=_relative(text))


def since(text: str, years: list[int]) -> Mention | None:
    cut = re.sub(YEAR, " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    month = numbers[-1] if numbers else 0
    return Mention("since", _first(years), first=month) if years or 1 <= month <= 12 else None


def since_term(text: str, years: list[int]) -> Mention:
    # Until now, as of the year of the article, unless the years of the term are told beside it.
    return Mention("since", _first(years), relative="" if years else "now")


def part_so_far(text: str, years: list[int]) -> Mention:
    return Mention("month" if "tháng" in text else "quarter", relative="this")


def months(text: str, years: list[int]) -> Mention | None:
    numbers = [int(n) for n in re.findall(rf"(?<!\d)({MONTH})(?!\d)", re.sub(YEAR, " ", text))]
    if len(numbers) < 2:
        return None
    if len(years) == 2 and years[0] < years[1]:
        length = 12 * (years[1] - years[0]) + numbers[-1] - numbers[0] + 1
        return Mention("year_to", years[1], last=length)
    return Mention("months", years[-1] if years else None, first=numbers[0], last=numbers[-1])


def month(text: str, years: list[int]) -> Mention | None:
    found = re.search(rf"tháng\s+({MONTH})", text)
    if not found:
        return Mention("month", relative=_relative(text) or "this")
    form = (
        "as_of_month" if text.startswith(("đến", "tính đến", "tính tới", "tới", "hết")) else "month"
    )
    relative = "" if years or "năm" not in text else _relative(text)
    ends = form == "as_of_month" and re.search(r"(?:hết|cuối)\s+tháng", text) is not None
    return Mention(form, _first(years), first=int(found[1]), day=31 * ends, relative=relative)


CALLED_MONTHS = {
    "thanh niên": 3,
    "công nhân": 5,
    "hành động vì trẻ em": 6,
    "an toàn giao thông": 9,
}
"""Months that the whole country gives to one matter, by what they are called."""


def called_month(text: str, years: list[int]) -> Mention:
    month = next(CALLED_MONTHS[name] for name in CALLED_MONTHS if name in " ".join(text.split()))
    return Mention("month", _first(years), first=month)


def event(text: str, years: list[int]) -> Mention | None:
    """The month of a day on which something was done: Sáng 13/11."""
    numbers = [int(number) for number in re.findall(r"\d+", re.sub(YEAR, " ", text))]
    if len(numbers) < 2 or not 1 <= numbers[-1] <= 12:
        return None
    return Mention("event", _first(years), first=numbers[-1], day=numbers[0], relative="now")


def this_day(text: str, years: list[int]) -> Mention | None:
    """The day of the article or the one before, unless it is told: Sáng nay (13/11)."""
    numbers = [int(n) for n in re.findall(r"\d+", re.sub(rf"{YEAR}|{HOUR}", " ", text))]
    if len(numbers) < 2:
        return Mention("this_day", day=-int(text.endswith("qua")), relative="now")
    if not 1 <= numbers[1] <= 12:
        return None
    return Mention("this_day", _first(years), first=numbers[1], day=numbers[0], relative="now")


def this_week(text: str, years: list[int]) -> Mention:
    """Some days before the article: hôm thứ Tư vừa qua, tuần trước."""
    days = 7 * text.endswith("trước") or 3 * ("qua" in text or "rồi" in text)
    return Mention("this_week", day=-days, relative="now")


def years_ago(text: str, years: list[int]) -> Mention | None:
    found = re.search(rf"({COUNT})\s+năm$", text)
    number = _number(found[1]) if found else 0
    return Mention("years_ago", first=number, relative="ago") if number else None


def feast(text: str, years: list[int]) -> Mention:
    """The months of days off that are called by their date: dịp lễ 30/4 - 1/5."""
    numbers = [int(number) for number in re.findall(r"\d+", re.sub(YEAR, " ", text))]
    relative = "" if years or "năm" not in text else _relative(text)
    return Mention("months", _first(years), first=numbers[1], last=numbers[-1], relative=relative)


def today(text: str, years: list[int]) -> Mention:
    return Mention("today", day=-int(text.endswith("qua")), relative="now")


def first_months(text: str, years: list[int]) -> Mention | None:
    found = re.match(rf"({COUNT})\s+tháng", text)
    number = _number(found[1]) if found else 0
    if not 1 <= number <= 12:
        return None
    year = years[-1] if years else None
    relative = _relative(text) if re.search(r"năm (?:qua|trước|ngoái|nay)$", text) else ""
    if "cuối" in text:
        return Mention("months", year, first=13 - number, last=12, relative=relative)
    return Mention("months", year, first=1, last=number, relative=relative)


def week(text: str, years: list[int]) -> Mention | None:
    """The month in which most days of a week lie: tuần 43/2022."""
    found = re.search(r"tuần\s+(?:thứ\s+)?(\d{1,2})", text)
    number = int(found[1]) if found else 0
    if not years or not 1 <= number <= 52:
        return None
    return Mention("month", years[0], first=date.fromisocalendar(years[0], number, 4).month)


def first_quarters(text: str, years: list[int]) -> Mention | None:
    found = re.match(rf"({COUNT})\s+quý", text)
    last = 3 * _number(found[1]) if found else 0
    if not 3 <= last <= 12:
        return None
    relative = _relative(text) if re.search(r"năm (?:qua|trước|ngoái|nay)$", text) else ""
    first, last = (13 - last, 12) if "cuối" in text else (1, last)
    return Mention("months", _first(years), first=first, last=last, relative=relative)


def elapsed(text: str, years: list[int]) -> Mention | None:
    found = re.search(rf"({COUNT})\s+tháng", text)
    number = _number(found[1]) if found else 6 * text.startswith("nửa")
    return Mention("elapsed", first=1, last=number) if 2 <= number <= 12 else None


def half(text: str, years: list[int]) -> Mention:
    first, last = (7, 12) if "cuối" in text else (1, 6)
    relative = "this" if text.endswith("nay") else ""
    return Mention("months", _first(years), first=first, last=last, relative=relative)


def quarter(text: str, years: list[int]) -> Mention:
    found = re.search(rf"qu[ýí]\s+({ORDINAL})", text)
    number = _ordinal(found[1]) if found else 0
    if not found:
        return Mention("quarter", _first(years), relative=_relative(text) or "whole")
    if re.match(r"(?:(?:tính\s+)?(?:đến|tới)\s+)?(?:hết|cuối)\s", text):
        return Mention("as_of_month", _first(years), first=3 * (number or 4), day=31)
    return Mention("quarter", _first(years), first=number or 4)


def part_of_year(text: str, years: list[int]) -> Mention | None:
    """How accounts shorten a quarter or the first months: Q3/2024, QIII/2024, 1Q2024, 9T2023."""
    cut = re.sub(YEAR, " ", text)
    months = re.match(r"(\d{1,2})[tm]", cut)
    if months:
        last = int(months[1])
        return Mention("months", years[0], first=1, last=last) if 2 <= last <= 12 else None
    named = re.search(r"\d|i{1,3}v?", cut)
    return Mention("quarter", years[0], first=_ordinal(named[0])) if named else None


def day(text: str, years: list[int]) -> Mention | None:
    cut = re.sub(rf"{YEAR}|{HOUR}", " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    if len(numbers) < 2 or not (1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12):
        return None
    return Mention("as_of", _first(years), first=numbers[1], day=numbers[0])


def days(text: str, years: list[int]) -> Mention | None:
    cut = re.sub(YEAR, " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    if len(numbers) < 4 or not (1 <= numbers[1] <= 12 and 1 <= numbers[3] <= 12):
        return None
    if len(years) == 2 and years[0] != years[1]:
        length = 12 * (years[1] - years[0]) + numbers[3] - numbers[1]
        if length > 18:
            return Mention("range", years[0], years[1])
        return Mention("year_to", years[1], last=length + (numbers[2] - numbers[0] > 15))
    form = "days" if numbers[1] == numbers[3] else "months"
    return Mention(form, _first(years), first=numbers[1], last=numbers[3])


def year(text: str, years: list[int]) -> Mention:
    if years:
        return Mention("year", years[0])
    return Mention("year", relative="past" if text.startswith("nhìn") else _relative(text))


def years_past(text: str, years: list[int]) -> Mention | None:
    if len(years) == 2:
        return Mention("range", years[0], years[1])
    found = re.match(rf"({COUNT})\s+năm", text)
    number = _number(found[1]) if found else 0
    if number == 1:
        return Mention("year", relative="past")
    return Mention("years_past", first=number) if 2 <= number <= 30 else None


def now(text: str, years: list[int]) -> Mention:
    return Mention("year", relative="now")


def so_far(text: str, years: list[int]) -> Mention:
    # "Từ đầu năm" alone ends where what was told before did.
    last = 0 if re.search(r"đầu\s+năm$", text) and text.startswith(("từ", "tính")) else 12
    return Mention("year", _first(years), first=1, last=last, relative="" if years else "now")


def to_date(text: str, years: list[int]) -> Mention | None:
    if len(years) == 2 and years[0] < years[1]:
        return Mention("range", years[0], years[1])
    cut = re.sub(YEAR, " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    month = numbers[-1] if numbers else 0
    return Mention("months", _first(years), first=1, last=month) if 1 <= month <= 12 else None


def some_days(text: str, years: list[int]) -> Mention | None:
    numbers = [int(number) for number in re.findall(r"\d+", re.sub(YEAR, " ", text))]
    if len(numbers) < 3 or numbers[0] >= numbers[1] or not 1 <= numbers[2] <= 12:
        return None
    return Mention("days", _first(years), first=numbers[2], last=numbers[2])
