"""Subjects that list nouns: bán buôn, bán lẻ; các lớp 6, 7; toàn ngành bưu chính, viễn thông.

Guideline section 3 b.
"""

from __future__ import annotations

from figures.naming.clause_edges import is_break, without_adverbs
from figures.naming.comma_subjects import FRAMES
from figures.naming.subjects import YIELDED
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, WORD, Token

_SAID = lx.VERB | lx.PREDICATE | lx.LINK | lx.STOP | lx.ADVERB | lx.CHANGE | lx.HEDGE

_JOINED = 4
"""How many noun phrases a subject may list."""

_LEADS_IN = frozenset({"part", "target"})
"""Behind these a list begins: phấn đấu | dịch vụ, thương mại chiếm 50%."""
_SECTORS_DONE = frozenset({"xây dựng", "chế biến", "khai thác", "vận tải", "kinh doanh", "quản lý", "tiêu dùng", "sản xuất", "nuôi trồng", "đánh bắt", "giết mổ", "bán buôn", "bán lẻ", "lưu trú", "ăn uống", "tài chính"})  # fmt: skip
"""Verbs that name a branch where others stand beside it: công nghiệp, | xây dựng tăng 17%."""
TRADED = frozenset(
    {"xuất khẩu", "nhập khẩu", "bán", "sản xuất", "tiêu thụ", "kinh doanh", "chế biến"}
)
"""With these a list of goods begins that names what was traded: | xuất khẩu mây tre, cói, thảm đạt 10 triệu USD."""
_TEAMS = frozenset({"đội ngũ", "tập thể", "toàn thể"})
"""Who is listed is told behind these: đội ngũ | cán bộ, giáo viên, nhân viên."""

_OWNS = frozenset({"của", "tại", "ở", "được", "sang", "vào"})
"""Where what the listed nouns are ends: đường thôn, đường xóm | được cứng hóa."""


