"""Tokens of one sentence: words joined into lexicon phrases, numbers, dates, periods, signs.

One pattern scans the lower-cased text once. Periods, dates and codes are whole
tokens, so that no later rule has to look inside them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from figures import lexicon
from figures.lexicon import Entry
from figures.period_forms import STARTERS, period_at, starting_with
from vntext.fold import LETTERS

WORD, NUMBER, PERIOD_TOKEN, CODE, SIGN = range(5)

_NO_ENTRY = Entry("")


class Token:
    """One token; offsets are of the text that holds the sentence."""

    __slots__ = (
        "denominator",
        "end",
        "entry",
        "form",
        "kind",
        "low",
        "maximum",
        "mention",
        "minimum",
        "reason",
        "start",
        "tags",
    )  # fmt: skip

    def __init__(self, kind: int, start: int, end: int, low: str, entry: Entry = _NO_ENTRY) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.low = low
        self.entry = entry
        self.tags = entry.tags
        self.minimum: Decimal | None = None
        """Of a number; `maximum` differs from it in a range only."""
        self.maximum: Decimal | None = None
        self.denominator: Decimal | None = None
        self.form = ""
        """Of a number: digits, words or both; of a code: which."""
        self.reason = ""
        """Why a number is no figure."""
        self.mention: object = None
        """Of a period: what it says."""

    def __repr__(self) -> str:
        return f"<{self.kind} {self.low!r} {self.reason}>"


_CODE = r"""
  (?P<link>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+)
| (?P<document>(?<![\w.,])\d+[ab]?\s?[/-]\s?(?:\d{4}\s?[/-]\s?)?(?=[a-zđ]{2,}[-/][a-zđ]|(?:nq|ct|qđ|kh|kl|tb|tt|hd|bc|cv|ub|nđ|ttr|qh|tu|tw)\b)[a-zđ&]+\d{0,2}(?:[-/][a-zđ&\d]+)*)
| (?P<phone>(?<![\w.,/])(?:\(?\+84\)?[ .-]?\d{1,3}|\(0\d{2,3}\)|0\d{2,4}|1[89]00)(?:[ .-]\d{3,7}){1,3}(?![\d/])|(?<![\w.,/])0\d{8,10}(?!\d)|(?<![\w.,/])(?:1900|1800)\d{4,6}(?!\d))
| (?P<date>(?<![\d/.-])(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2})(?![\d/]))
| (?P<time>(?<![\d/.,])(?:\d{1,2}(?:\s?h\s?|g)\d{2}(?!\w|[.,]\d)|\d{1,2}h(?!\w)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?(?!\s+(?:giảng|dạy|chuẩn|bay|công|học|làm|lao)))(?!\w))
| (?P<score>(?<=tỷ\ số\ )\d+\s?[-–]\s?\d+|(?<=tỉ\ số\ )\d+\s?[-–]\s?\d+)
| (?P<size>(?<![\d.,])\d+(?:,\d+)?\s?(?:x|×)\s?\d+(?:,\d+)?(?:\s?(?:x|×)\s?\d+)?(?:\s?(?:cm|mm|m))?(?!\w))
"""

_NUMERAL = r"""
  \d{1,3}(?:\.(?:\s?\n\s?)?\d{3}(?!\d))+(?:,\d+)?
