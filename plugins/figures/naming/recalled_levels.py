"""The level of an earlier time that a bracket recalls: tăng 881 ca so với cùng kỳ năm 2021 (367 ca).

Guideline section 1: comparison figures of earlier years are figures, with a period of their own.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from figures.draft import Draft
from figures.naming.antecedents import Antecedents
from figures.naming.phrases import right_phrase
from figures.naming.sentence import SHARES
from figures.periods.meanings import part_of_year, year_before
from figures.periods.memory import Stated
from figures.periods.place import Place
from figures.text import lexicon as lx
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import PERIOD_TOKEN, Token

_COMPARES = frozenset({"so với", "so", "so cùng kỳ", "so với mức"})
_COMPARED = mark(_COMPARES)
_SAME = frozenset({"cùng kỳ", "cùng thời điểm", "của", "năm", "trước", "đầu năm"})
"""What may stand between "so với" and the bracket, besides a period."""


_FROM = frozenset({"từ", "từ mức"})
_SAME_TIME = frozenset({"cùng kỳ", "cùng kỳ chỉ"})
OTHER_TIMES = _FROM | _SAME_TIME
"""A bracket that opens with one tells another time of what stands before it, no parts."""
_DATED = frozenset({":", "là", "đạt", "chỉ đạt", "có", "ghi nhận"})
"""Between the time that a bracket begins with and its number."""
_TELLS = lx.LINK | lx.ADVERB | lx.HEDGE | lx.VERB


class RecalledLevels(Antecedents):
    """Reads a bracket behind what a change is measured against."""

    def _recalls_other_time(self, draft: Draft) -> bool:
        """Whether a bracket tells the levels of a change, or the same of a year before; names it.

        tăng 97% (từ | 8,86 triệu tấn lên 17,5 triệu tấn); đạt 319 tỷ đồng (cùng kỳ ghi nhận | 138 tỷ đồng).
        """
        tokens, at = self.tokens, draft.at
        if self._recalls_dated(draft):
            return True
        if draft.unit in SHARES or not draft.measure or draft.kind == "change":
            return False
        opened = next((i for i in range(at - 1, max(-1, at - 12), -1) if tokens[i].low == "("), -1)
        first = next((i for i in range(opened + 1, at) if not tokens[i].tags & lx.HEDGE), at)
        outer = [d for d in self.drafts if d.depth < draft.depth and d.at < opened]
        if opened < 0 or first == at or not outer or tokens[first].low not in OTHER_TIMES:
            return False
        source = outer[-1].ref or outer[-1]
        between = tokens[first + 1 : at]
        if tokens[first].low in _FROM:
            if outer[-1].kind != "change" or (
                source.measure and source.unit not in SHARES | {draft.unit, "lần"}
            ):
                return False
        elif not source.measure or source.unit != draft.unit:
            return False
        else:
            draft.recalled = all(t.mention is None or _is_year_before(t) for t in between)
            if not all(t.kind == PERIOD_TOKEN or t.tags & _TELLS for t in between):
                return False
        self._copy(draft, source)
        draft.ref = None
        return True

    def _recalls_dated(self, draft: Draft) -> bool:
        """Whether a bracket begins with another time of what stands before; names it.

        Diện tích: 450 ha (quý trước: | 420 ha); đạt 726 lượt, tăng 2,2 lần (năm 2016 đạt | 325 lượt).
        """
        tokens, at = self.tokens, draft.at
        outer = self.drafts[-1] if self.drafts else None
        same = self._opens_with_same_time(at)
        if outer is None or outer.depth >= draft.depth or not (same or self._opens_with_time(at)):
            return False
        source = outer.ref if outer.kind == "change" and outer.ref is not None else outer
        counted = "" if draft.measure or draft.behind >= len(tokens) else tokens[draft.behind].low
        if source.measure != draft.measure or (counted or draft.unit) not in (
            source.unit,
            source.head,
        ):
            return False
        self._copy(draft, source)
        draft.unit, draft.behind = draft.unit or counted, draft.behind + bool(counted)
        draft.ref, draft.recalled = None, same
        return True

    def _opens_with_time(self, at: int) -> bool:
        """Whether the bracket has only a time and its link before its number: (quý trước: | 420 ha)."""
        if at < 3 or self.tokens[at - 1].low not in _DATED:
            return False
        return self.tokens[at - 2].kind == PERIOD_TOKEN and self.tokens[at - 3].low == "("

    def _opens_with_same_time(self, at: int) -> bool:
        """Whether the bracket has only "cùng kỳ" before its number: còn 57 tàu nằm bờ (cùng kỳ | 102 tàu)."""
        opened = at - 1
        while opened > 0 and self.tokens[opened].tags & (lx.ADVERB | lx.LINK | lx.HEDGE):
            if self.tokens[opened].low in _SAME_TIME:
                return self.tokens[opened - 1].low == "("
            opened -= 1
        return False

    def _recalls_level(self, draft: Draft) -> bool:
        """Whether the bracket has nothing but the level from which something changed; names it."""
        if not self.line.marks & _COMPARED or draft.unit in SHARES or draft.unit == "lần":
            return False
        if compared_before(self.tokens, draft.at) is None:
            return False
        outer = (d for d in reversed(self.drafts) if d.depth < draft.depth)
        change = next((d for d in outer if d.kind == "change" or d.unit == "%"), None)
        source = change.ref if change is not None else None
        phrase = right_phrase(self.tokens, draft.behind)
        end = phrase.end if phrase and not draft.measure else draft.behind
        if change is None or source is None or not self._closes(end):
            return False
        if source.measure != draft.measure or not _is_level(draft, change, source):
            return False
        counted = None if draft.measure else self.tokens[draft.behind].low
        self._copy(draft, source)
        draft.unit, draft.behind, draft.kind = draft.unit or counted, end, "result"
        draft.direction, draft.ref, draft.recalled = None, None, True
        return True

    def _closes(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].low == ")"


def _is_year_before(token: Token) -> bool:
    """Whether a period only says "the year before": cùng kỳ năm trước."""
    return isinstance(token.mention, Mention) and token.mention.relative == "before"


def compared_before(tokens: list[Token], at: int) -> int | None:
    """Where what is compared with ends, before the bracket that the number opens."""
    at -= 1
    while at > 0 and tokens[at].tags & lx.HEDGE:
        at -= 1
    if at < 2 or tokens[at].low not in "([":
        return None
    last = at = at - 1
    while at > 0 and (tokens[at].kind == PERIOD_TOKEN or tokens[at].low in _SAME):
        at -= 1
    named = at < last or tokens[at].low == "so cùng kỳ"
    return last if named and tokens[at].low in _COMPARES else None


def _is_level(draft: Draft, change: Draft, source: Draft) -> bool:
    """Whether a number is nearer to what there was before a change than to the change itself."""
    now, amount, told = source.token.minimum, change.token.minimum, draft.token.minimum
    if not now or not amount or told is None:
        return False
    sign = 1 if change.direction == "up" else -1
    if change.kind != "change":
        before = now * 100 / amount
    elif change.unit == "%":
        rate = 1 + sign * amount / 100
        before = now / rate if rate > 0 else Decimal(0)
    elif change.unit == "lần":
        before = now / amount if sign > 0 else now * amount
    else:
        before = now - sign * amount
    return abs(told - before) < abs(told - abs(now - before))


def recalled_time(
    tokens: list[Token], draft: Draft, found: list[Place], now: Stated | None
) -> Stated | None:
    """The period of a level that a bracket recalls; `now` is that of the change before it."""
    at = compared_before(tokens, draft.at)
    if at is not None and tokens[at].low == "đầu năm":
        return now
    place = next((place for place in found if place.at == at), None)
    period = now.period if now is not None else ""
    mention = place.stated.mention if place is not None else None
    if place is None or at is None or (mention and mention.relative == "before" and period):
        before = year_before(period)
        return Stated(before, "stated") if before else None
    stated = place.stated
    same = tokens[at - 1].low == "cùng kỳ" and len(stated.period) == 4
    return replace(stated, period=stated.period + part_of_year(period)) if same else stated
