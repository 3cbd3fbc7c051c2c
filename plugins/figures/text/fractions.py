"""Fractions: `15/36`, `13 trong số 15`, `2 trong 15 xã` become one number; dates become codes.

Guideline section 2, R9.
"""

from __future__ import annotations

from decimal import Decimal

from figures.text import lexicon as lx
from figures.text.called_days import is_called
from figures.text.line import Line
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, Token, decimal_of

JOINTS = frozenset({"/", "trong số", "trong tổng số", "trên tổng số", "trong", "trên"})

_CALENDARS = frozenset({"âm", "âm lịch", "dương lịch", "tết"})
_ALL_REACHED = frozenset({"tốt", "đạt", "đạt chuẩn", "hoàn thành", "đủ", "vượt"})
"""Behind these all of so many are told: chi hội hoạt động tốt 5/5."""
_DATE_BEFORE = frozenset(
    {"ngày", "sáng", "chiều", "tối", "hôm", "trưa", "sáng ngày", "mùng", "và ngày"}
)


def divisible(line: Line) -> list[int]:
    """Which numbers may be divided by another one, by what stands behind them."""
    tokens, last = line.tokens, len(line.tokens) - 2
    return [
        at
        for at in line.numbers
        if at < last and (tokens[at + 1].low in JOINTS or tokens[at + 2].low == "/")
    ]


def fraction(line: Line, at: int) -> tuple[Token, int] | None:
    """`15/36`, `13 trong số 15`, `13.084 vụ/14.856 vụ`: a number; `15/6`: a code if it is a date.

    Where it ends, too; None when nothing but the number stands at `at`.
    """
    tokens = line.tokens
    if at + 2 >= len(tokens):
        return None
    joint, second = tokens[at + 1], tokens[at + 2]
    if joint.low == "/" and second.kind == NUMBER and line.start(at + 2) - line.end(at + 1) <= 1:
        return _slashed(line, at), at + 3
    if (
        second.low == "/" and joint.tags & (lx.NOUN | lx.MEASURE) and at + 4 < len(tokens)
        and tokens[at + 3].kind == NUMBER and tokens[at + 4].low == joint.low
        and not _counts_more(tokens, at + 5)
    ):  # fmt: skip
        return _divided(line, at, at + 3), at + 4
    if joint.low not in JOINTS:
        return None
    if joint.low in ("trong", "trên"):
        if _is_few_of(tokens, at):
            return _divided(line, at, at + 2), at + 3
        last = at + 3 if second.low in ("tổng số", "số") else len(tokens)
    else:
        last = at + 2 if joint.low != "/" else len(tokens)
    if last < len(tokens) and tokens[last].kind == NUMBER:
        return _divided(line, at, last), last + 1
    return None


def _counts_more(tokens: list[Token], at: int) -> bool:
    """Whether the second count is of something of its own: 412 lượt/2.060 lượt | cán bộ."""
    return at < len(tokens) and bool(tokens[at].tags & lx.NOUN) and tokens[at - 1].low == "lượt"


def _is_few_of(tokens: list[Token], at: int) -> bool:
    """Whether `2 trong 15 xã` tells how many of them: small whole numbers before a noun."""
    first, second = tokens[at], tokens[at + 2]
    if second.kind != NUMBER or at + 3 >= len(tokens):
        return False
    whole = first.low.isdigit() and second.low.isdigit()
    return whole and int(first.low) < int(second.low) and bool(tokens[at + 3].tags & lx.NOUN)


def _slashed(line: Line, at: int) -> Token:
    tokens = line.tokens
    if _is_date(tokens, at):
        return Token(CODE, f"{tokens[at].low}/{tokens[at + 2].low}", form="date")
    return _divided(line, at, at + 2)


def _divided(line: Line, at: int, last: int) -> Token:
    first, second = line.tokens[at], line.tokens[last]
    if line.is_bare(at):
        _share_multiplier(first, second)
    low, minimum, maximum = f"{first.low}/{second.low}", first.minimum, first.maximum
    token = Token(NUMBER, low, form="fraction", minimum=minimum, maximum=maximum)
    token.denominator = second.minimum
    return token


def _share_multiplier(first: Token, second: Token) -> None:
    """Gives the numerator the multiplier that only the denominator carries: 2.145/3.900 tỷ."""
    if second.form != "digits" or second.minimum is None or first.minimum is None:
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
    if is_called(tokens, at, at + 3, tokens[at].minimum, tokens[at + 2].minimum):
        return True
    follower = tokens[at + 3] if at + 3 < len(tokens) else None
    if follower is not None and follower.low == "%":
        return False
    if follower is not None and follower.low.startswith("chỉ tiêu") and int(first) <= int(second):
        return False
    if follower is not None and follower.low in _CALENDARS:
        return True
    if follower is None or follower.kind in (SIGN, PERIOD_TOKEN, CODE):
        return first != second or previous is None or previous.low not in _ALL_REACHED
    if follower.kind == NUMBER:
        return False
    return bool(follower.tags & (lx.STOP | lx.ADVERB) and not follower.tags & lx.NOUN)