def coordinated(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
    """Where a subject that lists nouns begins: bán buôn, bán lẻ | tăng; đàn trâu, bò | có."""
    if start != begin or end <= start or start <= floor or tokens[start - 1].low != ",":
        return start
    if tokens[start].reason == "numbered":
        return _lists_numbers(tokens, start, floor)
    if tokens[start].low in _SORTS and tokens[start + 1].kind == NUMBER:
        return _lists_sorts(tokens, start, floor)
    if (sourced := _lists_sources(tokens, start, end, floor)) < start:
        return sourced
    if _in_frame(tokens, start, floor):
        return start
    people = tokens[start].entry.noun == "person"
    ends = next(
        (
            at
            for at in range(start + 1, end)
            if tokens[at].low in _OWNS or (people and _acts(tokens[at]))
        ),
        end,
    )
    if not _is_bare(tokens, start, ends):
        return start
    first = start
    for _ in range(_JOINED):
        if first <= floor or tokens[first - 1].low != ",":
            break
        at = first - 1
        while at > floor and not is_break(tokens[at - 1]):
            at -= 1
        while at < first - 1 and (
            not _LEADS_IN.isdisjoint(tokens[at].entry.cues) or tokens[at].low in _TEAMS
        ):
            at += 1
        if not _lists_with(tokens, at, first - 1, start, short=ends - start < 3):
            break
        first = at
    return first


def _in_frame(tokens: list[Token], start: int, floor: int) -> bool:
    """Whether what stands before only says where: Trong khu vực nông, lâm nghiệp, | ngành gỗ tăng."""
    at = start - 1
    while at > floor and (tokens[at - 1].kind == WORD or tokens[at - 1].low == ","):
        at -= 1
    head = at + (tokens[at].low == ",")
    if tokens[head].low in _STAGES and tokens[start].low not in _STAGES:
        return True
    return tokens[at].low in FRAMES


_STAGES = frozenset({"bậc", "bậc học", "cấp học", "hệ", "khối lớp"})
"""They say of which pupils it is told, where the subject is found: bậc THCS, | học lực tốt đạt 19,7%."""


def _lists_sources(tokens: list[Token], start: int, end: int, floor: int) -> int:
    """Where an amount begins whose source is named twice: thu nhập từ tiền lương, tiền công | 69,95%."""
    at = start - 1
    while at > floor and not is_break(tokens[at - 1]):
        at -= 1
    at, _predicate = without_adverbs(tokens, at, start - 1)
    sourced = start - 3 > at and tokens[start - 3].low == "từ" and end - start < 3
    if not sourced or not tokens[at].tags & lx.AMOUNTS:
        return start
    same = tokens[start].low.split()[0] == tokens[start - 2].low.split()[0]
    return at if same else start


def _lists_numbers(tokens: list[Token], start: int, floor: int) -> int:
    """Where the noun stands that is told by its numbers: các lớp | 6, 7, 8 và khối 9."""
    at = start
    while at > floor:
        listed = tokens[at - 1].low == "," and at - 1 > floor
        if is_break(tokens[at - 1]) and not (listed and tokens[at - 2].reason == "numbered"):
            break
        at -= 1
    return without_adverbs(tokens, at, start)[0]


_SORTS = frozenset({"loại", "hạng", "mức", "nhóm", "lớp", "khối", "bậc"})


def _lists_sorts(tokens: list[Token], start: int, floor: int) -> int:
    """Where what is told by numbered sorts begins: sức khỏe loại 1, | loại 2."""
    at = start
    while at - 2 > floor and tokens[at - 2].kind == NUMBER and tokens[at - 2].reason:
        if tokens[at - 1].low != "," or tokens[at - 3].low != tokens[start].low:
            return start
        at -= 3
    while at > floor and at < start and not is_break(tokens[at - 1]):
        at -= 1
    return without_adverbs(tokens, at, start)[0]


def _lists_with(tokens: list[Token], at: int, comma: int, start: int, *, short: bool) -> bool:
    """Whether the words between `at` and `comma` are a noun phrase that the one at `start` continues."""
    has = at < comma and tokens[at].low == "có"
    if at + has >= comma or comma - at > 6:
        return False
    head, last = tokens[at + has], tokens[start]
    traded = head.low in TRADED and at + has + 1 < comma
    named = at + has + traded
    named += traded and tokens[named].low == "hàng" and named + 1 < comma
    if head.tags & lx.ACTOR or not all(_is_nominal(t) for t in tokens[named:comma]):
        return False
    if traded:
        return tokens[named].entry.noun not in ("place", "group")
    if head.tags & lx.LABEL and last.tags & lx.NOUN:
        return short
    if head.entry.noun in ("place", "group", "person"):
        return head.entry.noun == last.entry.noun or (short and not last.tags & lx.NOUN)
    return True


def _is_bare(tokens: list[Token], start: int, end: int) -> bool:
    """Whether nothing but a short noun phrase stands there, that is no amount by itself."""
    head = tokens[start].tags
    if head & (lx.AMOUNTS | lx.ACTOR) or end - start > 5:
        return False
    return all(_is_nominal(token) for token in tokens[start:end])


def _is_nominal(token: Token) -> bool:
    if token.kind != WORD or token.low == "và":
        return token.low == "và"
    if token.tags & lx.CUE and not token.tags & lx.NOMINAL and "part" in token.entry.cues:
        return False
    return bool(token.tags & lx.NOMINAL) or not token.tags & _SAID or token.low in _SECTORS_DONE


def _acts(token: Token) -> bool:
    """Whether what the listed people do begins: giáo viên, nhân viên | ký cam kết."""
    return bool(token.tags & (lx.VERB | lx.PREDICATE)) and not token.tags & lx.NOMINAL


def in_sector(tokens: list[Token], start: int, end: int, floor: int) -> int:
    """Where what a whole branch earned begins: toàn ngành bưu chính, viễn thông | doanh thu."""
    for at in range(end - 1, start, -1):
        if tokens[at].low in YIELDED:
            break
    else:
        return start
    listed = start > floor and tokens[start - 1].low == ","
    named = lx.NOUN if listed else 0
    if tokens[at - 1].tags & ~named or tokens[start].tags & lx.AMOUNTS:
        return start
    head = start
    while head > floor and (tokens[head - 1].low == "," or not is_break(tokens[head - 1])):
        head -= 1
    while head < start and not _is_nominal(tokens[head]):
        head += 1
    return at if tokens[head].low in _SECTORS else start


_SECTORS = frozenset({"toàn ngành", "ngành", "lĩnh vực", "khu vực", "nhóm ngành"})
