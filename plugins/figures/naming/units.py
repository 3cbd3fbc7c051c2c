"""The unit behind a number: a measure, what it is an average of, money that names no unit.

Guideline section 2.
"""

from __future__ import annotations

from decimal import Decimal

from figures.draft import Draft
from figures.naming.clause_edges import bracket_start
from figures.naming.phrase_words import TOTALS
from figures.naming.sentence import Sentence
from figures.refusing.refusals import TIMES_AS
from figures.refusing.sizes import is_told_where
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_SHARED = lx.PER | lx.MEASURE | lx.PRICE
_TOLD = frozenset({"đạt", "ước đạt", "là", "còn", "lên", "xuống còn", "lên tới", "ước tính đạt"})
_SUBSCRIBED = frozenset({"thuê bao", "tài khoản", "lượt khách", "khách", "người dùng"})
_MONEY = Decimal(1_000_000)
"""From so many on, a number may be money."""
_COUNTED = frozenset({"thing", "person", "document", "group", "case", "event"})


def times_as(tokens: list[Token], number: int) -> str:
    """The word that says how many times as much something is: bằng | 1,8 lần; cao gần | 7 lần; empty for none."""
    at = number - 1
    while at > 0 and tokens[at].tags & lx.HEDGE:
        at -= 1
    return tokens[at].low if at >= 0 and tokens[at].low in TIMES_AS else ""


