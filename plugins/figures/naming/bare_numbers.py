"""Numbers without a noun behind: a label stands before them, or they inherit.

Guideline section 3 c.
"""

from __future__ import annotations

from figures.before import Before
from figures.draft import Draft
from figures.naming.antecedents import Antecedents
from figures.naming.left_phrases import left_phrase
from figures.naming.phrases import level_at, right_phrase
from figures.refusing.refusals import is_plain
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, WORD, Token

_LEARNT = frozenset({"xuất sắc", "giỏi", "tốt", "khá", "trung bình"})
"""How well one learnt."""
_STAYED = frozenset({"ngày khách", "ngày phòng", "lượt khách"})
"""In these guests are counted: số khách lưu trú đạt 161.000 | ngày khách."""
_PASSES = frozenset({"đạt", "chưa đạt", "không đạt"})


def _only_acts(token: Token) -> bool:
    return bool(token.tags & (lx.VERB | lx.PREDICATE)) and not token.tags & lx.NOMINAL


class BareRoute(Antecedents):
    """Names numbers that nothing follows."""

    def _bare(self, draft: Draft, left: Before) -> None:
        """No noun follows: a label stands before the number, or the noun is inherited."""
        tokens = self.tokens
        if not left and (self._is_one_of_them(draft) or self._lists_grade(draft)):
            return
        if not left and (self._changes_amount(draft) or self._lists_in_brackets(draft)):
            return
        right_level = level_at(tokens, draft.behind)
        planned = bool(left) and all(
            "plan" in t.entry.cues or t.low in ("giao", "đề ra")
            for t in tokens[left.start : left.end]
        )
        pronoun = self._is_pronoun(left)
        if left and not planned and not pronoun and (draft.headed or not self._only_actor(left)):
            start = left.start if draft.headed else self._object_start(left)
            if tokens[start].low == "xếp loại" and tokens[start + 1].tags & lx.LABEL:
                start += 1
            labelled = (
                draft.headed and left.end == draft.at - 1 and left.start == self._item_begin()
            )
            if not labelled and (self._lists_deeds(draft, left) or self._shares_noun(draft, left)):
                return
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
            follower = tokens[draft.behind] if draft.behind < len(tokens) else None
            if follower is not None and draft.head.endswith(f" {follower.low}"):
                # Tổng đàn ong: 9.650 đàn.
                draft.unit, draft.behind = follower.low, draft.behind + 1
            if follower is not None and follower.low in _STAYED:
                draft.unit, draft.behind = follower.low, draft.behind + 1
            draft.verb = tokens[left.start].low if left.verbal else ""
            if not self._is_sound_label(draft, left, start) and not self._leads_list(draft, left):
                draft.token.reason = "nameless"
            return
        told_level = left.level or (self._level_in_bracket(draft.at) if draft.bracketed else None)
        if told_level or right_level:
            draft.level = self._level(told_level or right_level)
            if not told_level and right_level:
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
            or self._recalls_aim(draft)
        )
        dated = (
            draft.at > 1
            and tokens[draft.at - 1].low == ":"
            and (tokens[draft.at - 2].kind == PERIOD_TOKEN or tokens[draft.at - 2].reason == "year")
        )
        if dated and tokens[draft.at - 2].kind == NUMBER:
            draft.listed_period = tokens[draft.at - 2].low
        if self._spells_out(draft):
            self._copy(draft, self.drafts[-1])
        elif self._falls_from(draft) or firm or dated or self._listed(draft):
            self._inherit(draft)
            if not draft.indicator:
                self._name_by_lead(draft)
        else:
            draft.token.reason = "nameless"

    def _shares_noun(self, draft: Draft, left: Before) -> bool:
        """Whether the noun stands behind the number of the next verb: nâng cấp | 24, xây mới 36 phòng học."""
        tokens, at = self.tokens, draft.behind
        last = self.drafts[-1] if self.drafts else None
        listed = (
            last is not None and last.behind + 1 >= left.start and tokens[last.behind].low in ",("
        )
        acting = left and (left.verbal or (not left.linked and _only_acts(tokens[left.end - 1])))
        if listed or not acting or at >= len(tokens) or tokens[at].low not in (",", "và"):
            return False
        at += 1
        while at < len(tokens) and _only_acts(tokens[at]):
            at += 1
        acts = draft.behind + 1 < at < len(tokens) - 1 and tokens[at].kind == NUMBER
        if not acts or tokens[at].reason or not tokens[at + 1].tags & lx.NOUN:
            return False
        phrase = right_phrase(tokens, at + 1)
        if not phrase or tokens[at + 1].tags & lx.COUNTER:
            return False
        self._take(draft, phrase.start, phrase.end, "inherited")
        draft.unit, draft.rule, draft.verb = (
            tokens[phrase.start].low,
            "inherited",
            tokens[left.start].low,
        )
        draft.doubts *= 0.9
        return True

    def _lists_deeds(self, draft: Draft, left: Before) -> bool:
        """Whether what was done with people is told one by one: điều động 24 đồng chí, bổ nhiệm | 41."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or draft.headed or last.rule not in ("label-counter", "label"):
            return False
        listed = last.behind + 1 == left.start and self.tokens[last.behind].low in (",", "và")
        deed, told = self.tokens[left.start], lx.entries().get(last.head)
        deeds = told is not None and "activity" in told.cues and "activity" in deed.entry.cues
        if not listed or not deeds or left.end - left.start > 1:
            return False
        self._take(draft, left.start, left.end, "elsewhere")
        draft.unit, draft.rule, draft.verb = last.unit, "label", deed.low
        return True

    def _lists_grade(self, draft: Draft) -> bool:
        """Whether "đạt" is the last of the grades that are listed: giỏi 3, khá 11, | đạt 4."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.rule != "label" or last.head not in _LEARNT:
            return False
        between = [token.low for token in self.tokens[last.behind : draft.at]]
        if len(between) != 2 or between[0] not in ",;" or between[1] not in _PASSES:
            return False
        self._take(draft, draft.at - 1, draft.at, "elsewhere")
        draft.rule = "label"
        return True

    def _recalls_aim(self, draft: Draft) -> bool:
        """Whether a bracket only tells what was aimed at: kết nạp 177 đảng viên (chỉ tiêu đề ra 150)."""
        at = draft.at - 1
        while at > 0 and self.tokens[at].tags & (lx.HEDGE | lx.LINK):
            at -= 1
        aimed = {"target", "plan"}.intersection(self.tokens[at].entry.cues)
        return bool(aimed) and at > 0 and self.tokens[at - 1].low == "(" and bool(self.drafts)

    def _name_by_lead(self, draft: Draft) -> None:
        """Names a number of a series by what the sentence opens with: Hộ nghèo: năm 2020: 124; …."""
        tokens = self.tokens
        end = next(
            (
                i
                for i in range(draft.at)
                if tokens[i].low in ":(" or "respectively" in tokens[i].entry.cues
            ),
            0,
        )
        while end > 0 and (tokens[end - 1].kind != WORD or tokens[end - 1].low == "và"):
            end -= 1
        lead = left_phrase(tokens, end, 0) if end else None
        if lead and not lead.verbal:
            self._take(draft, lead.start, lead.end, "inherited")
            draft.rule, draft.doubts = "inherited", draft.doubts * 0.8
            self._unit_of_series(draft, end)

    def _unit_of_series(self, draft: Draft, at: int) -> None:
        """Reads the unit that a bracket gives for a series: Thu ngân sách (tỷ đồng): ….."""
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at].low != "(":
            return
        scale = 1
        for token in tokens[at + 1 : at + 4]:
            if token.low == ")":
                break
            if token.tags & lx.MULTIPLIER:
                scale *= token.entry.number
            elif token.tags & lx.MEASURE:
                draft.measure, draft.unit = True, token.entry.unit
        if scale > 1 and draft.token.minimum is not None and draft.token.maximum is not None:
            draft.token.minimum *= scale
            draft.token.maximum *= scale

    def _changes_amount(self, draft: Draft) -> bool:
        """Whether a change leaves out the unit of the amount before: rừng bị phá 29,87 ha, giảm 1,51."""
        last = self.drafts[-1] if self.drafts else None
        if draft.kind != "change" or last is None or not last.measure or last.share:
            return False
        between = self.tokens[last.behind : draft.at]
        if len(between) != 2 or between[0].low not in (",", "("):
            return False
        self._copy(draft, last)
        draft.unit = last.unit
        return True

    def _lists_in_brackets(self, draft: Draft) -> bool:
        """Whether a list of parts puts its numbers in brackets: gồm Đông Lĩnh (42), Suối Ngần (19)."""
        tokens, at = self.tokens, draft.at - 1
        floor = self.drafts[-1].behind if self.drafts else 0
        closed = draft.behind < len(tokens) and tokens[draft.behind].low == ")"
        if not closed or tokens[at].low != "(" or at <= floor or not self._in_parts_at(at):
            return False
        named = left_phrase(tokens, at, floor)
        if not named or named.verbal or named.joint:
            return False
        self._take(draft, named.start, named.end, "elsewhere")
        draft.rule, draft.doubts = "label", draft.doubts * 0.95
        return True

    def _is_one_of_them(self, draft: Draft) -> bool:
        """Whether a part tells who they are: trong đó 14 là cán bộ hưu trí."""
        tokens, at = self.tokens, draft.behind
        if at + 1 >= len(tokens) or tokens[at].low != "là" or not self._in_parts(draft):
            return False
        phrase = right_phrase(tokens, at + 1)
        if not phrase:
            return False
        self._take(draft, phrase.start, phrase.end, "after")
        draft.level, draft.behind = self._level(phrase.level), phrase.after
        draft.doubts *= 0.9
        return True

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
        if self._is_called(draft, left, head):
            return False
        if draft.token.denominator is not None and left.end - start > 1:
            draft.doubts *= 0.9
            return True
        if left.level or head.tags & (lx.LABEL | lx.AMOUNTS | lx.RESTRICTIVE):
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

    def _leads_list(self, draft: Draft, left: Before) -> bool:
        """Whether the noun stands behind the last of several numbers: kết nạp lần lượt | 5, 3 và 2 đảng viên."""
        goes_on = self.tokens[draft.behind].low if draft.behind < len(self.tokens) else ""
        return "lần lượt" in left.joint and goes_on in (",", "và")

    def _is_called(self, draft: Draft, left: Before, head: Token) -> bool:
        """Whether the number ends the name of a body: Trung tâm Cấp cứu 115 tiếp nhận …."""
        tokens, at = self.tokens, draft.behind
        named = head.entry.noun in ("group", "place") or bool(head.tags & lx.ACTOR)
        named = named or (left.start > 0 and self.line.begins_large(left.start))
        if not named or left.linked or left.changed or tokens[draft.at - 1].low == ":":
            return False
        acts = at < len(tokens) and bool(tokens[at].tags & (lx.VERB | lx.PREDICATE))
        return acts and is_plain(draft.token) and self.line.begins_large(draft.at - 1)

    def _lists_labels(self, draft: Draft) -> bool:
        """Whether the item before in the same list was a label: (trồng trọt 15, chăn nuôi 8)."""
        last = self.drafts[-1] if self.drafts else None
        listed = last is not None and draft.depth == last.depth and last.rule == "label"
        return listed and (draft.depth > 0 or (self._in_parts(draft) and self._lists_two()))

    def _lists_two(self) -> bool:
        """Whether labels named the last two numbers, and no verb: kinh tế 412, văn hóa 386."""
        return all(d.rule == "label" and not d.verb for d in self.drafts[-2:])

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
        if tokens[left.start].tags & lx.AMOUNTS:
            return left.start
        for at in range(left.end - 1, left.start, -1):
            if tokens[at - 1].tags & (lx.VERB | lx.PREDICATE) and tokens[at].tags & lx.NOUN:
                return at
        if left.verbal:
            for at in range(left.start + 1, left.end):
                if tokens[at].tags & lx.NOUN:
                    return at
        return left.start
