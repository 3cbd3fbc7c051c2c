"""From the tokens of one sentence to drafts: unit, hedge, indicator and level of each number.

Three routes lead to the indicator (guideline section 3): a counted noun follows
the number; what is measured stands before it; or it is the one of the figure
before, which a bare rate or a level alone talks about.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.draft import Draft
from figures.phrases import Before, Phrase, left_phrase, level_at, right_phrase
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_MONEY = frozenset({"đồng", "USD", "euro"})
_SHARES = frozenset({"%", "‰", "điểm %"})
_COMPARES = {
    ">": "over",
    "<": "under",
    "≥": "at_least",
    "≤": "at_most",
    "~": "about",
    "+": "over",
    "±": "about",
}


class SentenceReader:
    """Reads one sentence; `before` are the drafts of earlier ones, for what is inherited."""

    def __init__(self, text: str, tokens: list[Token], before: list[Draft]) -> None:
        self.text = text
        self.tokens = tokens
        self.before = before
        self.drafts: list[Draft] = []

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
                self.drafts.append(draft)
        return self.drafts

    # -- steps ---------------------------------------------------------------

    def _fill(self, draft: Draft) -> None:
        floor = self.drafts[-1].behind if self.drafts else 0
        floor = min(floor, draft.at)
        draft.qualifier = self._qualifier(draft, floor)
        self._unit(draft)
        left = left_phrase(self.tokens, draft.at, floor)
        self._change(draft, floor)
        if draft.measure:
            self._measured(draft, left, floor)
        else:
            self._counted(draft, left, floor)

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
        return "exact"

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
                draft.unit += "/" + self._source(at + 1, at + 2).lower()
                at += 2
        elif draft.token.minimum is not None and self._is_money(draft, at):
            draft.measure = True
        draft.behind = at

    def _is_noun_here(self, at: int) -> bool:
        token = self.tokens[at]
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

    def _source(self, start: int, end: int) -> str:
        if end <= start:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    # -- change --------------------------------------------------------------

    def _change(self, draft: Draft, floor: int) -> None:
        tokens, at = self.tokens, draft.at
        position = at - 1
        steps = 0
        while position >= floor and steps < 12:
            token = tokens[position]
            if token.kind == SIGN and token.low in ",;:.":
                break
            if token.kind == SIGN and token.low in "+-–−" and self._signed(position):
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
        if (
            previous
            and previous.kind == "change"
            and not previous.measure
            and at - previous.behind <= 1 + (tokens[at - 1].low in (",", "và"))
        ):
            draft.kind, draft.direction = "change", previous.direction

    def _reaches_level(self, at: int) -> bool:
        return any(
            token.low in ("lên", "xuống", "còn", "xuống còn", "lên tới", "lên đến", "đến")
            for token in self.tokens[at + 1 : at + 10]
        )

    # -- counted nouns -------------------------------------------------------

    def _counted(self, draft: Draft, left: Before, floor: int) -> None:
        tokens = self.tokens
        ratio = draft.token.denominator is not None
        phrase = right_phrase(tokens, draft.behind, predicate=ratio)
        if phrase and self._is_counter(phrase) and self._take_label(draft, left, phrase):
            return
        if phrase:
            self._take(draft, phrase.start, phrase.end, "after")
            draft.level = self._level(phrase.level)
            draft.behind = phrase.after
            draft.unit = self._counting_noun(phrase)
            draft.verb = self._verb(draft.at, floor)
            draft.rule = "count-fraction" if ratio else "count"
            if not tokens[phrase.start].tags & (lx.NOUN | lx.LABEL):
                draft.doubts *= 0.93
            return
        self._bare(draft, left, floor)

    def _is_counter(self, phrase: Phrase) -> bool:
        first = self.tokens[phrase.start]
        return (
            phrase.end - phrase.start == 1
            and phrase.level is None
            and (bool(first.tags & lx.COUNTER) or first.low in ("lượt", "lần"))
        )

    def _take_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """R1: a bare counter yields to the label before the number."""
        tokens = self.tokens
        counter = tokens[phrase.start]
        if draft.kind == "change" and not left:
            if counter.entry.noun == "case" or not (self.drafts or self.before):
                return False
            self._inherit(draft)
            draft.unit, draft.behind = counter.low, phrase.end
            return True
        if not left or tokens[left.start].tags & lx.ACTOR and not left.linked:
            return False
        if left.verbal:
            words = tokens[left.start : left.end]
            if counter.entry.noun != "person" or not any(
                "activity" in word.entry.cues for word in words
            ):
                return False
        elif not (
            left.linked
            or tokens[left.end - 1].tags & (lx.NOUN | lx.LABEL | lx.RATE | lx.AMOUNT)
            or counter.low == "lượt"
        ):
            return False
        elif not left.linked and self._is_subject(left):
            return False
        self._take_left(draft, left)
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        return True

    def _is_subject(self, left: Before) -> bool:
        """Whether what stands before is who did it, not what is counted."""
        first = self.tokens[left.start]
        return bool(first.tags & lx.ACTOR) or first.low in ("trường", "đơn vị", "hội", "đoàn")

    def _counting_noun(self, phrase: Phrase) -> str | None:
        first = self.tokens[phrase.start]
        return first.low if first.kind == WORD else None

    def _bare(self, draft: Draft, left: Before, floor: int) -> None:
        """No noun follows: a label stands before the number, or the noun is inherited."""
        tokens = self.tokens
        right_level = level_at(tokens, draft.behind)
        if left and not self._only_actor(left):
            start = self._object_start(left)
            self._take(draft, start, left.end, "elsewhere")
            draft.level = self._level(left.level)
            draft.rule = "label"
            draft.doubts *= 0.97 if left.linked or left.level or left.opened else 0.85
            draft.verb = tokens[left.start].low if left.verbal else ""
            if left.verbal and start == left.start and not left.linked:
                self._inherit(draft, only_if_found=True)
                draft.doubts *= 0.9
            return
        if left.level or right_level:
            draft.level = self._level(left.level or right_level)
            if not left.level and right_level:
                draft.behind = right_level[1]
            self._inherit(draft)
            draft.rule = "level-only"
            return
        self._inherit(draft)
        draft.doubts *= 0.9

    def _only_actor(self, left: Before) -> bool:
        words = self.tokens[left.start : left.end]
        return (
            left.level is None
            and bool(words)
            and (
                bool(words[0].tags & lx.ACTOR and len(words) <= 4)
                or (
                    len(words) == 1
                    and words[0].low in ("trường", "đơn vị", "huyện", "tỉnh", "xã", "hội", "đoàn")
                )
            )
        )

    def _object_start(self, left: Before) -> int:
        """Where the noun begins when a verb governs it: tổ chức | hội thảo cấp tỉnh 8."""
        if not left.verbal:
            return left.start
        for at in range(left.start, left.end):
            if self.tokens[at].tags & lx.NOUN:
                return at
        return left.start

    # -- measures ------------------------------------------------------------

    def _measured(self, draft: Draft, left: Before, floor: int) -> None:
        tokens = self.tokens
        share = draft.unit in _SHARES
        follower = tokens[draft.behind] if draft.behind < len(tokens) else None
        base_end = self._base(draft)
        about = self._about(draft)
        if about:
            return
        if draft.unit == "lần" or (draft.kind == "change" and not left):
            return self._rate_of(draft, floor)
        if share and draft.kind != "change":
            return self._share(draft, left, floor, base_end)
        if left and not self._only_actor(left):
            if not left.verbal or not (phrase := self._thing_after(draft)):
                self._take_left(draft, left)
                draft.verb = tokens[left.start].low if left.verbal else ""
                draft.rule = "measure-left" if not left.verbal else "measure-verb"
                return None
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.behind, draft.rule = phrase.after, "measure-right"
            draft.verb = tokens[left.start].low
            return None
        if phrase := self._thing_after(draft):
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.level, draft.behind, draft.rule = (
                self._level(phrase.level),
                phrase.after,
                "measure-right",
            )
            return None
        if share or draft.kind == "change":
            return self._rate_of(draft, floor)
        del follower
        return self._governing_verb(draft, floor)

    def _thing_after(self, draft: Draft) -> Phrase | None:
        """The noun after a physical unit: 12.000 m2 đất."""
        if draft.unit in _MONEY or draft.unit is None:
            return None
        phrase = right_phrase(self.tokens, draft.behind)
        return phrase or None

    def _share(self, draft: Draft, left: Before, floor: int, base_end: int) -> None:
        """A percentage: of what follows, of what stands before, or of the figure before."""
        tokens = self.tokens
        has_left = bool(left) and not self._only_actor(left)
        named = has_left and not left.verbal and (left.linked or left.opened)
        if base_end > draft.behind:
            if named:
                self._take_left(draft, left)
                draft.rule = "share-left"
            elif self._antecedent(draft) is not None:
                self._rate_of(draft, floor)
            else:
                self._take(draft, draft.behind, base_end, "elsewhere")
                draft.base, draft.rule = None, "share-base"
            draft.behind = base_end
            return
        phrase = right_phrase(tokens, draft.behind, predicate=True)
        if phrase and not (named and left.linked):
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.behind, draft.rule = phrase.after, "share-right"
            draft.level = self._level(phrase.level)
            return
        if has_left:
            rate_only = left.end - left.start == 1 and tokens[left.start].low in (
                "tỷ lệ",
                "tỉ lệ",
                "tỷ trọng",
            )
            if not rate_only and not (
                left.verbal and left.end - left.start == 1 and self._antecedent(draft)
            ):
                self._take_left(draft, left)
                draft.rule = "share-left"
                return
        self._rate_of(draft, floor)

    def _base(self, draft: Draft) -> int:
        """Reads what the rate is measured against; returns the position behind it."""
        tokens, at = self.tokens, draft.behind
        if draft.unit not in _SHARES and draft.kind != "change":
            return at
        if not self._begins_base(at):
            return self._distant_base(draft)
        end = at + 1
        while end < len(tokens) and self._in_base(end):
            end += 1
        draft.base = self._base_text(at, end)
        return end

    def _begins_base(self, at: int) -> bool:
        if at >= len(self.tokens):
            return False
        return "base" in self.tokens[at].entry.cues

    def _in_base(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == PERIOD_TOKEN:
            return True
        if token.kind != WORD:
            return False
        return token.low in (
            "với",
            "của",
            "cùng",
            "kỳ",
            "trước",
            "cùng kỳ",
            "năm",
            "giao",
            "đề ra",
            "được",
            "tỉnh",
        ) or not token.tags & (lx.PREDICATE | lx.LINK | lx.CHANGE | lx.STOP | lx.HEDGE)

    def _base_text(self, start: int, end: int) -> str:
        while start < end and self.tokens[start].low in ("so với", "so", "với"):
            start += 1
        return self._source(start, end)

    def _distant_base(self, draft: Draft) -> int:
        """`so với …` further behind: tăng 12 lớp so với năm 2021."""
        if draft.kind == "change":
            for at in range(draft.behind, min(draft.behind + 8, len(self.tokens))):
                token = self.tokens[at]
                if token.kind == NUMBER or (token.kind == SIGN and token.low in ";.)"):
                    break
                if token.low in ("so với", "so"):
                    end = at + 1
                    while end < len(self.tokens) and self._in_base(end):
                        end += 1
                    draft.base = self._base_text(at, end)
                    break
        return draft.behind

    def _about(self, draft: Draft) -> bool:
        """R8: `về số lớp` names the indicator of a rate: lớp."""
        tokens, at = self.tokens, draft.behind
        if at + 1 < len(tokens) and tokens[at].low == "về" and draft.unit in _SHARES | {"lần"}:
            start = at + 1
            if tokens[start].low in ("số", "tổng số", "số lượng"):
                start += 1
            phrase = right_phrase(tokens, start)
            if phrase:
                self._take(draft, phrase.start, phrase.end, "inherited")
                draft.behind, draft.rule = phrase.after, "rate-about"
                draft.ref = self._matching(draft)
                return True
        return False

    def _matching(self, draft: Draft) -> Draft | None:
        for candidate in reversed(self.drafts):
            if candidate.head == draft.head and candidate.kind != "change" and not candidate.share:
                return candidate
        return None

    def _rate_of(self, draft: Draft, floor: int) -> None:
        antecedent = self._antecedent(draft)
        if antecedent is None:
            left = left_phrase(self.tokens, draft.at, 0)
            if left:
                self._take_left(draft, left)
            else:
                self._governing_verb(draft, floor)
            draft.doubts *= 0.7
            return
        draft.indicator, draft.head, draft.noun = (
            antecedent.indicator,
            antecedent.head,
            antecedent.noun,
        )
        draft.level = antecedent.level
        draft.position, draft.ref, draft.rule = "inherited", antecedent, "rate"

    def _antecedent(self, draft: Draft) -> Draft | None:
        """The figure that a bare rate talks about (R7: in "A với B, đạt …" it is A)."""
        last = next((d for d in reversed(self.drafts) if not self._is_rate(d)), None)
        if last is None:
            earlier = [d for d in self.before if not self._is_rate(d)]
            return earlier[-1] if earlier else None
        if draft.bracketed and not last.bracketed:
            return last
        first = last
        for candidate in reversed(self.drafts):
            if candidate.clause != last.clause or candidate.depth != last.depth:
                break
            if not self._is_rate(candidate):
                joint = (
                    self.tokens[candidate.behind].low if candidate.behind < len(self.tokens) else ""
                )
                if candidate is last or joint in ("với", "cho", "/", "có"):
                    first = candidate
                else:
                    break
        return first

    @staticmethod
    def _is_rate(draft: Draft) -> bool:
        return draft.kind == "change" or (draft.unit in _SHARES and draft.position == "inherited")

    def _governing_verb(self, draft: Draft, floor: int) -> None:
        """Nothing else names the amount: the cue noun or the verb of the clause does."""
        tokens = self.tokens
        at = draft.at - 1
        while at >= 0:
            token = tokens[at]
            if token.kind == SIGN and token.low in ";.":
                break
            if token.tags & lx.VERB and not token.tags & lx.NOUN:
                self._take(draft, at, at + 1, "elsewhere")
                draft.rule, draft.verb = "measure-verb", token.low
                return
            at -= 1
        self._inherit(draft)
        draft.doubts *= 0.8

    # -- shared --------------------------------------------------------------

    def _take_left(self, draft: Draft, left: Before) -> None:
        start, end = left.start, left.end
        tokens = self.tokens
        if not left.verbal:
            for at in range(start + 1, end):
                if tokens[at].tags & lx.VERB and not tokens[at].tags & (lx.NOUN | lx.AMOUNT):
                    if self._is_agent(start, at):
                        start = at
                    elif not left.linked and draft.unit not in _SHARES:
                        end = at
                    break
        self._take(draft, start, end, "elsewhere")
        draft.level = draft.level or self._level(left.level)
        draft.rule = "measure-left"
        draft.doubts *= 0.97 if left.linked else 0.95

    def _is_agent(self, start: int, verb: int) -> bool:
        first = self.tokens[start]
        return bool(first.tags & lx.ACTOR) or (
            first.entry.noun in ("person", "group", "place") and bool(first.tags & lx.NOUN)
        )

    def _take(self, draft: Draft, start: int, end: int, position: str) -> None:
        tokens = self.tokens
        pieces = [i for i in range(start, end) if tokens[i].kind != PERIOD_TOKEN]
        draft.indicator = (
            self._source(start, end)
            if len(pieces) == end - start
            else " ".join(self._source(i, i + 1) for i in pieces)
        )
        draft.position = position
        if pieces:
            head = tokens[pieces[0]]
            if head.low in ("số", "tổng số", "tổng") and len(pieces) > 1:
                head = tokens[pieces[1]]
            draft.head, draft.noun = head.low, head.entry.noun

    def _level(self, span: tuple[int, int] | None) -> str | None:
        return self._source(*span) if span else None

    def _inherit(self, draft: Draft, *, only_if_found: bool = False) -> None:
        source = next(
            (d for d in reversed(self.drafts + []) if not d.share and not d.measure), None
        ) or next((d for d in reversed(self.before) if not d.share and not d.measure), None)
        if source is None:
            if not only_if_found:
                draft.doubts *= 0.4
            return
        draft.indicator, draft.head, draft.noun = source.indicator, source.head, source.noun
        draft.position, draft.rule = "inherited", "inherited"
        if draft.kind == "change":
            draft.ref = source

    def _verb(self, at: int, floor: int) -> str:
        for token in reversed(self.tokens[floor:at]):
            if token.tags & (lx.VERB | lx.PREDICATE) and not token.tags & lx.NOUN:
                return token.low
            if token.kind == SIGN:
                break
        return ""
