"""From the tokens of one sentence to drafts: hedge, unit and change of each number, then its route.

Guideline sections 2 to 4.
"""

from __future__ import annotations

from dataclasses import replace

from figures.before import Before
from figures.draft import Draft
from figures.naming.aims import LABEL, LOOSE, label_before, stage_begin
from figures.naming.changes import Changes
from figures.naming.counts import CountRoute
from figures.naming.left_phrases import left_phrase
from figures.naming.measures import MeasureRoute
from figures.naming.phrases import Phrase, right_phrase
from figures.naming.recalled_levels import RecalledLevels
from figures.naming.sentence import MONEY
from figures.naming.units import Units
from figures.periods.compared_levels import is_compared_level
from figures.relations.scopes import bracket_end
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import CODE, SIGN, WORD, Token

_ITEMS = frozenset({",", ";", ":", "là", "thấp nhất là", "cao nhất là", "chủ yếu là", "đứng đầu là", "dẫn đầu là"})  # fmt: skip
_COUNTS = frozenset({"lượt", "lượt người", "cuộc", "ca"})
"""Says in what is counted, beside the counters of the lexicon."""
_LISTS = frozenset({"và", "gồm", "bao gồm", "gồm có", "như"})
_STARTS_ITEM = _LISTS | {"là"}
_DIVIDES = frozenset(
    {"chia theo", "phân theo", "chia", "phân loại theo", "xét theo", "phân tích theo"}
)
_SHARES = frozenset({"chiếm", "chiếm tới", "chiếm đến", "chiếm khoảng"})
_PASSED = frozenset({"vượt qua", "vượt", "đứng sau", "chỉ sau", "xếp sau", "sau"})
_OF_SO_MANY = frozenset(
    {"của", "từ", "ở", "cho", "qua", "tại", "thông qua", "thực hiện", "trong", "do"}
)
"""Between an amount and of how many it is: kinh phí | thực hiện | 15 dự án; vốn ủy thác | qua | 4 hội."""
_COUNTED = 6
"""As many tokens as what is counted may have behind the comma or dash that it goes on over."""
_REACHED = frozenset({"đạt", "ước đạt", "là", "còn", "lên", "lên đến"})