class Units(Sentence):
    """Reads units."""

    def _unit(self, draft: Draft) -> None:
        tokens, at = self.tokens, draft.at + 1
        count = len(tokens)
        if at < count and tokens[at].kind == SIGN:
            at += tokens[at].low == "+"
            if at < count and tokens[at].low == ".":
                at += self._is_abbreviated(at)
        if at < count and tokens[at].tags & lx.MEASURE and not self._is_noun_here(at):
            draft.measure, draft.unit = True, tokens[at].entry.unit
            at += 1
            if draft.unit == "điểm" and at < count and tokens[at].low == "%":
                draft.unit = "điểm %"
                at += 1
            if at + 1 < count and tokens[at].form == "glued" and tokens[at + 1].low == "km":
                draft.unit, at = f"{draft.unit}.km", at + 2
            while at + 1 < count and tokens[at].low == "/" and tokens[at + 1].tags & _SHARED:
                draft.per += "/" + self._source(at + 1, at + 2).lower() if draft.unit != "%" else ""
                at += 2
        elif (
            at < count
            and "duration" in tokens[at].entry.refuses_previous
            and not tokens[at].tags & lx.NOUN
        ):
            draft.measure, draft.unit = True, tokens[at].low
            at += 1
            if at + 1 < count and tokens[at].low == "/":
                draft.unit += "/" + tokens[at + 1].low
                at += 2
        elif (draft.token.minimum or 0) >= _MONEY and self._is_money(draft, at):
            draft.measure, draft.unit = True, self._money_told()
            while at + 1 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].tags & lx.PER:
                draft.per += "/" + self._source(at + 1, at + 2).lower()
                at += 2
        elif draft.at and tokens[draft.at - 1].low == "từ" and at + 2 < len(tokens):
            self._unit_ahead(draft, at)
        elif self._lacks_percent(draft, at):
            draft.measure, draft.unit = True, "%"
        draft.behind = at

    def _is_abbreviated(self, at: int) -> bool:
        """Whether a full stop only shortens the multiplier before a unit: 51,8 Tr.kWh."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].form != "glued":
            return False
        return bool(tokens[at + 1].tags & lx.MEASURE) and self._source(at - 1, at)[-1].isalpha()

    def _lacks_percent(self, draft: Draft, at: int) -> bool:
        """Whether the sign of a share was left out: 98 nghìn ha, bằng | 99,4 cùng kỳ năm trước."""
        tokens = self.tokens
        led = draft.at > 0 and tokens[draft.at - 1].low in ("bằng", "chỉ bằng")
        base = at < len(tokens) and tokens[at].low in ("cùng kỳ", "so với cùng kỳ", "kế hoạch")
        return led and base and "," in self._source(draft.at, at)

    def _unit_ahead(self, draft: Draft, at: int) -> None:
        """Of two levels, only the second may carry the unit: từ 28 lên 54 triệu đồng/người."""
        tokens = self.tokens
        led = tokens[at].tags & lx.LINK and tokens[at + 1].kind == NUMBER
        if led and tokens[at + 2].tags & lx.MEASURE:
            draft.measure, draft.unit = True, tokens[at + 2].entry.unit

    def _is_noun_here(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "đồng":
            return any(_is_medal(d) for d in self.drafts[-3:])
        if token.low == "điểm" and is_told_where(self.tokens, at - 1):
            return True
        if token.low == "điểm" and at > 1 and self.tokens[at - 2].tags & lx.VERB:
            return self.tokens[at - 1].low.isdigit()
        if token.low == "điểm" and at + 1 < len(self.tokens):
            follower = self.tokens[at + 1]
            return follower.kind == WORD and not follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK)
        near = self.tokens[max(0, at - 5) : at]
        return token.low == "lần" and not (
            any(t.tags & lx.CHANGE for t in near) or times_as(self.tokens, at - 1)
        )

    def _is_money(self, draft: Draft, at: int) -> bool:
        """Whether a large number is an amount without unit: trị giá 92 triệu."""
        if at - 1 != draft.at or self.line.text[self.line.end(draft.at) - 1].isdigit():
            return False
        amount = self._source(draft.at, at)
        follower = self.tokens[at] if at < len(self.tokens) else None
        if self._counts_things(draft.at):
            return False
        ends = follower is None or follower.kind != WORD or bool(follower.tags & lx.STOP)
        goes_on = not ends and follower is not None and follower.tags & (lx.LINK | lx.CHANGE)
        billions = goes_on and amount.endswith(("tỷ", "tỉ"))
        return ends or bool(billions)

    def _money_told(self) -> str:
        """The unit of the last amount: 3.412 tỷ đồng, trong đó … 512 tỷ."""
        for source in (*reversed(self.drafts), *reversed(self.before[-3:])):
            if source.measure and source.unit and source.unit.startswith(("đồng", "USD")):
                return source.unit.split("/")[0]
        return "đồng"

    def _counts_things(self, at: int) -> bool:
        """Whether what is told is how many there are: tổng số thuê bao đạt | 40 triệu."""
        tokens, place = self.tokens, at - 1
        while place >= 0 and tokens[place].tags & (lx.HEDGE | lx.LINK | lx.CHANGE | lx.NEW_LEVEL):
            place -= 1
        led = any(t.tags & lx.CHANGE or t.low in _TOLD for t in tokens[place + 1 : at])
        last = self.drafts[-1] if self.drafts else None
        things = last is not None and not last.measure and last.rule == "label"
        while led and place >= 0:
            token = tokens[place]
            if token.low == ")":
                place = min(bracket_start(tokens, place + 1, 0), place)
            elif (token.kind == SIGN and token.form != "glued") or (
                token.kind == NUMBER and not token.reason
            ):
                break
            elif token.tags & lx.AMOUNT:
                counted = token.low in TOTALS and tokens[place + 1].tags & lx.NOUN
                return bool(counted) and tokens[place + 1].entry.noun in _COUNTED
            elif token.tags & lx.VERB and not token.tags & lx.NOUN:
                return False
            else:
                things = token.low in _SUBSCRIBED or (
                    token.entry.noun == "thing" and bool(token.tags & lx.NOUN)
                )
            place -= 1
        return things


def _is_medal(draft: Draft) -> bool:
    """Whether medals are counted, so that "đồng" is bronze: 12 vàng, 9 bạc, 14 | đồng."""
    named = draft.indicator.lower()
    return named.startswith(("huy chương", "hc ")) or (not draft.measure and named == "bạc")
