"""Fractions: `15/36`, `13 trong số 15`, `2 trong 15 xã` become one number; dates become codes.

Guideline section 2, R9.
"""

from __future__ import annotations

from decimal import Decimal

from figures import lexicon as lx
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, Token, decimal_of

JOINTS = frozenset({"/", "trong số", "trong tổng số", "trên tổng số", "trong", "trên"})

_DATE_BEFORE = frozenset(
    {"ngày", "sáng", "chiều", "tối", "hôm", "trưa", "sáng ngày", "mùng", "và ngày"}
)


def with_fractions(tokens: list[Token]) -> list[Token]:
    """`15/36`, `13 trong số 15`, `13.084 vụ/14.856 vụ` become one number; dates become codes."""
    out: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.kind == NUMBER and at + 2 < count:
            made, length = _fraction(tokens, at)
            if made:
                out.append(made)
                at += length
                continue
        out.append(token)
        at += 1
    return out


def _fraction(tokens: list[Token], at: int) -> tuple[Token | None, int]:
    first, joint, second = tokens[at], tokens[at + 1], tokens[at + 2]
    if joint.low == "/" and second.kind == NUMBER and second.start - joint.end <= 1:
        return _slashed(tokens, at), 3
    if (
        joint.tags & (lx.NOUN | lx.MEASURE) and second.low == "/" and at + 4 < len(tokens)
        and tokens[at + 3].kind == NUMBER and tokens[at + 4].low == joint.low
    ):  # fmt: skip
        return _divided(first, tokens[at + 3]), 4
    if joint.low in ("trong", "trên") and _is_few_of(tokens, at):
        return _divided(first, second), 3
    for length, joints in (
        (2, ("trong số", "trong tổng số", "trên tổng số")),
        (3, ("trong", "trên")),
    ):
        if joint.low in joints and at + length < len(tokens) and tokens[at + length].kind == NUMBER:
            if length == 3 and second.low not in ("tổng số", "số"):
                continue
            return _divided(first, tokens[at + length]), length + 1
    return None, 0


def _is_few_of(tokens: list[Token], at: int) -> bool:
    """Whether `2 trong 15 xã` tells how many of them: small whole numbers before a noun."""
    first, second = tokens[at], tokens[at + 2]
    if second.kind != NUMBER or at + 3 >= len(tokens):
        return False
    whole = first.low.isdigit() and second.low.isdigit()
    return whole and int(first.low) < int(second.low) and bool(tokens[at + 3].tags & lx.NOUN)


def _slashed(tokens: list[Token], at: int) -> Token:
    first, second = tokens[at], tokens[at + 2]
    if _is_date(tokens, at):
        code = Token(CODE, first.start, second.end, f"{first.low}/{second.low}")
        code.form = "date"
        return code
    return _divided(first, second)


def _divided(first: Token, second: Token) -> Token:
    _share_multiplier(first, second)
    token = Token(NUMBER, first.start, second.end, f"{first.low}/{second.low}")
    token.minimum, token.maximum = first.minimum, first.maximum
    token.denominator, token.form = second.minimum, "fraction"
    return token


def _share_multiplier(first: Token, second: Token) -> None:
    """Gives the numerator the multiplier that only the denominator carries: 2.145/3.900 tỷ."""
    bare = first.end - first.start == len(first.low)
    if not bare or second.form != "digits" or second.minimum is None or first.minimum is None:
        return
    digits = decimal_of(second.low) if second.low[:1].isdigit() else second.minimum
    factor = second.minimum / digits if digits else Decimal(1)
    if factor >= 1000:
        first.minimum = first.maximum = first.minimum * factor


def _is_date(tokens: list[Token], at: int) -> bool:
    """Whether day/month or month/year is meant rather than a share."""
    first, second = tokens[at].low, tokens[at + 2].low
    if not (first.isdigit() and second.isdigit() and len(first) <= 2):
        return False
    if len(second) == 4:
        return 1900 <= int(second) <= 2100 and 1 <= int(first) <= 12
    if not (1 <= int(first) <= 31 and 1 <= int(second) <= 12 and len(second) <= 2):
        return False
    previous = tokens[at - 1] if at else None
    if previous is not None and previous.low in _DATE_BEFORE:
        return True
    follower = tokens[at + 3] if at + 3 < len(tokens) else None
    if follower is None or follower.kind in (SIGN, PERIOD_TOKEN, CODE):
        return True
    if follower.kind == NUMBER:
        return False
    return bool(follower.tags & (lx.STOP | lx.ADVERB) and not follower.tags & lx.NOUN)
