"""Where a noun phrase ends to the right of a number.

Guideline section 3.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures.naming.phrase_joints import GRADES, sign_step
from figures.naming.phrase_words import accepts, begins
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, WORD, Token


@dataclass(slots=True)
class Phrase:
    """A noun phrase as token positions, half open; empty when there is none."""

    start: int
    end: int
    level: tuple[int, int] | None = None
    """Token positions of the level right after it."""

    @property
    def after(self) -> int:
        """The first position behind the phrase and its level."""
        return self.level[1] if self.level else self.end

    def __bool__(self) -> bool:
        return self.end > self.start


def right_phrase(tokens: list[Token], start: int, *, predicate: bool = False) -> Phrase:
    """The counted phrase that begins at `start`; `predicate` keeps what is said of it."""
    at, count = _behind_first(tokens, start, predicate=predicate), len(tokens)
    kept = False
    while start < at < count:
        token = tokens[at]
        step = 0
        if token.kind == WORD:
            if token.low in _NUMBERED:
                step = _numbered_step(tokens, at)
            elif token.low in _AGED:
                step = _age_step(tokens, start, at) or _limit_step(tokens, at)
            if not step and token.low in ("đạt", "có"):
                step = _limit_step(tokens, at)
            elif token.low == "được":
                step = _rating_step(tokens, start, at)
            inside = not token.tags & lx.LEVEL or (predicate and _is_told_of_level(tokens, at))
            if not step and inside and accepts(tokens, start, at, kept, predicate):
                kept = kept or predicate or bool(token.tags & lx.RESTRICTIVE) or token.low == "bị"
                step = 1
        elif token.kind == SIGN:
            step = sign_step(tokens, start, at, predicate=predicate)
        elif token.kind == NUMBER:
            step = 1 if token.reason in _OF_NAMES else 2 * _is_numbered(tokens, at)
            step = step or (token.reason == "mark" and tokens[at - 1].low.endswith("điểm"))
        if not step:
            break
        at += step
    end = _without_tail(tokens, start, at) if at > start + 1 else at
    levelled = end == at < count and tokens[end].tags & lx.LEVEL
    return Phrase(start, end, level_at(tokens, end) if levelled else None)


def _behind_first(tokens: list[Token], start: int, *, predicate: bool) -> int:
    """The position behind what begins the phrase, a word or a quoted name; `start` if nothing does."""
    if start >= len(tokens):
        return start
    token = tokens[start]
    if token.kind == SIGN:
        return start + sign_step(tokens, start, start, predicate=predicate)
    if token.kind != WORD or token.tags & lx.LEVEL:
        return start
    return start + begins(tokens, start, predicate=predicate)


def _is_told_of_level(tokens: list[Token], at: int) -> bool:
    """Whether something is said of those of a level: 100% cán bộ cấp xã có trình độ đại học."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        bool(tokens[at].tags & lx.LEVEL)
        and follower is not None
        and (follower.low in ("có", "được", "đã") or bool(follower.tags & lx.RESTRICTIVE))
    )


_AGED = frozenset({"dưới", "trên", "từ", "đủ", "tròn"})
"""Before an age they say which people are counted: 1.214 trẻ | dưới 1 tuổi, 42 cụ | từ 90 tuổi trở lên."""
_AGES = frozenset({"tuổi", "tháng tuổi", "tuổi trở lên", "tuổi trở xuống"})


def _age_step(tokens: list[Token], start: int, at: int) -> int:
    """How many tokens an age takes that sets apart the people counted; 0 for none."""
    if tokens[start].entry.noun != "person" or at + 2 >= len(tokens):
        return 0
    if tokens[at + 1].reason != "age" or tokens[at + 2].low not in _AGES:
        return 0
    return 3 + (at + 3 < len(tokens) and tokens[at + 3].low in ("trở lên", "trở xuống"))


_RATES = frozenset({"đánh giá", "xếp loại", "phân loại", "xếp", "bình xét", "nhận xét"})
_ATTAINS = ("hoàn thành", "không hoàn thành", "chưa hoàn thành", "đạt")


def _rating_step(tokens: list[Token], start: int, at: int) -> int:
    """How many tokens it takes that those counted were rated so and others otherwise; 0 if they were not.

    812 viên chức | được đánh giá hoàn thành tốt nhiệm vụ, 9 viên chức hoàn thành nhiệm vụ.
    """
    if at + 2 >= len(tokens) or not _is_counted_again(tokens, start):
        return 0
    deed, grade = tokens[at + 1], tokens[at + 2]
    if deed.low == "công nhận":
        titled = grade.low in ("danh hiệu", "“", '"') or grade.low.startswith("đạt")
        return 2 * titled
    if deed.low not in _RATES:
        return 0
    if grade.low in GRADES:
        return 3
    attained = grade.tags & lx.RESTRICTIVE and grade.low.startswith(_ATTAINS)
    return 2 if attained or grade.low in ("loại", "mức") else 0


def _is_counted_again(tokens: list[Token], start: int) -> bool:
    """Whether another number of the sentence counts the noun at `start`, so that each says which ones."""
    low, numbers = tokens[start].low, range(len(tokens) - 1)
    return any(
        tokens[at].kind == NUMBER and tokens[at + 1].low == low
        for at in numbers
        if at + 1 != start and not tokens[at].reason
    )


