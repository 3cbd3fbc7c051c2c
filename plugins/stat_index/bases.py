"""With what a share or a change is compared, as far as series tell it apart.

*Đạt 47,5% dự toán, bằng 92,8% so với cùng kỳ*: two facts. What nobody says, and what everybody means,
needs no words: a share is one of the plan or the whole, a change is one since the year before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from stat_index.periods import Period, parse_period

_YEAR_BEFORE = "cùng kỳ năm trước"
_PLAN = "kế hoạch"
_YEAR_START = "đầu năm"
_PLANS = re.compile(
    r"(?:kế hoạch|kh|chỉ tiêu|ct|dự toán|dt|nghị quyết|mục tiêu|tiến độ|phương án|thiết kế|hợp đồng)\b"
)
_SAME_TIME = re.compile(r"\b(?:cùng|(?:năm|kỳ|năm học) (?:trước|ngoái)|năm ngoái|ck|svck)\b")
_JUST_BEFORE = re.compile(r"(?:tháng|quý|tuần|nhiệm kỳ|học kỳ|vụ|đợt) trước\b")
_STARTS = re.compile(r"đầu (?:năm|nhiệm kỳ|kỳ|quý|tháng|giai đoạn)\b")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTH = re.compile(r"(?:tháng |(?<=\d/))(\d{1,2})\b")
_QUARTER = re.compile(r"quý (iv|i{1,3}|[1-4])\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@lru_cache(maxsize=4_096)
def base_told(kind: str, base: str, period: str) -> str:
    """What the series of a ratio or a change says of its base; empty for what goes without saying."""
    placed = parse_period(period)
    if kind not in ("ratio", "change") or placed is None:
        return ""
    told = _told(" ".join(base.lower().split()).removeprefix("so ").removeprefix("với "), placed)
    return "" if told == (_PLAN if kind == "ratio" else _YEAR_BEFORE) else told


def _told(base: str, period: Period) -> str:
    """A base in the words of the index; empty where they do not tell a plan or a time."""
    if _PLANS.match(base):
        return _PLAN
    if found := _JUST_BEFORE.match(base) or _STARTS.match(base):
        words = found[0]
        return _YEAR_BEFORE if words == "nhiệm kỳ trước" else words
    if _SAME_TIME.search(base):
        return _YEAR_BEFORE
    years = _YEARS.findall(base)
    year = int(years[0]) if years else 0
    return _step(base, year, period) or _of_year(base, year, period)


def _step(base: str, year: int, period: Period) -> str:
    """The month or the quarter before: tháng 9/2023 of October."""
    of_year = year or period.year
    for pattern, sign, words, count in ((_MONTH, "M", "tháng trước", 12), (_QUARTER, "Q", "quý trước", 4)):  # fmt: skip
        found = pattern.search(base)
        if found is None or not period.frequency.startswith(sign):
            continue
        then = int(_QUARTERS.get(found[1], 0) or found[1]) + count * of_year
        now = int(period.frequency[1:]) + count * period.year
        return {1: words, count: _YEAR_BEFORE}.get(now - then, "")
    return ""


def _of_year(base: str, year: int, period: Period) -> str:
    if not year:
        return ""
    first = int(period.text[:4])
    if re.search(r"cuối năm|tháng 12\b|31/12", base) and year == first - 1:
        return _YEAR_START
    if re.match(r"0?1/0?1/", base) and year == first:
        return _YEAR_START
    if year == first - 1:
        return _YEAR_BEFORE
    return f"năm {year}" if year < first else ""
