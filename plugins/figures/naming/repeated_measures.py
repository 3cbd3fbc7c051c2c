"""Amounts and rates of what was told before: by head, of another place or time, beside its plan.

Guideline section 3 c and d, R7.
"""

from __future__ import annotations

from figures.before import Before
from figures.draft import Draft
from figures.naming.antecedents import Antecedents
from figures.naming.left_phrases import RANKS
from figures.naming.sentence import MONEY, SHARES
from figures.periods.compared_levels import COMPARED_LEVELS, is_compared_level
from figures.periods.period_tokens import AVERAGED
from figures.text import lexicon as lx
from figures.text.tokens import PERIOD_TOKEN, WORD

_CITIES = frozenset({"tp.hcm", "tphcm", "tp hcm", "tp. hcm", "hcm"})
_REGIONS = frozenset({"khu vực", "thị trường", "vùng", "cảng", "sân bay"})
"""Before a name that the lexicon does not know they tell a place: thị trường Nga, not khu vực FDI."""
_IN_PARTICULAR = frozenset(
    {
        "cụ thể",
        "trong đó",
        "điển hình",
        "điển hình là",
        "tiêu biểu",
        "cụ thể là",
        "điển hình như",
        "như",
        "đơn cử",
    }
)
_COUNTED = frozenset({"count", "measure-right"})
"""Rules by which the noun behind a number names it."""
_TELLS = lx.AMOUNTS | lx.CHANGE | lx.LINK | lx.PREDICATE
"""Words that begin another statement, where a list of nouns goes on."""
_EACH = AVERAGED | {"mỗi", "năm", "mỗi năm"}
"""With these an amount told before is told by head or by year."""


