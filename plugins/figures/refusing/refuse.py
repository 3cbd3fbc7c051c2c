"""Applies the refusals to one sentence, in order: instructions, wide views, neighbours, lists."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from figures.refusing.instructions import NO_MOOD, Mood, tells_rules
from figures.refusing.lives import tells_a_life
from figures.refusing.names import close_slogan
from figures.refusing.refusals import Guard, is_name, refusal
from figures.refusing.surroundings import asides_after, refuse_by_company
from figures.refusing.tales import tells_tale
from figures.refusing.wide import RULES
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, WORD, Token


def refuse_clauses(line: Line, before: Mood = NO_MOOD) -> Mood:
    """The mood of the sentence; marks the numbers that a wider view refuses: codes, norms, guests.

    `before` is the mood of the sentence before.
    """
    tokens, numbers = line.tokens, line.numbers
    life = tells_a_life(line, before=before.life)
    normative = tells_rules(line, before=before.normative)
    if normative or tells_tale(line):
        for at in numbers:
            tokens[at].reason = "rule"
    else:
        marks, otherwise = line.marks & _TRIGGERED, "life" if life else ""
        for at in numbers:
            tokens[at].reason = _wider(line, at, marks) or refusal(tokens, at) or otherwise
            if tokens[at].reason == "slogan":
                close_slogan(tokens, at)
    if len(numbers) > 1:
        if line.periods:
            _list_months(line)
        reasons = [tokens[at].reason for at in numbers]
        if any(reasons):
            _spread(tokens, numbers)
    refuse_by_company(line, before.asides)
    asides = asides_after(line, before.asides)
    return _REPORTING if asides < 0 and not (normative or life) else Mood(normative, life, asides)


def refuse_alone(line: Line) -> None:
    """Does what `refuse_clauses` does to a line that is nothing but a number.

    Without a word there is no mood, no neighbour and no company.
    """
    line.tokens[0].reason = _wider(line, 0, line.marks & _TRIGGERED)


_REPORTING = Mood(asides=-1)
_BY_MARK = {mark(rule.triggers): rule for rule in RULES}
"""In order, so that a lower bit is an earlier rule's."""
_TRIGGERED = reduce(or_, _BY_MARK)
_ALWAYS = reduce(or_, (bit for bit, rule in _BY_MARK.items() if not rule.triggers))
"""The bits of rules that are asked whatever the words."""
_LONG = 6
"""Numbers of so many characters are asked no more than those of any length."""


@lru_cache(maxsize=2048)
def _rules_for(marks: int, length: int, opens: bool) -> Sequence[tuple[Guard, str]]:
    """The wider rules that may refuse such a number in a sentence with these marks, in order."""
    asked, fitting = marks | _ALWAYS, []
    while asked:
        lowest = asked & -asked
        rule = _BY_MARK[lowest]
        if rule.shortest <= length <= rule.longest and (opens or not rule.opens):
            fitting.append((rule.guard, rule.name))
        asked -= lowest
    return fitting


def _spread(tokens: list[Token], numbers: list[int]) -> None:
    """Bare numbers listed with a refused one are refused with it: 70, 75 và 90 tuổi."""
    for first, second in pairwise(numbers):
        shared = second + 1 < len(tokens) and tokens[second + 1].low == "%"
        if shared and tokens[second - 1].low == "(" and tokens[first].reason in _SEATS:
            tokens[second].reason = tokens[second].reason or tokens[first].reason
    listed = [
        (first, second)
        for first, second in pairwise(numbers)
        if 2 <= second - first <= 3 and all(t.low in _LISTS for t in tokens[first + 1 : second])
    ]
    for first, second in listed:
        reason = tokens[first].reason
        if reason in _LISTED and not tokens[second].reason and is_name(tokens, second):
            tokens[second].reason = reason
    for first, second in reversed(listed):
        if tokens[second].reason in _SPREAD_BACK and not tokens[first].reason:
            tokens[first].reason = tokens[second].reason


_SPREAD_BACK = frozenset({"age", "duration", "date", "dimension"})
_SEATS = frozenset({"elected", "attendance"})
_LISTS = frozenset({",", "và", "hoặc", "-", "đến", "tới", "dưới", "đến dưới", "hết", "trên"})
_LISTED = frozenset({"ordinal", "place", "numbered", "law", "date", "age", "contact"})


def _wider(line: Line, at: int, marks: int) -> str:
    """Name of the first of the wider rules, by the `marks` of the sentence, that refuses a number."""
    tokens = line.tokens
    low = tokens[at].low
    length = len(low)
    for guard, name in _rules_for(marks, length if length < _LONG else _LONG, at == 0):
        if guard(tokens, at):
            return name
    if line.codes and _opens_time(line, at):
        return "duration"
    if _is_glued(line, at) or _is_serial(line, at):
        return "code"
    if _is_address(line, at):
        return "place"
    if (tokens[at].minimum or 9) <= _FEW and _names_each(line, at):
        return "name"
    if tokens[at].denominator is not None:
        return ""
    return "code" if length > 13 and sum(map(str.isdigit, low)) > 13 else ""


