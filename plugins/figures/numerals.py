"""Numerals: digits with multiplier words, words, ranges and fractions as one token each.

Guideline section 2.
"""

from __future__ import annotations

from decimal import Decimal

from figures import fractions, number_words
from figures import lexicon as lx
from figures.number_words import number
from figures.tokens import NUMBER, Token

_DASHES = frozenset("-–—")

_TO = frozenset({"đến", "tới"})

_RANGE_JOINTS = _DASHES | _TO


def composed(tokens: list[Token]) -> list[Token]:
    """`tokens` with every numeral made one token."""
    bits = 0
    for token in tokens:
        bits |= token.tags
    words = {token.low for token in tokens}
    if bits & lx.DIGIT:
        tokens = number_words.with_words(tokens)
    if bits & (lx.MULTIPLIER | lx.SCALE):
        tokens = _with_multipliers(tokens)
        if "từ" in words:
            tokens = _with_levels(tokens)
    if not words.isdisjoint(_RANGE_JOINTS):
        tokens = _with_ranges(tokens)
    return tokens if words.isdisjoint(fractions.JOINTS) else fractions.with_fractions(tokens)


def _with_multipliers(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        at += 1
        if token.kind == NUMBER and at < count and tokens[at].tags & (lx.MULTIPLIER | lx.SCALE):
            token, at = _multiplied(tokens, at - 1)
        out.append(token)
    return out


def _multiplied(tokens: list[Token], at: int) -> tuple[Token, int]:
    """The number at `at` with its multiplier words: 470 tỷ 581 triệu, 2 nghìn tỷ, 1 tỷ rưỡi."""
    first = tokens[at]
    total, last, count = Decimal(0), first, len(tokens)
    previous_scale: int | None = None
    while True:
        part = tokens[at].minimum or Decimal(0)
        scale, at = 1, at + 1
        while at < count and tokens[at].tags & (lx.MULTIPLIER | lx.SCALE):
            scale, last = scale * tokens[at].entry.number, tokens[at]
            at += 1
        total += part * scale
        if at < count and tokens[at].tags & lx.HALF:
            total, last, at = total + Decimal(scale) / 2, tokens[at], at + 1
        previous_scale = scale
        if not _continues(tokens, at, previous_scale):
            break
    return number(first, last, total, total, "digits" if first.form == "digits" else first.form), at


def _continues(tokens: list[Token], at: int, scale: int) -> bool:
    """Whether a smaller part of the same amount follows: 581 triệu after 470 tỷ."""
    if at + 1 >= len(tokens) or tokens[at].kind != NUMBER:
        return False
    follower = tokens[at + 1]
    smaller = follower.tags & (lx.MULTIPLIER | lx.SCALE) and follower.entry.number < scale
    return bool(smaller or (follower.low in ("đồng", "đ") and scale > 1))


def _with_levels(tokens: list[Token]) -> list[Token]:
    """Gives the first of two levels the multiplier that only the second carries: từ 28 lên 54 triệu."""
    for at in range(1, len(tokens) - 2):
        first, second = tokens[at], tokens[at + 2]
        told = first.kind == second.kind == NUMBER and tokens[at - 1].low == "từ"
        if told and tokens[at + 1].low in _RISES and first.minimum and second.minimum:
            scaled = _scaled(first.minimum, first, second)
            if scaled < second.minimum * 100:
                first.minimum = first.maximum = scaled
    return tokens


_RISES = frozenset(
    {"lên", "xuống", "xuống còn", "còn", "lên tới", "lên đến", "tăng lên", "giảm còn"}
)


def _with_ranges(tokens: list[Token]) -> list[Token]:
    """Two rising numbers with a dash or "đến" between them become one."""
    out: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.kind == NUMBER and at + 2 < count:
            length = _range_length(tokens, at)
            if length:
                last = tokens[at + length - 1]
                low = token.minimum or Decimal(0)
                high = last.minimum or Decimal(0)
                out.append(number(token, last, _scaled(low, token, last), high, "digits"))
                out[-1].low = "range"
                at += length
                continue
        out.append(token)
        at += 1
    return out


def _scaled(low: Decimal, first: Token, last: Token) -> Decimal:
    """`low` with the multiplier that only the end of the range carries: 30 - 35 triệu."""
    high = last.minimum or Decimal(0)
    scale = Decimal(1)
    while (
        first.end - first.start == len(first.low)
        and low * scale * 1000 <= high * 1000
        and high >= 1000
        and 0 < low < 1000
        and low * scale * 1000 <= high
    ):
        scale *= 1000
    return low * scale


def _range_length(tokens: list[Token], at: int) -> int:
    """How many tokens the range at `at` takes, 0 when there is none."""
    first, joint = tokens[at], tokens[at + 1]
    step = 2
    if joint.tags & lx.MEASURE and at + 4 < len(tokens) and tokens[at + 4].entry is joint.entry:
        joint, step = tokens[at + 2], 3
    second = tokens[at + step]
    if second.kind != NUMBER or not (joint.low in _TO or joint.low in _DASHES):
        return 0
    if first.minimum is None or second.minimum is None or first.minimum >= second.minimum:
        return 0
    if joint.low in _DASHES and at and tokens[at - 1].low in _DASHES:
        return 0
    return step + 1
