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
    links,
    without_adverbs,
    without_joint,
)
from figures.phrases import NOMINAL
from figures.subjects import (
    before_aside,
    coordinated,
    nominal_inside,
    over_comma,
    past_agent,
    past_separators,
    planned_subject,
    without_place,
)
from figures.tokens import WORD, Token


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a number in its clause."""

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


_WEAK = frozenset(
    {
        "có",
        "được",
        "cho",
        "có tới",
        "tới",
        "đến",
        "ở",
        "mới",
        "thực hiện",
        "hoàn thành",
        "lên",
        "tức",
        "tức là",
        "là",
    }
)


def left_phrase(tokens: list[Token], number_at: int, floor: int) -> Before:
    """What is said right before the number at `number_at`, not reaching below `floor`."""
    begin = number_at
    while begin > floor:
        if tokens[begin - 1].kind == WORD:
            begin -= 1
            continue
        opened = bracket_start(tokens, begin, floor)
        if opened < begin:
            begin = opened
        elif (
            is_break(tokens[begin - 1])
            and not coordinates(tokens, begin - 1)
            and not defines(tokens, begin - 1, floor)
        ):
            break
        else:
            begin -= 1
    end, joint, changed = without_joint(tokens, begin, number_at)
    linked = any(low not in _WEAK for low in joint if links(low)) or "là" in joint
    while (
        begin < end and is_change(tokens, begin) and tokens[begin + 1].tags & (lx.AMOUNT | lx.RATE)
    ):
        begin += 1
    changes = [at for at in range(begin, end) if is_change(tokens, at)]
    if changes:
        changed = True
        end, more, _ = without_joint(tokens, begin, changes[0])
        joint = joint | more
    start, verbal = without_adverbs(tokens, begin, end)
    if (linked or changed) and begin > floor and tokens[begin - 1].low == ",":
        subject = over_comma(tokens, begin, start, end, floor)
        if subject < start:
            start, end = subject, before_aside(tokens, subject, end)
    start = coordinated(tokens, begin, start, end, floor)
    subject = planned_subject(tokens, start, end)
    if subject:
        return Before(start, subject, joint, linked, changed, False, None)
    start = past_separators(tokens, start, end)
    acted = past_agent(tokens, start, end)
    start, verbal = (acted, True) if acted > start else (start, verbal)
    level = None
    if end > start and tokens[end - 1].tags & lx.LEVEL:
        end, level = _level_before(tokens, start, end)
    if end > start:
        first = tokens[start].tags
        verbal = (verbal and not first & NOMINAL) or (
            bool(first & (lx.VERB | lx.PREDICATE)) and not first & NOMINAL
        )
    if verbal or (end > start and tokens[start].tags & lx.ACTOR):
        start, verbal = nominal_inside(tokens, start, end, verbal=verbal)
    end = without_place(tokens, start, end)
    return Before(start, end, joint, linked, changed, verbal, level)


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
