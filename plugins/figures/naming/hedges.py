"""How exactly a number is told: trên, gần, khoảng, ít nhất before it, trở lên behind it.

Guideline section 2.
"""

from __future__ import annotations

from itertools import takewhile

from figures.draft import Draft
from figures.naming.clause_edges import signs_change
from figures.naming.sentence import Sentence
from figures.refusing.limits import SHARED
from figures.text import lexicon as lx
from figures.text.marks import mark
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

COMPARES = {
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
_BUDGETED = frozenset({"thu", "chi", "tổng thu", "tổng chi"})
"""What is estimated though it may be a verb: ước thu từ trồng trọt."""
_AIMING = mark(lx.cue_words("target"))
_HEDGING = mark(COMPARES, lx.words_with(lx.HEDGE))
_LEADS = lx.LINK | lx.CHANGE | lx.ADVERB
"""Roles of the words over which a hedge reaches its number."""
_LEAST = frozenset({"ít nhất", "thấp nhất"})
_RUNS = frozenset({"chạy", "hoạt động", "triển khai", "thực hiện", "khai thác", "trồng", "nuôi"})
"""Verbs of which "trên" tells where: xe buýt chạy trên 98 tuyến."""
_WORKS = frozenset({"khai thác", "trồng", "nuôi"})
"""Those of which it does not if what they work on follows: trồng | trên 8.300 ha rừng."""
_LANDS = ("đất", "diện tích", "ruộng", "mặt nước", "ao", "hồ", "đầm", "lồng", "bè")


class Hedges(Sentence):
    """Reads hedges."""

    def _qualifier(self, draft: Draft, floor: int) -> str:
        tokens, at, marks = self.tokens, draft.at, self.line.marks
        if marks & _HEDGING and (told := self._hedge_before(at, floor)):
            return told
        if at + 1 < len(tokens) and tokens[at + 1].low == "+":
            return "over"
        if at and tokens[at - 1].low == "từ" and marks & _AIMING and self._is_at_least(draft):
            return "at_least"
        if marks & _HEDGES_AFTER and (told := self._hedge_after(at)):
            return told
        return "about" if marks & _ESTIMATED and self._estimates(at, floor) else "exact"

    def _is_at_least(self, draft: Draft) -> bool:
        """Whether an aim is told with "từ" alone: phấn đấu thành lập mới từ | 02 hợp tác xã."""
        if "phấn đấu" not in self.words or draft.token.minimum != draft.token.maximum:
            return False
        behind = takewhile(lambda token: token.low not in ",;", self.tokens[draft.at + 1 :])
        ends = lx.NEW_LEVEL | lx.LINK
        return not any(t.tags & ends or t.low in ("đến", "tới", "-", "–") for t in behind)

    def _hedge_before(self, at: int, floor: int) -> str:
        """What the hedge or the sign before the number and its links says; empty for none."""
        tokens = self.tokens
        for position in range(at - 1, floor - 1, -1):
            token = tokens[position]
            if token.tags & lx.HEDGE:
                spatial = token.low == "trên" and position and self._tells_where(position, at)
                before = tokens[position - 1] if position else None
                most = before and (before.tags & lx.CHANGE or before.low in SHARED)
                superlative = token.entry.hedge == "at_most" and (most or position < at - 1)
                superlative = superlative or _is_lowest(tokens, position, at)
                return "exact" if spatial or superlative else token.entry.hedge
            if token.kind == SIGN:
                signed = token.low == "+" and self._signed(position)
                bullet = token.low == "+" and not position and self.line.end(0) < self.line.start(1)
                if token.low not in COMPARES or bullet or (token.low == "+" and position < at - 1):
                    break
                return "exact" if signed else COMPARES[token.low]
            if not token.tags & _LEADS:
                break
        return ""

    def _tells_where(self, position: int, at: int) -> bool:
        """Whether "trên" tells where something is or runs: chạy trên 98 tuyến, 160 xã | trên 9 huyện; of how many: 214 việc | trên 265 việc."""
        tokens, last = self.tokens, self.drafts[-1] if self.drafts else None
        counted = last is not None and last.behind == position == at - 1 and not last.measure
        noun = tokens[at + 1] if at + 1 < len(tokens) else None
        placed = noun is not None and (
            noun.entry.noun == "place" or (last is not None and noun.low == last.head)
        )
        if tokens[position - 1].low in _WORKS and at + 2 < len(tokens):
            thing = tokens[at + 2]
            measured = tokens[at + 1].tags & (lx.MEASURE | lx.COUNTER) and thing.kind == WORD
            if measured and (thing.tags & lx.NOUN or not thing.tags):
                return thing.low.startswith(_LANDS)
        return tokens[position - 1].low in _RUNS or (counted and placed)

    def _hedge_after(self, at: int) -> str:
        """What the hedge behind the number says, unless it says of something else; empty for none."""
        tokens = self.tokens
        if self.line.marks & _AIMING and (told := self._aimed_at(at)):
            return told
        measured = True
        for token in tokens[at + 1 : at + 12]:
            if token.tags & lx.HEDGE_AFTER:
                limits = measured or (at > 0 and tokens[at - 1].low == "từ")
                return token.entry.hedge if limits else "exact"
            measured = measured and bool(token.tags & (lx.MEASURE | lx.PER) or token.low in "/%")
            if (token.kind == NUMBER or token.kind == SIGN) and token.low != "%":
                break
        return ""

    def _aimed_at(self, at: int) -> str:
        """The hedge behind what is aimed at: phấn đấu tuyển | 1.800 học sinh, sinh viên trở lên."""
        tokens, end = self.tokens, at + 1
        while end < len(tokens) and tokens[end].kind == WORD and tokens[end].tags & lx.NOUN:
            end += 1 + (end + 1 < len(tokens) and tokens[end + 1].low == ",")
        named = at + 1 < end < len(tokens) and tokens[end].tags & lx.HEDGE_AFTER
        return tokens[end].entry.hedge if named else ""

    def _estimates(self, at: int, floor: int) -> bool:
        """Whether the clause begins with an estimate: ước tính số tiền xử phạt lên đến ….

        Or one stands right before what was done: tỉnh ước đón | 1,3 triệu lượt khách.
        """
        tokens = self.tokens
        done = at - 1 - (tokens[at - 1].low in ("được", "khoảng"))
        if done > floor and tokens[done].tags & lx.VERB and tokens[done - 1].low in _ESTIMATES:
            return True
        begin = at - (at > floor and tokens[at - 1].low == ":")
        while begin > floor and tokens[begin - 1].kind != SIGN:
            begin -= 1
        if begin > 2 and not self.drafts and tokens[begin - 1].low == ",":
            opened = tokens[0].low in ("ước", "ước tính") and tokens[1].kind == PERIOD_TOKEN
            if opened and begin == 3:
                return True
        if begin + 1 >= at or tokens[begin].low not in _ESTIMATES:
            return False
        told = tokens[begin + 1].tags & lx.AMOUNT or tokens[begin + 1].low in _BUDGETED
        return bool(told) or tokens[begin].low == "ước thực hiện"

    def _signed(self, position: int) -> bool:
        bracketed = position > 0 and self.tokens[position - 1].low in "(["
        return bracketed or (position > 0 and signs_change(self.tokens, position))


def _is_lowest(tokens: list[Token], hedge: int, number: int) -> bool:
    """Whether who has the least is told, no limit: xã A ít nhất với | 30 em, thấp nhất là 8,5%."""
    led = hedge + 1 < number and tokens[hedge + 1].low in ("với", "là")
    return led and tokens[hedge].low in _LEAST
