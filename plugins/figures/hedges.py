"""How exactly a number is told: trên, gần, khoảng, ít nhất before it, trở lên behind it.

Guideline section 2.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.draft import Draft
from figures.limits import SHARED
from figures.marks import mark
from figures.sentence import Sentence
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN

_COMPARES = {
    ">": "over",
    "<": "under",
    "≥": "at_least",
    "≤": "at_most",
    "~": "about",
    "+": "over",
    "±": "about",
}
_ESTIMATES = frozenset({"ước tính", "ước", "ước thực hiện"})
_ESTIMATED, _HEDGES_AFTER = mark(_ESTIMATES), mark(lx.words_with(lx.HEDGE_AFTER))
_HEDGING = mark(_COMPARES, lx.words_with(lx.HEDGE))
_RUNS = frozenset({"chạy", "hoạt động", "triển khai", "thực hiện", "khai thác", "trồng", "nuôi"})
"""Verbs of which "trên" tells where: xe buýt chạy trên 98 tuyến."""


class Hedges(Sentence):
    """Reads hedges."""

    def _qualifier(self, draft: Draft, floor: int) -> str:
        tokens, at = self.tokens, draft.at
        position = at - 1
        marks = self.line.marks
        while position >= floor and marks & _HEDGING:
            token = tokens[position]
            if token.tags & lx.HEDGE:
                spatial = token.low == "trên" and position and tokens[position - 1].low in _RUNS
                before = tokens[position - 1] if position else None
                most = before and (before.tags & lx.CHANGE or before.low in SHARED)
                superlative = token.entry.hedge == "at_most" and (most or position < at - 1)
                return "exact" if spatial or superlative else token.entry.hedge
            if token.low == "+" and position < at - 1:
                break
            if token.kind == SIGN and token.low in _COMPARES:
                return (
                    "exact" if token.low == "+" and self._signed(position) else _COMPARES[token.low]
                )
            if not token.tags & (lx.LINK | lx.CHANGE | lx.ADVERB) or token.kind == SIGN:
                break
            position -= 1
        if at + 1 < len(tokens) and tokens[at + 1].low == "+":
            return "over"
        measured = True
        for token in tokens[at + 1 : at + 12] if marks & _HEDGES_AFTER else ():
            if token.tags & lx.HEDGE_AFTER:
                limits = measured or (at > 0 and tokens[at - 1].low == "từ")
                return token.entry.hedge if limits else "exact"
            measured = measured and bool(token.tags & (lx.MEASURE | lx.PER) or token.low in "/%")
            if (token.kind == NUMBER or token.kind == SIGN) and token.low != "%":
                break
        return "about" if marks & _ESTIMATED and self._estimates(at, floor) else "exact"

    def _estimates(self, at: int, floor: int) -> bool:
        """Whether the clause begins with an estimate: ước tính số tiền xử phạt lên đến …."""
        tokens = self.tokens
        begin = at
        while begin > floor and tokens[begin - 1].kind != SIGN:
            begin -= 1
        if begin > 2 and not self.drafts and tokens[begin - 1].low == ",":
            opened = tokens[0].low in ("ước", "ước tính") and tokens[1].kind == PERIOD_TOKEN
            if opened and begin == 3:
                return True
        if begin + 1 >= at or tokens[begin].low not in _ESTIMATES:
            return False
        return bool(tokens[begin + 1].tags & lx.AMOUNT) or tokens[begin].low == "ước thực hiện"

    def _signed(self, position: int) -> bool:
        return position > 0 and self.tokens[position - 1].low in "(["
