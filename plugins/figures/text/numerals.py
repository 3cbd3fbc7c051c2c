"""Numerals: digits with multiplier words, words, ranges and fractions as one token each.

Guideline section 2.
"""

from __future__ import annotations

from decimal import Decimal

from figures.text import fractions, number_words
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, WORD, Token, number

_DASHES = frozenset("-–—\u2010\u2011\u2012")

_TO = frozenset({"đến", "tới"})

_RANGE_JOINTS = _DASHES | _TO
_SCALED = lx.MULTIPLIER | lx.SCALE
_DIGITS, _SCALES = mark(lx.words_with(lx.DIGIT)), mark(lx.words_with(_SCALED))
_JOINED, _DIVIDED = mark(_RANGE_JOINTS), mark(fractions.JOINTS)


def compose(line: Line) -> None:
    """Makes every numeral of the line one token."""
    marks = line.marks
    for at in line.numbers:
        if "," in line.tokens[at].low:
            _count_whole(line, at)
    if marks & _SHORT and "c" in line.words:
        _join_comrades(line)
    if marks & _DIGITS:
        number_words.join_words(line)
    if not line.numbers:
        return
    if marks & _SCALES:
        line.join_numbers(_multiplied, _scaled_numbers(line))
        if "từ" in line.words:
            _share_multipliers(line)
    if marks & _JOINED:
        line.join_numbers(_range, line.numbers)
    if marks & _DIVIDED:
        line.join_numbers(fractions.fraction, fractions.divisible(line))


_WHOLE = frozenset({"person", "group", "place", "case"})


def _count_whole(line: Line, at: int) -> None:
    """Reads a comma that parts thousands where nothing but whole ones are counted: 21,700 | người."""
    token = line.tokens[at]
    whole, _comma, rest = token.low.partition(",")
    if len(rest) != 3 or not rest.isdecimal() or not whole.strip("0") or at + 1 == len(line.tokens):
        return
    follower = line.tokens[at + 1]
    if follower.tags & lx.NOUN and follower.entry.noun in _WHOLE:
        token.minimum = token.maximum = Decimal(whole.replace(".", "") + rest)


_SHORT = mark({"đ"})


def _join_comrades(line: Line) -> None:
    """Makes one word of the counter whose sign is none: 38 đ/c."""
    tokens = line.tokens
    for at in range(len(tokens) - 3, -1, -1):
        if [token.low for token in tokens[at : at + 3]] == ["đ", "/", "c"]:
            line.join(at, at + 3, Token(WORD, "đ/c", lx.entries()["đ/c"]))
    line.look_again()


def _scaled_numbers(line: Line) -> list[int]:
    """Which numbers stand right before a multiplier word."""
    tokens, last = line.tokens, len(line.tokens) - 1
    return [at for at in line.numbers if at < last and tokens[at + 1].tags & _SCALED]


def _multiplied(line: Line, at: int) -> tuple[Token, int]:
    """The number at `at` with the multiplier words behind it: 470 tỷ 581 triệu, 2 nghìn tỷ, 1 tỷ rưỡi."""
    tokens = line.tokens
    count = len(tokens)
    first = tokens[at]
    total = Decimal(0)
    while True:
        part = tokens[at].minimum or Decimal(0)
        scale, at = 1, at + 1
        while at < count and tokens[at].tags & _SCALED:
            scale *= tokens[at].entry.number
            at += 1
        total += part * scale
        if at < count and tokens[at].tags & lx.HALF:
            total, at = total + Decimal(scale) / 2, at + 1
        if not _continues(tokens, at, scale):
            break
    return number(first.low, total, total, first.form), at


def _continues(tokens: list[Token], at: int, scale: int) -> bool:
    """Whether a smaller part of the same amount follows: 581 triệu after 470 tỷ."""
    if at + 1 >= len(tokens) or tokens[at].kind != NUMBER:
        return False
    follower = tokens[at + 1]
    smaller = follower.tags & _SCALED and follower.entry.number < scale
    return bool(smaller or (follower.low in ("đồng", "đ") and scale > 1))


def _share_multipliers(line: Line) -> None:
    """Gives the first of two levels the multiplier that only the second carries: từ 28 lên 54 triệu."""
    tokens = line.tokens
    for at in line.numbers:
        if not 0 < at < len(tokens) - 2:
            continue
        first, second = tokens[at], tokens[at + 2]
        told = second.kind == NUMBER and tokens[at - 1].low == "từ"
        if told and tokens[at + 1].low in _RISES and first.minimum and second.minimum:
            scaled = _scaled(line, at, second)
            if scaled < second.minimum * 100:
                first.minimum = first.maximum = scaled


_RISES = frozenset(
    {"lên", "xuống", "xuống còn", "còn", "lên tới", "lên đến", "tăng lên", "giảm còn"}
)


def _scaled(line: Line, at: int, last: Token) -> Decimal:
    """The first number with the multiplier that only the `last` carries: 30 - 35 triệu."""
    low = line.tokens[at].minimum or Decimal(0)
    high = last.minimum or Decimal(0)
    if not line.is_bare(at) or high < 1000 or not 0 < low < 1000:
        return low
    scale = Decimal(1)
    while low * scale * 1000 <= high:
        scale *= 1000
    return low * scale


def _range(line: Line, at: int) -> tuple[Token, int] | None:
    """Two rising numbers with a dash or "đến" between them."""
    tokens = line.tokens
    if at + 2 >= len(tokens):
        return None
    first, joint = tokens[at], tokens[at + 1]
    step = 2
    if joint.tags & lx.MEASURE and at + 4 < len(tokens) and tokens[at + 4].entry is joint.entry:
        joint, step = tokens[at + 2], 3
    second = tokens[at + step]
    if second.kind != NUMBER or joint.low not in _RANGE_JOINTS:
        return None
    if first.minimum is None or second.minimum is None or first.minimum >= second.minimum:
        return None
    if joint.low in _DASHES and (
        (at and tokens[at - 1].low in _DASHES) or _goes_on(tokens, at + step + 1)
    ):
        return None
    return number("range", _scaled(line, at, second), second.minimum, "digits"), at + step + 1


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a dash and a third number follow, so that parts are listed: 31% - 40% | - 29%."""
    at += at < len(tokens) and bool(tokens[at].tags & lx.MEASURE)
    return at + 1 < len(tokens) and tokens[at].low in _DASHES and tokens[at + 1].kind == NUMBER
