"""The tokens of one sentence, found in its lower-cased text.

One pattern scans the text once, a run of words at a time. Periods, dates and
codes are whole tokens, so that no later rule has to look inside them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from figures.line import Line
from figures.period_forms import STARTERS, mention, period_at, starting_with
from figures.runs import index, run_of
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, Token, decimal_of
from vntext.fold import LETTERS

_CODE = r"""
  (?P<link>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+)
| (?P<document>(?<![\w.,])\d+[ab]?\s?[/-]\s?(?:\d{4}\s?[/-]\s?)?(?=[a-zđ]{2,}[-/][a-zđ]|(?:nq|ct|qđ(?:ub)?|kh|kl|tb|tt|hd|bc|cv|ub|nđ|ttr|(?:ubtv)?qh\d{0,2}|tu|tw)\b)[a-zđ&]+\d{0,2}(?:[-/][a-zđ&\d]+)*)
| (?P<phone>(?<![\w.,/])(?:\(?\+84\)?[ .-]?\d{1,3}|\(0\d{2,3}\)|0\d{2,4}|1[89]00)(?:[ .-]\d{3,7}){1,3}(?![\d/])|(?<![\w.,/])0\d{8,10}(?!\d)|(?<![\w.,/])(?:1900|1800)\d{4,6}(?!\d))
| (?P<date>(?<![\d/.-])(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2})(?![\d/]))
| (?P<section>(?<![\d/.,-])\d{1,2}(?:\.\d{1,2}){2,}(?![\d/]))
| (?P<time>(?<![\d/.,])(?:\d{1,2}(?:\s?h\s?|g)\d{2}(?!\w|[.,]\d)|\d{1,2}h(?!\w)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?(?!\s+(?:giảng|dạy|chuẩn|bay|công|học|làm|lao)))(?!\w))
| (?P<score>(?<=tỷ\ số\ )\d+\s?[-–]\s?\d+|(?<=tỉ\ số\ )\d+\s?[-–]\s?\d+)
| (?P<size>(?<![\d.,])\d+(?:,\d+)?\s?(?:x|×)\s?\d+(?:,\d+)?(?:\s?(?:x|×)\s?\d+)?(?:\s?(?:cm|mm|m))?(?!\w))
"""

_NUMERAL = r"""
  \d{1,3}(?:\.(?:\s?\n\s?)?\d{3}(?!\d))+(?:,\d+)?
