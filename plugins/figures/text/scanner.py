"""The tokens of one sentence, found in its lower-cased text.

One pattern cuts the text into syllables, numbers and signs; the syllables of
each longest lexicon phrase are one token. Periods, dates and codes are whole
tokens, so that no later rule has to look inside them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from itertools import accumulate, repeat

from figures.text.lexicon import MULTIPLIER, entries
from figures.text.line import Line
from figures.text.period_forms import matching, mention, starting_with
from figures.text.syllables import (
    CODED,
    COMRADE,
    COVID,
    LINKS,
    SIGNS,
    UNKNOWN,
    Node,
    index,
    stranger,
)
from figures.text.tokens import (
    CODE,
    NO_ENTRY,
    NUMBER,
    PERIOD_TOKEN,
    SIGN,
    WORD,
    Token,
    decimal_of,
    number,
    plain_decimal,
)
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

_PLAIN = re.compile(
    r"(?!0\d)(?:\d{1,3}(?:\.\d{3})*|(?!19|20|18)\d{4,})(?:,\d+(?!,\d))?"
    r"(?=\s?[%(]|\s(?!tháng|năm|quý|giờ|[hgx](?![^\W\d_]))[^\W\d_]|[,;:.](?:\s++[^\W\d_]|$)|\)|$)"
)
"""A number right before a word, a sign or an end that makes it neither period nor code: most are."""
_PIECES = re.compile(
    rf" [{LETTERS}]++(?!\w)|\s*+(?:[,;:.()%/-]|\d++(?:[.,]\d++)*"
    r"|(?<=\d)(?:nghìn|ngàn|triệu|tỷ|tỉ)(?=[a-zđ])|k?m[23](?!\w)|[^\W\d_]++|[^\w\s]|_)"
)
"""A syllable, digits or a sign, with the space before it; most are syllables between spaces. What
stands next to a syllable may be a number or a power."""
_COVID = re.compile(r"covid\s?[-‑–]\s?19")
_TAIL = re.compile(r"(?<=[^\W\d_])[^\W\d_]+")
"""The rest of a word that a code ends within."""


@cache
def _codes() -> re.Pattern[str]:
    """A code; compiled when the first word or sign comes with which one may begin."""
    return re.compile(_CODE, re.VERBOSE)


@cache
def _digits() -> re.Pattern[str]:
    """A period, code or number; most articles hold none but plain numbers."""
    return re.compile(
        rf"(?P<period>(?-x:{starting_with('0')}))|{_CODE}|(?P<number>{_NUMERAL})", re.VERBOSE
    )


_Found = tuple[Token, int]
"""A token that is no phrase, and where it ends."""


def scanned(text: str, low: str, start: int, end: int) -> Line:
    """The tokens of `text[start:end]`; `low` is `text`, which is NFC, in lower case."""
    pieces = Pieces(low, start, end)
    line = Line(text, pieces.texts, pieces.ends)
    tokens, places, nodes = line.tokens, line.places, pieces.nodes
    at, last = 0, len(pieces.texts)
    while at < last:
        node = nodes[at]
        places.append(at)
        if node.special and (behind := pieces.take(at, line)):
            at, last = behind, len(pieces.texts)
            continue
        word, following = node.word, node.following
        at += 1
        if following and (deeper := following.get(nodes[at])) is not None:
            if deeper.following or nodes[at].special:
                word, at = pieces.phrase(word, deeper, at)
            elif deeper.word.low not in _AFTER_MONEY or not _is_amount(tokens):
                word, at = deeper.word, at + 1
        if word.kind:
            line.signs.append(len(tokens))
        tokens.append(word)
    places.append(last)
    line.look_at_words()
    return line


def lone_number(text: str, low: str, start: int, end: int) -> Line | None:
    """What `scanned` gives of a text that is nothing but a plain number, as most cells of tables are.

    None for any other.
    """
    match = _PLAIN.match(low, start, end)
    if match is None or match.end() != end:
        return None
    line = Line(text, [match[0]], [start, end])
    line.places += 0, 1
    line.add(_plain_number(match[0]))
    line.look_at_words()
    return line


class Pieces:
    """The syllables, numbers and signs of a sentence."""

    __slots__ = ("_end", "_low", "ends", "nodes", "texts")

    def __init__(self, low: str, start: int, end: int) -> None:
        self._low = low
        self._end = end
        spaced = _PIECES.findall(low, start, end)
        self.texts: list[str] = list(map(str.lstrip, spaced))
        self.ends: list[int] = list(accumulate(map(len, spaced), initial=start))
        """Where each piece begins, the space before it included, and where the last one ends."""
        self.nodes: list[Node] = list(map(index().get, self.texts, repeat(UNKNOWN)))
        """What the lexicon knows of each; nothing behind the last."""
        self.nodes.append(UNKNOWN)

    def phrase(self, word: Token, node: Node, at: int) -> tuple[Token, int]:
        """The longest phrase that goes on with piece `at`, which leads to `node`, or else `word`.

        The piece behind it, too. No phrase reaches into a period.
        """
        nodes, behind = self.nodes, at
        deeper: Node | None = node
        while deeper is not None and not (nodes[at].special and self.found(at)):
            at += 1
            if deeper.ends:
                word, behind = deeper.word, at
            deeper = deeper.following.get(nodes[at])
        return word, behind

    def take(self, at: int, line: Line) -> int:
        """Puts the number, period, code, glued sign or unknown word at a piece into `line`.

        The piece behind it; 0 for none of these.
        """
        if self.nodes[at] is not UNKNOWN:
            found = self.found(at)
            if found is None:
                return 0
        else:
            text = self.texts[at]
            if not text[0].isdecimal():
                line.add(stranger(text))
                return at + 1
            start = self.ends[at + 1] - len(text)
            if _PLAIN.match(self._low, start, self._end):
                line.numbers.append(len(line.tokens))
                line.tokens.append(_plain_number(text))
                return at + 1
            found = _numeric(self._low, start, self._end)
        line.add(found[0])
        return self.passed(at, found)

    def found(self, at: int) -> _Found | None:
        """The period, code or glued sign that begins with a piece the lexicon knows."""
        low, text, node = self._low, self.texts[at], self.nodes[at]
        start = self.ends[at + 1] - len(text)
        if node.starts:
            if node.followers and not self._goes_on(at, node.followers):
                return None
            if text == "hiện" and at and self.texts[at - 1] in _BEFORE_HIEN:
                return None
            period = matching(text)(low, start, self._end)
            return _period(period) if period else None
        if text in SIGNS:
            return _sign(low, start, self._end)
        if text in LINKS:
            code = _codes().match(low, start, self._end)
            return _code(code) if code else None
        if text == COMRADE[0]:
            return _comrade(low, start)
        name = _COVID.match(low, start, self._end) if text == COVID else None
        return (_sign_token(name[0], ""), name.end()) if name else None

    def _goes_on(self, at: int, letters: str) -> bool:
        """Whether the piece behind that at `at` begins with one of these letters."""
        return at + 1 < len(self.texts) and self.texts[at + 1][0] in letters

    def passed(self, at: int, found: _Found) -> int:
        """The piece behind the token that `found` at piece `at`; cuts anew if it ends within one."""
        token, stop = found
        ends, behind = self.ends, at + 1
        if ends[behind] == stop and token.kind != CODE:
            return behind
        while ends[behind] < stop:
            behind += 1
        tail = _TAIL.match(self._low, stop, self._end) if token.kind == CODE else None
        if ends[behind] == stop and not tail:
            return behind
        rest = Pieces(self._low, tail.end() if tail else stop, self._end)
        start = ends[at + 1] - len(self.texts[at])
        self.texts[at:] = [self._low[start:stop], *rest.texts]
        self.nodes[at:] = [UNKNOWN, *rest.nodes]
        ends[at + 1 :] = [stop, *rest.ends[1:]]
        return at + 1


_AFTER_MONEY = frozenset({"đồng bằng", "đồng thời", "đồng loạt", "đồng ý"})
"""Words that a sum of money only seems to go on with: thu 38 triệu đồng | bằng 49% dự toán."""


def _is_amount(tokens: list[Token]) -> bool:
    """Whether a number ends there, its multiplier included."""
    return bool(tokens) and (tokens[-1].kind == NUMBER or bool(tokens[-1].tags & MULTIPLIER))


_BEFORE_HIEN = frozenset({"thực", "phát", "thể", "xuất", "biểu", "tái", "ẩn", "hiển"})
"""Words with which "hiện" makes another word than the one for now."""


def _comrade(low: str, start: int) -> _Found | None:
    """The counter that a slash seems to part: 12 đ/c."""
    stop = start + len(COMRADE)
    if not low.startswith(COMRADE, start) or low[stop : stop + 1].isalnum():
        return None
    return Token(WORD, COMRADE, entries()[COMRADE]), stop


def _plain_number(text: str) -> Token:
    """A number of digits that make neither period nor code."""
    value = Decimal(text) if text.isdecimal() else plain_decimal(text)
    return Token(NUMBER, text, NO_ENTRY, "digits", value, value)


def _numeric(low: str, start: int, end: int) -> _Found:
    """The period, code or number that begins with the digit at `start`."""
    match = _digits().match(low, start, end)
    assert match is not None
    if match.lastgroup == "number":
        value = decimal_of(match[0])
        return number(match[0], value, value, "digits"), match.end()
    return _period(match) if match.lastgroup == "period" else _code(match)


def _sign(low: str, start: int, end: int) -> _Found | None:
    """The code that begins with a sign, or a sign without space on either side."""
    text = low[start]
    stop = start + 1
    if text in CODED and low[stop : stop + 1] != " " and (code := _codes().match(low, start, end)):
        return _code(code)
    if text == "(" or low[start - 1 : start].isspace() or low[stop : stop + 1].isspace():
        return None
    return _sign_token(text, "glued"), stop


@lru_cache(maxsize=256)
def _sign_token(text: str, form: str) -> Token:
    """A sign, which all that is read shares as it does the words."""
    node = index().get(text)
    return Token(SIGN, text, node.word.entry, form) if node else Token(SIGN, text, form=form)


def _period(match: re.Match[str]) -> _Found:
    token = Token(PERIOD_TOKEN, match[0])
    token.mention = mention(token.low)
    return token, match.end()


def _code(match: re.Match[str]) -> _Found:
    return Token(CODE, match[0], form=str(match.lastgroup)), match.end()
