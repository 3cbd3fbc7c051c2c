"""Counted numbers that a label names: R1, a bare counter yields to the label before it.

Guideline section 3 a.
"""

from __future__ import annotations

from dataclasses import replace

from figures import lexicon as lx
from figures.antecedents import Antecedents
from figures.draft import Draft
from figures.left_phrases import Before, left_phrase
from figures.phrases import Phrase
from figures.tokens import NUMBER, PERIOD_TOKEN, WORD, Token

_CLASSIFIERS = frozenset(
    {"con", "lượt", "căn", "ca", "vụ", "bản", "tờ", "cuộc", "buổi", "suất", "chiếc", "cuốn"}
)
_PACKS = _CLASSIFIERS | {"bao", "cặp", "hộp", "thùng", "viên", "bộ", "đôi", "mũi", "liều", "khẩu", "quả", "tấm", "đơn vị", "đợt", "cái", "phần", "gói", "túi", "chai", "lít", "cây", "trường hợp", "hồ sơ", "giờ"}  # fmt: skip

_YIELDING = _PACKS | {"lần"}
"""Counters and classifiers, which a label before the number may explain."""

_PIECES = frozenset({"viên", "cái", "chiếc", "bao", "hộp", "thùng", "bộ", "đôi", "chai", "lít", "quả", "tấm", "gói", "con"})  # fmt: skip
_STAYS = frozenset({"nội trú", "ngoại trú", "bỏ học", "nghỉ học", "nghỉ hưu", "thất nghiệp"})
_TAKES_IN = frozenset({"nhận", "tiếp nhận", "thụ lý", "đăng ký", "tiếp"})
_TO_LEVEL = frozenset({"xuống còn", "còn", "lên", "xuống", "tăng lên", "giảm còn", "giảm xuống", "giảm xuống còn", "lên tới", "lên đến"})  # fmt: skip
_BANDS = frozenset({"nhóm", "tốp", "toán", "đoàn", "ê kíp"})
"""People told as a group, not what they are: bắt giữ nhóm 6 người."""
_MEANS = frozenset({"trung bình", "bình quân", "mỗi năm", "mỗi tháng", "mỗi ngày"})
_DOES = frozenset({"thực hiện được", "thực hiện", "hoàn thành"})
_WHO = frozenset({"person", "group", "place", "event"})


