"""Numerals in words before what they count: hai mươi lớp, một trăm linh tám vườn mẫu.

Guideline section 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import WORD, Token, number

GOVERNED_DIGITS = frozenset({"một", "năm"})
"""Digits that count by themselves only right behind a verb or a noun."""

LATER_DIGITS = frozenset({"tư", "mốt", "lăm", "nhăm"})
"""Digits that count only behind another numeral: hai mươi tư."""

WEAK_DIGITS = GOVERNED_DIGITS | LATER_DIGITS | {"không"}
"""Digits that hardly count without another numeral."""


def join_words(line: Line) -> None:
    """Numerals in words before a counted noun or a measure become numbers."""
    tokens = line.tokens
    found: list[tuple[int, int, Decimal]] = []
    at = 0
    for begin, token in enumerate(tokens):
        if begin < at or not token.tags & lx.DIGIT or token.low in LATER_DIGITS:
            continue
        at = end = _numeral_end(tokens, begin)
        value = _value(tokens[begin:end])
        if value is not None and _counts(tokens, begin, end) and not _is_name(line, begin, end):
            found.append((begin, end, value))
        else:
            at = begin + 1
    for begin, end, value in reversed(found):
        line.join(begin, end, number(tokens[begin].low, value, value, "words"))
    if found:
        line.look_again()


def _numeral_end(tokens: list[Token], at: int) -> int:
    """Where the numeral words from `at` on end, without a last "năm" that means year."""
    end = at + 1
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].tags & lx.NUMERAL_WORD:
        end += 1
    if (
        end - at > 1
        and tokens[end - 1].low == "năm"
        and tokens[end - 2].low not in ("mươi", "trăm", "linh", "lẻ")
    ):
        return end - 1
    return end


def _value(words: Sequence[Token]) -> Decimal | None:
    """The value of numeral words, None when they are none: hai mươi lăm, một trăm linh ba."""
    total = part = unit = 0
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
            group = part + (digit or 0)
            if not group and not total:
                return None
            lower = bool(group) and number < unit
            total = total + group * number if lower else (total + group) * number
            part, digit, unit = 0, None, number
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


def _is_name(line: Line, at: int, end: int) -> bool:
    """Whether a place or a person is called so: huyện | Ba Bể, xã Tam Đường."""
    inside = at > 0 and line.tokens[at - 1].kind == WORD
    large = line.begins_large(at) and line.begins_large(end)
    return inside and large and not line.source(at, end + 1).isupper()


_DETERMINERS = frozenset({"thứ", "hạng", "giải", "lớp", "khối", "tháng", "quý", "cấp", "hàng", "vài", "nhiều", "mấy", "mỗi", "từng", "ngày", "lần thứ", "khóa", "loại", "một", "không", "là"})  # fmt: skip


def _counts(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the words before `end` count something, and are no ordinal or determiner."""
    if end >= len(tokens):
        return False
    follower = tokens[end]
    if not follower.tags & (lx.NOUN | lx.MEASURE) or follower.low in ("nước", "phần", "cách"):
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
