"""Counted numbers that a label names: R1, a bare counter yields to the label before it.

Guideline section 3 a.
"""

from __future__ import annotations

from dataclasses import replace

from figures.before import Before
from figures.draft import Draft
from figures.naming.counters import PACKS, STAYS
from figures.naming.left_phrases import left_phrase
from figures.naming.own_labels import WHO, OwnLabels
from figures.naming.phrase_words import TOTALS
from figures.naming.phrases import Phrase
from figures.naming.repeated_counts import RepeatedCounts
from figures.naming.sentence import TRIES
from figures.text import lexicon as lx
from figures.text.marks import mark
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_YIELDING = PACKS | {"lần", "chiếc"}
"""Counters and classifiers, which a label before the number may explain."""

_PIECES = frozenset({"liều", "mũi", "viên", "cái", "chiếc", "bao", "hộp", "thùng", "bộ", "đôi", "chai", "lít", "quả", "tấm", "gói", "con"})  # fmt: skip
_BANDS = frozenset({"nhóm", "tốp", "toán", "đoàn", "ê kíp"})
"""People told as a group, not what they are: bắt giữ nhóm 6 người."""
_ALL = frozenset({"tiêu chí", "mặt", "chỉ tiêu"})
_RESPECTS = mark(_ALL)
_CASES = frozenset({"ca", "trường hợp"})
_ILL = frozenset({"bệnh", "dịch", "dịch bệnh"})
_DISEASES = (
    "sốt xuất huyết",
    "sốt rét",
    "tay chân miệng",
    "sởi",
    "thủy đậu",
    "bạch hầu",
    "ho gà",
    "cúm",
)
_TRIED = frozenset({"vụ", "việc", "vụ việc", "vụ án"})
_PARTED = _TRIED | _CASES | {"đoàn", "người", "cuộc"}
"""Words that a label before the number makes the unit, where the total is counted in the same."""
_SAYS_HOW = 3
"""An outcome with so many spaces also says how: xử lý hành chính, while giải quyết says nothing else."""
_ILLEGAL = frozenset({"trái phép", "trái pháp luật", "trái quy định"})
_LONG = 7
"""As many words as a label before a colon may have."""
_WAYS = ("trong", "ngoài", "qua", "trên")
_MEANS = frozenset({"trung bình", "bình quân", "mỗi năm", "mỗi tháng", "mỗi ngày"})
_DOES = frozenset({"thực hiện được", "thực hiện", "hoàn thành"})


