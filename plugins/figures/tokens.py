"""Tokens of one sentence: words joined into lexicon phrases, numbers, dates, periods, signs.

One pattern scans the lower-cased text once. Periods, dates and codes are whole
tokens, so that no later rule has to look inside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from figures import lexicon
from figures.lexicon import Entry
from figures.period_forms import PERIOD, STARTERS

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
    r"(?:(?<=\d)(?:nghìn|ngàn|triệu|tỷ|tỉ)(?=[a-zđ])|covid\s?[-‑–]\s?19|k?m[23](?!\w)|[^\W\d_]+)"
    r"|\d|[^\w\s]|_"
)
_NUMBER = re.compile(_NUMERAL, re.VERBOSE)
_CODES = re.compile(_CODE, re.VERBOSE)
_PERIOD = re.compile(PERIOD)
_LINKS = frozenset({"http", "https", "www"})


def tokens(low: str, start: int, end: int) -> list[Token]:
    """The tokens of `low[start:end]`, `low` being lower-case NFC text."""
    found: list[Token | tuple[str, int, int]] = []
    append = found.append
    root = lexicon.index()
    behind = start
    for match in _SCAN.finditer(low, start, end):
        begin = match.start()
        if begin < behind:
            continue
        text = match[0]
        if text.isalpha():
            if (
                text in STARTERS
                and _may_start(found, text)
                and (period := _PERIOD.match(low, begin, end))
            ):
                behind = period.end()
                append(Token(PERIOD_TOKEN, begin, behind, period[0]))
            elif text in _LINKS and (code := _CODES.match(low, begin, end)):
                behind = _append_code(append, code)
            else:
                append((text, begin, match.end()))
        elif "0" <= text <= "9" or text.isdecimal():
            if period := _PERIOD.match(low, begin, end):
                behind = period.end()
                append(Token(PERIOD_TOKEN, begin, behind, period[0]))
            elif code := _CODES.match(low, begin, end):
                behind = _append_code(append, code)
            elif number := _NUMBER.match(low, begin, end):
                behind = number.end()
                append(_number_token(begin, behind, number[0]))
        elif text in "(+" and (code := _CODES.match(low, begin, end)):
            behind = _append_code(append, code)
        else:
            node = root.get(text)
            append(
                Token(
                    SIGN, begin, match.end(), text, node.get("", _NO_ENTRY) if node else _NO_ENTRY
                )
            )
    return _joined(found, root)


_BEFORE_HIEN = frozenset({"thực", "phát", "thể", "xuất", "biểu", "tái", "ẩn", "hiển"})


def _may_start(found: list[Token | tuple[str, int, int]], text: str) -> bool:
    """Whether the word may begin a period: "hiện" may not in "thực hiện"."""
    if text != "hiện" or not found:
        return True
    last = found[-1]
    return not isinstance(last, tuple) or last[0] not in _BEFORE_HIEN


def _append_code(append: Callable[[Token], None], match: re.Match[str]) -> int:
    token = Token(CODE, match.start(), match.end(), match[0])
    token.form = str(match.lastgroup)
    append(token)
    return match.end()


def _joined(raw: list[Token | tuple[str, int, int]], root: lexicon.Index) -> list[Token]:
    """`raw` with its words made tokens, those of each longest lexicon phrase one token."""
    joined: list[Token] = []
    append = joined.append
    position, count = 0, len(raw)
    while position < count:
        item = raw[position]
        position += 1
        if isinstance(item, Token):
            append(item)
            continue
        text, start, end = item
        entry = None
        node = root.get(text)
        if node is not None:
            entry = node.get("")
            ahead = position
            while ahead < count and type(follower := raw[ahead]) is tuple:
                node = node.get(follower[0])
                if node is None:
                    break
                ahead += 1
                if "" in node:
                    entry, position, end = node[""], ahead, follower[2]
        if entry is None:
            append(Token(WORD, start, end, text))
        else:
            append(Token(WORD, start, end, entry.phrase, entry))
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
