"""Which stretches of text can tell a figure or a period, found without making tokens.

Most sentences of a report tell neither. What is passed over here would have
given no number, no period and no code; a stretch too many only costs time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from unicodedata import decimal

from figures.text import lexicon as lx
from figures.text.number_words import GOVERNED_DIGITS, LATER_DIGITS, WEAK_DIGITS
from figures.text.period_forms import DATED_STARTERS, FOLLOWERS, STARTERS, matching

READ, NUMBERED = 1, 2
"""What `tells` may say of a stretch."""
_BOTH = READ | NUMBERED

_TIMES = ("năm", "tháng", "quý", "kỳ", "khóa", "khoá", "nay", "hiện")
_COUNTS = ("hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "chục", "vạn", "nghìn", "ngàn", "triệu", "tỷ", "tỉ")  # fmt: skip
_TELLING = frozenset((*_TIMES, *_COUNTS))
_LATER = frozenset({"linh", "lẻ", "rưỡi", "tr", "trđ", "trđồng", "ngđ", "tỷđ"})
"""Numerals that say something only behind another."""
_NEAR = 40
"""How many characters before a numeral are looked at for the word before it."""
_DIGIT = re.compile(r"\d")
_NOUGHTS = (code - decimal(chr(code)) for code in range(0, 0x10000, 10) if chr(code).isdecimal())
"""Unicode has ten digits of a script in a row, of which the code of one ends in a nought."""
_DIGITS = "".join(f"{chr(nought)}-{chr(nought + 9)}" for nought in _NOUGHTS)
_ANY_DIGIT = re.compile(f"[{_DIGITS}\U0001d7ce-\U0001d7ff]")
"""The same but for scripts beyond the first plane; a set of characters is searched in half the time."""
_LETTER = r"[^\W\d_]"


class Words:
    """Finds whole words, each by its rarest letter: most letters of a text begin some word."""

    def __init__(self, words: Iterable[str], followers: Mapping[str, str] | None = None) -> None:
        """`followers` are the letters with which alone the next word may begin, of some words."""
        self._found: list[tuple[str, int]] = [("", 0)]
        """Each word, and where its letter stands in it, by the empty group behind its pattern."""
        branches = []
        for letter, placed in _by_letter(words).items():
            tails = []
            for word, at in placed:
                whole, found = re.escape(word), re.escape(word[at + 1 :])
                found += f"(?<={whole})(?!{_LETTER})(?<!{_LETTER}{whole})()"
                if followers and word in followers:
                    found += rf"(?=\s+[{followers[word]}])"
                tails.append(found)
                self._found.append((word, at))
            branches.append(f"{re.escape(letter)}(?:{'|'.join(tails)})")
        self.pattern = "|".join(branches)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def within(self, low: str, start: int, end: int) -> list[tuple[str, int]]:
        """Each of the words in `low[start:end]`, and where it begins."""
        found = []
        for match in self._compiled.finditer(low, start, end):
            word, at = self._found[match.lastindex or 0]
            begin = match.start() - at
            if begin >= start:
                found.append((word, begin))
        return found


def _by_letter(words: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """Few and rare letters of which each word has one: the words with each, and where it stands."""
    seen = _letters()
    placed: dict[str, list[tuple[str, int]]] = {}
    for word in sorted(sorted(words), key=lambda word: -min(seen[letter] for letter in word)):
        at = min(range(len(word)), key=lambda at: (word[at] not in placed, seen[word[at]]))
        placed.setdefault(word[at], []).append((word, at))
    return placed


@cache
def _letters() -> Counter[str]:
    """How often the lexicon has each letter."""
    return Counter("".join(spelling for spelling, _ in lx.spelled()))


def tells(low: str, start: int, end: int) -> int:
    """READ for a sentence worth reading, NUMBERED where a number may stand there; 0 for neither.

    A sentence is read if it has digits, numerals or words of time, or leads in.
    Digits, numerals in words before what they count, and links may be numbers.
    """
    if _ANY_DIGIT.search(low, start, end):
        return _BOTH
    said = READ if low[end - 1 : end] == ":" else 0
    for rare, link in _LINKS:
        if low.find(rare, start, end) >= 0 and low.find(link, start, end) >= 0:
            said |= NUMBERED
    for word, at in _COUNTING.within(low, start, end):
        if said != _BOTH:
            said |= _says(low, start, end, word, at)
    return said


def each_tells(lows: Sequence[str]) -> list[int]:
    """What `tells` says of each of the texts of a document; those without digits are searched
    as one text.
    """
    told = [_BOTH if _ANY_DIGIT.search(low) else READ if low.endswith(":") else 0 for low in lows]
    quiet = [index for index, said in enumerate(told) if said != _BOTH]
    whole = "\n".join([lows[index] for index in quiet])
    for rare, link in _LINKS:
        if rare in whole and link in whole:
            for index in quiet:
                if rare in lows[index] and link in lows[index]:
                    told[index] |= NUMBERED
    start, end, rest = 0, -1, iter(quiet)
    for word, at in _COUNTING.within(whole, 0, len(whole)):
        while at > end:
            index = next(rest)
            start, end = end + 1, end + 1 + len(lows[index])
        if told[index] != _BOTH:
            told[index] |= _says(whole, start, end, word, at)
    return told


def _says(low: str, start: int, end: int, word: str, at: int) -> int:
    """What one of the words of time and of the numerals makes `tells` say."""
    said = READ if word in _TELLING else 0
    if word in _NUMERALS and _counts(low, start, end, word, at):
        said |= NUMBERED
    return said


def _counts(low: str, start: int, end: int, numeral: str, at: int) -> bool:
    """Whether a numeral before something counted may be meant as one; most of "một" are not.

    So may one before other numerals: hai | trăm linh ba hộ.
    """
    follower = _FOLLOWER.match(low, at + len(numeral), end)
    counted = follower[1] if follower else ""
    last = numeral
    for _ in range(_LONGEST):
        if not follower or counted not in _NUMERALS:
            break
        if counted in _COUNTED and f"{last} {counted}" not in lx.entries():
            break
        last, follower = counted, _FOLLOWER.match(low, follower.end(), end)
        counted = follower[1] if follower else ""
    if counted not in _COUNTED or f"{last} {counted}" in lx.entries():
        return False
    if last is not numeral or numeral not in WEAK_DIGITS or counted == "tháng":
        return True
    near = max(start, at - _NEAR)
    before = low[near:at].rstrip()
    if not before:
        return near > start
    if not before[-1].isalpha():
        return numeral == "năm" and before.endswith(",")
    return numeral in GOVERNED_DIGITS or before.endswith(_ANY_NUMERAL)


_LONGEST = 32
"""Numerals in a row behind which nobody looks for what they count: the last of them tell that."""
_FOLLOWER = re.compile(r"\s*+([^\W\d_]++|\W)")
"""The word or the sign behind a numeral."""


def names_period(low: str, start: int, end: int) -> bool:
    """Whether a period may stand there."""
    words = _STARTERS.within(low, start, end)
    return any(matching(word)(low, at, end) for word, at in words) or any(
        matching("0")(low, digit.start(), end) for digit in _DIGIT.finditer(low, start, end)
    )


def undated_periods(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """All that may be a period where no digit stands: its tokens may tell of some that they are none."""
    for word, at in _UNDATED_STARTERS.within(low, start, end):
        if named := matching(word)(low, at, end):
            yield named


_NUMERALS = frozenset(word for word, entry in lx.spelled() if entry.tags & lx.NUMERAL_WORD)
_STARTERS = Words(STARTERS, FOLLOWERS)
_UNDATED_STARTERS = Words(STARTERS - DATED_STARTERS, FOLLOWERS)
_LINKS = ((":", "http"), ("w", "www"))
"""How links begin, each behind a letter or a sign that is rare and found in no time."""
_COUNTING = Words(_TELLING | _NUMERALS - _LATER - LATER_DIGITS)
"""The words of time, and the numerals with which one in words may begin, or which stand alone."""

_SYLLABLE = re.compile(r"[^\W\d_]+|\W")


def _first_counted() -> Iterator[str]:
    """The first syllable or the sign of all that is counted or measured."""
    yield "tháng"
    for spelling, entry in lx.spelled():
        if entry.tags & (lx.NOUN | lx.MEASURE) and (first := _SYLLABLE.match(spelling)):
            yield first[0]


_COUNTED = frozenset(_first_counted())
_ANY_NUMERAL = tuple(_NUMERALS)
