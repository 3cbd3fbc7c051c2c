"""The same months of an earlier year, told by themselves (guideline section 5)."""

from __future__ import annotations

from dataclasses import replace

from figures.periods.comparisons import COMPARED
from figures.periods.meanings import part_of_year
from figures.periods.memory import Memory, Stated
from figures.periods.place import Place
from figures.text import lexicon as lx
from figures.text.tokens import SIGN, Token


def same_months(
    tokens: list[Token], at: int, stated: Stated, found: list[Place], memory: Memory
) -> Place | None:
    """The months of an earlier year that are told by themselves: …; cùng kỳ năm 2021 là 61 vụ."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if not at or follower is None:
        return None
    if tokens[at - 1].low == "(" and found and _recalls(stated, found[-1]):
        return _of_part(at, stated, found, memory)
    if tokens[at - 1].low != "cùng kỳ":
        return None
    opens = at == 1 or (tokens[at - 2].kind == SIGN and tokens[at - 2].low in ",;(")
    opens = opens or tokens[at - 2].low in _WHILE
    told = follower.low in _TELLS or (
        opens and (bool(follower.tags & (lx.VERB | lx.AMOUNT)) or follower.low in _THESE)
    )
    if not told or (at > 1 and tokens[at - 2].low in COMPARED):
        return None
    return _of_part(at, stated, found, memory)


def _recalls(stated: Stated, before: Place) -> bool:
    """Whether a bracket tells of the year that was just compared with: so với cùng kỳ năm 2016 (năm | 2016 đạt 325 lượt)."""
    return before.compared and before.stated.period == stated.period


def _of_part(at: int, stated: Stated, found: list[Place], memory: Memory) -> Place:
    """The part of an earlier year that is told of the year itself, or was told before."""
    told = (place.stated for place in reversed(found) if not place.compared)
    now = next(told, memory.past)
    mention = now.mention if now is not None else None
    partly = mention is not None and mention.form in ("month", "months", "quarter", "elapsed")
    if now is not None and partly and len(stated.period) == 4:
        stated = replace(stated, period=stated.period + part_of_year(now.period))
    return Place(at, stated, compared=False)


_WHILE = frozenset({"trong khi", "khi", "còn"})
_TELLS = frozenset({"là", "có", "chỉ", "xảy ra", "đạt", "chỉ có", "tương ứng là", "lần lượt là", "tương ứng", "lần lượt"})  # fmt: skip
_THESE = frozenset({"các", "các con", "con số này", "số liệu này", "các số"})
