"""Counts of what was told before: tăng 275 người, còn 33 vụ, bình quân 214 lượt/ngày.

Guideline section 3 c, R1.
"""

from __future__ import annotations

from figures.before import Before
from figures.draft import Draft
from figures.naming.counters import Counters
from figures.naming.phrases import Phrase
from figures.text import lexicon as lx
from figures.text.tokens import PERIOD_TOKEN, SIGN, Token

_TO_LEVEL = frozenset({"xuống còn", "còn", "lên", "xuống", "tăng lên", "giảm còn", "giảm xuống", "giảm xuống còn", "lên tới", "lên đến"})  # fmt: skip


class RepeatedCounts(Counters):
    """Names counts by the figures before them."""

    def _counter_alone(self, draft: Draft, left: Before, phrase: Phrase, counter: Token) -> bool:
        """`tăng 275 người`, `còn 33 vụ`: what was told before, in people or cases."""
        last = self.drafts[-1] if self.drafts else None
        dated = draft.at > 1 and self.tokens[draft.at - 2].kind == PERIOD_TOKEN and left.linked
        if dated and last is not None and last.unit == counter.low and not left:
            self._copy(draft, last)
            draft.unit, draft.behind = counter.low, phrase.end
            return True
        if last is not None and self._falls_from_level(draft, last, counter):
            self._copy(draft, last)
            draft.unit, draft.behind = counter.low, phrase.end
            return True
        if last is not None and self._counts_share(draft, left, last):
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

    def _falls_from_level(self, draft: Draft, last: Draft, counter: Token) -> bool:
        """Whether the levels of a change are told: số ca mắc giảm 13 ca, từ | 211 ca xuống còn 198 ca."""
        tokens, at = self.tokens, draft.at
        led = at > 1 and tokens[at - 1].low == "từ" and tokens[at - 2].low == ","
        near = last.kind == "change" and last.unit == counter.low and last.behind == at - 2
        behind = tokens[at + 2 : at + 4]
        return led and near and any(t.tags & (lx.LINK | lx.NEW_LEVEL) for t in behind)

    def _counts_share(self, draft: Draft, left: Before, last: Draft) -> bool:
        """Whether a rate is told in numbers, too: khách quốc tế chỉ đạt 28% so với cùng kỳ với | 3.000 lượt."""
        if left or not last.share or last.rule != "share-left" or last.depth != draft.depth:
            return False
        between = self.tokens[last.at + 1 : draft.at]
        return "với" in left.joint and all(t.low == "%" or t.kind != SIGN for t in between)

    def _reaches_level_of(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """The second level of a noun: số thửa giảm từ 5 thửa xuống còn 2 thửa."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.depth != draft.depth or left.joint.isdisjoint(_TO_LEVEL):
            return False
        if last.unit != self.tokens[phrase.start].low or last.share:
            return False
        begins = last.at > 0 and self.tokens[last.at - 1].low in ("từ", "từ mức")
        begins = begins or (last.kind == "change" and last.rule == "label-counter")
        if not begins:
            return False
        self._copy(draft, last)
        draft.unit, draft.behind = last.unit, phrase.end
        self._per(draft)
        return True

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
            labelled = source.rule == "label-counter" and source.unit == low
            if told and not aside and (labelled or low in source.indicator.lower()):
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
