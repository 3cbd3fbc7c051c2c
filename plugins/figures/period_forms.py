"""How reports name a period, as records: a pattern over lower-case text and what it means.

The patterns join into `PERIOD`, which the scanner uses; `mention` then finds
the record that matches a span and lets it produce a `Mention`, or refuse.
Guideline section 5.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

_Y = r"(?:19|20)\d\d(?![\d.,]\d|\d)"
_M = r"(?:1[0-2]|0?[1-9])(?!\d|\.\d{3}(?!\d)|,\d)"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_DASH = r"\s*[-–—]\s*"
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
          "tám": 8, "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10}  # fmt: skip
_N = rf"(?:{'|'.join(_WORDS)}|\d{{1,2}})"
_NUMBERS = " ".join(["0", *(word.split()[0] for word in _WORDS)])
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "đầu": 1,
          "nhất": 1, "tư": 4, "cuối": 0, "thứ nhất": 1, "thứ hai": 2}  # fmt: skip
_ORDINAL = r"(?:iv|i{1,3}|[1-4]|thứ\s+nhất|thứ\s+hai|một|hai|ba|tư|bốn|đầu|cuối|nhất)(?!\w)"
_OF_YEAR = rf"(?:\s*[/,.-]?\s*(?:của\s+)?(?:năm\s+)?(?:{_Y})|\s+năm\s+nay(?!\w))"
_RANGE = rf"(?:{_Y}){_DASH}(?:{_Y})"
_SCHOOL = rf"(?:{_Y})\s*[-–—/]\s*(?:{_Y})"
_DATE = rf"(?:{_D}\s?[/.-]\s?{_M}(?:\s?[/.-]\s?(?:{_Y}))?|{_D}\s+tháng\s+{_M}(?:\s*[/,]?\s*(?:năm\s+)?(?:{_Y}))?)"


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
    relative: str = ""
    """this, whole, past, before, next or now: what the year of the article must tell."""


@dataclass(frozen=True, slots=True)
class PeriodForm:
    """One way to name a period."""

    name: str
    pattern: str
    produce: Callable[[str, list[int]], Mention | None]
    """From the text and the years in it."""
    examples: tuple[str, ...]
    starts: str
    """The words with which it may begin; 0 stands for any digit."""


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS.get(" ".join(text.split()), 0)


def _relative(text: str) -> str:
    if re.search(r"(?:tới|sau|mới|tiếp theo)\s*$", text):
        return "next"
    if re.search(r"(?:qua|rồi)\s*$", text):
        return "past"
    if re.search(r"(?:trước|ngoái)\s*$", text):
        return "before"
    if re.search(r"(?:nay|này)\s*$", text):
        return "this"
    return "whole" if text.endswith("năm") else ""


def _first(years: list[int]) -> int | None:
    return years[0] if years else None


def _semester(text: str, years: list[int]) -> Mention:
    found = re.search(rf"(?:k[ỳì]|hk)\s*({_ORDINAL})", text)
    number = _ordinal(found[1]) if found else 1
    return Mention("semester", _first(years), years[-1] if years else None, first=number or 2)


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.get(" ".join(text.split()), 0)


def _school_year(text: str, years: list[int]) -> Mention:
    if years:
        return Mention("range", years[0], years[-1])
    return Mention("school_year", relative=_relative(text))


def _term(text: str, years: list[int]) -> Mention | None:
    if len(years) == 2:
        return Mention("range", years[0], years[1]) if years[0] < years[1] else None
    return Mention("term", relative=_relative(text))


def _since(text: str, years: list[int]) -> Mention:
    return Mention("since", years[0])


def _months(text: str, years: list[int]) -> Mention | None:
    numbers = [int(n) for n in re.findall(rf"(?<!\d)({_M})(?!\d)", re.sub(_Y, " ", text))]
    if len(numbers) < 2:
        return None
    return Mention("months", years[-1] if years else None, first=numbers[0], last=numbers[-1])


def _month(text: str, years: list[int]) -> Mention | None:
    found = re.search(rf"tháng\s+({_M})", text)
    if not found:
        return Mention("month", relative=_relative(text) or "this")
    form = "as_of_month" if text.startswith(("đến", "tính đến", "tới")) else "month"
    relative = "" if years or "năm" not in text else _relative(text)
    return Mention(form, _first(years), first=int(found[1]), relative=relative)


def _first_months(text: str, years: list[int]) -> Mention | None:
    found = re.match(rf"({_N})\s+tháng", text)
    number = _number(found[1]) if found else 0
    if not 1 <= number <= 12:
        return None
    year = years[-1] if years else None
    relative = _relative(text) if re.search(r"năm (?:qua|trước|ngoái|nay)$", text) else ""
    if "cuối" in text:
        return Mention("months", year, first=13 - number, last=12, relative=relative)
    return Mention("months", year, first=1, last=number, relative=relative)


def _elapsed(text: str, years: list[int]) -> Mention | None:
    found = re.search(rf"({_N})\s+tháng", text)
    number = _number(found[1]) if found else 6 * text.startswith("nửa")
    return Mention("elapsed", first=1, last=number) if 2 <= number <= 12 else None


def _half(text: str, years: list[int]) -> Mention:
    first, last = (7, 12) if "cuối" in text else (1, 6)
    return Mention("months", _first(years), first=first, last=last)


def _quarter(text: str, years: list[int]) -> Mention:
    found = re.search(rf"qu[ýí]\s+({_ORDINAL})", text)
    number = _ordinal(found[1]) if found else 0
    if not found:
        return Mention("quarter", _first(years), relative=_relative(text))
    return Mention("quarter", _first(years), first=number or 4)


def _day(text: str, years: list[int]) -> Mention | None:
    cut = re.sub(rf"{_Y}|0\s+giờ", " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    if len(numbers) < 2 or not (1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12):
        return None
    return Mention("as_of", _first(years), first=numbers[1], day=numbers[0])


def _days(text: str, years: list[int]) -> Mention | None:
    cut = re.sub(_Y, " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    if len(numbers) < 4 or not (1 <= numbers[1] <= 12 and 1 <= numbers[3] <= 12):
        return None
    if len(years) == 2 and years[0] != years[1]:
        return Mention("year_to", years[1])
    form = "days" if numbers[1] == numbers[3] else "months"
    return Mention(form, _first(years), first=numbers[1], last=numbers[3])


def _year(text: str, years: list[int]) -> Mention:
    if years:
        return Mention("year", years[0])
    return Mention("year", relative=_relative(text))


def _years_past(text: str, years: list[int]) -> Mention | None:
    if len(years) == 2:
        return Mention("range", years[0], years[1])
    found = re.match(rf"({_N})\s+năm", text)
    number = _number(found[1]) if found else 0
    return Mention("years_past", first=number) if 2 <= number <= 30 else None


def _now(text: str, years: list[int]) -> Mention:
    return Mention("year", relative="now")


def _to_date(text: str, years: list[int]) -> Mention | None:
    cut = re.sub(_Y, " ", text)
    numbers = [int(number) for number in re.findall(r"\d+", cut)]
    month = numbers[-1] if numbers else 0
    return Mention("months", _first(years), first=1, last=month) if 1 <= month <= 12 else None


def _some_days(text: str, years: list[int]) -> Mention | None:
    numbers = [int(number) for number in re.findall(r"\d+", re.sub(_Y, " ", text))]
    if len(numbers) < 3 or numbers[0] >= numbers[1] or not 1 <= numbers[2] <= 12:
        return None
    return Mention("year", _first(years), relative="" if years else "now")


FORMS: tuple[PeriodForm, ...] = (
    PeriodForm(
        "year_so_far",
        rf"(?:tính\s+)?từ\s+đầu\s+năm(?:\s+{_Y})?\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:tháng\s+{_M}(?:\s*[/.-]\s*{_Y})?|(?:ngày\s+)?{_DATE})",
        _to_date,
        ("từ đầu năm đến hết tháng 6", "tính từ đầu năm đến ngày 30/9/2022"),
        starts="tính từ",
    ),
    PeriodForm(
        "some_days",
        rf"từ\s+(?:ngày\s+)?{_D}\s*(?:đến|tới|[-–])\s*(?:hết\s+)?(?:ngày\s+)?{_D}\s?[/.-]\s?{_M}(?!\d)(?:\s?[/.-]\s?{_Y})?",
        _some_days,
        ("từ 5 đến 7/7", "từ ngày 10 đến 15/6/2023"),
        starts="từ",
    ),
    PeriodForm(
        "semester",
        rf"(?:học\s+k[ỳì]|hk)\s*{_ORDINAL}(?:\s*[,(/-]?\s*(?:của\s+)?(?:năm\s+học\s+)?{_SCHOOL})?",
        _semester,
        ("học kỳ I năm học 2022-2023", "học kỳ đầu (2020-2021)"),
        starts="học hk",
    ),
    PeriodForm(
        "school_year",
        rf"(?:năm\s+học|niên\s+khóa|niên\s+khoá)\s+(?:{_SCHOOL}|(?:vừa\s+qua|này|nay|qua|mới|tới|trước)(?!\w))",
        _school_year,
        ("năm học 2023-2024", "năm học này"),
        starts="năm niên",
    ),
    PeriodForm(
        "term",
        rf"(?:trong\s+)?(?:(?:nhiệm\s+kỳ|niên\s+vụ|khóa|khoá|giai\s+đoạn|thời\s+kỳ|năm|các\s+năm|thời\s+gian)\s+)?\(?{_RANGE}\)?"
        rf"|(?:từ\s+)?(?:năm\s+)?{_Y}\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?{_Y}"
        r"|(?:cuối|hết|trong|cả|suốt)\s+nhiệm\s+kỳ(?=$|\s*[,;.:]|\s+\d|\s+(?:đạt|còn|dưới|trên|giảm|tăng)(?!\w))"
        r"|(?:nhiệm\s+kỳ|khóa|khoá)\s+(?:vừa\s+qua|vừa\s+rồi|này|qua|mới|tới|trước)(?!\w)",
        _term,
        ("nhiệm kỳ 2020-2025", "từ năm 2015 đến 2020", "nhiệm kỳ qua"),
        starts="0 trong nhiệm niên khóa khoá giai thời năm các từ cuối hết cả suốt",
    ),
    PeriodForm(
        "since",
        rf"từ\s+(?:đầu\s+)?(?:năm\s+)?{_Y}\s+(?:đến|tới)\s+nay",
        _since,
        ("từ năm 2018 đến nay",),
        starts="từ",
    ),
    PeriodForm(
        "year_to_date",
        r"từ\s+đầu\s+năm\s+(?:đến|tới)\s+nay|từ\s+đầu\s+năm(?!\w)",
        _now,
        ("từ đầu năm đến nay",),
        starts="từ",
    ),
    PeriodForm(
        "days",
        rf"(?:từ\s+)?(?:ngày\s+)?{_DATE}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_DATE}",
        _days,
        ("từ 1-10-2022 đến 31-3-2023", "từ ngày 15/12/2022 đến ngày 14/6/2023"),
        starts="0 từ ngày",
    ),
    PeriodForm(
        "months",
        rf"(?:từ\s+)?tháng\s+{_M}(?:\s*[/.-]\s*(?:{_Y})|\s+năm\s+(?:{_Y}))?\s*(?:đến|tới|và|[-–])\s*(?:hết\s+)?(?:tháng\s+)?{_M}(?![/.]\s?{_M}[/.])(?:\s*[/.-]\s*(?:{_Y})|\s+năm\s+(?:{_Y}))?",
        _months,
        ("từ tháng 3 đến tháng 4 năm 2017", "tháng 3-4/2017"),
        starts="từ tháng",
    ),
    PeriodForm(
        "as_of",
        rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:thời\s+điểm\s+)?(?:ngày\s+)?|(?:tại\s+)?(?:thời\s+điểm|mốc)\s+(?:0\s+giờ\s+)?(?:ngày\s+)?){_DATE}",
        _day,
        (
            "tính đến 30/6/2019",
            "đến hết ngày 31/12/2022",
            "tại thời điểm 30/4/2022",
            "tại thời điểm 0 giờ ngày 1/4/2019",
        ),
        starts="tính đến tới tại thời mốc",
    ),
    PeriodForm(
        "month",
        rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?|trong\s+)?tháng\s+(?:{_M}(?:\s*[/.-]\s*(?:{_Y})|\s+(?:của\s+)?năm\s+(?:{_Y}|(?:nay|qua|ngoái|trước)(?!\w)))?(?!\s*[/-]\s*\d)|(?:vừa\s+qua|này|qua|trước)(?!\w))"
        rf"|trong\s+tháng(?!\s*\d|\s+{_M}|\w|\s+(?:tới|sau|cao|hành|thanh|công|an)(?!\w))"
        rf"|(?<=/){_M}/{_Y}",
        _month,
        ("tháng 7/2023", "tháng 7", "đến hết tháng 8"),
        starts="0 tính đến tới trong tháng",
    ),
    PeriodForm(
        "first_months",
        rf"{_N}\s+tháng\s+(?:(?:đầu|cuối)(?:\s+(?:của\s+)?năm(?:\s+(?:học\s+)?(?:{_SCHOOL}|{_Y}|nay|qua|trước)(?!\w))?)?|(?:của\s+)?năm\s+(?:{_Y}|nay|qua)|qua(?!\w))(?:\s*/\s*(?:{_Y}))?"
        rf"|{_N}\s+tháng\s*/?\s*{_Y}",
        _first_months,
        ("6 tháng đầu năm 2023", "9 tháng năm 2023", "ba tháng đầu năm"),
        starts=_NUMBERS,
    ),
    PeriodForm(
        "elapsed_months",
        rf"nửa\s+năm\s+(?:vừa\s+)?qua(?!\w)|(?:sau|trong|qua|hết)\s+{_N}\s+tháng(?=\s*,|$|\s+(?:thực\s+hiện|triển\s+khai))"
        rf"|{_N}\s+tháng(?=$|\s+(?:mới|đã|ước|đạt)(?!\w)|\s+[\d.,]+\s*(?:nghìn|triệu|tỷ|tỉ|tấn|ha|lượt|lớp)(?!\w))",
        _elapsed,
        ("sau 9 tháng", "trong 10 tháng", "nửa năm qua"),
        starts=_NUMBERS + " sau trong qua hết nửa",
    ),
    PeriodForm(
        "half",
        rf"nửa\s+(?:đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?:{_Y}|nay)(?!\w))?|nửa\s+năm\s+(?:đầu|cuối)(?:\s+(?:{_Y}))?",
        _half,
        ("nửa đầu năm 2019",),
        starts="nửa",
    ),
    PeriodForm(
        "quarter",
        rf"(?:trong\s+|(?:(?:tính\s+)?(?:đến|tới)\s+)?(?:hết\s+|cuối\s+)?)qu[ýí]\s+(?:{_ORDINAL}(?!\s+(?:lần|kỳ|buổi|cuộc)(?!\w))(?:{_OF_YEAR}|\s+năm(?!\w))?|(?:này|qua|vừa\s+qua|trước)(?!\w))|trong\s+quý(?!\w)",
        _quarter,
        ("quý III/2023", "quý đầu năm"),
        starts="trong tính đến tới hết cuối quý quí",
    ),
    PeriodForm(
        "years_past",
        rf"{_N}\s+năm\s+(?:vừa\s+qua|qua)(?!\w)(?:\s*\(?{_RANGE}\)?)?|{_N}\s+năm\s*\(?{_RANGE}\)?",
        _years_past,
        ("5 năm qua", "5 năm (2016-2020)"),
        starts=_NUMBERS,
    ),
    PeriodForm(
        "year",
        rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?|cả\s+|trong\s+|đầu\s+|cuối\s+|niên\s+độ\s+)?(?:năm|niên\s+độ)\s+(?:{_Y}(?!\s*[-–/]\s*{_Y})|(?:vừa\s+qua|nay|này|qua|ngoái|trước|tới|sau)(?!\w))"
        rf"|niên\s+độ\s+{_Y}"
        rf"|(?:trong|cả)\s+năm(?!\s+(?:học|{_Y}|một|hai|ba|bốn|sáu)(?!\w))(?!\w)|(?<=\(){_Y}(?=\))",
        _year,
        ("năm 2023", "cả năm", "năm qua", "niên độ 2021"),
        starts="0 tính đến tới cả trong đầu cuối niên năm",
    ),
    PeriodForm(
        "now",
        r"(?<!trước\s)(?:tính\s+)?(?:đến|tới)\s+(?:nay|thời\s+điểm\s+(?:này|hiện\s+tại|hiện\s+nay))(?!\w)|hiện\s+(?:nay|có|tại|đang)(?!\w)|hiện(?!\w|\s+(?:đại|thực|trạng|tượng|vật|trường|hành|hữu|thân|hình|diện|sinh|kim|đúng))",
        _now,
        ("đến nay", "hiện có"),
        starts="tính đến tới hiện",
    ),
)

PERIOD = "(?<!\\w)(?:" + "|".join(form.pattern for form in FORMS) + ")"
"""Any of them."""
STARTERS = frozenset(word for form in FORMS for word in form.starts.split()) - {"0"}
"""The words with which a period may begin; any digit may, too."""


@cache
def starting_with(word: str) -> str:
    """The pattern of the periods that may begin with `word`, or with a digit for 0."""
    forms = (form.pattern for form in FORMS if word in form.starts.split())
    return "(?<!\\w)(?:" + "|".join(forms) + ")"


@cache
def _matching(word: str) -> Callable[[str, int, int], re.Match[str] | None]:
    return re.compile(starting_with(word)).match


def period_at(word: str, low: str, start: int, end: int) -> re.Match[str] | None:
    """The period that begins at `start` with the starter `word`, or with a digit for 0."""
    return _matching(word)(low, start, end)


_COMPILED = tuple((form, re.compile(form.pattern)) for form in FORMS)
_YEAR = re.compile(_Y)


@cache
def _readers(word: str) -> list[tuple[PeriodForm, re.Pattern[str]]]:
    """The forms that may begin with `word`; all of them for none."""
    return [known for known in _COMPILED if not word or word in known[0].starts.split()]


@lru_cache(maxsize=4096)
def mention(text: str) -> Mention | None:
    """What the matched `text` says about a period; None when it is no period after all."""
    years = [int(year) for year in _YEAR.findall(text)]
    first = "0" if text[:1].isdecimal() else text.partition(" ")[0]
    for form, pattern in _readers(first if first == "0" or first in STARTERS else ""):
        if pattern.fullmatch(text):
            return form.produce(text, years)
    return None
