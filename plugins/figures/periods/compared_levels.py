"""Levels that another is only compared with (guideline section 5)."""

from __future__ import annotations

from figures.text import lexicon as lx
from figures.text.marks import mark
from figures.text.tokens import Token

_LEVEL = frozenset({"mức", "con số", "mức tăng", "mức giảm"})
_TO_COMPARE = frozenset({"so với", "so", "so với mức"})
COMPARED_LEVELS = mark(_TO_COMPARE)
"""Without one of these, no level is only compared with."""


def is_compared_level(tokens: list[Token], at: int) -> bool:
    """Whether the number at `at` is only what another is compared with: tăng 9% so với | 2.610 tỷ đồng."""
    at -= 1
    while at > 0 and (tokens[at].tags & lx.HEDGE or tokens[at].low in _LEVEL):
        at -= 1
    if at > 1 and tokens[at].tags & lx.AMOUNT and tokens[at - 1].low == "mức":
        # so với mức lỗ hơn 13 tỷ đồng
        at -= 2
    return at > 0 and tokens[at].low in _TO_COMPARE