class LabelRoute(RepeatedCounts, OwnLabels):
    """Names counted numbers by the words before them, or by what was told before."""

    def _names_by_label(self, draft: Draft, phrase: Phrase, floor: int) -> bool:
        """Whether what stands before the number, or was told before, names it rather than `phrase`.

        Only a single word yields, and one without a level.
        """
        if phrase.end - phrase.start != 1 or phrase.level is not None:
            return False
        if not self._may_yield(draft, phrase, floor):
            return False
        if draft.kind == "change" and (most := self._most_changed(draft.at)) is not None:
            self._take(draft, *most, "inherited")
            draft.unit, draft.behind, draft.rule = (
                self._counting_noun(phrase),
                phrase.end,
                "inherited",
            )
            return True
        if self.line.marks & _RESPECTS and (topic := self._in_all_respects(draft)):
            return self._explain(draft, topic, phrase)
        left = self._behind_object(self._left(draft, floor))
        if self._only_sums(draft, left):
            return False
        if (own := self._names_own(left, phrase)) is not None:
            return self._explain(draft, own, phrase)
        if self._labels_part(draft, left, phrase):
            return self._explain(draft, left, phrase, whole=True)
        counted = self._is_counter(phrase)
        bare = counted or self.tokens[phrase.start].low in PACKS
        if (
            bare
            and (not left or self._only_actor(left))
            and (begin := self._says_where(draft, floor)) < draft.at
        ):
            self._take(draft, begin, draft.at, "elsewhere")
            draft.unit, draft.behind = self._counting_noun(phrase), phrase.end
            draft.rule = "label-counter"
            return True
        if counted and not left and (over := self._over_comma(draft, floor)) is not None:
            return self._explain(draft, over, phrase)
        if counted and self._take_label(draft, left, phrase):
            return True
        if not left and self._reaches_level_of(draft, left, phrase):
            return True
        if self._lists_by_label(draft, left, phrase):
            return True
        if self._is_visited(left, phrase):
            return self._explain(draft, left, phrase, whole=True)
        ratio = draft.token.denominator is not None
        ended = phrase.end < len(self.tokens) and self.tokens[phrase.end].kind == SIGN
        told = ratio and not (ended and left and not left.joint - {"còn"})
        if self._measures_amount(left, phrase) or (not told and self._names_itself(left, phrase)):
            self._explain(draft, left, phrase)
            self._per(draft)
            return True
        return draft.kind == "change" and self._repeats(draft, phrase)

    def _says_where(self, draft: Draft, floor: int) -> int:
        """Where the label begins that says where or by what way a part is: 940 lượt (trong tỉnh | 700 lượt, ngoài tỉnh 240 lượt)."""
        tokens, at, total = self.tokens, draft.at, self.drafts[-1] if self.drafts else None
        if total is None or total.unit != tokens[at + 1].low or not draft.depth:
            return at
        begin = at
        while begin > floor and tokens[begin - 1].kind == WORD:
            begin -= 1
        led = begin > 0 and tokens[begin].low.startswith(_WAYS) and tokens[begin - 1].low in "(,;"
        return begin if led and 1 < at - begin + tokens[begin].low.count(" ") < _LONG else at

    def _only_sums(self, draft: Draft, left: Before) -> bool:
        """Whether only a sum is told, not of what: trường có tổng số | 640 em; nâng tổng số là | 58 tổ."""
        words = self.tokens[left.start : left.end]
        return draft.kind != "change" and bool(left) and all(word.low in TOTALS for word in words)

    def _labels_part(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """Whether a label tells which part of what was counted in the same word is meant.

        52 vụ (xử lý hành chính | 46 vụ); 93 đoàn tàu, trong đó tàu khách là | 38 đoàn.
        """
        tokens, low = self.tokens, self.tokens[phrase.start].low
        total = self.drafts[-1] if self.drafts else None
        if total is None or not left or left.level or low not in _PARTED or total.kind == "change":
            return False
        alike = total.unit == low or (low == "người" and total.noun == "person")
        follower = tokens[phrase.end] if phrase.end < len(tokens) else None
        if not alike or not (follower is None or follower.kind == SIGN):
            return False
        bare = self._is_outcome(left) and tokens[left.end - 1].low.count(" ") < _SAYS_HOW
        if left.joint - {"là"} or bare:
            return False
        opened = tokens[left.start - 1].low == "(" and total.behind >= left.start - 3
        cued = left.start > 0 and "part" in tokens[left.start - 1].entry.cues
        goes_on = total.rule == "label-counter" and tokens[left.start - 1].low in (",", ";")
        return opened or cued or (goes_on and (draft.bracketed or self._in_parts(draft)))

    def _over_comma(self, draft: Draft, floor: int) -> Before | None:
        """What changed, if a comma parts it from the change: nhất là tội phạm ma túy, | tăng 12 vụ."""
        tokens, at = self.tokens, draft.at - 1
        while at > floor and tokens[at].tags & (lx.CHANGE | lx.HEDGE):
            at -= 1
        if draft.kind != "change" or at <= floor or at == draft.at - 1 or tokens[at].low != ",":
            return None
        named = left_phrase(tokens, at, floor)
        told = named.verbal or named.linked or named.changed or self._only_actor(named)
        told = told or (bool(self.drafts) and named.start == floor)
        head = tokens[named.start].tags if named else lx.STOP
        return named if (not head or head & lx.NOMINAL) and not told else None

    def _in_all_respects(self, draft: Draft) -> Before | None:
        """What has changed in all that is told: tai nạn giao thông giảm cả 3 tiêu chí: giảm | 4 vụ."""
        if draft.kind != "change" or self.drafts:
            return None
        tokens = self.tokens
        at = next((i for i in range(draft.at - 1, 3, -1) if tokens[i].low in _ALL), 0)
        changes = (i for i in range(at - 3, max(0, at - 6), -1) if tokens[i].tags & lx.CHANGE)
        change = next(changes, 0) if "cả" in (tokens[at - 2].low, tokens[at - 1].low) else 0
        return (left_phrase(tokens, change, 0) or None) if change else None

    def _explain(self, draft: Draft, label: Before, phrase: Phrase, *, whole: bool = False) -> bool:
        """Lets the label name the number, of which `phrase` then is the unit."""
        same = self.tokens[label.start].low == self.tokens[phrase.start].low
        papers = same and self.tokens[label.start].entry.noun == "document"
        self._take_left(draft, label, whole=whole or papers)
        draft.unit, draft.behind = self._counting_noun(phrase), phrase.end
        draft.rule = "label-counter"
        return True

    def _may_yield(self, draft: Draft, phrase: Phrase, floor: int) -> bool:
        """Whether to look for a label: at a counter, a level, a change, or behind an amount or the same word."""
        token = self.tokens[phrase.start]
        low = token.low
        if token.tags & lx.COUNTER or low in _YIELDING or low.startswith("lượt"):
            return True
        last = self.drafts[-1] if self.drafts else None
        if draft.kind == "change" or (last is not None and last.unit == low):
            return True
        return any(t.tags & lx.AMOUNTS or low in t.low for t in self.tokens[floor : draft.at])

    def _take_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """R1: a bare counter yields to the label before the number."""
        counter = self.tokens[phrase.start]
        if self._averages_count(draft, left, phrase) or self._visits_again(draft, left, phrase):
            return True
        if left.verbal and ":" in self.words and (named := self._case_over_colon(draft, left)):
            draft.verb = self.tokens[left.start].low
            return self._explain(draft, named, phrase)
        if not left and self._label_before_bracket(draft, phrase):
            return True
        if not left or self._is_pronoun(left):
            return self._counter_alone(draft, left, phrase, counter)
        if self.tokens[left.end - 1].low in ("của", "cho", "với", "tại"):
            return False
        if all("plan" in token.entry.cues for token in self.tokens[left.start : left.end]):
            return False
        last = self.drafts[-1] if self.drafts else None
        if "và" in left.joint and last is not None and left.start == last.behind:
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
        if not draft.headed and self._ends_in_activity(left, counter):
            left = replace(left, start=self._last_verbs(left.start, left.end), verbal=True)
        doing = not left.linked and not left.changed and self._is_doing(left)
        if self._is_disease(left) and counter.low in _CASES:
            self._take_left(draft, left)
            draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
            return True
        offence = counter.low in _TRIED | _CASES and self._is_offence(draft, left)
        if left.verbal or self.tokens[left.start].low.startswith(
            ("có điều kiện", "chưa có điều kiện")
        ):
            often = counter.low == "lần" or offence or self._is_traffic(left, counter)
            if not often and not draft.headed and not self._names_people(left, counter):
                return False
        elif (doing and not draft.headed) or (
            "có" in left.joint
            and not (self._is_part(draft) or self._goes_on_by_name(left))
            and not head & lx.AMOUNT
            and not self._is_of_people(draft, left, phrase)
        ):
            return False
        stays = self.tokens[left.end - 1].low in STAYS
        stays = stays or self.tokens[left.start].entry.noun == "document" or offence
        self._take_left(draft, left, whole=stays or draft.headed or self._in_parts(draft))
        draft.unit, draft.behind, draft.rule = counter.low, phrase.end, "label-counter"
        self._per(draft)
        return True

    def _behind_object(self, left: Before) -> Before:
        """What is done last, behind the object of another verb: phát hiện sai phạm và | kỷ luật 30 trường hợp."""
        tokens = self.tokens
        governed = left.start > 0 and tokens[left.start - 1].tags & lx.VERB
        if left.verbal or left.linked or not governed or tokens[left.start - 1].tags & lx.NOUN:
            return left
        for at in range(left.end - 2, left.start, -1):
            does = tokens[at + 1].tags & lx.VERB and not tokens[at + 1].tags & lx.NOUN
            if tokens[at].low == "và" and does:
                return replace(left, start=at + 1, verbal=True)
        return left

    def _is_offence(self, draft: Draft, left: Before) -> bool:
        """Whether what was broken is counted, not what was done about it: khai thác rừng trái phép | 6 vụ.

        A verb without "trái phép" is one of those that are told one by one: (phá rừng 27 vụ, khai thác lâm sản 6 vụ).
        """
        words = self.tokens[left.start : left.end]
        if words[-1].low in _ILLEGAL:
            return left.joint.isdisjoint({"với", "cho", "đối với"})
        last = self.drafts[-1] if self.drafts else None
        listed = last is not None and last.rule == "label-counter" and left.start == last.behind + 1
        alike = last is not None and last.unit == self.tokens[draft.at + 1].low and not left.joint
        handled = any({"outcome", "intake", "reports"} & set(word.entry.cues) for word in words)
        return listed and alike and not handled and words[0].low not in TRIES

    def _is_disease(self, left: Before) -> bool:
        """Whether a disease is what is counted in cases: bệnh sởi ghi nhận | 214 ca."""
        words = self.tokens[left.start : left.end]
        named = " ".join([word.low for word in words[:3]])
        return named.startswith(_DISEASES) or (words[0].low in _ILL and len(words) > 1)

    def _case_over_colon(self, draft: Draft, left: Before) -> Before | None:
        """The sort of cases that a colon parts from what was done: Riêng án hình sự: thụ lý | 702 vụ."""
        tokens = self.tokens
        if self.tokens[draft.at + 1].low not in _TRIED or tokens[left.start].low not in TRIES:
            return None
        colon = left.start
        while colon > 0 and tokens[colon].low not in ":;":
            colon -= 1
        start = next((at + 1 for at in range(colon - 1, -1, -1) if tokens[at].low in ";:-+•"), 0)
        start += tokens[start].low in ("riêng", "về")
        named = tokens[colon].low == ":" and tokens[start].low.startswith(("án", "tội phạm"))
        if not named or not 0 < colon - start < _LONG:
            return None
        return replace(left, start=start, end=colon, verbal=False)

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

    def _goes_on_by_name(self, left: Before) -> bool:
        """Whether a sentence of parts goes on to the next of those it names: Trong đó, …; Nhật Bản có | 643 người."""
        named = self.line.begins_large(left.start) and not self.tokens[left.start].tags & lx.ACTOR
        return named and self._goes_on_with_parts()

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

    def _label_before_bracket(self, draft: Draft, phrase: Phrase) -> bool:
        """What a bracket counts: chủ yếu là Nhật Bản (141 người)."""
        tokens, at = self.tokens, draft.at - 1
        if tokens[at].low == "đạt" and self._passes_again(draft, tokens[phrase.start].low):
            draft.behind = phrase.end
            return True
        while at > 0 and draft.kind == "change" and tokens[at].tags & lx.CHANGE:
            at -= 1
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

    def _passes_again(self, draft: Draft, counter: str) -> bool:
        """Whether a bracket tells what was reached beyond a mark: vượt mốc 15.000 người (đạt | 16.282 người)."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.depth >= draft.depth or last.behind != draft.at - 2:
            return False
        if last.rule != "label-counter" or last.unit != counter:
            return False
        self._copy(draft, last)
        draft.unit = counter
        return True

    def _lists_by_label(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """In a list, a bare classifier yields to its label: gồm thuốc lá 3.860 bao; kết hôn: 12 cặp."""
        counter = self.tokens[phrase.start]
        if not left or (left.linked and not (self._in_parts(draft) and "là" in left.joint)):
            return False
        listed = draft.headed or self._in_parts(draft) or self._goes_on_with_parts()
        listed = listed or (counter.low in _PIECES and self._goes_on_by_label(left))
        if counter.low not in PACKS or not listed:
            return False
        if left.joint & {"có", "cho", "với", "tại", "được", "và"} or self._only_actor(left):
            return False
        if left.verbal and any(t.low == ";" for t in self.tokens[: draft.at]):
            return False
        if self._tells_outcome(draft, left, counter):
            draft.behind = phrase.end
            return True
        if left.verbal and counter.low in _TRIED | _CASES and self._is_outcome(left):
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

    def _tells_outcome(self, draft: Draft, left: Before, counter: Token) -> bool:
        """Whether a verb tells what came of those under a label: Riêng án dân sự thụ lý 70 vụ, giải quyết | 68 vụ."""
        last = self.drafts[-1] if self.drafts else None
        told = left.verbal and "outcome" in self.tokens[left.start].entry.cues
        if last is None or not told or last.rule != "label-counter" or last.unit != counter.low:
            return False
        self._copy(draft, last)
        draft.unit = counter.low
        return True

    def _is_outcome(self, left: Before) -> bool:
        """Whether what was done with those counted is told, no sort of them: trong đó hòa giải thành | 297 vụ."""
        return "outcome" in self.tokens[left.start].entry.cues

    def _goes_on_by_label(self, left: Before) -> bool:
        """Whether products are told one by one: xi măng 418 nghìn tấn, gạch xây 37 triệu viên."""
        tokens, head = self.tokens, self.tokens[left.start]
        if left.verbal or head.entry.noun in WHO or head.tags & lx.ACTOR or not self.drafts:
            return False
        return tokens[left.start - 1].low in ",;" and left.end - left.start <= 4
