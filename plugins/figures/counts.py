"""The route of counted nouns: the noun behind the number, a label before it, or the one before.

Guideline section 3 a and c, R1.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.draft import Draft
from figures.left_phrases import Before
from figures.phrases import Phrase, level_at, right_phrase
from figures.sentence import Sentence
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, Token

_CLASSIFIERS = frozenset(
    {"con", "lượt", "căn", "ca", "vụ", "bản", "tờ", "cuộc", "buổi", "suất", "chiếc", "cuốn"}
)
_PACKS = _CLASSIFIERS | {"bao", "cặp", "hộp", "thùng", "viên", "bộ", "đôi", "mũi", "liều", "khẩu", "quả", "tấm", "đơn vị", "đợt", "cái", "phần", "gói", "túi", "chai", "lít", "cây", "trường hợp", "hồ sơ"}  # fmt: skip
_RECOGNISES = frozenset(
    {"công nhận", "nghiệm thu", "xếp loại", "đánh giá", "phê duyệt", "khen thưởng"}
)


class CountRoute(Sentence):
    """Names numbers of people and things."""

    def _counted(self, draft: Draft, left: Before, floor: int) -> None:
        tokens = self.tokens
        ratio = draft.token.denominator is not None
        phrase = right_phrase(tokens, draft.behind, predicate=ratio)
        if phrase and self._is_counter(phrase) and self._take_label(draft, left, phrase):
            return
        if phrase and self._lists_by_label(draft, left, phrase):
            return
        if phrase and self._measures_amount(left, phrase):
            self._take_left(draft, left)
            draft.unit, draft.behind = tokens[phrase.start].low, phrase.end
            draft.rule = "label-counter"
            return
        if phrase and not ratio and self._names_itself(left, phrase):
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
            if not left and not draft.level and self._in_parts(draft):
                draft.level = self._level(left.level)
            draft.behind = phrase.after
            draft.unit = self._counting_noun(phrase)
            self._per(draft)
            draft.verb = self._verb(draft.at, floor)
            draft.rule = "count-fraction" if ratio else "count"
            if not tokens[phrase.start].tags & (lx.NOUN | lx.LABEL):
                draft.doubts *= 0.93
            if self._goes_passive(phrase.end):
                draft.doubts *= 0.9
            return
        if draft.behind < len(tokens) and tokens[draft.behind].low in ("đồng", "điểm"):
            self._take(draft, draft.behind, draft.behind + 1, "after")
            draft.noun, draft.behind = "label", draft.behind + 1
            return
        if draft.depth and self._is_class(draft.behind):
            self._take(draft, draft.behind, draft.behind + 1, "after")
            draft.unit, draft.behind, draft.noun = "đạt", draft.behind + 1, "label"
            return
        self._bare(draft, left)

    def _goes_passive(self, at: int) -> bool:
        """Whether "được" begins more than one verb: what it restricts may be wanted."""
        tokens = self.tokens
        if at >= len(tokens) or not tokens[at].low.startswith("được"):
            return False
        closed = at + 2 >= len(tokens) or tokens[at + 2].kind == SIGN
        return not (closed and at + 1 < len(tokens) and bool(tokens[at + 1].tags & lx.VERB))

    def _is_class(self, at: int) -> bool:
        """Whether "đạt" is a mark like giỏi and khá: (1 xuất sắc, 3 khá, 1 đạt)."""
        tokens = self.tokens
        return at + 1 < len(tokens) and tokens[at].low == "đạt" and tokens[at + 1].kind == SIGN

    def _per(self, draft: Draft) -> None:
        """Reads what a count is an average of: 16.500 người/năm."""
        tokens, at = self.tokens, draft.behind
        if at + 1 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].kind != NUMBER:
            draft.unit = f"{draft.unit}/{tokens[at + 1].low}"
            draft.behind = at + 2
        elif at + 2 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].reason == "base":
            draft.unit = f"{draft.unit}/{tokens[at + 1].low} {tokens[at + 2].low}"
            draft.behind = at + 3

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
        elif (not left.linked and not left.changed and self._is_doing(left)) or (
            "có" in left.joint and not self._in_parts(draft) and not head & lx.AMOUNT
        ):
            return False
        self._take_left(draft, left, whole=self._in_parts(draft))
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        self._per(draft)
        return True

    def _lists_by_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """In a list, a bare classifier yields to its label: gồm thuốc lá 3.860 bao; kết hôn: 12 cặp."""
        counter = self.tokens[phrase.start]
        if not left or phrase.end - phrase.start != 1 or phrase.level or left.linked:
            return False
        if counter.low not in _PACKS or not (draft.headed or self._in_parts(draft)):
            return False
        if left.joint & {"có", "cho", "với", "tại", "được"} or self._only_actor(left):
            return False
        if left.verbal and any(t.low == ";" for t in self.tokens[: draft.at]):
            return False
        self._take(draft, left.start, left.end, "elsewhere")
        draft.level = draft.level or self._level(left.level)
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        draft.doubts *= 0.93
        return True

    def _measures_amount(self, left: Before, phrase: Phrase) -> bool:
        """Whether a bare word only is the measure of an amount: sản lượng trứng 92 triệu quả."""
        if not left or left.verbal or phrase.end - phrase.start != 1 or phrase.level:
            return False
        head, word = self.tokens[left.start], self.tokens[phrase.start]
        named = bool(head.tags & lx.AMOUNT) and head.low not in ("số", "tổng số", "số lượng", "mức")
        return (
            named
            and (word.low in _PACKS or not word.tags)
            and not left.joint & {"với", "cho", "có"}
        )

    def _names_itself(self, left: Before, phrase: Phrase) -> bool:
        """`Số hộ nghèo còn 1.023 hộ`: the label before says the bare noun behind, and more."""
        if not left or left.verbal or phrase.end - phrase.start != 1 or phrase.level or left.level:
            return False
        words = self.tokens[left.start : left.end]
        low = self.tokens[phrase.start].low
        if (len(words) < 2 and words[0].low == low) or self._is_doing(left):
            return False
        led = left.linked or left.changed or bool(left.joint & {"lên", "xuống", "xuống còn"})
        total = bool(words[0].tags & lx.AMOUNT) and led
        counted = words[0].low in ("số", "tổng số", "số lượng") and len(words) > 1
        same = (
            (counted and words[1].low.startswith(low))
            or (words[0].low.startswith(low) and words[0].low != low)
            or words[0].low == low
        )
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
        if not known:
            return False
        source = (named or known)[-1]
        people = counter.entry.noun == "person" and source.noun == "person"
        told = source.rule != "count" or source.head == counter.low or people
        if draft.kind == "change" and not told:
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

    def _repeats(self, draft: Draft, phrase: Phrase) -> bool:
        """`giảm 6 vụ`: a change in the bare noun of the figure before takes its full name."""
        if phrase.end - phrase.start != 1 or phrase.level:
            return False
        low = self.tokens[phrase.start].low
        for source in reversed(self.before[-3:] + self.drafts):
            aside = source in self.drafts and source.depth > draft.depth
            if source.kind != "change" and not aside and low in source.indicator.lower():
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
            start = left.start if draft.headed else self._object_start(left)
            alone = left.verbal and start == left.start and left.level is None
            if (
                alone
                and not draft.headed
                and not self._lists_labels(draft)
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
        if self._spells_out(draft):
            self._copy(draft, self.drafts[-1])
        elif self._falls_from(draft) or firm or dated or self._listed(draft):
            self._inherit(draft)
        else:
            draft.token.reason = "nameless"

    def _falls_from(self, draft: Draft) -> bool:
        """Whether the level before a change is told: (từ 68 xuống 56)."""
        tokens, at = self.tokens, draft.at
        near = at > 0 and tokens[at - 1].low == "từ" and at + 2 < len(tokens)
        return near and bool(tokens[at + 1].tags & lx.LINK) and tokens[at + 2].kind == NUMBER

    def _spells_out(self, draft: Draft) -> bool:
        """Whether a fraction in brackets repeats the share before: 96,5% xã (137/142)."""
        last = self.drafts[-1] if self.drafts else None
        return (
            last is not None
            and last.share
            and draft.depth > last.depth
            and draft.token.denominator is not None
        )

    def _is_sound_label(self, draft: Draft, left: Before, start: int) -> bool:
        """Whether a number with nothing behind it really belongs to the words before it."""
        tokens = self.tokens
        head = tokens[start]
        if left.level or head.tags & (lx.LABEL | lx.AMOUNT | lx.RATE | lx.RESTRICTIVE):
            return True
        if draft.headed and left.verbal:
            draft.doubts *= 0.9
            return True
        if left.linked or left.changed:
            draft.doubts *= 0.97
            return not left.verbal
        if self._in_parts(draft) or self._in_list(draft) or tokens[draft.at - 1].low == ":":
            draft.doubts *= 0.95
            return True
        draft.doubts *= 0.85
        big = (draft.token.minimum or 0) >= 100 or "." in draft.token.low
        return (bool(head.tags & lx.NOUN) and not left.verbal and left.end - left.start <= 3) or (
            big and not left.verbal
        )

    def _lists_labels(self, draft: Draft) -> bool:
        """Whether the item before in the same bracket was a label: (trồng trọt 15, chăn nuôi 8)."""
        last = self.drafts[-1] if self.drafts else None
        return last is not None and draft.depth == last.depth > 0 and last.rule == "label"

    def _in_list(self, draft: Draft) -> bool:
        """Whether a colon or a bracket right behind a count opened a list: 57 đảng viên: khiển trách 38."""
        opened = {d.behind + step for d in self.drafts if not d.share for step in range(3)}
        return any(0 <= at < draft.at and self.tokens[at].low in ":(" for at in opened)

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

    def _object_start(self, left: Before) -> int:
        """Where the noun begins when a verb governs it: tổ chức | hội thảo cấp tỉnh 8."""
        tokens = self.tokens
        for at in range(left.end - 1, left.start, -1):
            if tokens[at - 1].tags & (lx.VERB | lx.PREDICATE) and tokens[at].tags & lx.NOUN:
                return at
        if left.verbal:
            for at in range(left.start + 1, left.end):
                if tokens[at].tags & lx.NOUN:
                    return at
        return left.start
