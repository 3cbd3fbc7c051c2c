"""What stands at a number itself: its hedge, its unit, and whether a change is told.

Guideline sections 2 and 4.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.clause_edges import bracket_start, is_change
from figures.draft import Draft
from figures.limits import SHARED
from figures.line import Line
from figures.marks import mark
from figures.phrases import TOTALS
from figures.sentence import MONEY, Sentence
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD

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


class Signs(Sentence):
    """Reads hedges and units."""

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

    def _unit(self, draft: Draft) -> None:
        tokens, at = self.tokens, draft.at + 1
        if at < len(tokens) and tokens[at].kind == SIGN:
            at += tokens[at].low == "+"
            if at < len(tokens) and tokens[at].low == ".":
                at += self._is_abbreviated(at)
        if at < len(tokens) and tokens[at].tags & lx.MEASURE and not self._is_noun_here(at):
            draft.measure, draft.unit = True, tokens[at].entry.unit
            at += 1
            while (
                at + 1 < len(tokens)
                and tokens[at].low == "/"
                and tokens[at + 1].tags & (lx.PER | lx.MEASURE | lx.PRICE)
            ):
                draft.per += "/" + self._source(at + 1, at + 2).lower() if draft.unit != "%" else ""
                at += 2
        elif (
            at < len(tokens)
            and "duration" in tokens[at].entry.refuses_previous
            and not tokens[at].tags & lx.NOUN
        ):
            draft.measure, draft.unit = True, tokens[at].low
            at += 1
            if at + 1 < len(tokens) and tokens[at].low == "/":
                draft.unit += "/" + tokens[at + 1].low
                at += 2
        elif draft.token.minimum is not None and self._is_money(draft, at):
            draft.measure, draft.unit = True, self._money_told()
            while at + 1 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].tags & lx.PER:
                draft.per += "/" + self._source(at + 1, at + 2).lower()
                at += 2
        elif draft.at and tokens[draft.at - 1].low == "từ" and at + 2 < len(tokens):
            self._unit_ahead(draft, at)
        draft.behind = at

    def _is_abbreviated(self, at: int) -> bool:
        """Whether a full stop only shortens the multiplier before a unit: 51,8 Tr.kWh."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].form != "glued":
            return False
        return bool(tokens[at + 1].tags & lx.MEASURE) and self._source(at - 1, at)[-1].isalpha()

    def _unit_ahead(self, draft: Draft, at: int) -> None:
        """Of two levels, only the second may carry the unit: từ 28 lên 54 triệu đồng/người."""
        tokens = self.tokens
        led = tokens[at].tags & lx.LINK and tokens[at + 1].kind == NUMBER
        if led and tokens[at + 2].tags & lx.MEASURE:
            draft.measure, draft.unit = True, tokens[at + 2].entry.unit

    def _money_told(self) -> str:
        """The unit of the last amount: 3.412 tỷ đồng, trong đó … 512 tỷ."""
        for source in (*reversed(self.drafts), *reversed(self.before[-3:])):
            if source.measure and source.unit and source.unit.startswith(("đồng", "USD")):
                return source.unit.split("/")[0]
        return "đồng"

    def _is_noun_here(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "đồng":
            return any(d.indicator.lower().startswith("huy chương") for d in self.drafts[-3:])
        if token.low == "điểm" and at > 1 and self.tokens[at - 2].tags & lx.VERB:
            return self.tokens[at - 1].low.isdigit()
        if token.low == "điểm" and at + 1 < len(self.tokens):
            follower = self.tokens[at + 1]
            return follower.kind == WORD and not follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK)
        return token.low == "lần" and not any(
            t.tags & lx.CHANGE for t in self.tokens[max(0, at - 5) : at]
        )

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
            elif token.kind == SIGN or (token.kind == NUMBER and not token.reason):
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

    def _is_money(self, draft: Draft, at: int) -> bool:
        """An amount without unit: trị giá 92 triệu."""
        if at - 1 != draft.at or self.line.text[self.line.end(draft.at) - 1].isdigit():
            return False
        amount = self._source(draft.at, at)
        follower = self.tokens[at] if at < len(self.tokens) else None
        if self._counts_things(draft.at):
            return False
        ends = follower is None or follower.kind != WORD or bool(follower.tags & lx.STOP)
        goes_on = not ends and follower is not None and follower.tags & (lx.LINK | lx.CHANGE)
        billions = goes_on and amount.endswith(("tỷ", "tỉ"))
        return (ends or bool(billions)) and (draft.token.minimum or 0) >= 1_000_000


