"""The route of counted nouns: the noun behind the number, a label before it, or the one before.

Guideline section 3 a and c, R1.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.naming.bare_numbers import BareRoute
from figures.naming.bases import Bases
from figures.naming.grades import run_grade
from figures.naming.labels import LabelRoute
from figures.naming.phrases import Phrase, level_at, right_phrase
from figures.text import lexicon as lx
from figures.text.tokens import SIGN, WORD

_MARKS = lx.PREDICATE | lx.RESTRICTIVE | lx.VERB
_RECOGNISES = frozenset(
    {"công nhận", "nghiệm thu", "xếp loại", "đánh giá", "phê duyệt", "khen thưởng"}
)


class CountRoute(LabelRoute, BareRoute, Bases):
    """Names numbers of people and things."""

    def _counted(self, draft: Draft, floor: int) -> None:
        if (start := run_grade(self.tokens, draft.at, draft.behind, floor)) < draft.at:
            self._take(draft, start, draft.at, "elsewhere")
            draft.rule, draft.noun = "label", "label"
            return
        ratio = draft.token.denominator is not None
        phrase = right_phrase(self.tokens, draft.behind, predicate=ratio)
        if not phrase and (behind := self._behind_bracket(draft.behind)):
            phrase = right_phrase(self.tokens, behind)
            self._count(draft, phrase, floor)
            draft.behind = draft.at + 1
        elif not phrase:
            if not self._is_class_label(draft):
                self._bare(draft, self._left(draft, floor))
        elif self._points_back(phrase):
            draft.token.reason = "back_reference"
        elif not self._names_by_label(draft, phrase, floor):
            self._count(draft, phrase, floor)
        self._distant_base(draft)

    def _behind_bracket(self, at: int) -> int:
        """Where the noun stands that a bracket parts from its number: 26.400 (tăng 9%) công trình."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].low != "(":
            return 0
        end = next((i for i in range(at, min(at + 14, len(tokens))) if tokens[i].low == ")"), 0)
        named = 0 < end < len(tokens) - 1 and tokens[end + 1].tags & lx.NOUN
        return end + 1 if named else 0

    def _count(self, draft: Draft, phrase: Phrase, floor: int) -> None:
        """The noun behind the number names it."""
        self._take(draft, phrase.start, self._before_home(phrase), "after")
        draft.level = self._level(phrase.level or self._recognised_level(phrase))
        if not draft.level and self._in_parts(draft):
            left = self._left(draft, floor)
            whose = not left or self.tokens[left.start].low == "thuộc"
            draft.level = self._level(left.level) if whose else None
        if not draft.level and draft.bracketed:
            draft.level = self._level(self._level_in_bracket(draft.at))
        draft.behind = phrase.after
        draft.unit = self._counting_noun(phrase)
        self._per(draft)
        draft.verb = "" if self._is_listed_next(draft, floor) else self._verb(draft.at, floor)
        draft.rule = "count-fraction" if draft.token.denominator is not None else "count"
        if not self.tokens[phrase.start].tags & (lx.NOUN | lx.LABEL):
            draft.doubts *= 0.93
        if self._goes_passive(phrase.end):
            draft.doubts *= 0.9

    def _before_home(self, phrase: Phrase) -> int:
        """The end of people before the place they are from: 1.430 người dân | xã Mai Lâm."""
        if self.tokens[phrase.start].entry.noun != "person":
            return phrase.end
        for at in range(phrase.start + 1, phrase.end - 1):
            token = self.tokens[at]
            if token.entry.noun == "place" and self.line.begins_large(at + 1):
                return at if not self.line.begins_large(at) else phrase.end
        return phrase.end

    def _is_listed_next(self, draft: Draft, floor: int) -> bool:
        """Whether a verb before "và" tells of the item before: 36 người tham gia hội và | 80 hộ."""
        between = self.tokens[floor : draft.at]
        told = bool(self.drafts) and self.drafts[-1].rule == "count" and bool(between)
        return told and between[-1].low == "và" and all(t.kind == WORD for t in between)

    def _goes_passive(self, at: int) -> bool:
        """Whether "được" begins more than one verb: what it restricts may be wanted."""
        tokens = self.tokens
        if at >= len(tokens) or not tokens[at].low.startswith("được"):
            return False
        closed = at + 2 >= len(tokens) or tokens[at + 2].kind == SIGN
        return not (closed and at + 1 < len(tokens) and bool(tokens[at + 1].tags & lx.VERB))

    def _is_class_label(self, draft: Draft) -> bool:
        """Names by a word that is a measure or a verb elsewhere: 18 đồng, (3 khá, 1 đạt)."""
        tokens, at = self.tokens, draft.behind
        if at >= len(tokens):
            return False
        if self._is_graded(draft):
            return True
        marked = draft.depth and tokens[at].low == "đạt"
        closed = at + 1 < len(tokens) and (
            tokens[at + 1].kind == SIGN or tokens[at + 1].low == "và"
        )
        if tokens[at].low not in ("đồng", "điểm") and not (marked and closed):
            return False
        self._take(draft, at, at + 1, "after")
        draft.noun, draft.behind = "label", at + 1
        if marked or tokens[at].low == "điểm":
            draft.unit = tokens[at].low
        return True

    def _is_graded(self, draft: Draft) -> bool:
        """Whether a list of marks goes on: 141 hoàn thành tốt, 12 hoàn thành, 2 không hoàn thành."""
        tokens, at = self.tokens, draft.behind
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.noun != "label" or last.behind != draft.at - 1:
            return False
        end = at
        while end < len(tokens) and end - at < 4 and tokens[end].tags & _MARKS:
            end += 1
        if end == at or (end < len(tokens) and tokens[end].kind != SIGN):
            return False
        self._take(draft, at, end, "after")
        draft.noun, draft.behind = "label", end
        return True

    def _recognised_level(self, phrase: Phrase) -> tuple[int, int] | None:
        """The level after a passive: 12 sáng kiến được công nhận cấp cơ sở."""
        tokens, at = self.tokens, phrase.end
        if not phrase.level and at < len(tokens) and tokens[at].low == "đạt":
            return level_at(tokens, at + 1)
        if phrase.level or at >= len(tokens) or tokens[at].low not in ("được", "đề nghị"):
            return None
        if at + 2 < len(tokens) and tokens[at + 1].low in _RECOGNISES:
            return level_at(tokens, at + 2)
        return level_at(tokens, at + 1) if tokens[at].low == "đề nghị" else None

    def _points_back(self, phrase: Phrase) -> bool:
        """Whether `hai lớp trên` only repeats what was counted before."""
        tokens, at = self.tokens, phrase.after
        if at >= len(tokens) or "pointing" not in tokens[at].entry.cues:
            return False
        if tokens[at].low not in ("trên", "đó"):
            return True
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        if follower is not None and follower.low in (
            "khắp",
            "cả",
            "toàn",
            "cả nước",
            "toàn quốc",
            "mỗi",
        ):
            return False
        return (
            follower is None
            or follower.kind == SIGN
            or bool(follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK | lx.ADVERB))
        )
