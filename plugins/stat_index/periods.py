"""Periods as the index sorts, compares and names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

_FORM = re.compile(
    r"(?P<first>\d{4})"
    r"(?:-(?P<half>H[12])"
    r"|-(?P<quarter>Q[1-4])"
    r"|-(?P<day>(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"|-(?P<span>(?:0[1-9]|1[0-2])\.\.(?:0[1-9]|1[0-2]))"
    r"|-(?P<last>\d{4})(?:-(?P<semester>HK[123]))?"
    r"|-(?P<month>0[1-9]|1[0-2]))?",
    re.ASCII,
)
_ROMAN = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}
_ORDER = "A H Q M C D N K T"


@dataclass(frozen=True, slots=True)
class Period:
    """One period and the line of periods that it may be compared along."""

    text: str
    """As `figures` writes it: 2023, 2023-H1, 2013-01..08, 2015-2020, 2022-06-30…"""
    year: int
    """The year whose column it stands in: the last one that it covers."""
    frequency: str
    """Periods of one frequency make one series. A year (A), a half (H1, H2), a quarter
    (Q1…Q4), a month (M01…), months added up (C01-08), a day (D), a school year (N),
    a semester (K1, K2), a term or stage of several years (T).

    Terms are one frequency however long they are: 2015–2020 and 2016–2020 are both called
    five years, so the text does not say which are equally long. Like days they follow one
    another, and none is compared with the one before it."""
    label: str
    """As a reader sees it."""

    @property
    def before(self) -> str | None:
        """The same period one year earlier; None where there is no such thing."""
        if self.frequency[0] in "DT":
            return None
        return _a_year_before(self.text)

    @property
    def years(self) -> str:
        """Those that it covers: `2022`, `2021–2022`."""
        return "–".join(dict.fromkeys(re.findall(r"\d{4}", self.text)))

    @property
    def months(self) -> tuple[str, str]:
        """The first and the last that it may touch, as `2023-01`: terms touch all of their years."""
        first, last = "01", "12"
        match self.frequency[0]:
            case "H":
                first, last = ("01", "06") if self.frequency == "H1" else ("07", "12")
            case "Q":
                number = int(self.frequency[1])
                first, last = f"{3 * number - 2:02d}", f"{3 * number:02d}"
            case "M":
                first = last = self.frequency[1:]
            case "C":
                first, last = self.frequency[1:].split("-")
            case "D":
                first = last = self.text[5:7]
        return f"{self.text[:4]}-{first}", f"{self.year}-{last}"

    def meets(self, other: Period) -> bool:
        """Whether any month may belong to both."""
        (first, last), (begin, end) = self.months, other.months
        return first <= end and begin <= last

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Oldest first."""
        return self.year, _ORDER.index(self.frequency[0]), self.text


@cache
def _a_year_before(text: str) -> str:
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), text)


@cache
def parse_period(text: str) -> Period | None:
    """The period that `text` names; None when it has no form of the guideline (section 5)."""
    match = _FORM.fullmatch(text)
    if not match:
        return None
    first, last = match["first"], match["last"] or match["first"]
    if int(last) < int(first) or not _is_real(match):
        return None
    frequency, label = _described(match, first, last)
    return Period(text, int(last), frequency, label)


def _is_real(match: re.Match[str]) -> bool:
    """Whether the calendar has its day, its months come one after the other, its school year is one."""
    if match["day"]:
        return _has_day(match[0])
    if match["span"]:
        begin, end = match["span"].split("..")
        return begin <= end
    return not match["semester"] or int(match["last"]) - int(match["first"]) == 1


def _has_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _described(match: re.Match[str], first: str, last: str) -> tuple[str, str]:
    """Frequency and label."""
    if half := match["half"]:
        return half, f"6 tháng {'đầu' if half == 'H1' else 'cuối'} năm {first}"
    if quarter := match["quarter"]:
        return quarter, f"quý {_ROMAN[quarter]}/{first}"
    if day := match["day"]:
        month, number = day.split("-")
        return "D", f"ngày {int(number)}/{int(month)}/{first}"
    if span := match["span"]:
        begin, end = span.split("..")
        return f"C{begin}-{end}", f"tháng {int(begin)}–{int(end)}/{first}"
    if semester := match["semester"]:
        return f"K{semester[-1]}", f"học kỳ {semester[-1]}, {first}–{last}"
    if match["last"]:
        if int(last) - int(first) == 1:
            return "N", f"năm học {first}–{last}"
        return "T", f"{first}–{last}"
    if month := match["month"]:
        return f"M{month}", f"tháng {int(month)}/{first}"
    return "A", first


def frequency_label(frequency: str) -> str:
    """What a row of this frequency is called, empty for whole years."""
    names = {
        "A": "",
        "H1": "6 tháng đầu năm",
        "H2": "6 tháng cuối năm",
        "D": "tại một ngày",
        "N": "năm học",
        "K1": "học kỳ 1",
        "K2": "học kỳ 2",
        "K3": "học kỳ 3",
        "T": "theo giai đoạn",
    }
    if frequency in names:
        return names[frequency]
    kind, rest = frequency[0], frequency[1:]
    if kind == "Q":
        return f"quý {_ROMAN[frequency]}"
    if kind == "M":
        return f"tháng {int(rest)}"
    begin, end = rest.split("-")
    return f"cộng dồn tháng {int(begin)}–{int(end)}"
