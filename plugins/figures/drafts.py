"""From the tokens of one sentence to drafts: hedge, unit and change of each number, then its route.

Guideline sections 2 to 4.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.counts import CountRoute
from figures.draft import Draft
from figures.left_phrases import Before, left_phrase
from figures.measures import MeasureRoute
from figures.phrases import right_phrase
from figures.tokens import NUMBER, SIGN, WORD, Token

_COMPARES = {
    ">": "over",
    "<": "under",
    "≥": "at_least",
    "≤": "at_most",
    "~": "about",
    "+": "over",
    "±": "about",
}


class SentenceReader(CountRoute, MeasureRoute):
    """Reads one sentence."""

    def read(self) -> list[Draft]:
        """One draft for each number that is not refused, in order."""
        clause = depth = 0
        for at, token in enumerate(self.tokens):
            if token.kind == SIGN:
                if token.low in ",;:.":
                    clause += 1
                elif token.low in "([":
                    depth += 1
                elif token.low in ")]":
                    depth = max(0, depth - 1)
            elif token.kind == NUMBER and not token.reason:
                draft = Draft(at, token, at + 1, clause=clause, depth=depth)
                draft.bracketed = depth > 0
                self._fill(draft)
                if not draft.indicator:
                    token.reason = token.reason or "nameless"
                if not token.reason:
                    self.drafts.append(draft)
        for draft in self.drafts:
            draft.unit = f"{draft.unit}{draft.per}" if draft.per else draft.unit
        return self.drafts

    def _fill(self, draft: Draft) -> None:
        floor = self.drafts[-1].behind if self.drafts else 0
        floor = min(floor, draft.at)
        draft.qualifier = self._qualifier(draft, floor)
        if self._limits(draft):
            draft.token.reason = "threshold"
            return
        self._unit(draft)
        left = left_phrase(self.tokens, draft.at, floor)
        colon = self._colon(draft.at, floor)
        if not left and colon > floor:
            headed = left_phrase(self.tokens, colon, floor)
            if self._heads(headed):
                left, draft.headed = headed, True
        if not left and draft.measure and draft.unit not in ("%", "lần", "điểm %"):
            left = self._before_bracket(draft, floor)
        self._change(draft, floor)
        if draft.measure:
            self._measured(draft, left, floor)
        else:
            self._counted(draft, left, floor)

    def _colon(self, at: int, floor: int) -> int:
        """Where the colon stands that only links part from the number: Hộ nghèo: còn 2,1%."""
        loose = lx.LINK | lx.ADVERB | lx.HEDGE | lx.CHANGE | lx.NEW_LEVEL
        at -= 1
        while at > floor and self.tokens[at].kind == WORD and self.tokens[at].tags & loose:
            at -= 1
        return at if at > floor and self.tokens[at].low == ":" else 0

    def _before_bracket(self, draft: Draft, floor: int) -> Before:
        """What an amount in brackets is of: cây ăn quả (640 ha)."""
        at = draft.at - 1
        opened = at > floor and self.tokens[at].low == "("
        if not opened or any(d.behind == at for d in self.drafts):
            return left_phrase(self.tokens, draft.at, draft.at)
        named = left_phrase(self.tokens, at, floor)
        if named and not named.verbal and self.tokens[at - 1].kind == WORD:
            draft.headed = True
            return named
        return left_phrase(self.tokens, draft.at, draft.at)

    def _limits(self, draft: Draft) -> bool:
        """Whether the number only says which things a share is of: 65% chi bộ có từ 3 đảng viên."""
        last = self.drafts[-1] if self.drafts else None
        if last is not None and self._sets_apart(draft, last):
            return True
        if (
            last is None
            or last.rule not in ("share-right", "count-fraction")
            or last.behind >= draft.at
        ):
            return last is not None and last.rule == "share-right" and last.behind == draft.at
        return all(
            t.tags & lx.HEDGE or t.low in ("từ", "có") for t in self.tokens[last.behind : draft.at]
        )

    def _sets_apart(self, draft: Draft, last: Draft) -> bool:
        """Whether a share only tells which ones were counted: 5 sở giải ngân dưới 30%."""
        tokens, at = self.tokens, draft.at
        if last.rule != "count" or at + 1 >= len(tokens) or tokens[at + 1].low != "%":
            return False
        between = tokens[last.behind : at]
        limited = bool(between) and between[-1].entry.hedge in ("over", "under", "at_least")
        acts = lx.VERB | lx.PREDICATE
        return (
            limited
            and all(t.kind == WORD for t in between)
            and any(t.tags & acts or t.low == "có" for t in between[:-1])
            and not any(t.low in ("với", "và", "bằng") or t.tags & lx.CHANGE for t in between)
        )

    def _heads(self, left: Before) -> bool:
        """Whether the words before a colon name the number behind it."""
        if not left:
            return False
        if left.verbal:
            listed = bool(self.drafts) and self.drafts[-1].headed and left.end - left.start <= 4
            opens = left.start == 0 or self.tokens[left.start - 1].low in ";.-–•+"
            return listed or (opens and left.end - left.start <= 6)
        first = self.tokens[left.start]
        return (
            bool(first.tags & (lx.AMOUNT | lx.RATE | lx.NOUN | lx.LABEL))
            or left.end - left.start <= 3
        )

    def _qualifier(self, draft: Draft, floor: int) -> str:
        tokens, at = self.tokens, draft.at
        position = at - 1
        while position >= floor:
            token = tokens[position]
            if token.tags & lx.HEDGE:
                return token.entry.hedge
            if token.kind == SIGN and token.low in _COMPARES:
                return (
                    "exact" if token.low == "+" and self._signed(position) else _COMPARES[token.low]
                )
            if not token.tags & (lx.LINK | lx.CHANGE | lx.ADVERB) or token.kind == SIGN:
                break
            position -= 1
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        if follower is not None and follower.low == "+":
            return "over"
        for token in tokens[at + 1 : at + 12]:
            if token.tags & lx.HEDGE_AFTER:
                return token.entry.hedge if at and tokens[at - 1].low == "từ" else "exact"
            if token.kind in (NUMBER, SIGN) and token.low != "%":
                break
        return "about" if self._estimates(at, floor) else "exact"

    def _estimates(self, at: int, floor: int) -> bool:
        """Whether the clause begins with an estimate: ước tính số tiền xử phạt lên đến …."""
        tokens = self.tokens
        begin = at
        while begin > floor and tokens[begin - 1].kind != SIGN:
            begin -= 1
        return (
            begin + 1 < at
            and tokens[begin].low in ("ước tính", "ước")
            and bool(tokens[begin + 1].tags & lx.AMOUNT)
        )

    def _signed(self, position: int) -> bool:
        return position > 0 and self.tokens[position - 1].low in "(["

    def _unit(self, draft: Draft) -> None:
        tokens, at = self.tokens, draft.at + 1
        if at < len(tokens) and tokens[at].low == "+":
            at += 1
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
        elif draft.at and tokens[draft.at - 1].low == "từ" and at + 2 < len(tokens):
            self._unit_ahead(draft, at)
        draft.behind = at

    def _unit_ahead(self, draft: Draft, at: int) -> None:
        """Of two levels, only the second may carry the unit: từ 28 lên 54 triệu đồng/người."""
        tokens = self.tokens
        led = tokens[at].tags & lx.LINK and tokens[at + 1].kind == NUMBER
        if led and tokens[at + 2].tags & lx.MEASURE:
            draft.measure, draft.unit = True, tokens[at + 2].entry.unit

    def _money_told(self) -> str | None:
        """The unit of the last amount: 3.412 tỷ đồng, trong đó … 512 tỷ."""
        for source in (*reversed(self.drafts), *reversed(self.before[-3:])):
            if source.measure and source.unit and source.unit.startswith(("đồng", "USD")):
                return source.unit.split("/")[0]
        return None

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

    def _is_money(self, draft: Draft, at: int) -> bool:
        """An amount without unit: trị giá 92 triệu."""
        word = self.tokens[at - 1] if at - 1 == draft.at else None
        if word is None or self.text[word.start : word.end].rstrip()[-1:].isdigit():
            return False
        follower = self.tokens[at] if at < len(self.tokens) else None
        return (follower is None or follower.kind != WORD or bool(follower.tags & lx.STOP)) and (
            draft.token.minimum or 0
        ) >= 1_000_000

    def _change(self, draft: Draft, floor: int) -> None:
        tokens, at = self.tokens, draft.at
        if draft.token.denominator is not None:
            return
        position = at - 1
        steps = 0
        while position >= floor and steps < 12:
            token = tokens[position]
            if token.kind == SIGN and token.low in ",;:.(":
                break
            if token.low in ("+", "-", "–", "−") and self._signed(position):
                draft.kind, draft.direction = "change", "up" if token.low == "+" else "down"
                return
            if token.tags & lx.NEW_LEVEL or token.low in (
                "lên",
                "xuống",
                "còn",
                "xuống còn",
                "lên tới",
                "lên đến",
            ):
                return
            if token.low == "từ" and position == at - 1 and self._reaches_level(at):
                return
            if token.tags & lx.CHANGE and not token.tags & lx.NOUN:
                draft.kind = "change"
                draft.direction = "up" if token.tags & lx.UP else "down"
                return
            if token.kind == NUMBER and not token.reason:
                break
            position -= 1
            steps += 1
        previous = self.drafts[-1] if self.drafts else None
        if self._tells_plan(draft):
            draft.target = True
            return
        if (
            previous
            and previous.kind == "change"
            and draft.depth > previous.depth
            and at - previous.behind == 1
        ):
            draft.target = bool(previous.base) and not draft.measure and self._plans_base(previous)
            if not draft.target:
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

    def _tells_plan(self, draft: Draft) -> bool:
        """Whether a bracket tells the plan that was just named: vượt mục tiêu (1,2%)."""
        tokens, at = self.tokens, draft.at - 1
        if at < 1 or tokens[at].low != "(":
            return False
        for token in reversed(tokens[max(0, at - 6) : at]):
            if token.kind != WORD or token.tags & lx.MEASURE:
                return False
            if "plan" in token.entry.cues or token.low in ("mục tiêu", "yêu cầu"):
                return True
        return False

    def _plans_base(self, rate: Draft) -> bool:
        """Whether the rate is of a plan, which a bracket then tells: vượt 13% chỉ tiêu (3.000)."""
        return (rate.base or "").lower().startswith(("kế hoạch", "chỉ tiêu", "dự toán"))

    def _reaches_level(self, at: int) -> bool:
        return any(
            token.low in ("lên", "xuống", "còn", "xuống còn", "lên tới", "lên đến", "đến")
            for token in self.tokens[at + 1 : at + 10]
        )


def widen_parts(text: str, tokens: list[Token], drafts: list[Draft]) -> None:
    """R10: a part whose noun repeats its total keeps what sets it apart: ca trong khu cách ly."""
    for order, draft in enumerate(drafts):
        if draft.parent is None or draft.rule != "count" or draft.level:
            continue
        total, counter = draft.parent.head, tokens[draft.at + 1]
        alike = f"{total} ".startswith(f"{draft.head} ") or (
            bool(counter.tags & lx.COUNTER) and draft.parent.noun == "person"
        )
        if draft.indicator.lower() != draft.head or not alike:
            continue
        phrase = right_phrase(tokens, draft.at + 1, predicate=True)
        limit = drafts[order + 1].at if order + 1 < len(drafts) else len(tokens)
        if phrase and draft.behind < phrase.end <= limit:
            narrow = draft.indicator
            draft.indicator = text[tokens[phrase.start].start : tokens[phrase.end - 1].end]
            draft.behind = phrase.after
            for rate in drafts[order + 1 :]:
                if rate.ref is draft and rate.indicator == narrow:
                    rate.indicator = draft.indicator
