"""The level of a contest is that of the prizes won in it, and of who won them.

Guideline section 3: 15 giải trong kỳ thi cấp quốc gia; 1 giải nhì, 2 giải ba và 1 giải khuyến khích cấp trường.
"""

from __future__ import annotations

import re
from itertools import pairwise

from figures.draft import Draft
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import NUMBER, WORD, Token

_CONTESTS = (
    "kỳ thi",
    "kì thi",
    "hội thi",
    "cuộc thi",
    "hội thao",
    "hội diễn",
    "liên hoan",
    "olympic",
)
_LED = frozenset({"trong", "tại", "ở", "qua", "các", "trong các", "tại các"})
_PRIZES = ("giải", "huy chương", "hcv", "hcb", "hcđ")
_WON = re.compile("(?:đạt|đoạt|giành) giải|đạt danh hiệu", re.I)
_FAR = 14
"""Within as many tokens a contest tells its level."""


def level_prizes(line: Line, drafts: list[Draft]) -> None:
    """Gives prizes without a level that of their contest or of the list that they stand in."""
    won = [draft for draft in drafts if _is_won(draft)]
    if not won:
        return
    tokens = line.tokens
    for one, other in reversed(list(pairwise(won))):
        joined = all(token.low in (",", "và") for token in tokens[one.behind : other.at])
        if other.level and not one.level and joined and one.head.startswith("giải"):
            one.level = other.level
    for at, token in enumerate(tokens):
        if token.tags & lx.LEVEL and (contest := _contest_of(tokens, at)) is not None:
            end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low == "trở lên")
            for draft in _won_in(tokens, won, contest, end):
                draft.level = draft.level or line.source(at, end)


def _is_won(draft: Draft) -> bool:
    """Whether prizes are counted, or people and works that won them."""
    won = draft.head.startswith(_PRIZES) or _WON.search(draft.indicator) is not None
    return won and not (draft.measure or draft.share or draft.kind == "change")


def _contest_of(tokens: list[Token], level: int) -> int | None:
    """Where the contest begins whose level stands there: kỳ thi học sinh giỏi | cấp tỉnh."""
    found = None
    for at in range(level - 1, max(-1, level - _FAR), -1):
        if tokens[at].kind == NUMBER or (tokens[at].kind != WORD and tokens[at].low != ","):
            return found
        exam = tokens[at].low in ("kỳ", "kì") and tokens[at + 1].low == "thi"
        if exam or tokens[at].low.startswith(_CONTESTS):
            found = at
    return found


def _won_in(tokens: list[Token], won: list[Draft], contest: int, end: int) -> list[Draft]:
    """The prizes told right before a contest, or behind one that opens its clause."""
    led = contest
    while led and tokens[led - 1].low in _LED:
        led -= 1
    if led < contest and (not led or tokens[led - 1].low in (";", ":")):
        stop = next((at for at in range(end, len(tokens)) if tokens[at].low == ";"), len(tokens))
        return [draft for draft in won if end <= draft.at < stop]
    last = next((draft for draft in reversed(won) if draft.behind <= contest), None)
    if last is None or any(tokens[at].kind != WORD for at in range(last.behind, led)):
        return []
    return [last] if led < contest else []