_TOLD = frozenset({"đạt", "ước đạt", "là", "còn", "lên", "xuống còn", "lên tới", "ước tính đạt"})
_SUBSCRIBED = frozenset({"thuê bao", "tài khoản", "lượt khách", "khách", "người dùng"})
_COUNTED = frozenset({"thing", "person", "document", "group", "case", "event"})

_REACHES = frozenset(
    {"đạt", "ước đạt", "số tiền", "tổng số tiền", "kinh phí", "trị giá", "tổng trị giá"}
)
"""Behind a verb of change these lead to an amount of its own: vốn cấp mới và tăng thêm đạt 3 tỷ."""

_LEVELS = frozenset({"lên", "xuống", "còn", "xuống còn", "lên tới", "lên đến"})


_SIGNED = frozenset("+-–−")
_CHANGES = mark(_SIGNED, lx.words_with(lx.CHANGE))


_LEVEL_NAMES = frozenset({"mức", "tỷ lệ", "tỉ lệ", "con số"})
_AGAINST = frozenset({"so với", "so"})
"""Together they name what is compared with: giảm so với mức | 2,9% của năm 2020."""


class Changes(Signs):
    """Reads whether a number tells a change, and of a plan."""

    def __init__(self, line: Line, before: list[Draft]) -> None:
        super().__init__(line, before)
        self._may_change = bool(line.marks & _CHANGES)
        """Whether any word or sign of a change is there."""

    def _change(self, draft: Draft, floor: int) -> None:
        tokens, at = self.tokens, draft.at
        if draft.token.denominator is not None:
            return
        previous = self.drafts[-1] if self.drafts else None
        if not self._may_change and (previous is None or previous.kind != "change"):
            draft.target = self._tells_plan(draft)
            return
        position = at - 1
        steps = 0
        while position >= floor and steps < 12:
            token = tokens[position]
            if token.low == ")" and (opened := bracket_start(tokens, position + 1, floor)):
                position = min(opened, position) - 1
                continue
            if token.kind == SIGN:
                if token.low in ",;:.(":
                    break
                if token.low in _SIGNED and self._signed(position):
                    draft.kind, draft.direction = "change", "up" if token.low == "+" else "down"
                    return
            elif (
                token.tags & lx.NEW_LEVEL
                or token.low in _LEVELS
                or (draft.unit in MONEY and (token.low in _REACHES or token.low.startswith("đạt ")))
                or (
                    token.low in ("từ", "từ mức") and position == at - 1 and self._reaches_level(at)
                )
            ):
                return
            elif token.tags & lx.CHANGE and not token.tags & lx.NOUN:
                if tokens[at - 1].low == "là" and (
                    token.low in ("thấp hơn", "cao hơn") or tokens[position + 1].low == "mức"
                ):
                    return
                if token.low.startswith("có sự ") and tokens[at - 1].tags & lx.LINK:
                    return
                if at > 1 and tokens[at - 1].low in _LEVEL_NAMES and tokens[at - 2].low in _AGAINST:
                    return
                if token.low == "vượt" and self._passes(draft, position):
                    draft.qualifier = "over"
                    return
                between = {t.low for t in tokens[position + 2 : at]}
                if not draft.measure and not between.isdisjoint(("cho", "với")):
                    return
                draft.kind = "change"
                draft.direction = "up" if token.tags & lx.UP else "down"
                return
            elif token.kind == NUMBER and not token.reason:
                break
            position -= 1
            steps += 1
        if draft.headed and at > 1 and tokens[at - 1].low == ":" and is_change(tokens, at - 2):
            draft.kind = "change"
            draft.direction = "up" if tokens[at - 2].tags & lx.UP else "down"
            return
        if previous and self._says_again(draft, previous):
            draft.kind, draft.direction = "change", previous.direction
            return
        if self._tells_plan(draft):
            draft.target = True
            return
        if (
            previous
            and previous.kind == "change"
            and draft.depth > previous.depth
            and at
            - previous.behind
            - sum(t.tags & lx.HEDGE != 0 for t in tokens[previous.behind : at])
            == 1
        ):
            draft.target = bool(previous.base) and not draft.measure and self._plans_base(previous)
            if not draft.target:
                draft.kind, draft.direction = "change", previous.direction
            return
        if previous and self._lists_rates(draft, previous):
            draft.kind, draft.direction = "change", previous.direction
            return
        if (
            previous
            and previous.kind == "change"
            and not previous.measure
            and previous.depth == draft.depth
            and tokens[at - 1].low != ";"
            and at - previous.behind <= 1 + (tokens[at - 1].low in (",", "và"))
        ):
            draft.kind, draft.direction = "change", previous.direction

    def _passes(self, draft: Draft, verb: int) -> bool:
        """Whether a level was passed, not a plan: số tiền xử phạt vượt 32 tỷ đồng."""
        tokens = self.tokens
        if draft.unit == "%" or verb < 1 or verb != draft.at - 1 or draft.qualifier != "exact":
            return False
        behind = tokens[draft.at + 1 : draft.at + 7]
        planned = any({"plan", "base"} & set(token.entry.cues) for token in behind)
        told = any(earlier.unit == draft.unit for earlier in self.drafts)
        return tokens[verb - 1].kind == WORD and not planned and not told

    def _says_again(self, draft: Draft, previous: Draft) -> bool:
        """Whether a rate repeats the change before it: giảm 514 hộ, tương ứng 1,1%."""
        between = self.tokens[previous.behind : draft.at]
        if previous.kind != "change" or draft.unit != "%" or previous.unit == "%":
            return False
        same = any(t.low.startswith(("tương ứng", "tương đương", "tức")) for t in between)
        return same and len(between) <= 4

    def _lists_rates(self, draft: Draft, previous: Draft) -> bool:
        """Whether what changed is told one after the other: giảm 12% số vụ, 8% số người chết."""
        between = self.tokens[previous.behind : draft.at]
        listed = len(between) == 1 and between[0].low in (",", "và")
        told = previous.kind == "change" and previous.rule == "share-right"
        return listed and told and previous.unit == draft.unit == "%"

    def _tells_plan(self, draft: Draft) -> bool:
        """Whether a bracket tells the plan that was just named: vượt mục tiêu (1,2%)."""
        tokens, at = self.tokens, draft.at - 1
        if at < 1 or tokens[at].low != "(":
            return False
        for token in reversed(tokens[max(0, at - 14) : at]):
            if token.kind in (NUMBER, SIGN) or token.tags & lx.MEASURE:
                return False
            if "plan" in token.entry.cues or token.low in ("mục tiêu", "yêu cầu"):
                return True
        return False

    def _plans_base(self, rate: Draft) -> bool:
        """Whether the rate is of a plan, which a bracket then tells: vượt 13% chỉ tiêu (3.000)."""
        return (rate.base or "").lower().startswith(("kế hoạch", "chỉ tiêu", "dự toán"))

    def _reaches_level(self, at: int) -> bool:
        return any(
            token.low in _LEVELS or token.low == "đến" for token in self.tokens[at + 1 : at + 10]
        )