class LabelRoute(Antecedents):
    """Names numbers by the words before them, or by what was told before."""

    def _names_by_label(self, draft: Draft, phrase: Phrase, floor: int) -> bool:
        """Whether what stands before the number, or was told before, names it rather than `phrase`.

        Only a single word yields, and one without a level.
        """
        if phrase.end - phrase.start != 1 or phrase.level is not None:
            return False
        if not self._may_yield(draft, phrase, floor):
            return False
        left = self._left(draft, floor)
        if (own := self._names_own(left, phrase)) is not None:
            self._take_left(draft, own)
            draft.unit, draft.behind = self._counting_noun(phrase), phrase.end
            draft.rule = "label-counter"
            return True
        if self._is_counter(phrase) and self._take_label(draft, left, phrase):
            return True
        if not left and self._reaches_level_of(draft, left, phrase):
            return True
        if self._lists_by_label(draft, left, phrase):
            return True
        if self._is_visited(left, phrase):
            self._take_left(draft, left)
            draft.unit, draft.behind, draft.rule = "lượt", phrase.end, "label-counter"
            return True
        ratio = draft.token.denominator is not None
        if self._measures_amount(left, phrase) or (not ratio and self._names_itself(left, phrase)):
            self._take_left(draft, left)
            draft.unit, draft.behind = self._counting_noun(phrase), phrase.end
            draft.rule = "label-counter"
            self._per(draft)
            return True
        return draft.kind == "change" and self._repeats(draft, phrase)

    def _may_yield(self, draft: Draft, phrase: Phrase, floor: int) -> bool:
        """Whether to look for a label: at a counter, a level, a change, or behind an amount or the same word."""
        token = self.tokens[phrase.start]
        low = token.low
        if token.tags & lx.COUNTER or low in _YIELDING or low.startswith("lượt"):
            return True
        last = self.drafts[-1] if self.drafts else None
        if draft.kind == "change" or (last is not None and last.unit == low):
            return True
        named = lx.AMOUNT | lx.RATE
        return any(t.tags & named or low in t.low for t in self.tokens[floor : draft.at])

    def _reaches_level_of(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """The second level of a noun: số thửa giảm từ 5 thửa xuống còn 2 thửa."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.depth != draft.depth or left.joint.isdisjoint(_TO_LEVEL):
            return False
        if last.unit != self.tokens[phrase.start].low or last.share:
            return False
        begins = last.at > 0 and self.tokens[last.at - 1].low in ("từ", "từ mức")
        if not begins:
            return False
        self._copy(draft, last)
        draft.unit, draft.behind = last.unit, phrase.end
        self._per(draft)
        return True

    def _is_visited(self, left: Before, phrase: Phrase) -> bool:
        """Whether people are the measure: vận tải hành khách đạt 1,4 triệu lượt khách."""
        if not left or left.verbal or not left.linked or phrase.level:
            return False
        head = self.tokens[left.start]
        visitors = head.low.startswith(("khách", "du khách"))
        if not self.tokens[phrase.start].low.startswith("lượt"):
            return False
        if head.entry.noun in _WHO and not visitors:
            return False
        return not head.tags & lx.ACTOR and not self._is_doing(left) and not self._only_actor(left)

    def _is_counter(self, phrase: Phrase) -> bool:
        first = self.tokens[phrase.start]
        return bool(first.tags & lx.COUNTER) or first.low in ("lượt", "lần", "ca")

    def _take_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """R1: a bare counter yields to the label before the number."""
        counter = self.tokens[phrase.start]
        if self._averages_count(draft, left, phrase) or self._visits_again(draft, left, phrase):
            return True
        if not left and self._label_before_bracket(draft, phrase):
            return True
        if not left or self._is_pronoun(left):
            return self._counter_alone(draft, left, phrase, counter)
        if self.tokens[left.end - 1].low in ("của", "cho", "với", "tại"):
            return False
        if self.tokens[left.end - 1].low in _BANDS and not left.linked:
            return False
        head = self.tokens[left.start].tags
        if head & lx.ACTOR and any(t.low == "xảy ra" for t in self.tokens[left.start : draft.at]):
            return False
        if not draft.headed and self._is_carried_out(left):
            return False
        led = left.joint & {"cho", "với", "tại", "của", "từ"} and not self._is_first_level(
            draft, phrase
        )
        if led and not left.linked and not head & lx.AMOUNT:
            return False
        if left.verbal and left.joint & {"lên", "xuống", "xuống còn", "tăng lên"}:
            return self._counter_alone(draft, left, phrase, counter)
        if self._ends_in_activity(left, counter):
            left = replace(left, start=self._last_verbs(left.start, left.end), verbal=True)
        doing = not left.linked and not left.changed and self._is_doing(left)
        if left.verbal:
            often = counter.low == "lần"
            if not often and not draft.headed and not self._names_people(left, counter):
                return False
        elif doing or ("có" in left.joint and not self._is_part(draft) and not head & lx.AMOUNT):
            return False
        stays = self.tokens[left.end - 1].low in _STAYS
        stays = stays or self.tokens[left.start].entry.noun == "document"
        self._take_left(draft, left, whole=stays or self._in_parts(draft))
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        self._per(draft)
        return True

    def _is_carried_out(self, left: Before) -> bool:
        """Whether somebody did so many, or an average is told: các trung tâm thực hiện được 489 vụ việc."""
        tokens, begin = self.tokens, left.start
        if all(token.low in _MEANS for token in tokens[begin : left.end]):
            return all(d.rule != "label-counter" for d in self.drafts)
        if left.joint.isdisjoint(_DOES):
            return False
        while begin > 0 and tokens[begin - 1].kind == WORD:
            begin -= 1
        return any(token.tags & lx.ACTOR for token in tokens[begin : left.end])

    def _is_part(self, draft: Draft) -> bool:
        return self._in_parts(draft) or self._opens_with_part()

    def _ends_in_activity(self, left: Before, counter: Token) -> bool:
        """Whether who acts comes before what befell people: Sở tham mưu | bổ nhiệm 34 người."""
        last = self.tokens[left.end - 1]
        acted = "activity" in last.entry.cues and left.end - left.start > 1 and not left.linked
        befell = counter.entry.noun == "person" or counter.low in ("ca", "trường hợp", "lượt")
        return acted and befell and self._is_doing(left)

    def _is_first_level(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether two levels of the label are told: đội ngũ từ 38 người tăng lên 45 người."""
        tokens, at = self.tokens, phrase.end
        near = draft.at and tokens[draft.at - 1].low == "từ" and at + 1 < len(tokens)
        return bool(near and tokens[at].tags & (lx.LINK | lx.NEW_LEVEL)) and any(
            token.kind == NUMBER for token in tokens[at + 1 : at + 3]
        )

    def _averages_count(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """`bình quân 214 lượt/ngày`: by head or day, what was counted before in the same noun."""
        words = self.tokens[left.start : left.end]
        after = self.tokens[phrase.end].low if phrase.end < len(self.tokens) else ""
        if after != "/" or any(t.low not in ("bình quân", "trung bình") for t in words):
            return False
        low = self.tokens[phrase.start].low
        source = next((d for d in reversed(self.drafts) if d.unit == low and not d.share), None)
        if source is None:
            return False
        self._copy(draft, source)
        draft.unit, draft.behind = low, phrase.end
        self._per(draft)
        return True

    def _visits_again(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """Whether "lượt" alone means those told before: Đà Nẵng đón 177.000 lượt."""
        if self.tokens[phrase.start].low != "lượt" or not left or left.linked:
            return False
        if not self.tokens[left.end - 1].low.startswith(("đón", "phục vụ", "thu hút")):
            return False
        known = (*self.before[-6:], *self.drafts)
        source = next((d for d in reversed(known) if d.indicator.lower().startswith("lượt ")), None)
        if source is None:
            return False
        self._copy(draft, source)
        draft.unit, draft.behind = "lượt", phrase.end
        return True

    def _label_before_bracket(self, draft: Draft, phrase: Phrase) -> bool:
        """What a bracket counts: chủ yếu là Nhật Bản (141 người)."""
        tokens, at = self.tokens, draft.at - 1
        closed = phrase.end < len(tokens) and tokens[phrase.end].low in ");,"
        if at < 1 or tokens[at].low != "(" or not closed:
            return False
        floor = self.drafts[-1].behind if self.drafts else 0
        if floor >= at:
            return False
        named = self._behind_copula(left_phrase(tokens, at, floor))
        if not named or named.verbal or self._only_actor(named) or self._is_doing(named):
            return False
        self._take(draft, named.start, named.end, "elsewhere")
        draft.level = draft.level or self._level(named.level)
        draft.unit, draft.behind = tokens[phrase.start].low, phrase.end
        draft.rule, draft.headed = "label-counter", True
        draft.doubts *= 0.95
        return True

    def _lists_by_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """In a list, a bare classifier yields to its label: gồm thuốc lá 3.860 bao; kết hôn: 12 cặp."""
        counter = self.tokens[phrase.start]
        if not left or (left.linked and not (self._in_parts(draft) and "là" in left.joint)):
            return False
        listed = draft.headed or self._in_parts(draft) or self._goes_on_with_parts()
        listed = listed or (counter.low in _PIECES and self._goes_on_by_label(left))
        if counter.low not in _PACKS or not listed:
            return False
        if left.joint & {"có", "cho", "với", "tại", "được", "và"} or self._only_actor(left):
            return False
        if left.verbal and any(t.low == ";" for t in self.tokens[: draft.at]):
            return False
        goes_on = self._goes_on_with_parts() and not draft.headed and not self._in_parts(draft)
        last = self.drafts[-1] if self.drafts else None
        alike = last is not None and last.rule == "label-counter" and last.unit == counter.low
        if goes_on and not alike and (left.verbal or self._is_doing(left)):
            return False
        self._take(draft, left.start, left.end, "elsewhere")
        draft.level = draft.level or self._level(left.level)
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        draft.doubts *= 0.93
        return True

    def _goes_on_by_label(self, left: Before) -> bool:
        """Whether products are told one by one: xi măng 418 nghìn tấn, gạch xây 37 triệu viên."""
        tokens, head = self.tokens, self.tokens[left.start]
        if left.verbal or head.entry.noun in _WHO or head.tags & lx.ACTOR or not self.drafts:
            return False
        return tokens[left.start - 1].low in ",;" and left.end - left.start <= 4

    def _measures_amount(self, left: Before, phrase: Phrase) -> bool:
        """Whether a bare word only is the measure of an amount: sản lượng trứng 92 triệu quả."""
        if not left or left.verbal:
            return False
        if self.tokens[phrase.start - 2].low in ("của", "tại", "ở"):
            return False
        head, word = self.tokens[left.start], self.tokens[phrase.start]
        after = self.tokens[phrase.end].low if phrase.end < len(self.tokens) else ""
        rated = head.tags & (lx.AMOUNT | lx.RATE) and head.low not in ("số", "tổng số", "số lượng")
        if after == "/" and rated and not left.joint & {"với", "cho"}:
            per = self.tokens[phrase.end + 1] if phrase.end + 1 < len(self.tokens) else None
            return per is not None and (per.kind != NUMBER or per.reason == "base")
        named = bool(head.tags & lx.AMOUNT) and head.low not in ("số", "tổng số", "số lượng", "mức")
        if head.low in ("số", "tổng số", "số lượng") and left.end - left.start > 1:
            named = word.low in _CLASSIFIERS
        return (
            named
            and (word.low in _PACKS or not word.tags)
            and not left.joint & {"với", "cho", "có"}
        )

    def _names_itself(self, left: Before, phrase: Phrase) -> bool:
        """`Số hộ nghèo còn 1.023 hộ`: the label before says the bare noun behind, and more."""
        if not left or left.verbal:
            return False
        if left.level and self.tokens[left.level[1]].low != ":":
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

    def _names_own(self, left: Before, phrase: Phrase) -> Before | None:
        """The noun in a clause that the number repeats: trồng | cây phân tán | đạt 61.250 cây."""
        if not left or not left.joint & {"đạt", "ước đạt"} or not left.verbal:
            return None
        low = self.tokens[phrase.start].low
        for at in range(left.start + 1, left.end - 1):
            if self.tokens[at].low == low or self.tokens[at].low.startswith(low + " "):
                return replace(left, start=at, verbal=False)
        return None

    def _counter_alone(self, draft: Draft, left: Before, phrase: Phrase, counter: Token) -> bool:
        """`tăng 275 người`, `còn 33 vụ`: what was told before, in people or cases."""
        last = self.drafts[-1] if self.drafts else None
        dated = draft.at > 1 and self.tokens[draft.at - 2].kind == PERIOD_TOKEN and left.linked
        if dated and last is not None and last.unit == counter.low and not left:
            self._copy(draft, last)
            draft.unit, draft.behind = counter.low, phrase.end
            return True
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
        again = again and not {"còn", "có"} <= left.joint
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
        while source.ref is not None and source.share:
            source = source.ref
        if source.measure and not source.share:
            return False
        people = counter.entry.noun == "person" and source.noun == "person"
        told = source.rule != "count" or source.head == counter.low or people
        if draft.kind == "change" and not told:
            return False
        self._copy(draft, source)
        draft.unit, draft.behind = counter.low, phrase.end
        return True

    def _names_people(self, left: Before, counter: Token) -> bool:
        """Whether the predicate before people is what they are counted for: dạy nghề 4.180 người."""
        words = self.tokens[left.start : left.end]
        active = any("activity" in word.entry.cues for word in words)
        if active and counter.low in ("ca", "trường hợp"):
            return True
        if counter.entry.noun == "person" and active:
            return True
        if counter.low not in ("người", "em", "cháu"):
            return False
        acts = bool(words[0].tags & lx.VERB) or words[0].low == "tham gia"
        return len(words) > 1 and acts and not words[-1].tags & lx.VERB

    def _is_doing(self, left: Before) -> bool:
        """Whether what stands before is who acts, with or without the verb."""
        first, last = self.tokens[left.start], self.tokens[left.end - 1]
        if first.tags & lx.ACTOR and left.end - left.start > 1 and last.tags & lx.VERB:
            return True
        if self._only_actor(left) and not self._in_parts_at(left.start):
            return True
        acts = bool(last.tags & lx.VERB) or last.low in _TAKES_IN
        if not acts or last.tags & lx.NOUN or first.entry.noun in ("case", "document"):
            return False
        if first.entry.noun == "person" and last.low in _STAYS:
            return False
        return not first.tags & (lx.AMOUNT | lx.RATE) and not self._in_parts_at(left.start)

    def _repeats(self, draft: Draft, phrase: Phrase) -> bool:
        """`giảm 6 vụ`: a change in the bare noun of the figure before takes its full name."""
        low = self.tokens[phrase.start].low
        for source in reversed(self.before[-3:] + self.drafts):
            aside = source in self.drafts and source.depth > draft.depth
            if self._changes_the_same(draft, source, low):
                self._copy(draft, source)
                draft.unit, draft.behind = self._counting_noun(phrase), phrase.end
                return True
            told = source.kind != "change" or (source in self.drafts and source.position == "after")
            if told and not aside and low in source.indicator.lower():
                self._copy(draft, source)
                draft.unit, draft.behind = self._counting_noun(phrase), phrase.end
                return True
        return False

    def _changes_the_same(self, draft: Draft, source: Draft, low: str) -> bool:
        """Whether a bracket says in things what the rate before says: số hộ tăng 7% (tăng 36 hộ)."""
        if not self.drafts or source is not self.drafts[-1] or draft.depth <= source.depth:
            return False
        said = source.indicator.lower().removeprefix("số ").removeprefix("tổng ")
        return source.kind == "change" and said.startswith(low) and not source.bracketed

    def _counting_noun(self, phrase: Phrase) -> str:
        """The classifier of the counted phrase, else its noun."""
        low = self.tokens[phrase.start].low
        first = low.partition(" ")[0]
        return first if first in _CLASSIFIERS else low

    def _per(self, draft: Draft) -> None:
        """Reads what a count is an average of: 16.500 người/năm."""
        tokens, at = self.tokens, draft.behind
        if at >= len(tokens) or tokens[at].low != "/":
            return
        if at + 1 < len(tokens) and tokens[at + 1].kind != NUMBER:
            draft.unit = f"{draft.unit}/{tokens[at + 1].low}"
            draft.behind = at + 2
        elif at + 2 < len(tokens) and tokens[at + 1].reason == "base":
            draft.unit = f"{draft.unit}/{tokens[at + 1].low} {tokens[at + 2].low}"
            draft.behind = at + 3