| \d{1,3}(?:[\u00a0\u202f\u2009]\d{3}(?!\d))+(?:,\d+)?
| \d{1,3}(?:\ \d{3}(?!\d)){2,}
| \d+,\s?\n\s?\d+
| \d+(?:[.,]\d+)?
"""

_SCAN = re.compile(
    r"\s*+((?<=\d)(?:nghìn|ngàn|triệu|tỷ|tỉ)(?=[a-zđ])|covid\s?[-‑–]\s?19|k?m[23](?!\w)"
    rf"|[{LETTERS}]++[^\W\d_]*+|[^\W\d_]++|\d++(?:[.,]\d++)*+|[^\w\s]|_)"
)
_TAIL = re.compile(r"(?<=[^\W\d_])[^\W\d_]+")
"""The rest of a word that a code ends within."""
_CODES = re.compile(_CODE, re.VERBOSE)
_PLAIN = (
    r"(?!0\d)\d{1,3}(?:\.\d{3})*+(?:,\d+)?(?=\s?%|\s(?!tháng|năm|giờ|[hgx](?![^\W\d_]))[^\W\d_])"
)
"""A number right before a word or a percent sign that makes it neither period nor code: most are."""
_DIGITS = re.compile(
    rf"(?P<plain>{_PLAIN})|(?P<period>(?-x:{starting_with('0')}))|{_CODE}|(?P<number>{_NUMERAL})",
    re.VERBOSE,
)
_LINKS = frozenset({"http", "https", "www"})


_SPECIAL = STARTERS | _LINKS
"""Words that may begin more than a word."""


def tokens(low: str, start: int, end: int) -> list[Token]:
    """The tokens of `low[start:end]`, `low` being lower-case NFC text."""
    found: list[Token] = []
    words = _Words([], [])
    while start < end:
        start = _scan(low, start, end, found, words)
    _join(words, found)
    return found


class _Words(NamedTuple):
    """Words that have yet to be joined into phrases, and where they were matched."""

    texts: list[str]
    matches: list[re.Match[str]]


def _scan(low: str, start: int, end: int, found: list[Token], words: _Words) -> int:
    """Adds to `found` and `words`; returns `end`, or where a token longer than its match ended."""
    texts, matches = words
    for match in _SCAN.finditer(low, start, end):
        text = match[1]
        if text.isalpha():
            token = _special(low, match, end, texts) if text in _SPECIAL else None
            if token is None:
                texts.append(text)
                matches.append(match)
                continue
        elif text[0].isdecimal():
            token = _numeric(low, match.start(1), end)
        else:
            token = _sign(low, match, end)
        if texts:
            _join(words, found)
        found.append(token)
        if token.end != match.end():
            tail = _TAIL.match(low, token.end, end) if token.kind == CODE else None
            return tail.end() if tail else token.end
    return end


def _special(low: str, match: re.Match[str], end: int, before: list[str]) -> Token | None:
    """The period or link that begins with the word of `match`, if it begins one."""
    text = match[1]
    if text in _LINKS:
        code = _CODES.match(low, match.start(1), end)
        return _code(code) if code else None
    if text == "hiện" and before and before[-1] in _BEFORE_HIEN:
        return None
    period = period_at(text, low, match.start(1), end)
    return _period(period) if period else None


_BEFORE_HIEN = frozenset({"thực", "phát", "thể", "xuất", "biểu", "tái", "ẩn", "hiển"})
"""Words with which "hiện" makes another word than the one for now."""


def _numeric(low: str, start: int, end: int) -> Token:
    """The period, code or number that begins with the digit at `start`."""
    match = _DIGITS.match(low, start, end)
    assert match is not None
    if match.lastgroup in ("plain", "number"):
        token = Token(NUMBER, start, match.end(), match[0])
        token.minimum = token.maximum = decimal_of(match[0])
        token.form = "digits"
        return token
    return _period(match) if match.lastgroup == "period" else _code(match)


def _sign(low: str, match: re.Match[str], end: int) -> Token:
    text = match[1]
    if text in "(+" and (code := _CODES.match(low, match.start(1), end)):
        return _code(code)
    node = lexicon.index().get(text)
    entry = (node.entry if node else None) or _NO_ENTRY
    return Token(SIGN, match.start(1), match.end(), text, entry)


def _period(match: re.Match[str]) -> Token:
    return Token(PERIOD_TOKEN, match.start(), match.end(), match[0])


def _code(match: re.Match[str]) -> Token:
    token = Token(CODE, match.start(), match.end(), match[0])
    token.form = str(match.lastgroup)
    return token


def _join(words: _Words, found: list[Token]) -> None:
    """Moves `words` to `found`, those of each longest lexicon phrase as one token."""
    texts, matches = words
    root = lexicon.index()
    position, count = 0, len(texts)
    while position < count:
        first = position
        text, entry = texts[first], None
        position += 1
        node = root.get(text)
        if node is not None:
            entry = node.entry
            ahead = position
            while ahead < count:
                node = node.following.get(texts[ahead])
                if node is None:
                    break
                ahead += 1
                if node.entry is not None:
                    entry, position = node.entry, ahead
        if entry is None:
            entry = _NO_ENTRY
        else:
            text = entry.phrase
        start, end = matches[first].start(1), matches[position - 1].end()
        found.append(Token(WORD, start, end, text, entry))
    texts.clear()
    matches.clear()


_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009 \n\t\r")


@lru_cache(maxsize=4096)
def decimal_of(text: str) -> Decimal:
    """The value of digits as written: dots before three digits part thousands, a comma decimals."""
    text = text.translate(_SPACES)
    whole, comma, fraction = text.partition(",")
    if "." in whole:
        head, *groups = whole.split(".")
        if len(head) <= 3 and all(len(group) == 3 for group in groups) and head.strip("0"):
            whole = head + "".join(groups)
    return Decimal(f"{whole}.{fraction}" if comma else whole)