class RepeatedMeasures(Antecedents):
    """Names measures by the figures before them."""

    def _is_compared_with(self, draft: Draft) -> bool:
        """Whether an amount is only what the one before is compared with: so với mức 2.610 tỷ đồng."""
        if not self.line.marks & COMPARED_LEVELS or draft.kind == "change":
            return False
        if draft.unit in SHARES or draft.unit == "lần":
            return False
        if not is_compared_level(self.tokens, draft.at):
            return False
        at = draft.at - 1
        while self.tokens[at].tags & lx.HEDGE:
            at -= 1
        if self.tokens[at].tags & lx.AMOUNT and self.tokens[at].low not in ("mức", "số"):
            # so với mức lỗ hơn 13 tỷ đồng
            self._take(draft, at, at + 1, "elsewhere")
            draft.rule = "measure-left"
            return True
        told = (d for d in (*reversed(self.drafts), *reversed(self.before[-3:])))
        source = next((d for d in told if d.unit == draft.unit and d.kind != "change"), None)
        if source is not None:
            self._copy(draft, source)
        return source is not None

    def _goes_with(self, draft: Draft) -> bool:
        """Whether an area or an amount is told of what was just told: phá rừng 4 vụ/0,119 ha.

        So does one behind a share: nợ xấu chiếm 1,04% tổng dư nợ (795 tỷ đồng).
        """
        last = self.drafts[-1] if self.drafts else None
        before = self.tokens[draft.at - 1].low if draft.at else ""
        if last is None or draft.unit in SHARES:
            return False
        if before == "(" and last.rule == "count" and draft.unit in MONEY:
            closed = draft.behind < len(self.tokens) and self.tokens[draft.behind].low == ")"
            if last.behind != draft.at - 1 or not closed:
                return False
        elif before == "(":
            whole = self.tokens[last.at + 2 : draft.at - 1]
            if not last.share or last.kind == "change" or not 0 < len(whole) < 4:
                return False
            if not whole[whole[0].low == "/" and len(whole) > 1].tags & lx.AMOUNT:
                return False
        elif before != "/" or last.behind != draft.at - 1:
            return False
        self._copy(draft, last)
        return True

    def _recalls_earlier(self, draft: Draft, left: Before) -> bool:
        """Whether a bracket tells the same of another time: 56 tạ/ha (Đông Xuân 2018-2019 là 55 tạ/ha)."""
        tokens, opened = self.tokens, left.start - 1
        if not draft.bracketed or "là" not in left.joint or tokens[opened].low != "(":
            return False
        named = tokens[left.start : left.end]
        dated = any(t.kind == PERIOD_TOKEN for t in tokens[left.start : draft.at])
        source = self._antecedent(draft)
        if not dated or source is None or source.unit != draft.unit or source.share:
            return False
        if any(t.tags & (lx.AMOUNTS | lx.NOUN | lx.VERB) for t in named):
            return False
        self._copy(draft, source)
        return True

    def _is_of_listed(self, draft: Draft, left: Before) -> bool:
        """Whether a bracket tells of what was counted, which goes on over commas.

        Phát hiện 300 vụ phạm tội về tham nhũng, buôn lậu (tăng | 21,6%).
        """
        last = self.drafts[-1] if self.drafts else None
        if last is None or not draft.bracketed or last.bracketed or last.rule not in _COUNTED:
            return False
        tokens, opened = self.tokens, left.end
        if tokens[opened].low != "(" or tokens[last.behind].low != ",":
            return False
        listed = tokens[last.behind + 1 : opened]
        if not all(t.kind == WORD or t.low == "," for t in listed) or any(
            t.tags & _TELLS and not t.tags & lx.NOMINAL for t in listed
        ):
            return False
        self._rate_of(draft, last.behind)
        return True

    def _tells_length(self, draft: Draft, left: Before) -> bool:
        """Whether it is told how long the things are together that were just counted: 5 tuyến đường dài | 6,7 km."""
        last = self.drafts[-1] if self.drafts else None
        words = [token.low for token in self.tokens[left.start : left.end]]
        if words != ["dài"] or last is None or last.rule not in _COUNTED:
            return False
        if last.behind != left.start:
            return False
        self._copy(draft, last)
        return True

    def _plans(self, draft: Draft, left: Before) -> bool:
        """`14,6 tỷ đồng trên kế hoạch giao 23,5 tỷ đồng`: the plan of the amount before."""
        words = self.tokens[left.start : left.end]
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.ref is not None and draft.depth > last.depth:
            last = last.ref
        if last is None or last.unit != draft.unit or draft.kind == "change" or not words:
            return False
        if not all("plan" in word.entry.cues for word in words):
            return False
        self._copy(draft, last)
        return True

    def _averages(self, draft: Draft, left: Before) -> bool:
        """`bình quân 6,7 tỷ đồng/doanh nghiệp`: the amount told before, by head."""
        words = self.tokens[left.start : left.end]
        if not words or any(word.low not in _EACH for word in words):
            return False
        at = left.start - 1
        if at > 0 and self.tokens[at].low == "," and self.tokens[at - 1].tags & lx.AMOUNT:
            self._take(draft, at - 1, at, "elsewhere")
            draft.rule = "measure-left"
            return True
        source = self._antecedent(draft)
        alike = source is not None and source.unit == draft.unit and draft.unit not in SHARES
        if source is None or not source.measure or not (draft.per or alike):
            return False
        self._copy(draft, source)
        draft.behind = max(draft.behind, draft.at + 1)
        return True

    def _only_averages(self, draft: Draft, left: Before) -> bool:
        """Whether a rate is told on average, of what is known: bình quân 6 tháng tăng 1,6%."""
        words = self.tokens[left.start : left.end]
        rated = draft.kind == "change" or draft.unit in SHARES
        said = bool(words) and words[0].low == "bình quân"
        return rated and said and all(w.low in _EACH or w.kind == PERIOD_TOKEN for w in words)

    def _tells_of_place(self, draft: Draft, left: Before) -> bool:
        """Whether only a place stands before, of which one thing is told after the other.

        Chỉ số sản xuất của Đông Lĩnh tăng 4,7%, Lam Sơn | tăng 5,6%.
        """
        rated = draft.kind == "change" or draft.unit in SHARES
        if left.verbal or draft.headed or not self._is_place(left):
            return False
        told = left.changed or (left.linked and "chiếm" not in left.joint)
        told = told or (draft.unit in SHARES and self._lists_rates_of_places(left))
        if draft.kind != "change" and not told:
            return False
        if not rated and self._in_parts(draft):
            return False
        alike = [d for d in self.drafts if not d.bracketed and d.unit == draft.unit]
        alike = [d for d in alike if rated == (d.kind == "change" or d.share)]
        if alike and self._is_named_by_place(alike[-1]):
            return False
        source = alike[-1] if alike else None
        topic = self._told_by_places(draft) or self._listed_topic(draft.at)
        if rated and source is None and topic is not None:
            self._take(draft, *topic, "inherited")
            draft.rule, draft.doubts = "rate", draft.doubts * 0.9
            return True
        if rated and source is None and self.drafts:
            source = self._antecedent(draft)
        if source is None and self.before and self.before[-1].share and draft.unit in SHARES:
            source = self.before[-1] if self.tokens[0].low in _IN_PARTICULAR else None
        if source is None and not rated and self.tokens[0].low.startswith(RANKS):
            named = (d for d in reversed(self.before[-4:]) if d.kind != "change")
            source = next((d for d in named if d.unit == draft.unit), None)
        if source is not None:
            self._copy(draft, source)
            draft.rule, draft.doubts = "rate", draft.doubts * 0.95
            return True
        if rated and (topic := self._lead_topic(draft.at)) is not None:
            self._take(draft, *topic, "inherited")
            draft.rule, draft.doubts = "rate", draft.doubts * 0.9
            return True
        return False

    def _lists_rates_of_places(self, left: Before) -> bool:
        """Whether the rate told before is told of one place after the other.

        Các huyện có tỷ lệ hộ nghèo thấp là: Đông Lĩnh | 2,1%, Lam Sơn | 3,4%.
        """
        at = left.start - 1
        last = self.drafts[-1] if self.drafts else None
        if at < 1 or left.joint:
            return False
        if last is None:
            leads = self.tokens[at].low == ":" or "part" in self.tokens[at].entry.cues
            topic = self._lead_topic(at) if leads else None
            return topic is not None and bool(self.tokens[topic[0]].tags & lx.RATE)
        listed = last.behind == at and self.tokens[at].low in (",", ";", "và")
        return listed and last.share and last.indicator.lower().startswith(("tỷ lệ ", "tỉ lệ "))

    def _is_named_by_place(self, draft: Draft) -> bool:
        """Whether nothing but a proper name was found for a rate."""
        words = draft.indicator.split()
        region = " ".join(words[:2]).lower() in _REGIONS
        capitals = all(word[0].isupper() for word in words[2 * region :])
        return (region or draft.rule in ("share-left", "measure-left")) and capitals

    def _is_place(self, left: Before) -> bool:
        """Whether the words are one proper name, with the sort of place or body before it or not."""
        tokens = self.tokens
        head = tokens[left.start]
        region = head.low in _REGIONS
        sort = head.entry.noun in ("place", "group") or bool(head.tags & lx.LABEL)
        start = left.start + (region or sort)
        if self._source(start, left.end).lower() in _CITIES:
            return True
        if not 1 - region < left.end - start < 6 or self.line.text.isupper():
            return False
        if region and any(
            t.tags or t.low.upper() in self._source(start, left.end)
            for t in tokens[start : left.end]
        ):
            return False
        named = all(
            self.line.begins_large(at) and tokens[at].kind == WORD for at in range(start, left.end)
        )
        return named and not any(t.tags & (lx.AMOUNTS | lx.LABEL) for t in tokens[start : left.end])