class SentenceReader(CountRoute, MeasureRoute, RecalledLevels, Units, Changes):
    """Reads one sentence."""

    def read(self) -> list[Draft]:
        """One draft for each number that is not refused, in order."""
        tokens, signs = self.tokens, self.line.signs
        clause = depth = seen = 0
        for at in self.line.numbers:
            while seen < len(signs) and signs[seen] < at:
                low = tokens[signs[seen]].low
                seen += 1
                if low in ",;:.":
                    clause += 1
                elif low in "([":
                    depth += 1
                elif low in ")]":
                    depth = max(0, depth - 1)
            token = tokens[at]
            if not token.reason:
                draft = Draft(at, token, at + 1, clause=clause, depth=depth)
                draft.bracketed = depth > 0
                self._fill(draft)
                if not draft.indicator:
                    token.reason = token.reason or "nameless"
                if not token.reason:
                    self.drafts.append(draft)
        for draft in self.drafts:
            if draft.per:
                draft.unit = f"{draft.unit}{draft.per}"
        return self.drafts

    def _fill(self, draft: Draft) -> None:
        floor = min(self.drafts[-1].behind, draft.at) if self.drafts else 0
        draft.qualifier = self._qualifier(draft, floor)
        if self._limits(draft):
            draft.token.reason = "threshold"
            return
        self._unit(draft)
        if ":" in self.words and not self._head_stage(draft, floor):
            colon = self._colon(draft.at, floor)
            if colon > floor:
                self._head(draft, colon, floor)
        self._change(draft, floor)
        if (
            draft.kind == "change"
            and draft.unit in MONEY
            and is_compared_level(self.tokens, draft.at)
        ):
            draft.kind, draft.direction = "result", None
        if draft.depth and (self._recalls_level(draft) or self._recalls_other_time(draft)):
            return
        if draft.measure:
            self._measured(draft, self._left(draft, floor), floor)
        else:
            self._counted(draft, floor)

    def _head_stage(self, draft: Draft, floor: int) -> bool:
        """Lets a label name what was planned and reached of it; whether it did."""
        begin = stage_begin(self.tokens, draft.at, floor) if draft.measure else draft.at
        if begin in (0, draft.at):
            return False
        if self.tokens[begin - 1].low != ":":
            draft.staged = any(d.staged and d.unit == draft.unit for d in self.drafts)
        elif (label := label_before(self.tokens, begin - 1, floor)) is not None:
            start, end = label
            named = left_phrase(self.tokens, end, end)
            draft.before = replace(named, start=start, end=end, linked=True, verbal=False)
            draft.staged = draft.headed = True
            return True
        if draft.staged:
            draft.before = left_phrase(self.tokens, draft.at, draft.at)
        return draft.staged

    def _head(self, draft: Draft, colon: int, floor: int) -> None:
        """Lets what stands before a colon name the number, if nothing nearer does."""
        if left_phrase(self.tokens, draft.at, floor):
            return
        if self._divides(colon, floor):
            return
        headed = left_phrase(self.tokens, colon, floor)
        if not floor and (begin := self._opens_item(draft, colon)) is not None:
            draft.before = replace(headed, start=begin, end=colon, verbal=False, level=None)
            draft.headed = True
            return
        told = not draft.measure and self._tells_anew(colon, draft.at)
        if self._heads(headed) and not told:
            headed.start = self._item_start(headed, floor)
            draft.before, draft.headed = headed, True

    def _opens_item(self, draft: Draft, colon: int) -> int | None:
        """Where the label of an item begins that is all there is before a colon, None where there is more.

        For a number that nothing names otherwise: - Khu vực hành chính, sự nghiệp: 71.
        """
        tokens, begin = self.tokens, self._item_begin()
        if begin is None:
            return None
        named = 0 < colon - begin <= LABEL and colon == draft.at - 1
        follower = tokens[draft.behind] if draft.behind < len(tokens) else None
        counts = follower is not None and (follower.tags & lx.COUNTER or follower.low in _COUNTS)
        if counts and draft.behind + 1 < len(tokens):
            follower = tokens[draft.behind + 1]
        bare = follower is None or follower.kind == SIGN or follower is tokens[-1]
        words = all(
            (token.kind == WORD and not token.tags & (lx.LEVEL | lx.CHANGE)) or token.low in ",/-"
            for token in tokens[begin:colon]
        )
        listed = not draft.measure or any(token.low == "," for token in tokens[begin:colon])
        return begin if named and bare and words and listed else None

    def _divides(self, colon: int, floor: int) -> bool:
        """Whether a colon only says by what a total is divided: Chia theo lĩnh vực: hình sự 38 vụ."""
        at = colon
        while at > floor and self.tokens[at - 1].kind == WORD:
            at -= 1
        return self.tokens[at].low in _DIVIDES

    def _item_start(self, headed: Before, floor: int) -> int:
        """Where the label of a list's item begins, commas within it: …; phẩm chất, lối sống: 14."""
        tokens, at = self.tokens, headed.start
        first = int(tokens[0].low in "-+•*")
        summed = tokens[first].tags & lx.AMOUNT and not floor and not headed.verbal
        if summed and all(t.kind == WORD or t.low == "," for t in tokens[first:at]):
            return first
        if sum(token.low == ";" for token in tokens) < 2 or headed.verbal:
            return at
        while at > floor and (tokens[at - 1].kind == WORD or tokens[at - 1].low == ","):
            at -= 1
        listed = at > 0 and tokens[at - 1].low in (";", ":")
        return at if listed and tokens[at].kind == WORD else headed.start

    def _left(self, draft: Draft, floor: int) -> Before:
        """What stands before the number; not worked out for those that need no more than their noun."""
        left = draft.before
        if left is None:
            left = left_phrase(self.tokens, draft.at, floor)
            if draft.measure and draft.unit not in ("lần", "điểm %"):
                before = None if left else self._before_bracket(draft, floor)
                left = before or self._over_count(draft, left) or left
                left = left or self._over_bracket(draft, left)
            draft.before = left
        return left

    def _colon(self, at: int, floor: int) -> int:
        """Where the colon stands that only links part from the number: Hộ nghèo: còn 2,1%."""
        at -= 1
        while at > floor and self.tokens[at].kind == WORD and self.tokens[at].tags & LOOSE:
            at -= 1
        return at if at > floor and self.tokens[at].low == ":" else 0

    def _tells_anew(self, colon: int, at: int) -> bool:
        """Whether a colon ends a heading, and a sentence follows: Ngày hội: đã có 6 đơn vị tham gia."""
        said = " ".join(token.low for token in self.tokens[colon + 1 : at])
        return said in ("đã có", "có")

    def _before_bracket(self, draft: Draft, floor: int) -> Before:
        """What an amount in brackets is of: cây ăn quả (640 ha)."""
        at = draft.at - 1
        changes = draft.kind == "change" and draft.unit == "%"
        led = lx.HEDGE | lx.CHANGE if changes else lx.HEDGE
        while at > floor and (self.tokens[at].tags & led or self.tokens[at].low in _SHARES):
            at -= 1
        opened = at > floor and self.tokens[at].low == "("
        if not opened or any(d.behind == at for d in self.drafts):
            return left_phrase(self.tokens, draft.at, draft.at)
        named = left_phrase(self.tokens, at, floor)
        if draft.unit == "%" and (rate := self._ranked_rate(named, at, floor)) is not None:
            return rate
        named = self._listed_label(named, at) if changes else self._behind_copula(named)
        named = named if changes else self._behind_passed(named, at)
        if any("plan" in t.entry.cues for t in self.tokens[named.start : named.end]):
            return left_phrase(self.tokens, draft.at, draft.at)
        if named and not named.verbal and self.tokens[at - 1].kind == WORD:
            before = self.tokens[named.start - 1].low
            opens = named.start == 0 or before in _ITEMS or (changes and before in _LISTS)
            if changes and opens and self._is_place(named):
                return named
            if draft.unit != "%" or (opens and not named.linked and not named.changed):
                draft.headed = True
                return named
        return left_phrase(self.tokens, draft.at, draft.at)

    def _behind_passed(self, named: Before, end: int) -> Before:
        """What somebody passed or follows, of which a bracket tells: vượt qua | gạo (1,2 tỷ USD)."""
        tokens, start = self.tokens, end
        while start and tokens[start - 1].kind == WORD and end - start < _COUNTED:
            start -= 1
        places = range(end - 2, start - 1, -1)
        passed = next((at for at in places if tokens[at].low in _PASSED), -1)
        if passed < 0 or any(t.tags & (_TELLS | lx.VERB) for t in tokens[passed + 1 : end]):
            return named
        return replace(named, start=passed + 1, end=end, verbal=False, linked=False, changed=False)

    def _listed_label(self, named: Before, end: int) -> Before:
        """The item of a list that ends at `end`: tăng mạnh gồm | cà phê | (tăng 12%), ….; none if it is no name."""
        tokens, start = self.tokens, end
        while (
            start and tokens[start - 1].kind == WORD and tokens[start - 1].low not in _STARTS_ITEM
        ):
            start -= 1
        while start < end and tokens[end - 1].tags & (lx.CHANGE | lx.ADVERB):
            end -= 1
        said = lx.VERB | lx.LINK | lx.CHANGE | lx.STOP
        if any(t.tags & said and not t.tags & lx.NOMINAL for t in tokens[start:end]):
            start = end
        return replace(named, start=start, end=end, verbal=False, linked=False, changed=False)

    def _ranked_rate(self, named: Before, at: int, floor: int) -> Before | None:
        """The rate in which somebody leads: có tỷ lệ cử tri đi bầu cao nhất là các tỉnh A, B (99,9%)."""
        tokens, begin = self.tokens, at
        while begin > floor and (tokens[begin - 1].kind == WORD or tokens[begin - 1].low == ","):
            begin -= 1
        first = next((i for i in range(begin, at) if tokens[i].tags & lx.RATE), at)
        last = next((i for i in range(first, at) if "nhất" in tokens[i].low.split()), at)
        lead = any(tokens[i].low.split()[-1] == "là" for i in range(last, at))
        if not lead and [t.low for t in tokens[last + 1 : last + 3]] != ["thuộc", "về"]:
            return None
        return replace(named, start=first, end=last, verbal=False, linked=True)

    def _over_count(self, draft: Draft, left: Before) -> Before | None:
        """A subject that says of how many it is: Tổng dư nợ 17 chương trình | đạt 3.569 tỷ đồng.

        What is counted may go on: Vốn vay qua 4 hội, đoàn thể | là 300 tỷ đồng.
        """
        tokens = self.tokens
        outer = [d for d in self.drafts if d.depth <= draft.depth]
        last = outer[-1] if outer else None
        if last is None or last.rule != "count":
            return None
        behind = bracket_end(tokens, last.behind)
        end = _counted_end(tokens, behind, draft.at)
        joint = left.joint if end == behind else _joint(tokens, end, draft.at)
        if end > draft.at or (joint.isdisjoint(_REACHED) and not self._only_hedged(draft, last)):
            return None
        if any(t.kind != WORD or not t.tags & LOOSE for t in tokens[end : draft.at]):
            return None
        named = left_phrase(tokens, last.at, outer[-2].behind if len(outer) > 1 else 0)
        led = tokens[named.start].tags & lx.AMOUNTS or tokens[named.start].low in ("thu", "chi")
        if not named or not led or named.linked or named.joint - _OF_SO_MANY:
            return None
        if end > behind and not named.joint:
            return None
        end = last.behind if end == behind else end
        return replace(named, end=end, joint=joint, linked=True, verbal=False)

    def _only_hedged(self, draft: Draft, last: Draft) -> bool:
        """Whether only a hedge parts an amount from those whose it is: Tổng vốn của 5 dự án | trên 900 tỷ đồng."""
        tokens, between = self.tokens, self.tokens[last.behind : draft.at]
        hedged = bool(between) and all(t.tags & lx.HEDGE for t in between)
        return hedged and tokens[last.at - 1].low == "của" and tokens[0].tags & lx.AMOUNTS != 0

    def _over_bracket(self, draft: Draft, left: Before) -> Before:
        """What stands before a bracket that tells figures: ngành Y (chiếm 62% giá trị) | giảm 0,7%."""
        tokens, last = self.tokens, self.drafts[-1] if self.drafts else None
        if last is None or last.depth <= draft.depth or not left.joint:
            return left
        closed = max((i for i in range(last.at, draft.at) if tokens[i].low == ")"), default=0)
        if not closed or any(t.kind != WORD for t in tokens[closed + 1 : draft.at]):
            return left
        opened = max(i for i in range(last.at) if tokens[i].low == "(")
        outer = [d.behind for d in self.drafts if d.depth <= draft.depth]
        named = left_phrase(tokens, opened, outer[-1] if outer else 0)
        if not named or named.verbal or tokens[opened - 1].kind != WORD:
            return left
        if named.start and CODE in (tokens[named.start - 1].kind, tokens[named.start + 1].kind):
            return left
        return replace(named, joint=left.joint, linked=left.linked, changed=left.changed)

    def _limits(self, draft: Draft) -> bool:
        """Whether the number only says which things a share is of: 65% chi bộ có từ 3 đảng viên."""
        for last in reversed(self.drafts):
            if last.depth <= draft.depth:
                return self._is_limit_of(draft, last)
        return False

    def _is_limit_of(self, draft: Draft, last: Draft) -> bool:
        """Whether the number only says which of the things told last are meant."""
        if last.rule == "count":
            return self._sets_apart(draft, last)
        if last.rule not in ("share-right", "count-fraction"):
            return False
        between = self.tokens[last.at + 1 : draft.at]
        if draft.qualifier == "at_least" and all(t.kind == WORD or t.low == "%" for t in between):
            return True
        if last.behind >= draft.at:
            return last.rule == "share-right" and last.behind == draft.at
        return all(
            t.tags & lx.HEDGE or t.low in ("từ", "có") for t in self.tokens[last.behind : draft.at]
        )

    def _sets_apart(self, draft: Draft, last: Draft) -> bool:
        """Whether a share only tells which ones were counted: 5 sở giải ngân dưới 30%."""
        tokens, at = self.tokens, draft.at
        if at + 1 >= len(tokens) or tokens[at + 1].low != "%":
            return False
        between = tokens[bracket_end(tokens, last.behind) : at]
        if "chưa đạt" in (tokens[at - 1].low, f"{tokens[at - 2].low} {tokens[at - 1].low}"):
            return True
        limited = bool(between) and between[-1].entry.hedge in ("over", "under", "at_least")
        acts = lx.VERB | lx.PREDICATE
        return (
            limited
            and all(t.kind == WORD for t in between)
            and any(t.tags & acts or t.low in ("có", "thiệt hại") for t in between[:-1])
            and not any(t.low in ("với", "và", "bằng") or t.tags & lx.CHANGE for t in between)
        )

    def _heads(self, left: Before) -> bool:
        """Whether the words before a colon name the number behind it."""
        if not left:
            return False
        if left.verbal:
            outer = [d for d in self.drafts if not d.bracketed]
            listed = bool(outer) and outer[-1].headed and left.end - left.start <= 4
            before = self.tokens[left.start - 1]
            opens = left.start == 0 or before.low in ";.-–•+" or "part" in before.entry.cues
            opens = opens or (left.start == 2 and before.low == ")")
            return listed or (opens and left.end - left.start <= 6)
        first = self.tokens[left.start]
        item = (
            left.start > 0 and self.tokens[left.start - 1].low in ";:" and left.end - left.start < 9
        )
        named = first.tags & lx.NOMINAL or first.low == "đội ngũ"
        opens = left.start == 0 or (left.start == 1 and self.tokens[0].low in "-–•+*")
        return item or bool(named) or left.end - left.start <= (5 if opens else 3)


