"""Places called by a day: đường 30/4, quảng trường 2-9, nông trường 19.5.

Guideline section 1.
"""

from __future__ import annotations

from decimal import Decimal

from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, WORD, Token

_CALLED = tuple(f" {word}" for word in lx.load("names")["by_day"])
_SMALL = frozenset({(2, 9), (1, 5), (1, 6), (2, 4)})
"""Days of which many are called, which look like a share."""
_FEASTS = frozenset({(3, 2), (27, 2), (8, 3), (26, 3), (30, 4), (7, 5), (15, 5), (19, 5), (21, 6), (28, 6), (27, 7), (19, 8), (10, 10), (14, 10), (15, 10), (20, 10), (18, 11), (20, 11), (23, 11), (19, 12), (22, 12)})  # fmt: skip
"""Days by which anything may be called: giải bóng chuyền 30/4, quỹ học bổng 3/2."""
_WAYS = (" đường", " phố", " ngõ", " hẻm", " quảng trường", " công viên")
"""These are called by any day of a town's own."""

_GOVERNS = lx.VERB | lx.LINK | lx.HEDGE | lx.PREDICATE | lx.CHANGE | lx.STOP
_TOTALS = ("số ", "tổng số ", "tổng ", "tỷ lệ ")


def is_called(tokens: list[Token], at: int, behind: int, day: Decimal | None, month: Decimal | None) -> bool:  # fmt: skip
    """Whether the number at `at`, up to `behind`, is the day by which the word before it is called."""
    if not at or day is None or month is None or not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    if tokens[at - 1].kind != WORD:
        return False
    place = " ".join(("", tokens[at - 2].low if at > 1 else "", tokens[at - 1].low))
    date = (int(day), int(month))
    feast = date in _FEASTS and not tokens[at - 1].tags & _GOVERNS
    if place.lstrip().startswith(_TOTALS) or not (feast or place.endswith(_CALLED)):
        return False
    way = place.endswith(_WAYS)
    if not way and at > 1 and tokens[at - 2].kind == NUMBER:
        return False
    follower = tokens[behind] if behind < len(tokens) else None
    if follower is not None and (
        follower.low == "%"
        or (follower.tags & (lx.NOUN | lx.MEASURE) and not follower.tags & lx.VERB)
    ):
        return False
    return day > month or date in _SMALL or way
