"""What is said before a number: the subject that is measured, the label, the predicate.

Guideline section 3 b.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures import lexicon as lx
from figures.clause_edges import (
    bracket_start,
    coordinates,
    defines,
    is_break,
    is_change,
    is_day,
    is_length,
    names_basis,
    strong_links,
    without_adverbs,
    without_joint,
)
from figures.comma_subjects import before_aside, over_comma
from figures.listed_subjects import coordinated, in_sector
from figures.subjects import (
    nominal_inside,
    past_agent,
    past_separators,
    planned_subject,
    without_place,
    yields,
)
from figures.tokens import WORD, Token


@dataclass(slots=True)
class Before:
    """What stands before a number in its clause; one is made for each, so it is not frozen."""

    start: int
    end: int
    """Token positions of the phrase; empty when nothing but links and adverbs stand there."""
    joint: frozenset[str]
    """The links, adverbs and prepositions between the phrase and the number."""
    linked: bool
    """Whether a verb such as đạt, là, còn leads from it to the number."""
    changed: bool
    """Whether a verb of change does."""
    verbal: bool
    """Whether the phrase is a predicate: it begins with a verb or an auxiliary."""
    level: tuple[int, int] | None

    def __bool__(self) -> bool:
        return self.end > self.start


def left_phrase(tokens: list[Token], number_at: int, floor: int) -> Before:
    """What is said right before the number at `number_at`, not reaching below `floor`."""
    begin = number_at
    while begin > floor:
        if tokens[begin - 1].kind == WORD:
            begin -= 1
            continue
        before = tokens[begin - 1]
        opened = bracket_start(tokens, begin, floor) if before.low == ")" else begin
        if opened < begin:
            begin = opened
        elif (
            is_break(before)
            and not coordinates(tokens, begin - 1)
            and not defines(tokens, begin - 1, floor)
            and not names_basis(tokens, begin - 1)
            and not is_day(tokens, begin - 1)
            and not is_length(tokens, begin - 1)
            and not (before.reason == "back_reference" and tokens[begin - 2].low == "của")
        ):
            break
        else:
            begin -= 1
    end, joint, changed = without_joint(tokens, begin, number_at)
    if end == begin and not (joint and begin > floor and tokens[begin - 1].low == ","):
        linked = not joint.isdisjoint(strong_links())
        return Before(begin, begin, joint, linked, changed, False, None)
    if end - begin > _LONG:
        begin = _behind_contrast(tokens, begin, end)
    if end - begin > 1 and tokens[end - 1].low in _AIMED and joint:
        end -= 1
    linked = not joint.isdisjoint(strong_links())
    if end > begin and tokens[end - 1].low == "đóng góp" and _is_share(tokens, number_at):
        end, more, changed = without_joint(tokens, begin, end - 1)
        begin = _behind_contrast(tokens, begin, end)
        joint, linked = joint | more | {"đóng góp"}, True
    if _roles(tokens, begin, end) & lx.CHANGE:
        while begin < end and is_change(tokens, begin) and tokens[begin + 1].tags & lx.AMOUNTS:
            begin += 1
        changes = [
            at
            for at in range(begin, end)
            if is_change(tokens, at) and not _is_rated(tokens, at, end)
        ]
        if changes:
            changed = True
            grown = changes[-1] + 1
            told = grown < end and next(
                (i for i in range(grown + 1, end) if _goes_with(tokens, i)), 0
            )
            if told:
                begin, changed = told, False
            elif "với" in joint and grown < end and tokens[grown].tags & lx.AMOUNTS:
                begin, changed = grown, False
            elif _lowers(tokens, begin, changes[0], end):
                begin, changed = changes[0] + 1, False
            elif (named := _behind_example(tokens, grown, end)) < end:
                begin = named
            elif _grows(tokens, begin, changes[0], grown, end):
                begin = grown
            else:
                end, more, _ = without_joint(tokens, begin, changes[0])
                joint = joint | more
    start, verbal = without_adverbs(tokens, begin, end)
    if (
        begin > floor
        and tokens[begin - 1].low == ","
        and (
            linked
            or changed
            or any(word.startswith(_ESTIMATED) for word in joint)
            or (
                not joint.isdisjoint(("được", "khoảng"))
                and tokens[begin].kind == WORD
                and _is_money(tokens, number_at)
            )
        )
    ):
        subject = over_comma(tokens, begin, start, end, floor)
        if subject < start:
            start, end = subject, before_aside(tokens, subject, end)
            while end - 1 > start and is_change(tokens, end - 1):
                end -= 1
    if start + 2 < end and tokens[start].low == "thực hiện" and tokens[start + 1].kind != WORD:
        start += 2
    start = coordinated(tokens, begin, start, end, floor)
    start = in_sector(tokens, start, end, floor)
    start = _behind_comparison(tokens, start, end)
    roles = _roles(tokens, start, end)
    if roles & lx.STOP:
        start = max(
            (at + 1 for at in range(start + 1, end - 1) if tokens[at].low == "như"), default=start
        )
    if roles & lx.CUE and (subject := planned_subject(tokens, start, end)):
        return Before(start, subject, joint, linked, changed, False, None)
    if roles & (lx.CUE | lx.AMOUNTS):
        start = past_separators(tokens, start, end)
        start = _behind_comparison(tokens, start, end)
    if roles & lx.LINK:
        start = next((at for at in range(start + 1, end - 1) if tokens[at].low in SHARE_OF), start)
    acted = past_agent(tokens, start, end)
    if linked and end - acted == 1 and tokens[start].entry.noun in ("document", "thing"):
        acted = start
    if linked and "chiếm" in joint and tokens[start].entry.noun in ("document", "thing"):
        acted = start
    start, verbal = (acted, True) if acted > start else (start, verbal)
    level = None
    if end > start and tokens[end - 1].tags & lx.LEVEL:
        end, level = _level_before(tokens, start, end)
    if end > start:
        first = tokens[start].tags
        verbal = (verbal and not first & lx.NOMINAL) or (
            bool(first & (lx.VERB | lx.PREDICATE)) and not first & lx.NOMINAL
        )
    if roles & lx.AMOUNTS and (verbal or _acts(tokens, start, end)):
        start, verbal = nominal_inside(tokens, start, end, verbal=verbal)
    given = end - start > 1 and tokens[start].entry.noun in ("person", "group")
    if given and tokens[end - 1].low in ("trị giá", "tổng trị giá"):
        start, verbal = end - 1, False
    end = without_place(tokens, start, end)
    if end - start > 2 and tokens[end - 1].low == "năm" and tokens[end - 2].reason == "duration":
        end -= 2
    if end - start > 1 and tokens[end - 1].low in _REFERRED:
        start = end - 1
    passed = end - start == 2 and tokens[end - 1].low == "trước"
    if (passed or end - start == 1) and tokens[start].low in _TIMES:
        end = start
    return Before(start, end, joint, linked, changed, verbal, level)


_ESTIMATED = ("ước đạt", "ước thực hiện", "ước tính đạt", "ước khoảng")

SHARE_OF = frozenset({"đạt tỷ lệ", "đạt tỉ lệ", "với tỷ lệ", "với tỉ lệ"})
"""Behind these a rate is named: các xã | đạt tỷ lệ cử tri đi bầu trên 99%."""

_AIMED = frozenset({"mục tiêu", "dự kiến", "kế hoạch", "phấn đấu"})
"""What is measured is aimed at: lợi nhuận sau thuế | mục tiêu | đạt 97 tỷ."""

_REFERRED = frozenset({"tỷ lệ này", "tỉ lệ này", "con số này", "chỉ số này", "mức này"})
"""Behind whose number it is, what was told before: ở khu 7 | tỷ lệ này | là 94,7%."""

_TIMES = frozenset({"ngày", "tháng", "năm", "quý", "kỳ", "tuần", "vụ trước"})
"""Left of a comparison, they name nothing: so với tháng cùng kỳ năm 2018 giảm 116 vụ."""


_LONG = 6
"""How many words a clause has at least that may hold another before it."""


def _behind_contrast(tokens: list[Token], begin: int, end: int) -> int:
    """`begin` behind the clause before: doanh thu tăng nhưng | chi phí giảm nên | lợi nhuận đạt 5 tỷ."""
    for at in range(end - 1, begin, -1):
        if tokens[at].low in ("nên", "nhưng", "song", "do đó", "vì vậy"):
            told = any(token.tags & lx.AMOUNTS for token in tokens[at + 1 : end])
            return at + 1 if told or at == end - 1 else begin
    return begin


def _is_share(tokens: list[Token], at: int) -> bool:
    """Whether a share or points of one stand there: ngành điện đóng góp | 0,35 điểm phần trăm."""
    return at + 1 < len(tokens) and tokens[at + 1].entry.unit in ("%", "điểm %")


def _is_money(tokens: list[Token], at: int) -> bool:
    """Whether a sum of money stands there: thu thuế, phí, lệ phí được | 2,5 tỷ đồng."""
    return at + 1 < len(tokens) and tokens[at + 1].entry.unit == "đồng"


def _behind_comparison(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind the time that is compared with: so với tháng 6/2024 | số vụ cháy tăng."""
    if start + 2 < end and tokens[start].low in ("so với", "so") and tokens[start + 1].kind != WORD:
        return start + 2
    return start


