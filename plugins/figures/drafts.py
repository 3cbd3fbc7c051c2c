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
_CLASSIFIERS = frozenset(
    {"con", "lượt", "căn", "ca", "vụ", "bản", "tờ", "cuộc", "buổi", "suất", "chiếc", "cuốn"}
)
_RECOGNISES = frozenset(
    {"công nhận", "nghiệm thu", "xếp loại", "đánh giá", "phê duyệt", "khen thưởng"}
)
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
                if not draft.indicator:
                    token.reason = token.reason or "nameless"
                if not token.reason:
                    self.drafts.append(draft)
        return self.drafts

    # -- steps ---------------------------------------------------------------

    def _fill(self, draft: Draft) -> None:
        floor = self.drafts[-1].behind if self.drafts else 0
        floor = min(floor, draft.at)
        draft.qualifier = self._qualifier(draft, floor)
        if self._limits(draft):
            draft.token.reason = "threshold"
            return
        self._unit(draft)
        left = left_phrase(self.tokens, draft.at, floor)
        if not left and draft.at > floor + 1 and self.tokens[draft.at - 1].low == ":":
            headed = left_phrase(self.tokens, draft.at - 1, floor)
            if self._heads(headed):
                left, draft.headed = headed, True
        self._change(draft, floor)
        if draft.measure:
            self._measured(draft, left, floor)
        else:
            self._counted(draft, left, floor)

    def _limits(self, draft: Draft) -> bool:
        """Whether the number only says which things a share is of: 65% chi bộ có từ 3 đảng viên."""
        last = self.drafts[-1] if self.drafts else None
        if (
            last is None
            or last.rule not in ("share-right", "count-fraction")
            or last.behind >= draft.at
        ):
            return last is not None and last.rule == "share-right" and last.behind == draft.at
        return all(
            t.tags & lx.HEDGE or t.low in ("từ", "có") for t in self.tokens[last.behind : draft.at]
        )

    def _heads(self, left: Before) -> bool:
        """Whether the words before a colon name the number behind it."""
        if not left or left.verbal:
            return False
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
        if draft.token.denominator is not None:
            return
        position = at - 1
        steps = 0
        while position >= floor and steps < 12:
            token = tokens[position]
            if token.kind == SIGN and token.low in ",;:.":
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
        if (
            previous
            and previous.kind == "change"
            and draft.depth > previous.depth
            and at - previous.behind == 1
        ):
            draft.kind, draft.direction = "change", previous.direction
            return
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
        if phrase and self._names_itself(left, phrase):
            self._take_left(draft, left)
            draft.unit, draft.behind, draft.rule = (
                self._counting_noun(phrase),
                phrase.end,
                "label-counter",
            )
            return
        if phrase and draft.kind == "change" and self._repeats(draft, phrase):
            return
        if phrase:
            if self._points_back(phrase):
                draft.token.reason = "back_reference"
                return
            self._take(draft, phrase.start, phrase.end, "after")
            draft.level = self._level(phrase.level) or self._level(self._recognised_level(phrase))
            draft.behind = phrase.after
            draft.unit = self._counting_noun(phrase)
            self._per(draft)
            draft.verb = self._verb(draft.at, floor)
            draft.rule = "count-fraction" if ratio else "count"
            if not tokens[phrase.start].tags & (lx.NOUN | lx.LABEL):
                draft.doubts *= 0.93
            return
        self._bare(draft, left)

    def _per(self, draft: Draft) -> None:
        """Reads what a count is an average of: 16.500 người/năm."""
        tokens, at = self.tokens, draft.behind
        if at + 1 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].kind != NUMBER:
            draft.unit = f"{draft.unit}/{tokens[at + 1].low}"
            draft.behind = at + 2

    def _recognised_level(self, phrase: Phrase) -> tuple[int, int] | None:
        """The level after a passive: 12 sáng kiến được công nhận cấp cơ sở."""
        tokens, at = self.tokens, phrase.end
        if phrase.level or at >= len(tokens) or tokens[at].low not in ("được", "đề nghị"):
            return None
        if at + 2 < len(tokens) and tokens[at + 1].low in _RECOGNISES:
            return level_at(tokens, at + 2)
        return level_at(tokens, at + 1) if tokens[at].low == "đề nghị" else None

    def _counting_noun(self, phrase: Phrase) -> str:
        """The classifier of the counted phrase, else its noun."""
        low = self.tokens[phrase.start].low
        first = low.split()[0]
        return first if first in _CLASSIFIERS else low

    def _is_counter(self, phrase: Phrase) -> bool:
        first = self.tokens[phrase.start]
        if phrase.end - phrase.start != 1 or phrase.level is not None:
            return False
        return bool(first.tags & lx.COUNTER) or first.low in ("lượt", "lần")

    def _points_back(self, phrase: Phrase) -> bool:
        """Whether `hai lớp trên` only repeats what was counted before."""
        tokens, at = self.tokens, phrase.after
        if at >= len(tokens) or "pointing" not in tokens[at].entry.cues:
            return False
        if tokens[at].low not in ("trên", "đó"):
            return True
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        return (
            follower is None
            or follower.kind == SIGN
            or bool(follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK | lx.ADVERB))
        )

    def _take_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """R1: a bare counter yields to the label before the number."""
        counter = self.tokens[phrase.start]
        if not left or self._is_pronoun(left):
            return self._counter_alone(draft, left, phrase, counter)
        head = self.tokens[left.start].tags
        if (
            left.joint & {"cho", "với", "tại", "của", "từ"}
            and not left.linked
            and not head & lx.AMOUNT
        ):
            return False
        if left.verbal and left.joint & {"lên", "xuống", "xuống còn", "tăng lên"}:
            return self._counter_alone(draft, left, phrase, counter)
        if left.verbal:
            if not self._names_people(left, counter):
                return False
        elif not left.linked and not left.changed and self._is_doing(left):
            return False
        elif "có" in left.joint and not self._in_parts(draft):
            return False
        self._take_left(draft, left, whole=self._in_parts(draft))
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        self._per(draft)
        return True

    def _names_itself(self, left: Before, phrase: Phrase) -> bool:
        """`Số hộ nghèo còn 1.023 hộ`: the label before says the bare noun behind, and more."""
        if not left or left.verbal or phrase.end - phrase.start != 1 or phrase.level or left.level:
            return False
        words = self.tokens[left.start : left.end]
        low = self.tokens[phrase.start].low
        if len(words) < 2 or self._is_doing(left):
            return False
        total = bool(words[0].tags & lx.AMOUNT) and (left.linked or left.changed)
        same = words[0].low.startswith(low) and words[0].low != low or words[0].low == low
        near = not left.joint & {"có", "với", "cho", "được"}
        return near and any(low in w.low for w in words[:3]) and (total or same)

    def _counter_alone(self, draft: Draft, left: Before, phrase: Phrase, counter: Token) -> bool:
        """`tăng 275 người`, `còn 33 vụ`: what was told before, in people or cases."""
        again = draft.kind == "change" or bool(
            left.joint
            & {
                "còn",
                "xuống còn",
                "lên",
                "lên tới",
                "lên đến",
                "giảm còn",
                "tăng lên",
                "chỉ còn",
                "giảm xuống còn",
            }
        )
        if not (again or self._is_pronoun(left)):
            return False
        known = [*self.before[-4:], *self.drafts]
        named = [
            d
            for d in known
            if counter.low in (d.unit or "", d.head) or counter.low in d.indicator.lower().split()
        ]
        source = (named or known or [None])[-1]
        if source is None or (
            draft.kind == "change" and source.rule == "count" and source.head != counter.low
        ):
            return False
        self._copy(draft, source)
        draft.unit, draft.behind = counter.low, phrase.end
        return True

    def _names_people(self, left: Before, counter: Token) -> bool:
        """Whether the predicate before people is what they are counted for: dạy nghề 4.180 người."""
        if counter.entry.noun != "person" or counter.low not in ("người", "em", "cháu"):
            return False
        words = self.tokens[left.start : left.end]
        if any("activity" in word.entry.cues for word in words):
            return True
        return len(words) > 1 and bool(words[0].tags & lx.VERB) and not words[-1].tags & lx.VERB

    def _is_doing(self, left: Before) -> bool:
        """Whether what stands before is who acts, with or without the verb."""
        first, last = self.tokens[left.start], self.tokens[left.end - 1]
        if first.tags & lx.ACTOR and left.end - left.start > 1 and last.tags & lx.VERB:
            return True
        if self._only_actor(left) and not self._in_parts_at(left.start):
            return True
        if not last.tags & lx.VERB or last.tags & lx.NOUN:
            return False
        return not first.tags & (lx.AMOUNT | lx.RATE) and not self._in_parts_at(left.start)

    def _in_parts(self, draft: Draft) -> bool:
        return self._in_parts_at(draft.at)

    def _in_parts_at(self, at: int) -> bool:
        """Whether a cue of parts stands before in the sentence, after some figure."""
        return bool(self.drafts) and any(
            "part" in t.entry.cues for t in self.tokens[self.drafts[0].at : at]
        )

    def _is_pronoun(self, left: Before) -> bool:
        words = self.tokens[left.start : left.end]
        return (
            bool(words)
            and len(words) <= 2
            and all("pronoun" in word.entry.cues or "pointing" in word.entry.cues for word in words)
        )

    def _repeats(self, draft: Draft, phrase: Phrase) -> bool:
        """`giảm 6 vụ`: a change in the bare noun of the figure before takes its full name."""
        if phrase.end - phrase.start != 1 or phrase.level:
            return False
        low = self.tokens[phrase.start].low
        for source in reversed(self.before[-3:] + self.drafts):
            if source.kind != "change" and low in source.indicator.lower():
                self._copy(draft, source)
                draft.unit, draft.behind = low, phrase.end
                return True
        return False

    def _bare(self, draft: Draft, left: Before) -> None:
        """No noun follows: a label stands before the number, or the noun is inherited."""
        tokens = self.tokens
        right_level = level_at(tokens, draft.behind)
        planned = bool(left) and all(
            "plan" in t.entry.cues or t.low in ("giao", "đề ra")
            for t in tokens[left.start : left.end]
        )
        pronoun = self._is_pronoun(left)
        if left and not planned and not pronoun and (draft.headed or not self._only_actor(left)):
            start = self._object_start(left)
            if (
                left.verbal
                and start == left.start
                and left.level is None
                and self._copy_last(draft)
            ):
                return
            self._take(draft, start, left.end, "elsewhere")
            draft.level = self._level(left.level)
            draft.rule = "label"
            draft.verb = tokens[left.start].low if left.verbal else ""
            if not self._is_sound_label(draft, left, start):
                draft.token.reason = "nameless"
            return
        if left.level or right_level:
            draft.level = self._level(left.level or right_level)
            if not left.level and right_level:
                draft.behind = right_level[1]
            self._inherit(draft)
            draft.rule = "level-only"
            return
        does = {
            "thực hiện",
            "thực hiện được",
            "đạt",
            "còn",
            "lên",
            "xuống",
            "xuống còn",
            "lên tới",
            "hoàn thành",
        }
        firm = (
            left.linked
            or left.changed
            or bool(left.joint & does)
            or planned
            or pronoun
            or draft.kind == "change"
        )
        dated = (
            draft.at > 1
            and tokens[draft.at - 1].low == ":"
            and tokens[draft.at - 2].kind == PERIOD_TOKEN
        )
        if firm or dated or self._listed(draft):
            self._inherit(draft)
        else:
            draft.token.reason = "nameless"

    def _is_sound_label(self, draft: Draft, left: Before, start: int) -> bool:
        """Whether a number with nothing behind it really belongs to the words before it."""
        tokens = self.tokens
        head = tokens[start]
        if left.level or head.tags & (lx.LABEL | lx.AMOUNT | lx.RATE | lx.RESTRICTIVE):
            return True
        if left.linked or left.changed:
            draft.doubts *= 0.97
            return not left.verbal
        if self._in_parts(draft) or tokens[draft.at - 1].low == ":":
            draft.doubts *= 0.95
            return True
        draft.doubts *= 0.85
        big = (draft.token.minimum or 0) >= 100 or "." in draft.token.low
        return (bool(head.tags & lx.NOUN) and not left.verbal and left.end - left.start <= 3) or (
            big and not left.verbal
        )

    def _listed(self, draft: Draft) -> bool:
        """Whether the number is one of a list that began with "lần lượt"."""
        return any("respectively" in t.entry.cues for t in self.tokens[: draft.at])

    def _copy_last(self, draft: Draft) -> bool:
        """`sửa 180`: a verb of its own with the noun of the figure before."""
        source = next((d for d in reversed(self.drafts) if not d.share and not d.measure), None)
        if source is None:
            return False
        self._copy(draft, source)
        draft.doubts *= 0.9
        return True

    def _copy(self, draft: Draft, source: Draft) -> None:
        draft.indicator, draft.head, draft.noun = source.indicator, source.head, source.noun
        draft.level = draft.level or source.level
        draft.position, draft.rule = "inherited", "inherited"
        draft.ref = source if draft.kind == "change" else None

    def _only_actor(self, left: Before) -> bool:
        words = self.tokens[left.start : left.end]
        if left.level is not None or not words:
            return False
        first = words[0]
        if any(w.tags & lx.VERB and not w.tags & lx.NOUN for w in words[1:]):
            return False
        if first.tags & lx.ACTOR and len(words) <= 5:
            return not any(w.tags & (lx.AMOUNT | lx.RATE) for w in words)
        return first.low in (
            "trường",
            "đơn vị",
            "huyện",
            "tỉnh",
            "xã",
            "hội",
            "đoàn",
            "thị xã",
            "thành phố",
            "phường",
            "khoa",
            "công ty",
            "ngành",
            "địa phương",
            "bệnh viện",
            "trung tâm",
            "hợp tác xã",
            "thư viện",
            "cơ quan",
        ) and (len(words) == 1 or self.text[first.start].isupper() or words[1].low in ("ta",))

    def _object_start(self, left: Before) -> int:
        """Where the noun begins when a verb governs it: tổ chức | hội thảo cấp tỉnh 8."""
        tokens = self.tokens
        for at in range(left.end - 1, left.start, -1):
            if tokens[at - 1].tags & lx.VERB and tokens[at].tags & lx.NOUN:
                return at
        if left.verbal:
            for at in range(left.start + 1, left.end):
                if tokens[at].tags & lx.NOUN:
                    return at
        return left.start

    # -- measures ------------------------------------------------------------

    def _measured(self, draft: Draft, left: Before, floor: int) -> None:
        base_end = self._base(draft)
        named = (
            bool(left)
            and not self._is_pronoun(left)
            and (draft.headed or not self._only_actor(left))
        )
        if (
            named
            and "base" in self.tokens[left.start].entry.cues
            and draft.unit in _SHARES
            and not left.verbal
        ):
            draft.base, named = (
                draft.base or self._source(left.start, left.end),
                self._antecedent(draft) is None,
            )
        if self._about(draft):
            return
        if draft.unit == "lần" or (draft.kind == "change" and not named):
            self._rate_of(draft, floor)
            draft.behind = max(draft.behind, base_end)
        elif draft.unit in _SHARES and draft.kind != "change":
            self._share(draft, left if named else None, floor, base_end)
        else:
            self._amount(draft, left if named else None, floor)
            draft.behind = max(draft.behind, base_end)

    def _amount(self, draft: Draft, left: Before | None, floor: int) -> None:
        """Money, land, weights: of what stands before, of what follows, or of the verb."""
        tokens = self.tokens
        firm = (
            left is not None
            and not left.verbal
            and (
                left.linked or left.changed or bool(tokens[left.start].tags & (lx.AMOUNT | lx.RATE))
            )
        )
        phrase = None if firm else self._thing_after(draft)
        if phrase:
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.level, draft.behind, draft.rule = (
                self._level(phrase.level),
                phrase.after,
                "measure-right",
            )
            draft.verb = self._verb(draft.at, floor)
        elif left is not None:
            self._take_left(draft, left, whole=self._in_parts(draft))
            draft.verb = tokens[left.start].low if left.verbal else ""
            draft.rule = "measure-verb" if left.verbal else "measure-left"
        elif self._joint_says_again(draft):
            self._rate_of(draft, floor)
        else:
            self._governing_verb(draft, floor)

    def _joint_says_again(self, draft: Draft) -> bool:
        """`còn 3 tỷ`, `đạt 5 tỷ` with nothing before: the amount told last."""
        at = draft.at - 1
        while at >= 0 and self.tokens[at].tags & lx.HEDGE:
            at -= 1
        again = (
            at >= 0
            and bool(self.tokens[at].tags & (lx.LINK | lx.NEW_LEVEL))
            and self.tokens[at].low not in ("được", "có", "cho", "với")
        )
        return again and bool(self.drafts or self.before)

    def _thing_after(self, draft: Draft) -> Phrase | None:
        """The noun after a unit: 12.000 m2 đất, 142 tỷ đồng vốn đầu tư công."""
        tokens, at = self.tokens, draft.behind
        if draft.unit is None or at >= len(tokens):
            return None
        if tokens[at].tags & lx.AMOUNT and tokens[at].low not in (
            "số",
            "trị giá",
            "tổng trị giá",
            "mức",
        ):
            phrase = right_phrase(tokens, at + 1)
            return Phrase(at, phrase.end if phrase else at + 1)
        phrase = right_phrase(tokens, at)
        if not phrase or (draft.unit in _MONEY and not tokens[at].tags & lx.NOUN):
            return None
        return phrase

    def _share(self, draft: Draft, left: Before | None, floor: int, base_end: int) -> None:
        """A percentage: of what follows, of what stands before, or of the figure before."""
        tokens = self.tokens
        nominal = left is not None and not left.verbal
        if base_end > draft.behind:
            if nominal and left is not None:
                self._take_left(draft, left)
                draft.rule = "share-left"
            elif self._antecedent(draft) is not None:
                self._rate_of(draft, floor)
            else:
                self._take(draft, draft.behind, base_end, "elsewhere")
                draft.base, draft.rule = None, "share-base"
            draft.behind = base_end
            return
        firm = (
            nominal
            and left is not None
            and (left.linked or bool(tokens[left.start].tags & lx.RATE))
        )
        joint = self.tokens[draft.at - 1].low if draft.at else ""
        phrase = right_phrase(tokens, draft.behind, predicate=True)
        if (
            phrase
            and not firm
            and not (joint in ("chiếm", "bằng", "tương đương") and self._antecedent(draft))
        ):
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.behind, draft.rule = phrase.after, "share-right"
            draft.level = self._level(phrase.level)
        elif left is not None and (
            nominal
            or not self._antecedent(draft)
            or left.end - left.start > 1
            or self._goes_on(left)
        ):
            self._take_left(draft, left)
            draft.rule = "share-left"
            draft.behind = phrase.after if phrase else draft.behind
        else:
            self._rate_of(draft, floor)
            draft.behind = phrase.after if phrase else draft.behind

    def _goes_on(self, left: Before) -> bool:
        """Whether shares are listed by what happened: bị hủy 0,3%, bị sửa 0,9%."""
        last = self.drafts[-1] if self.drafts else None
        return last is not None and last.rule == "share-left" and not left.linked

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
        named = [d for d in self.drafts if not self._is_rate(d) and d.indicator]
        if not named:
            return next((d for d in reversed(self.before) if not self._is_rate(d)), None)
        last = named[-1]
        if draft.bracketed and not last.bracketed:
            direct = self.drafts[-1]
            return direct if direct.kind == "change" and not direct.bracketed else last
        first = last
        for candidate in reversed(named[:-1]):
            if candidate.clause != last.clause or candidate.depth != last.depth:
                break
            joint = self.tokens[candidate.behind].low if candidate.behind < len(self.tokens) else ""
            if joint not in ("với", "cho", "/", "có"):
                break
            first = candidate
        return first

    @staticmethod
    def _is_rate(draft: Draft) -> bool:
        return draft.position == "inherited" and (draft.kind == "change" or draft.unit in _SHARES)

    def _governing_verb(self, draft: Draft, floor: int) -> None:
        """Nothing else names the amount: the cue noun or the verb of the clause does."""
        tokens = self.tokens
        for at in range(draft.at - 1, -1, -1):
            token = tokens[at]
            if token.kind == SIGN and token.low in ";.":
                break
            if token.tags & lx.VERB and not token.tags & lx.NOUN:
                self._take(draft, at, at + 1, "elsewhere")
                draft.rule, draft.verb = "measure-verb", token.low
                draft.doubts *= 0.95
                return
        self._inherit(draft)
        draft.doubts *= 0.8

    # -- shared --------------------------------------------------------------

    def _take_left(self, draft: Draft, left: Before, *, whole: bool = False) -> None:
        start, end = left.start, left.end
        tokens = self.tokens
        if not (left.verbal or whole or tokens[start].tags & (lx.AMOUNT | lx.RATE)):
            for at in range(start + 1, end):
                if tokens[at].low == "xảy ra":
                    end = at
                    break
                if tokens[at].tags & lx.VERB and not tokens[at].tags & (lx.NOUN | lx.AMOUNT):
                    if self._is_agent(start, at):
                        start = max(i for i in range(at, end) if tokens[i].tags & lx.VERB)
                    elif not left.linked and draft.unit not in _SHARES:
                        end = at
                    break
        self._take(draft, start, end, "elsewhere")
        draft.level = draft.level or self._level(left.level)
        draft.rule = "measure-left"
        draft.doubts *= 0.97 if left.linked or left.changed else 0.95

    def _is_agent(self, start: int, verb: int) -> bool:
        first = self.tokens[start]
        return bool(first.tags & lx.ACTOR) or (
            first.entry.noun in ("person", "group", "place", "event", "document")
            and bool(first.tags & lx.NOUN)
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

    def _inherit(self, draft: Draft) -> None:
        """The noun of the last figure that has one of its own."""
        for source in (*reversed(self.drafts), *reversed(self.before)):
            if not source.share and source.indicator and source.measure == draft.measure:
                self._copy(draft, source)
                return
        if self.drafts and self.drafts[-1].kind == "change":
            self._copy(draft, self.drafts[-1])

    def _verb(self, at: int, floor: int) -> str:
        for token in reversed(self.tokens[floor:at]):
            if token.tags & (lx.VERB | lx.PREDICATE) and not token.tags & lx.NOUN:
                return token.low
            if token.kind == SIGN:
                break
        return ""


def widen_parts(text: str, tokens: list[Token], drafts: list[Draft]) -> None:
    """R10: a part whose noun repeats its total keeps what sets it apart: ca trong khu cách ly."""
    for order, draft in enumerate(drafts):
        if draft.parent is None or draft.rule != "count" or draft.level:
            continue
        if draft.indicator.lower() != draft.head or draft.parent.head != draft.head:
            continue
        phrase = right_phrase(tokens, draft.at + 1, predicate=True)
        limit = drafts[order + 1].at if order + 1 < len(drafts) else len(tokens)
        if phrase and draft.behind < phrase.end <= limit:
            draft.indicator = text[tokens[phrase.start].start : tokens[phrase.end - 1].end]
            draft.behind = phrase.after
