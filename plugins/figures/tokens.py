"""Tokens of one sentence: words joined into lexicon phrases, numbers, dates, periods, signs.

One pattern scans the lower-cased text once, a run of words at a time. Periods, dates and
codes are whole tokens, so that no later rule has to look inside them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from figures import lexicon
from figures.lexicon import Entry
from figures.period_forms import STARTERS, mention, period_at, starting_with
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
        self.minimum: Decimal | None
        """Of a number; `maximum` differs from it in a range only."""
        self.maximum: Decimal | None
        self.denominator: Decimal | None
        self.form: str
        """Of a number: digits, words or both; of a code: which."""
        self.reason: str
        """Why a number is no figure."""
        self.mention: object
        """Of a period: what it says."""
        self.minimum = self.maximum = self.denominator = self.mention = None
        self.form = self.reason = ""

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

_PLAIN = (
    r"(?!0\d)\d{1,3}(?:\.\d{3})*+(?:,\d+)?(?=\s?%|\s(?!tháng|năm|giờ|[hgx](?![^\W\d_]))[^\W\d_])"
)
"""A number right before a word or a percent sign that makes it neither period nor code: most are."""
_SCAN = re.compile(
    rf"\s*+(?:(?<!\d)([{LETTERS}](?:[{LETTERS} ]*+(?!\w)|[{LETTERS} ]*(?=\ )))"
    rf"|({_PLAIN})|(\d)|([^\w\s]|_)"
    r"|((?<=\d)(?:nghìn|ngàn|triệu|tỷ|tỉ)(?=[a-zđ])|k?m[23](?!\w)|[^\W\d_]++))"
)
_WORDS, _PLAIN_NUMBER, _DIGIT, _MARK, _ONE_WORD = range(1, 6)
"""Its groups: words and the spaces between them; a plain number; the first digit of anything else;
a sign; a word that something stands next to: a number, a power, a letter of another alphabet."""
_BETWEEN_SPACES = re.compile(r"[^ ]++(?: [^ ]++)*+")
_COVID = re.compile(r"covid\s?[-‑–]\s?19")
_TAIL = re.compile(r"(?<=[^\W\d_])[^\W\d_]+")
"""The rest of a word that a code ends within."""
_CODES = re.compile(_CODE, re.VERBOSE)
_DIGITS = re.compile(
    rf"(?P<period>(?-x:{starting_with('0')}))|{_CODE}|(?P<number>{_NUMERAL})",
    re.VERBOSE,
)
_LINKS = frozenset({"http", "https", "www"})


_SPECIAL = STARTERS | _LINKS | {"covid"}
"""Words that may begin more than a word."""

_Run = tuple[int, str]
"""Words with one space between them, and where the first begins."""

_SHORT = 32
"""Longer runs of words hardly ever come again."""


def tokens(low: str, start: int, end: int) -> list[Token]:
    """The tokens of `low[start:end]`, `low` being lower-case NFC text."""
    found: list[Token] = []
    waiting: list[_Run] = []
    """Words that have yet to be joined into phrases."""
    scan, at = _SCAN.match, start
    while match := scan(low, at, end):
        group, at = match.lastindex, match.end()
        if group == _WORDS:
            token = _read_words(low, at, match[_WORDS], end, waiting)
            if token is None:
                continue
        elif group == _PLAIN_NUMBER:
            token = _number(at, match[_PLAIN_NUMBER])
        elif group == _DIGIT:
            token = _numeric(low, at - 1, end)
        elif group == _MARK or not match[_ONE_WORD].isalpha():
            token = _sign(low, match.start(group or 0), at, end)
        else:
            token = _read_words(low, at, match[_ONE_WORD], end, waiting)
            if token is None:
                continue
        if waiting:
            _join(waiting, found)
        found.append(token)
        at = token.end
        if token.kind == CODE and (tail := _TAIL.match(low, at, end)):
            at = tail.end()
    if waiting:
        _join(waiting, found)
    return found


def _read_words(low: str, at: int, text: str, end: int, waiting: list[_Run]) -> Token | None:
    """Adds the words of `text`, which ends at `at`, to those that wait.

    Those before the first period, link or name that begins there, which is returned.
    """
    begin = at - len(text)
    if "  " in text:
        for match in _BETWEEN_SPACES.finditer(text):
            token = _read_words(low, begin + match.end(), match[0], end, waiting)
            if token is not None:
                return token
        return None
    text = text.rstrip()
    for offset, word, before in _specials(text):
        if not offset and waiting:
            before = waiting[-1][1].rpartition(" ")[2]
        token = _special(low, begin + offset, end, word, before)
        if token is not None:
            if offset:
                waiting.append((begin, text[: offset - 1]))
            return token
    waiting.append((begin, text))
    return None


def _specials(run: str) -> tuple[tuple[int, str, str], ...]:
    """The special words of a run: where each begins, itself, and the word before it."""
    words = run.split(" ")
    if _SPECIAL.isdisjoint(words):
        return ()
    starts = accumulate((len(word) + 1 for word in words), initial=0)
    return tuple(
        (start, word, before)
        for start, word, before in zip(starts, words, ["", *words], strict=False)
        if word in _SPECIAL
    )


def _special(low: str, start: int, end: int, text: str, before: str) -> Token | None:
    """The period, link or name that begins with the word `text` at `start`, if it begins one."""
    if text in _LINKS:
        code = _CODES.match(low, start, end)
        return _code(code) if code else None
    if text == "covid":
        name = _COVID.match(low, start, end)
        return _sign(low, start, name.end(), end) if name else None
    if text == "hiện" and before in _BEFORE_HIEN:
        return None
    period = period_at(text, low, start, end)
    return _period(period) if period else None


_BEFORE_HIEN = frozenset({"thực", "phát", "thể", "xuất", "biểu", "tái", "ẩn", "hiển"})
"""Words with which "hiện" makes another word than the one for now."""


def _numeric(low: str, start: int, end: int) -> Token:
    """The period, code or number that begins with the digit at `start`."""
    match = _DIGITS.match(low, start, end)
    assert match is not None
    if match.lastgroup == "number":
        return _number(match.end(), match[0])
    return _period(match) if match.lastgroup == "period" else _code(match)


def _number(end: int, text: str) -> Token:
    token = Token(NUMBER, end - len(text), end, text)
    token.minimum = token.maximum = decimal_of(text)
    token.form = "digits"
    return token


def _sign(low: str, start: int, stop: int, end: int) -> Token:
    text = low[start:stop]
    if text in "(+" and (code := _CODES.match(low, start, end)):
        return _code(code)
    node = lexicon.index().get(text)
    entry = (node.entry if node else None) or _NO_ENTRY
    return Token(SIGN, start, stop, text, entry)


def _period(match: re.Match[str]) -> Token:
    token = Token(PERIOD_TOKEN, match.start(), match.end(), match[0])
    token.mention = mention(token.low)
    return token


def _code(match: re.Match[str]) -> Token:
    token = Token(CODE, match.start(), match.end(), match[0])
    token.form = str(match.lastgroup)
    return token


def _join(waiting: list[_Run], found: list[Token]) -> None:
    """Moves the words that wait to `found`, those of each longest lexicon phrase as one token."""
    if len(waiting) == 1:
        begin, run = waiting[0]
        phrases = _known_phrases(run) if len(run) <= _SHORT else _phrases(run)
        for start, end, text, entry in phrases:
            found.append(Token(WORD, begin + start, begin + end, text, entry))
    else:
        places: list[int] = []
        for begin, run in waiting:
            places += range(begin, begin + len(run) + 1)
        for start, end, text, entry in _phrases(" ".join(run for _, run in waiting)):
            found.append(Token(WORD, places[start], places[end - 1] + 1, text, entry))
    waiting.clear()


_Phrase = tuple[int, int, str, Entry]
"""A phrase in a run: where it begins and ends, its usual spelling, and what is known about it."""


def _phrases(run: str) -> list[_Phrase]:
    """The longest lexicon phrases of a run, and the words between them."""
    texts = run.split(" ")
    found: list[_Phrase] = []
    find = lexicon.index().get
    at = place = 0
    count = len(texts)
    while place < count:
        text, entry = texts[place], _NO_ENTRY
        stop = at + len(text)
        place += 1
        node = find(text)
        ahead, reach = place, stop
        while node is not None:
            if node.entry is not None:
                entry, place, stop = node.entry, ahead, reach
            if ahead == count:
                break
            follower = texts[ahead]
            node = node.following.get(follower)
            ahead += 1
            reach += len(follower) + 1
        found.append((at, stop, entry.phrase or text, entry))
        at = stop + 1
    return found


_known_phrases = lru_cache(maxsize=8192)(_phrases)
"""Of the short runs of a new article, nearly half stood in one of the four hundred before it."""


_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009 \n\t\r")


@lru_cache(maxsize=4096)
def decimal_of(text: str) -> Decimal:
    """The value of digits as written: dots before three digits part thousands, a comma decimals."""
    if text.isdecimal():
        return Decimal(text)
    text = text.translate(_SPACES)
    whole, comma, fraction = text.partition(",")
    if "." in whole:
        head, *groups = whole.split(".")
        if len(head) <= 3 and all(len(group) == 3 for group in groups) and head.strip("0"):
            whole = head + "".join(groups)
    return Decimal(f"{whole}.{fraction}" if comma else whole)