def _limit_step(tokens: list[Token], at: int) -> int:
    """How many tokens a limit takes that sets apart those counted; 0 for none.

    17 học viên | đạt từ 9 điểm trở lên; 7 hồ | có dung tích trên 3 triệu m3.
    """
    behind = at + 1 + (tokens[at].low == "có" and bool(tokens[at + 1 : at + 2]))
    if tokens[at].low == "có" and not tokens[behind - 1].tags & lx.AMOUNTS:
        return 0
    if behind > at + 1 or tokens[at].low == "đạt":
        behind += behind < len(tokens) and tokens[behind].low in _AGED
    if behind >= len(tokens) or tokens[behind].reason not in _LIMITS:
        return 0
    size = tokens[behind].reason == "dimension"
    unit = behind = behind + 1
    while behind < len(tokens) and tokens[behind].tags & (lx.MULTIPLIER | lx.MEASURE):
        behind += 1
    bound = behind < len(tokens) and bool(tokens[behind].tags & lx.HEDGE_AFTER)
    return behind + bound - at if behind > unit and (bound or not size) else 0


_LIMITS = frozenset({"mark", "threshold", "dimension"})
"""Why a number that sets apart those counted is no figure."""
_OF_NAMES = frozenset({"numbered", "place", "name", "age", "ordinal"})
_NUMBERS = frozenset(
    {"mức", "đạt mức độ", "loại", "hạng", "bậc", "nhóm", "mức độ", "lớp", "khối", "vòng"}
)
_NUMBERED = _NUMBERS | {"đạt"}


def _numbered_step(tokens: list[Token], at: int) -> int:
    """How many tokens a numbered name takes, "đạt" before it included: đạt mức 2; 0 for none."""
    reached = tokens[at].low == "đạt"
    if reached and at + 2 >= len(tokens):
        return 0
    if reached and (step := _criteria_step(tokens, at)):
        return step
    return 2 + reached if _is_numbered(tokens, at + reached) else 0


def _criteria_step(tokens: list[Token], at: int) -> int:
    """How many tokens take the criteria that those counted have reached: 9 xã | đạt từ 15 - 18 tiêu chí; 0 for none."""
    end = at + 1 + (tokens[at + 1].low in ("từ", "dưới", "trên"))
    if end + 1 >= len(tokens) or tokens[end].reason != "criteria":
        return 0
    return end + 2 - at if tokens[end + 1].low == "tiêu chí" else 0


def _is_numbered(tokens: list[Token], at: int) -> bool:
    """Whether a number belongs to the name: tài khoản mức 2, sản phẩm 4 sao."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None:
        return False
    if tokens[at].kind == NUMBER:
        return follower.low == "sao" and tokens[at].reason == "text_item"
    return tokens[at].low in _NUMBERS and follower.kind == NUMBER and bool(follower.reason)


_TAIL = frozenset(
    {
        "trong",
        "vào",
        "của",
        "từ",
        "các",
        "sẽ",
        "chỉ",
        "những",
        "mới",
        "đạt",
        "khác",
        "cả",
        "trên",
        "có",
        "sau",
        "tại",
        "ở",
        "cho",
        "về",
        "thuộc",
    }
)


_DATING = ("trước", "sau", "ngày", "hôm", "đến", "vào")
"""The ends of what leads to a day: 100% chi đoàn ra quân | trước ngày 12/4."""


def _without_tail(tokens: list[Token], start: int, end: int) -> int:
    """`end` without joints and determiners that the phrase cannot end with."""
    while end > start + 1:
        last = tokens[end - 1]
        before_verb = end < len(tokens) and bool(tokens[end].tags & (lx.VERB | lx.PREDICATE))
        if last.low == "mới" and not before_verb:
            break
        if last.low == "thường xuyên" and before_verb:
            end -= 1
            continue
        if last.low == "đạt" and tokens[end - 2].low == "loại":
            break
        dated = end < len(tokens) and tokens[end].form == "date" and last.low.endswith(_DATING)
        if dated or last.low in _TAIL or last.low in (",", "và", "/", "-", "&", "x"):
            end -= 1
            continue
        break
    return end


def level_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The level that begins at `at`, with further levels joined to it."""
    if at >= len(tokens) or not tokens[at].tags & lx.LEVEL:
        return None
    end = at + 1
    while (
        end + 1 < len(tokens)
        and tokens[end].low in (",", "và", "hoặc", "/", "-")
        and tokens[end + 1].tags & lx.LEVEL
        and not (end + 2 < len(tokens) and tokens[end + 2].kind == NUMBER)
    ):
        end += 2
    bare = tokens[end + 1].low if end + 1 < len(tokens) and tokens[end].low == "," else ""
    closed = end + 2 >= len(tokens) or tokens[end + 2].kind == SIGN or tokens[end + 2].low == "và"
    if closed and (tokens[at].low, bare) in _JOINED:
        end += 2
    return at, end


_JOINED = frozenset({("cấp bộ", "ngành"), ("cấp tỉnh", "thành phố"), ("cấp tỉnh", "ngành"), ("cấp huyện", "thị xã"), ("cấp huyện", "thành phố"), ("cấp sở", "ngành"), ("cấp quận", "huyện"), ("cấp xã", "phường"), ("cấp bộ", "tỉnh")})  # fmt: skip
"""Levels that are told as one, "cấp" only once: 196 đề tài | cấp bộ, ngành."""