def _lists_things(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a comma of the phrase joins no grades of learning, nor more of its noun: có trình độ đại học, | cao đẳng."""
    places = range(phrase.start, phrase.end)
    commas = [at for at in places if tokens[at].low == ","]
    told = any("trình độ" in tokens[at].low for at in places)
    again = all(tokens[at + 1].low == tokens[phrase.start].low for at in commas)
    return bool(commas) and not again and not (told and phrase.end - commas[0] <= 2 * len(commas))


def _counts_alike(draft: Draft, total: Draft, counter: Token) -> bool:
    """Whether a part counts the noun of its total, which it may shorten, or one of its nouns: 840 thí sinh, gồm | 790 TS."""
    if f"{total.head} ".startswith(f"{draft.head} "):
        return True
    if counter.tags & lx.COUNTER and total.noun == "person":
        return True
    if draft.head in total.indicator.lower().split(", "):
        return True
    return draft.head == "".join(word[0] for word in total.head.split())


def _tells_who(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a bare counter only leads to who they are: trong đó 12 đồng chí là | cán bộ xã."""
    behind = tokens[phrase.start + 1 : phrase.end]
    led = bool(tokens[phrase.start].tags & lx.COUNTER) and len(behind) > 1
    return led and behind[0].low == "là" and behind[1].entry.noun == "person"


def _is_told_apart(draft: Draft, last: Token) -> bool:
    """Whether more than the noun is told already, and not only what they do: HTX | hoạt động | trong lĩnh vực vận tải."""
    acts = last.low == "hoạt động" or (
        last.tags & (lx.VERB | lx.PREDICATE) and not last.tags & (lx.NOUN | lx.RESTRICTIVE)
    )
    return draft.indicator.lower() != draft.head and not acts


def widen_parts(line: Line, drafts: list[Draft]) -> None:
    """R10: a part whose noun repeats its total keeps what sets it apart: ca trong khu cách ly."""
    tokens = line.tokens
    for order, draft in enumerate(drafts):
        if draft.parent is None or draft.rule != "count" or draft.level:
            continue
        alike = _counts_alike(draft, draft.parent, tokens[draft.at + 1])
        if _is_told_apart(draft, tokens[draft.behind - 1]) or not alike:
            continue
        phrase = right_phrase(tokens, draft.at + 1, predicate=True)
        limit = drafts[order + 1].at if order + 1 < len(drafts) else len(tokens)
        listed = _lists_things(tokens, phrase)
        if phrase and draft.behind < phrase.end <= limit and not listed:
            narrow = draft.indicator
            start = phrase.start + 2 * _tells_who(tokens, phrase)
            draft.indicator = line.source(start, phrase.end)
            draft.behind = phrase.after
            for rate in drafts[order + 1 :]:
                if rate.ref is draft and rate.indicator == narrow:
                    rate.indicator = draft.indicator


def _counted_end(tokens: list[Token], at: int, number_at: int) -> int:
    """Where what is counted ends that goes on over a comma or dash at `at`: 4 tổ chức hội, | đoàn thể |."""
    if at >= number_at or tokens[at].low not in (",", "-", "–", "và"):
        return at
    end = at + 1
    while end < number_at and tokens[end].kind == WORD and not tokens[end].tags & _TELLS:
        end += 1
    named = end - at > 1 and not tokens[at + 1].tags & (lx.AMOUNTS | lx.VERB | lx.ACTOR)
    return end if named and end - at <= _COUNTED and end < number_at else at


_TELLS = lx.LINK | lx.HEDGE | lx.CHANGE | lx.AMOUNTS


def _joint(tokens: list[Token], start: int, end: int) -> frozenset[str]:
    return frozenset(token.low for token in tokens[start:end])
