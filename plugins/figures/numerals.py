"""Numerals: digits with multiplier words, words, ranges and fractions as one token each.

Guideline section 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figures import lexicon as lx
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token, decimal_of

_DASHES = frozenset("-–—")
_TO = frozenset({"đến", "tới"})
_RANGE_JOINTS = _DASHES | _TO
_FRACTION_JOINTS = frozenset({"/", "trong số", "trong tổng số", "trên tổng số", "trong", "trên"})
_DATE_BEFORE = frozenset(
    {"ngày", "sáng", "chiều", "tối", "hôm", "trưa", "sáng ngày", "mùng", "và ngày"}
)


def composed(tokens: list[Token]) -> list[Token]:
    """`tokens` with every numeral made one token."""
    bits = 0
    for token in tokens:
        bits |= token.tags
    words = {token.low for token in tokens}
    if bits & lx.DIGIT:
        tokens = _with_words(tokens)
    if bits & (lx.MULTIPLIER | lx.SCALE):
        tokens = _with_multipliers(tokens)
        if "từ" in words:
            tokens = _with_levels(tokens)
    if not words.isdisjoint(_RANGE_JOINTS):
        tokens = _with_ranges(tokens)
    return tokens if words.isdisjoint(_FRACTION_JOINTS) else _with_fractions(tokens)


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
    return _number(
        first, last, total, total, "digits" if first.form == "digits" else first.form
    ), at


def _continues(tokens: list[Token], at: int, scale: int) -> bool:
    """Whether a smaller part of the same amount follows: 581 triệu after 470 tỷ."""
    if at + 1 >= len(tokens) or tokens[at].kind != NUMBER:
        return False
    follower = tokens[at + 1]
    smaller = follower.tags & (lx.MULTIPLIER | lx.SCALE) and follower.entry.number < scale
    return bool(smaller or (follower.low in ("đồng", "đ") and scale > 1))


def _number(first: Token, last: Token, low: Decimal, high: Decimal, form: str) -> Token:
    token = Token(NUMBER, first.start, last.end, first.low)
    token.minimum, token.maximum, token.form = low, high, form
    return token


def _with_words(tokens: list[Token]) -> list[Token]:
    """Numerals in words before a counted noun or a measure become numbers."""
    out: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.tags & (lx.DIGIT | lx.MULTIPLIER | lx.SCALE) and token.kind == WORD:
            end = at + 1
            while end < count and tokens[end].kind == WORD and tokens[end].tags & lx.NUMERAL_WORD:
                end += 1
            end = _trimmed(tokens, at, end)
            value = _value(tokens[at:end])
            if value is not None and _counts(tokens, at, end):
                out.append(_number(token, tokens[end - 1], value, value, "words"))
                at = end
                continue
        out.append(token)
        at += 1
    return out


def _trimmed(tokens: list[Token], at: int, end: int) -> int:
    """`end` without a last "năm" that means year."""
    if (
        end - at > 1
        and tokens[end - 1].low == "năm"
        and tokens[end - 2].low not in ("mươi", "trăm", "linh", "lẻ")
    ):
        return end - 1
    return end


def _value(words: Sequence[Token]) -> Decimal | None:
    """The value of numeral words, None when they are none: hai mươi lăm, một trăm linh ba."""
    total = part = 0
    digit: int | None = None
    for word in words:
        tags, number = word.tags, word.entry.number
        if tags & lx.DIGIT:
            if digit is not None and not (part and digit == 0) and not _tens(digit, number):
                return None
            digit = number if digit != 10 else 10 + number
        elif tags & lx.SCALE:
            if digit is None:
                return None
            part, digit = part + digit * number, None
        elif tags & lx.MULTIPLIER:
            if digit is None and not part and not total:
                return None
            total, part, digit = (total + part + (digit or 0)) * number, 0, None
        elif tags & lx.HALF:
            if not total:
                return None
            total = total + total // 2
        elif digit is not None:
            return None
    if digit is None and not part and not total:
        return None
    return Decimal(total + part + (digit or 0))


def _tens(digit: int, number: int) -> bool:
    return digit == 10 and 0 < number < 10


GOVERNED_DIGITS = frozenset({"một", "năm"})
"""Digits that count by themselves only right behind a verb or a noun."""
WEAK_DIGITS = GOVERNED_DIGITS | {"tư", "mốt", "lăm", "nhăm", "không"}
"""Digits that hardly count without another numeral."""
_DETERMINERS = frozenset({"thứ", "hạng", "giải", "lớp", "khối", "tháng", "quý", "cấp", "hàng", "vài", "nhiều", "mấy", "mỗi", "từng", "ngày", "lần thứ", "khóa", "loại", "một", "không", "là"})  # fmt: skip


def _counts(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the words before `end` count something, and are no ordinal or determiner."""
    if end >= len(tokens):
        return False
    follower = tokens[end]
    unknown = follower.kind == WORD and not follower.tags and end - at > 1
    if not (follower.tags & (lx.NOUN | lx.MEASURE) or unknown):
        return False
    if follower.low in ("nước", "phần", "cách"):
        return False
    if at and (
        tokens[at - 1].low in _DETERMINERS
        or (tokens[at - 1].tags & lx.REFUSES and tokens[at - 1].low in ("cả", "các", "những"))
    ):
        return False
    if follower.low == "lần":
        return any(token.tags & lx.CHANGE for token in tokens[max(0, at - 3) : at])
    if end - at > 1:
        return True
    word = tokens[at].low
    if word == "năm" and at and tokens[at - 1].low in (",", "và"):
        return any(t.kind == WORD and t.tags & lx.DIGIT and t.low != "năm" for t in tokens[:at])
    if word in WEAK_DIGITS:
        return (
            word in GOVERNED_DIGITS
            and bool(at)
            and bool(tokens[at - 1].tags & (lx.VERB | lx.NOUN))
            and follower.low
            not in ("số", "phần", "loạt", "nhóm", "bộ phận", "lúc", "nguồn", "trường hợp")
        )
    return True


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
                out.append(_number(token, last, _scaled(low, token, last), high, "digits"))
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
        and low < 1000
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


def _with_fractions(tokens: list[Token]) -> list[Token]:
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
