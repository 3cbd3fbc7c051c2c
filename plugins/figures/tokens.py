"""Tokens of one sentence: words joined into lexicon phrases, numbers, dates, periods, signs.

One pattern scans the lower-cased text once. Periods, dates and codes are whole
tokens, so that no later rule has to look inside them.
"""

from __future__ import annotations

import re
from decimal import Decimal

from figures import lexicon
from figures.lexicon import Entry
from figures.period_forms import PERIOD

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
| (?P<time>(?<![\d/.,])(?:\d{1,2}\s?(?:h|g)\s?\d{2}(?!\w)|\d{1,2}h(?!\w)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?(?!\s+(?:giảng|dạy|chuẩn|bay|công|học|làm|lao)))(?!\w))
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
    rf"(?P<period>{PERIOD})|{_CODE}|(?P<unit>k?m[23](?!\w))|(?P<word>covid\s?[-‑–]\s?19|(?<=\d)(?:nghìn|ngàn|triệu|tỷ|tỉ)(?=[a-zđ])|[^\W\d_]+)"
    rf"|(?P<number>{_NUMERAL})|(?P<sign>[^\w\s]|_)",
    re.VERBOSE,
)


def tokens(low: str, start: int, end: int) -> list[Token]:
    """The tokens of `low[start:end]`, `low` being lower-case NFC text."""
    found: list[Token] = []
    append = found.append
    index = lexicon.index()
    for match in _SCAN.finditer(low, start, end):
        kind = match.lastgroup
        begin, stop = match.span()
        text = match[0]
        if kind == "word":
            append(Token(WORD, begin, stop, text))
        elif kind == "number":
            append(_number_token(begin, stop, text))
        elif kind == "sign" or kind == "unit":
            phrases = index.get(text)
            append(Token(SIGN, begin, stop, text, phrases[-1][1] if phrases else _NO_ENTRY))
        elif kind == "period":
            append(Token(PERIOD_TOKEN, begin, stop, text))
        else:
            token = Token(CODE, begin, stop, text)
            token.form = str(kind)
            append(token)
    return _joined(found, index)


def _joined(raw: list[Token], index: lexicon.Index) -> list[Token]:
    """`raw` with the words of each longest lexicon phrase made one token."""
    joined: list[Token] = []
    position, count = 0, len(raw)
    while position < count:
        token = raw[position]
        position += 1
        if token.kind != WORD:
            joined.append(token)
            continue
        for rest, entry in index.get(token.low, ()):
            length = len(rest)
            if not length:
                token.entry, token.tags = entry, entry.tags
                break
            if position + length <= count and all(
                raw[position + offset].low == rest[offset] for offset in range(length)
            ):
                last = raw[position + length - 1]
                token = Token(WORD, token.start, last.end, entry.phrase, entry)
                position += length
                break
        joined.append(token)
    return joined


_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009 \n\t\r")


def _number_token(start: int, end: int, text: str) -> Token:
    token = Token(NUMBER, start, end, text)
    token.minimum = token.maximum = decimal_of(text)
    token.form = "digits"
    return token


def decimal_of(text: str) -> Decimal:
    """The value of digits as written: dots before three digits part thousands, a comma decimals."""
    text = text.translate(_SPACES)
    whole, comma, fraction = text.partition(",")
    if "." in whole:
        head, *groups = whole.split(".")
        if len(head) <= 3 and all(len(group) == 3 for group in groups) and head.strip("0"):
            whole = head + "".join(groups)
    return Decimal(f"{whole}.{fraction}" if comma else whole)