def _opens_time(line: Line, at: int) -> bool:
    """Whether a number begins a range of hours: khoảng 2-3 giờ."""
    dashed = at + 2 < len(line.tokens) and line.tokens[at + 1].low in ("-", "–")
    return dashed and at + 2 in line.codes and line.tokens[at + 2].low.endswith("giờ")


def _is_serial(line: Line, at: int) -> bool:
    """Whether a number goes on from letters that number a paper: sổ đỏ số BK 104522."""
    low = line.tokens[at].low
    if at < 2 or len(low) < 5 or not low.isdigit() or line.tokens[at - 2].low not in _SERIES:
        return False
    letters = line.source(at - 1, at)
    return len(letters) < 4 and letters.isupper()


_SERIES = frozenset({"số", "seri", "sê-ri", "số seri", "số hiệu"})


def _is_glued(line: Line, at: int) -> bool:
    """K46, A.206, 25B, COVID-19: letters and digits of one name."""
    text = line.text
    start, end = line.span(at)
    left, right = text[start - 1 : start], text[end : end + 1]
    if left == right == " ":
        return False
    if left.isalpha() or left == "_":
        return not _lost_space(line, at)
    if left in _JOINTS and text[start - 2 : start - 1].isupper():
        return True
    if not right.isupper() or _is_grouped(line, at):
        return False
    follower = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    return follower is None or len(follower.low) == 1 or not follower.tags & (lx.MEASURE | lx.NOUN)


def _is_grouped(line: Line, at: int) -> bool:
    """Whether thousands are parted from one another, not from an abbreviation: còn 44.941KH mất điện."""
    first, *groups = line.tokens[at].low.split(".")
    grouped = bool(groups) and first.isdigit() and all(len(g) == 3 and g.isdigit() for g in groups)
    short = line.source(at + 1, at + 2) if grouped and at + 1 < len(line.tokens) else ""
    return 1 < len(short) <= _SHORT and short.isupper()


_SHORT = 4
"""An abbreviation behind a number has at most so many letters."""
_JOINTS = frozenset(".-–")


def _lost_space(line: Line, at: int) -> bool:
    """Whether only the space behind a hedge or a link is missing: hơn600 lượt."""
    previous = line.tokens[at - 1] if at else None
    return (
        previous is not None
        and line.end(at - 1) == line.start(at)
        and len(previous.low) > 2
        and bool(previous.tags & (lx.HEDGE | lx.LINK))
        and not line.text[line.start(at - 1)].isupper()
    )


def _is_address(line: Line, at: int) -> bool:
    """Whether a number and a name tell where: tại 56 Trần Phú, trụ sở 14 Lê Lợi."""
    tokens = line.tokens
    if not at or at + 1 >= len(tokens):
        return False
    street = tokens[at + 1]
    if street.tags & _COUNTED or not tokens[at].low.isdigit() or not line.begins_large(at + 1):
        return False
    if tokens[at - 1].low in ("tại", "ở", "địa chỉ"):
        return True
    if at + 2 >= len(tokens) or tokens[at + 2].kind != WORD or street.tags | tokens[at + 2].tags:
        return False
    return _is_capital(line, at + 1) and _is_capital(line, at + 2)


_COUNTED = lx.NOUN | lx.MEASURE | lx.LABEL


def _list_months(line: Line) -> None:
    """Marks the months that follow one in a list: trong các tháng 7, 8 và 9 lần lượt là …."""
    tokens = line.tokens
    for at in line.periods:
        if not tokens[at].low.endswith(tuple("0123456789")) or "tháng" not in tokens[at].low:
            continue
        step = at + 1
        while step + 1 < len(tokens) and tokens[step].low in (",", "và"):
            number = tokens[step + 1]
            behind = tokens[step + 2] if step + 2 < len(tokens) else None
            listed = (
                behind is None or behind.low in (",", "và") or "respectively" in behind.entry.cues
            )
            if number.kind != NUMBER or (number.minimum or 13) > 12 or not listed:
                break
            number.reason = "date"
            step += 2


_FEW = Decimal(6)
"""How many may be named one by one."""


def _names_each(line: Line, at: int) -> bool:
    """Whether the few who are counted are named one by one: hai người là Hồ Thị Kiều và ….

    Of places so are those whose something is: sự vươn lên của hai huyện là Đông Lĩnh và ….
    """
    tokens = line.tokens
    if at + 3 >= len(tokens):
        return False
    if not at and tokens[1].entry.noun == "place" and _is_capital(line, at + 2):
        return _names_two(line, at + 2)
    if tokens[at + 2].low not in ("là", ":"):
        return False
    person = tokens[at + 1].entry.noun == "person"
    owner = at > 0 and tokens[at - 1].low == "của" and tokens[at + 1].entry.noun == "place"
    return (person or owner) and _is_capital(line, at + 3)


def _names_two(line: Line, at: int) -> bool:
    """Whether two names stand at `at`: thị trấn | Agoncillo và Laurel."""
    for place in range(at + 1, min(at + 5, len(line.tokens) - 1)):
        if line.tokens[place].low == "và":
            return _is_capital(line, place + 1)
        if not _is_capital(line, place):
            return False
    return False


def _is_capital(line: Line, at: int) -> bool:
    """Whether one capital begins a word: a name, not a line in capitals."""
    start, end = line.start(at), line.end(at)
    return line.text[start].isupper() and line.text[start + 1 : end].islower()
