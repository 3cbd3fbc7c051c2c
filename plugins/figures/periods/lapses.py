"""Terms and years that are told by their length or their place alone (guideline section 5)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from figures.periods.memory import Memory, Stated
from figures.periods.place import Place
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import Token


def in_bracket(tokens: list[Token], at: int, memory: Memory) -> Stated | None:
    """The years that a bracket tells of a term named without them: Nhiệm kỳ qua | (2016 - 2021)."""
    mention = tokens[at].mention
    unnamed = isinstance(mention, Mention) and not mention.year
    if not isinstance(mention, Mention) or not unnamed or mention.form not in ("term", "since"):
        return None
    told = tokens[at + 2].mention if at + 2 < len(tokens) and tokens[at + 1].low == "(" else None
    if not isinstance(told, Mention) or told.form != "range":
        return None
    if mention.form == "since":
        return memory.resolved(Mention("since", told.year))
    return Stated(f"{told.year}-{told.last_year}", "stated", told)


def term_behind(line: Line, stated: Stated | None, memory: Memory) -> Stated | None:
    """The term that ends where the one named begins: what was done in it is told when that begins.

    Đại hội nhiệm kỳ 2025-2030. Trong nhiệm kỳ, chi bộ kết nạp 12 đảng viên.
    """
    mention = stated.mention if stated is not None else None
    if stated is None or mention is None or mention.form != "term" or mention.relative:
        return stated
    first, _, last = stated.period.partition("-")
    if first != str(memory.now) or not last.isdigit() or not line.words.isdisjoint(COMING):
        return stated
    return replace(stated, period=f"{2 * int(first) - int(last)}-{first}")


_LAPSES = frozenset({"sau", "qua", "trải qua"})
LAPSING = mark(_LAPSES)


def lapse(tokens: list[Token], memory: Memory) -> Place | None:
    """The years since the one told before, with whose number a sentence opens: Sau 10 năm, …."""
    if len(tokens) < 4 or tokens[0].low not in _LAPSES:
        return None
    at = 1 + bool(tokens[1].tags & lx.HEDGE)
    length, past = tokens[at].minimum, memory.past
    if length is None or tokens[at + 1].low.split()[0] != "năm" or not 1 <= length <= _LONG:
        return None
    mention = past.mention if past is not None else None
    term = _term_so_far(int(length), at, memory) or _term_over(length, at, memory)
    if term is not None:
        return term
    if mention is None or mention.form != "year" or mention.year is None or length == 1:
        return None
    last = mention.year + int(length)
    if memory.now is None or last > memory.now:
        return None
    ranged = Mention("range", mention.year, last)
    return Place(at + 1, Stated(f"{mention.year}-{last}", "carried", ranged), compared=False)


def _term_so_far(length: int, at: int, memory: Memory) -> Place | None:
    """The first years of a term that is not over: Nghị quyết nhiệm kỳ 2020-2025. Sau 3 năm thực hiện, …."""
    told = (said.mention for said in (memory.past, memory.future) if said is not None)
    term = next((term for term in told if term is not None and term.last_year), None)
    if term is None or memory.now is None:
        return None
    first, reached = term.year or 0, (term.year or 0) + length
    if not memory.now - 1 <= reached <= memory.now < (term.last_year or 0):
        return None
    ranged = Mention("range", first, reached)
    return Place(at + 1, Stated(f"{first}-{reached}", "carried", ranged), compared=False)


def _term_over(length: Decimal, at: int, memory: Memory) -> Place | None:
    """The term before the one that begins now, told by its length: Đại hội nhiệm kỳ 2016-2021: Qua 5 năm, …."""
    ahead = memory.future.mention if memory.future is not None else None
    if ahead is None or not ahead.year or not ahead.last_year or ahead.year != memory.now:
        return None
    if ahead.last_year - ahead.year != length:
        return None
    first = ahead.year - int(length)
    ranged = Mention("range", first, ahead.year)
    return Place(at + 1, Stated(f"{first}-{ahead.year}", "carried", ranged), compared=False)


_LONG = 30
"""More years than that are history."""
COMING = lx.cue_words("target") | {"sẽ"}
