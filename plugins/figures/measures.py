"""The route of measures: money, land and weights name what stands before or behind.

Guideline section 3 b, c and d, R7, R8.
"""

from __future__ import annotations

from dataclasses import replace

from figures import lexicon as lx
from figures.draft import Draft
from figures.left_phrases import Before, left_phrase
from figures.period_places import is_compared_level
from figures.phrases import Phrase, right_phrase
from figures.sentence import MONEY, SHARES
from figures.shares import ShareRoute
from figures.tokens import PERIOD_TOKEN, WORD

_CITIES = frozenset({"tp.hcm", "tphcm", "tp hcm", "tp. hcm", "hcm"})
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
_GROWTHS = frozenset(
    {"mức tăng", "mức giảm", "tốc độ tăng", "mức tăng trưởng", "tốc độ tăng trưởng"}
)
_AVERAGES = frozenset({"bình quân", "trung bình", "mỗi", "năm", "mỗi năm"})


class MeasureRoute(ShareRoute):
    """Names amounts and rates."""

    def _measured(self, draft: Draft, left: Before, floor: int) -> None:
        if self._is_compared_with(draft):
            return
        base_end = self._base(draft)
        named = (
            bool(left)
            and not self._is_pronoun(left)
            and (draft.headed or not self._only_actor(left) or self._gives_part(draft, left))
        )
        if draft.headed and draft.kind == "change" and self._changes_rate(draft):
            return
        if (
            named
            and "base" in self.tokens[left.start].entry.cues
            and draft.unit in SHARES
            and not left.verbal
            and not self._plans_amount(left)
        ):
            draft.base, named = (
                draft.base or self._source(left.start, left.end),
                self._antecedent(draft) is None,
            )
        if named and self._compares_rate(draft, left):
            named = False
        if named and self._recalls_earlier(draft, left):
            return
        if named and (grown := self._grows_by(draft, left, floor)):
            left = grown
        if self._about(draft) or self._goes_with(draft):
            return
        if named and self._tells_of_place(draft, left):
            return
        if self._averages(draft, left) or self._plans(draft, left):
            return
        named = named and not self._only_averages(draft, left)
        if not named and draft.kind == "change" and self._changes_rate(draft):
            return
        if not named and (draft.unit == "lần" or draft.kind == "change"):
            self._rate_of(draft, floor)
            draft.behind = max(draft.behind, base_end)
        elif draft.unit in SHARES and draft.kind != "change":
            self._share(draft, left if named else None, floor, base_end)
        else:
            self._amount(draft, left if named else None, floor)
            draft.behind = max(draft.behind, base_end)

    def _is_compared_with(self, draft: Draft) -> bool:
        """Whether an amount is only what the one before is compared with: so với mức 2.610 tỷ đồng."""
        if draft.unit in SHARES or draft.kind == "change" or draft.unit == "lần":
            return False
        if not is_compared_level(self.tokens, draft.at):
            return False
        told = (d for d in (*reversed(self.drafts), *reversed(self.before[-3:])))
        source = next((d for d in told if d.unit == draft.unit and d.kind != "change"), None)
        if source is not None:
            self._copy(draft, source)
        return source is not None

    def _tells_of_place(self, draft: Draft, left: Before) -> bool:
        """Whether only a place stands before, of which one thing is told after the other.

        Chỉ số sản xuất của Đông Lĩnh tăng 4,7%, Lam Sơn | tăng 5,6%.
        """
        rated = draft.kind == "change" or draft.unit in SHARES
        if left.verbal or draft.headed or not self._is_place(left):
            return False
        told = left.changed or (left.linked and "chiếm" not in left.joint)
        if draft.kind != "change" and not told:
            return False
        if not rated and self._in_parts(draft):
            return False
        alike = [d for d in self.drafts if not d.bracketed and d.unit == draft.unit]
        alike = [d for d in alike if rated == (d.kind == "change" or d.share)]
        source = alike[-1] if alike else self._antecedent(draft) if rated and self.drafts else None
        if source is None and self.before and self.before[-1].share and draft.unit in SHARES:
            source = self.before[-1] if self.tokens[0].low in _IN_PARTICULAR else None
        if source is not None:
            self._copy(draft, source)
            draft.rule, draft.doubts = "rate", draft.doubts * 0.95
            return True
        if rated and (topic := self._lead_topic(draft.at)) is not None:
            self._take(draft, *topic, "inherited")
            draft.rule, draft.doubts = "rate", draft.doubts * 0.9
            return True
        return False

    def _is_place(self, left: Before) -> bool:
        """Whether the words are one proper name, with the sort of place before it or not."""
        tokens = self.tokens
        start = left.start + (tokens[left.start].entry.noun == "place")
        if self._source(start, left.end).lower() in _CITIES:
            return True
        if not 1 < left.end - start < 6 or self.line.text.isupper():
            return False
        named = all(
            self.line.begins_large(at) and tokens[at].kind == WORD for at in range(start, left.end)
        )
        return named and not any(
            t.tags & (lx.AMOUNT | lx.RATE | lx.LABEL) for t in tokens[start : left.end]
        )

    def _plans_amount(self, left: Before) -> bool:
        """Whether a plan says of what it is: kế hoạch cổ tức | 15%."""
        named = left.end - left.start > 1
        return named and bool(self.tokens[left.start + 1].tags & (lx.AMOUNT | lx.RATE))

    def _goes_with(self, draft: Draft) -> bool:
        """Whether an area or an amount is told of what was just told: phá rừng 4 vụ/0,119 ha.

        So does one behind a share: nợ xấu chiếm 1,04% tổng dư nợ (795 tỷ đồng).
        """
        last = self.drafts[-1] if self.drafts else None
        before = self.tokens[draft.at - 1].low if draft.at else ""
        if last is None or draft.unit in SHARES:
            return False
        if before == "(":
            whole = self.tokens[last.at + 2 : draft.at - 1]
            if not last.share or last.kind == "change" or not 0 < len(whole) < 4:
                return False
            if not whole[whole[0].low == "/" and len(whole) > 1].tags & lx.AMOUNT:
                return False
        elif before != "/" or last.behind != draft.at - 1:
            return False
        self._copy(draft, last)
        return True

    def _changes_rate(self, draft: Draft) -> bool:
        """Whether the rate that changes follows: giảm 1,5% tỷ lệ hộ nghèo."""
        tokens, at = self.tokens, draft.behind
        if draft.unit not in SHARES or at >= len(tokens):
            return False
        rate = tokens[at].tags & (lx.RATE | lx.AMOUNT)
        phrase = right_phrase(tokens, at + bool(rate))
        named = phrase and not draft.base and not {"base", "plan"} & set(tokens[at].entry.cues)
        if not rate and not (named and tokens[at].tags & (lx.NOUN | lx.AMOUNT)):
            return False
        draft.behind = phrase.end if phrase else at + 1
        self._take(draft, at, draft.behind, "after")
        draft.rule = "share-right"
        return True

    def _compares_rate(self, draft: Draft, left: Before) -> bool:
        """Whether "mức tăng" only compares: tăng 4,2%, thấp hơn mức tăng 6,1% của quý I/2018."""
        alone = left.end - left.start == 1 and self.tokens[left.start].low in (
            "mức tăng",
            "mức giảm",
        )
        return alone and left.start > 0 and bool(self.drafts) and self.drafts[-1].kind == "change"

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
        if any(t.tags & (lx.AMOUNT | lx.RATE | lx.NOUN | lx.VERB) for t in named):
            return False
        self._copy(draft, source)
        return True

    def _gives_part(self, draft: Draft, left: Before) -> bool:
        """Whether a body gave a part of a sum: trong đó ngân sách tỉnh 8 tỷ đồng, huyện | 3 tỷ đồng."""
        alone = not left.joint and not left.verbal and left.end - left.start < 4
        return alone and draft.unit in MONEY and self._in_parts(draft)

    def _grows_by(self, draft: Draft, left: Before, floor: int) -> Before | None:
        """What has the growth that is only named: ngành dệt | với mức tăng 12,4%."""
        alone = left.end - left.start == 1 and self.tokens[left.start].low in _GROWTHS
        if not alone or not left.start or self.tokens[left.start - 1].low != "với":
            return None
        end = left.start - 1
        for at in range(end - 2, floor, -1):
            if self.tokens[at].low == "là" and self.tokens[at + 1].kind == WORD:
                return replace(left, start=at + 1, end=end, verbal=False)
        named = left_phrase(self.tokens, end, floor)
        return named if named and not named.verbal else None

    def _averages(self, draft: Draft, left: Before) -> bool:
        """`bình quân 6,7 tỷ đồng/doanh nghiệp`: the amount told before, by head."""
        words = self.tokens[left.start : left.end]
        if not words or any(word.low not in _AVERAGES for word in words):
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
        return rated and said and all(w.low in _AVERAGES or w.kind == PERIOD_TOKEN for w in words)

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

    def _amount(self, draft: Draft, left: Before | None, floor: int) -> None:
        """Money, land, weights: of what stands before, of what follows, or of the verb."""
        tokens = self.tokens
        planned = (
            self._antecedent(draft) if draft.target and draft.bracketed and left is None else None
        )
        if planned is not None:
            self._copy(draft, planned)
            return
        firm = (
            left is not None
            and not left.verbal
            and (
                left.linked or left.changed or bool(tokens[left.start].tags & (lx.AMOUNT | lx.RATE))
            )
        )
        harmed = (
            left is not None
            and left.end - left.start == 1
            and tokens[left.start].low == "thiệt hại"
            and draft.unit not in MONEY
        )
        phrase = None if firm and not harmed else self._thing_after(draft)
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
        elif self._joint_says_again(draft) and self._antecedent_measures(draft):
            self._rate_of(draft, floor)
        else:
            self._governing_verb(draft, floor)

    def _antecedent_measures(self, draft: Draft) -> bool:
        """Whether the figure before is an amount too, not cases: thụ lý 68 việc, tương ứng 1,9 tỷ đồng."""
        matched = self.tokens[draft.at - 1].low in ("tương ứng", "tương đương", "tương ứng với")
        source = self._antecedent(draft)
        return not matched or source is None or source.measure

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
        if tokens[at].low == "hàng" and draft.unit not in MONEY and not phrase:
            phrase = Phrase(at, right_phrase(tokens, at + 1).end)
        if not phrase or (draft.unit in MONEY and not tokens[at].tags & lx.NOUN):
            return None
        return phrase

    def _about(self, draft: Draft) -> bool:
        """R8: `về số lớp` names the indicator of a rate: lớp."""
        tokens, at = self.tokens, draft.behind
        if at + 1 < len(tokens) and tokens[at].low == "về" and draft.unit in SHARES | {"lần"}:
            start = at + 1
            if tokens[start].low in ("số", "tổng số", "số lượng"):
                start += 1
            phrase = right_phrase(tokens, start)
            if not phrase and start < len(tokens) and tokens[start].tags & lx.AMOUNT:
                more = right_phrase(tokens, start + 1)
                phrase = Phrase(start, more.end if more else start + 1)
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
