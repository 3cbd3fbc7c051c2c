"""Subjects that stand over a comma, and asides between a subject and its number.

Guideline section 3 b.
"""

from __future__ import annotations

from figures.naming.clause_edges import bracket_start, is_break, without_adverbs
from figures.naming.phrase_joints import is_pair
from figures.text import lexicon as lx
from figures.text.tokens import PERIOD_TOKEN, WORD, Token

FRAMES = frozenset({"trong", "thuộc", "đối với"})
"""What these lead is only where the subject is found: trong khu vực công nghiệp, | ngành điện tăng."""
_RAISES = frozenset({"nâng", "đưa"})
"""What these raise is a subject: | nâng tổng số học sinh, sinh viên toàn trường lên 1.000."""
SORTS = frozenset({"mặt hàng", "sản phẩm", "ngành hàng", "nhóm hàng", "thị trường", "địa phương", "đơn vị", "một", "nơi", "quốc gia", "doanh nghiệp", "phân khúc", "lĩnh vực"})  # fmt: skip
"""They begin to say what sort of thing a subject is: tôm hùm | - mặt hàng tăng mạnh nhất."""
_COORDINATED = frozenset({"khu vực", "ngành", "lĩnh vực", "nhóm ngành"})


def over_comma(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
    """Where a subject with commas of its own begins: tỷ lệ khá, giỏi | đạt."""
    framed = tokens[start].low in FRAMES or (start > 0 and tokens[start - 1].low in FRAMES)
    if framed and (own := next((i for i in range(start, end) if tokens[i].tags & lx.AMOUNTS), 0)):
        return own
    if (summed := _sums_named(tokens, begin, start, floor)) < start:
        return summed
    still = start + 1 < end and tokens[start].low == "vốn" and _is_said(tokens[start + 1])
    if end > start and tokens[start].tags & lx.AMOUNTS and not still:
        return start
    if any(token.kind == PERIOD_TOKEN for token in tokens[begin:start]):
        return start
    at, sorted_out = begin, False
    for _ in range(3):
        if at <= floor or tokens[at - 1].low != ",":
            return start
        stop = at - 1
        at = bracket_start(tokens, stop, floor)
        while at > floor and not is_break(tokens[at - 1]):
            at -= 1
        if stop == at:
            return start
        first, _predicate = without_adverbs(tokens, at, stop)
        if start < end and any(token.low in _MOVES for token in tokens[first + 1 : stop]):
            return start
        if sorted_out:
            return first if first < stop and _is_named(tokens[first]) else start
        if (
            tokens[start].low.startswith("chiếm")
            and start == end
            and _keeps_on(tokens, first, stop)
        ):
            return first
        sorted_out = start == end and first < stop and tokens[first].low in SORTS
        if any(token.low in FRAMES for token in tokens[at:first]) or (
            first and tokens[first - 1].low in FRAMES
        ):
            return start
        if tokens[first].low == "vốn" and _is_said(tokens[first + 1]):
            continue
        if tokens[first].low in _RAISES and tokens[first + 1].tags & lx.AMOUNTS:
            return first + 1
        whole = first > 0 and tokens[first - 1].low == "%"
        if (
            not whole
            and first < stop
            and (tokens[first].tags & lx.AMOUNTS or tokens[first].low in _COORDINATED)
        ):
            return first
    return start


def _is_named(token: Token) -> bool:
    """Whether a subject may begin so."""
    return bool(token.tags & lx.NOMINAL) or not token.tags


def _keeps_on(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether it is said over a comma of what the share is: | Hàn Quốc tiếp tục dẫn đầu, | chiếm 59%."""
    behind = tokens[first + 1 : stop]
    said = any(token.low in _GOES_ON for token in behind)
    opens = first == 0 or is_break(tokens[first - 1]) or tokens[first - 1].kind == PERIOD_TOKEN
    somebody = tokens[first].tags & lx.ACTOR and tokens[first].low not in ("các", "những")
    return said and opens and not somebody and not any(t.tags & lx.AMOUNTS for t in behind)


_MOVES = frozenset({"chuyển dịch", "dịch", "dịch chuyển", "chuyển biến", "phục hồi"})
"""A clause with these is whole: cơ cấu kinh tế chuyển dịch tích cực, | công nghiệp tăng 2,5%."""


def _sums_named(tokens: list[Token], begin: int, start: int, floor: int) -> int:
    """Where a sum begins that several amounts name: | Tổng số tiền phạt, tiền bán hàng, trị giá hàng tiêu hủy là."""
    at = begin
    if begin != start or not tokens[start].tags & lx.AMOUNT:
        return start
    while at > floor and tokens[at - 1].low == ",":
        stop = at = at - 1
        while at > floor and tokens[at - 1].kind == WORD:
            at -= 1
        if at == stop or not tokens[at].tags & lx.AMOUNT:
            return start
    return at if tokens[at].low.startswith("tổng ") else start


def _is_said(token: Token) -> bool:
    """Whether a predicate begins: "vốn sụt giảm", where "vốn" is an adverb."""
    return bool(token.tags & (lx.CHANGE | lx.PREDICATE)) or token.low in ("là", "đã", "rất", "chỉ")


def before_aside(tokens: list[Token], start: int, end: int) -> int:
    """`end` of a subject before the clause that goes on about it: tỷ lệ X, thước đo …, | đạt."""
    while end > start + 1 and tokens[end - 1].low == ",":
        end -= 1
    commas = [at for at in range(start, end) if tokens[at].low == ","] or [end]
    asides = [at for at in commas if at + 1 < end and tokens[at + 1].low in _ASIDES]
    comma = asides[0] if asides else commas[-1]
    for at in range(start + 1, min(comma, end)):
        if tokens[at].low in _GOES_ON or tokens[at].kind == PERIOD_TOKEN:
            return at
        if tokens[at].low.startswith("có sự "):
            return at
    follower = tokens[comma + 1] if comma + 1 < end else None
    if follower is None or comma + 1 >= end:
        return min(comma, end)
    if is_pair(tokens, comma):
        return end
    before = tokens[comma - 1].entry.noun
    if before and before == follower.entry.noun and follower.low not in _ASIDES:
        return end
    joined = any(token.low == "và" for token in tokens[comma + 2 : comma + 4])
    aside = follower.low in _ASIDES or (end - comma > 5 and not joined)
    return comma if aside else end


_GOES_ON = frozenset({"nay", "đã", "đang", "vẫn", "luôn", "tiếp tục", "ổn định", "dần", "sẽ"})


_ASIDES = frozenset({"tính cả", "kể cả", "không kể", "không tính", "chưa kể", "vốn", "thước đo", "một", "nhất là", "gồm cả", "bao gồm cả", "trừ", "nơi"})  # fmt: skip