| \d{1,3}(?:[\u00a0\u202f\u2009]\d{3}(?!\d))+(?:,\d+)?
| \d{1,3}(?:\ \d{3}(?!\d)){2,}
| \d{1,3}(?:,\d{3}(?![\d,]*\.\d{3}|\d)){2,}(?:\.\d+)?
| \d+,\s?\n\s?\d+
| \d+(?:[.,]\d+)?
"""

_PLAIN = r"(?!0\d)\d{1,3}(?:\.\d{3})*+(?:,\d+(?!,\d))?(?=\s?%|\s(?!tháng|năm|giờ|[hgx](?![^\W\d_]))[^\W\d_])"
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
_Found = tuple[Token, int, int]
"""A token that is no word, and where it begins and ends."""


def scanned(text: str, low: str, start: int, end: int) -> Line:
    """The tokens of `text[start:end]`; `low` is `text`, which is NFC, in lower case."""
    line = Line(text)
    waiting: list[_Run] = []
    """Words that have yet to be joined into phrases."""
    scan, at = _SCAN.match, start
    while match := scan(low, at, end):
        group, at = match.lastindex, match.end()
        if group == _WORDS or (group == _ONE_WORD and match[_ONE_WORD].isalpha()):
            words = match[group]
            begin = at - len(words)
            if "  " in words:
                found = _read_spaced(low, begin, words, end, waiting)
            else:
                words = words.rstrip()
                if _SPECIAL.isdisjoint(words.split(" ")):
                    waiting.append((begin, words))
                    continue
                found = _read_words(low, begin, words, end, waiting)
            if found is None:
                continue
        elif group == _PLAIN_NUMBER:
            digits = match[_PLAIN_NUMBER]
            found = _number(digits, at - len(digits), at)
        elif group == _DIGIT:
            found = _numeric(low, at - 1, end)
        else:
            found = _sign(low, match.start(group or 0), at, end)
        if waiting:
            _join(waiting, line)
        line.add(*found)
        at = found[2]
        if found[0].kind == CODE and (tail := _TAIL.match(low, at, end)):
            at = tail.end()
    if waiting:
        _join(waiting, line)
    return line


def _read_spaced(low: str, begin: int, text: str, end: int, waiting: list[_Run]) -> _Found | None:
    """As `_read_words`, of words that more than one space parts."""
    for match in _BETWEEN_SPACES.finditer(text):
        found = _read_words(low, begin + match.start(), match[0], end, waiting)
        if found is not None:
            return found
    return None


def _read_words(low: str, begin: int, text: str, end: int, waiting: list[_Run]) -> _Found | None:
    """Adds the words of `text`, which begins at `begin`, to those that wait.

    Those before the first period, link or name that begins there, which is returned.
    """
    offset = 0
    before = waiting[-1][1].rpartition(" ")[2] if waiting else ""
    for word in text.split(" "):
        if word in _SPECIAL:
            found = _special(low, begin + offset, end, word, before)
            if found is not None:
                if offset:
                    waiting.append((begin, text[: offset - 1]))
                return found
        before = word
        offset += len(word) + 1
    waiting.append((begin, text))
    return None


def _special(low: str, start: int, end: int, text: str, before: str) -> _Found | None:
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


def _numeric(low: str, start: int, end: int) -> _Found:
    """The period, code or number that begins with the digit at `start`."""
    match = _DIGITS.match(low, start, end)
    assert match is not None
    if match.lastgroup == "number":
        return _number(match[0], start, match.end())
    return _period(match) if match.lastgroup == "period" else _code(match)


def _number(digits: str, start: int, stop: int) -> _Found:
    token = Token(NUMBER, digits)
    token.minimum = token.maximum = decimal_of(digits)
    token.form = "digits"
    return token, start, stop


def _sign(low: str, start: int, stop: int, end: int) -> _Found:
    text = low[start:stop]
    if text in "(+" and (code := _CODES.match(low, start, end)):
        return _code(code)
    glued = text in _GLUES and not (
        low[start - 1 : start].isspace() or low[stop : stop + 1].isspace()
    )
    return _sign_token(text, "glued" if glued else ""), start, stop


_GLUES = frozenset("&-–+.")
"""Signs of which it matters whether spaces stand next to them."""


@lru_cache(maxsize=256)
def _sign_token(text: str, form: str) -> Token:
    """A sign, which all that is read shares as it does the words."""
    node = index().get(text)
    token = Token(SIGN, text, node.word.entry) if node and node.word else Token(SIGN, text)
    token.form = form
    return token


def _period(match: re.Match[str]) -> _Found:
    token = Token(PERIOD_TOKEN, match[0])
    token.mention = mention(token.low)
    return token, match.start(), match.end()


def _code(match: re.Match[str]) -> _Found:
    token = Token(CODE, match[0])
    token.form = str(match.lastgroup)
    return token, match.start(), match.end()


def _join(waiting: list[_Run], line: Line) -> None:
    """Moves the words that wait to the line, those of each longest lexicon phrase as one token."""
    if len(waiting) == 1:
        begin, text = waiting[0]
        line.add_run(run_of(text), begin)
    else:
        places: list[int] = []
        for begin, text in waiting:
            places += range(begin, begin + len(text) + 1)
        run = run_of(" ".join([text for _, text in waiting]))
        starts = [places[start] for start in run.starts]
        ends = [places[end - 1] + 1 for end in run.ends]
        line.add_run(run._replace(starts=starts, ends=ends), 0)
    waiting.clear()
