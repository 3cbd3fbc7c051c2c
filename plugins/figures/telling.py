"""Which stretches of text can tell a figure or a period, found without making tokens.

Most sentences of a report tell neither. What is passed over here would have
given no number, no period and no code; a stretch too many only costs time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from figures import lexicon as lx
from figures.number_words import GOVERNED_DIGITS, WEAK_DIGITS
from figures.period_forms import STARTERS, period_at

_TIMES = ("năm", "tháng", "quý", "kỳ", "khóa", "khoá", "nay", "hiện")
_COUNTS = ("hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "chục", "vạn", "nghìn", "ngàn", "triệu", "tỷ", "tỉ")  # fmt: skip
_NEAR = 40
"""How many characters before a numeral are looked at for the word before it."""
_DIGIT = re.compile(r"\d")


def _any(words: Iterable[str], inside: str = r"[^\W\d_]") -> str:
    """A pattern of whole words; `inside` is what no word may stand next to.

    Grouped by first letter, so that the search passes quickly over all others.
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(words, reverse=True):
        tails.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    groups = (f"{first}(?<!{inside}{first})(?:{'|'.join(rest)})" for first, rest in tails.items())
    return f"(?:{'|'.join(groups)})(?!{inside})"


_TELLING = re.compile(_any((*_TIMES, *_COUNTS), r"\w"))
_STARTER = re.compile(_any(STARTERS))


def is_read(low: str, start: int, end: int) -> bool:
    """Whether a sentence is read at all: it has digits, numerals or words of time, or leads in."""
    return (
        _DIGIT.search(low, start, end) is not None
        or _TELLING.search(low, start, end) is not None
        or low[end - 1 : end] == ":"
    )


def names_number(low: str, start: int, end: int) -> bool:
    """Whether digits, or a numeral in words before what it counts, may stand there, or a link."""
    return (
        _DIGIT.search(low, start, end) is not None
        or any(_counts(low, start, match) for match in _counting().finditer(low, start, end))
        or low.find("http", start, end) >= 0
        or low.find("www", start, end) >= 0
    )


def _counts(low: str, start: int, match: re.Match[str]) -> bool:
    """Whether a numeral before something counted may be meant as one; most of "một" are not."""
    if f"{match['numeral']} {match['counted']}" in lx.entries():
        return False
    if match["numeral"] not in WEAK_DIGITS or match["counted"] == "tháng":
        return True
    near = max(start, match.start() - _NEAR)
    before = low[near : match.start()].rstrip()
    if not before:
        return near > start
    if not before[-1].isalpha():
        return match["numeral"] == "năm" and before.endswith(",")
    return match["numeral"] in GOVERNED_DIGITS or before.endswith(_numerals())


def names_period(low: str, start: int, end: int) -> bool:
    """Whether a period may stand there."""
    return any(
        period_at(match[0], low, match.start(), end) for match in _STARTER.finditer(low, start, end)
    ) or any(period_at("0", low, match.start(), end) for match in _DIGIT.finditer(low, start, end))


@cache
def _numerals() -> tuple[str, ...]:
    return tuple(word for word, entry in lx.spelled() if entry.tags & lx.NUMERAL_WORD)


@cache
def _counting() -> re.Pattern[str]:
    """A numeral in words, right before the first syllable or the sign of something counted."""
    counted = {"tháng"}
    for spelling, entry in lx.spelled():
        if entry.tags & (lx.NOUN | lx.MEASURE):
            counted |= set(re.findall(r"^(?:[^\W\d_]+|\W)", spelling))
    signs = "".join(re.escape(word) for word in counted if not word.isalpha())
    words = _any(word for word in counted if word.isalpha())
    return re.compile(rf"(?P<numeral>{_any(_numerals())})(?=\s*(?P<counted>{words}|[{signs}]))")