def _acts(tokens: list[Token], start: int, end: int) -> bool:
    """Whether somebody who did something stands there: UBND …, Đại tá Lê Minh đã trao … số tiền."""
    if start >= end or tokens[start].tags & lx.ACTOR or tokens[start].entry.noun == "group":
        return start < end
    for at in range(start, end):
        if tokens[at].low == "cho" and at + 1 < end and yields(tokens, at + 1):
            return True
        if tokens[at].low == "đã" and not tokens[start].tags & lx.NOMINAL:
            return True
    return False


def _is_rated(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a rate of growth is named: tỷ lệ | tăng đàn gia súc."""
    named = at > 0 and tokens[at - 1].low in ("tỷ lệ", "tỉ lệ") and at + 1 < end
    return named and bool(tokens[at + 1].tags & lx.NOMINAL)


def _lowers(tokens: list[Token], begin: int, change: int, end: int) -> bool:
    """Whether the verb has what changes as its object: góp phần giảm | tỷ lệ thất nghiệp | xuống 3,6%."""
    named = change + 1 < end and bool(tokens[change + 1].tags & lx.AMOUNTS)
    return named and not any(
        token.tags & lx.AMOUNTS
        or (token.tags & lx.NOUN and not token.tags & lx.ACTOR and token.entry.noun not in _DOERS)
        for token in tokens[begin:change]
    )


_DOERS = frozenset({"place", "group"})


def _behind_example(tokens: list[Token], grown: int, end: int) -> int:
    """Where an example of what grew begins: một số ngành tăng hai con số như | dệt tăng 14,6%."""
    return next((at + 1 for at in range(end - 2, grown - 1, -1) if tokens[at].low == "như"), end)


def _goes_with(tokens: list[Token], at: int) -> bool:
    """Whether what is measured follows a change: tổng đàn tăng so với năm ngoái với | đàn trâu."""
    return tokens[at - 1].low == "với" and bool(tokens[at].tags & lx.AMOUNTS)


def _grows(tokens: list[Token], begin: int, change: int, start: int, end: int) -> bool:
    """Whether what grows follows the verb: Hội tăng trưởng | nguồn quỹ | 7,2 tỷ đồng."""
    if start >= end or not tokens[change].low.startswith("tăng trưởng"):
        return False
    before = tokens[begin:change]
    subject = any(token.tags & lx.AMOUNTS for token in before)
    return not subject and any(token.tags & lx.AMOUNT for token in tokens[start:end])


def _roles(tokens: list[Token], start: int, end: int) -> int:
    """All roles of the words between `start` and `end`: most rules ask for words that are not there."""
    roles = 0
    for token in tokens[start:end]:
        roles |= token.tags
    return roles


def _level_before(tokens: list[Token], start: int, end: int) -> tuple[int, tuple[int, int]]:
    last = end
    end -= 1
    while (
        end - 1 > start
        and tokens[end - 1].low in (",", "và", "/")
        and tokens[end - 2].tags & lx.LEVEL
    ):
        end -= 2
    return end, (end, last)
