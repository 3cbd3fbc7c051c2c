"""The route of measures: which of amount, share, change and what was told before a number is.

Guideline section 3 b, c and d, R7, R8.
"""

from __future__ import annotations

from dataclasses import replace

from figures.before import Before
from figures.draft import Draft
from figures.naming.amounts import AmountRoute
from figures.naming.clause_edges import clause_begin
from figures.naming.left_phrases import SHARE_OF, before_predicate, left_phrase
from figures.naming.phrases import Phrase, right_phrase
from figures.naming.repeated_measures import RepeatedMeasures
from figures.naming.sentence import MONEY, SHARES
from figures.naming.shares import ShareRoute
from figures.refusing.refusals import TIMES_AS
from figures.text import lexicon as lx
from figures.text.tokens import PERIOD_TOKEN, WORD

_GROWTHS = frozenset(
    {"mức tăng", "mức giảm", "tốc độ tăng", "mức tăng trưởng", "tốc độ tăng trưởng"}
)
_LEVELS_OF_GROWTH = frozenset({"mức tăng", "mức giảm", "mức tăng trưởng"})
_STRIKING = frozenset({"ấn", "tượng", "cao", "mạnh", "nhẹ", "đáng", "kể", "khá", "kỷ", "lục", "thấp", "bình", "quân", "tốt", "đột", "biến", "trưởng", "vượt", "bậc", "rất", "trên", "mức"})  # fmt: skip
"""Syllables of what is said of a growth by itself."""
_LEADS_ON = frozenset({",", "-", "–", "("})
_GROWING = frozenset({"với", "có", "ghi nhận", "duy trì", "giữ"})
_WORTH = frozenset({"kim ngạch", "tổng kim ngạch", "giá trị", "trị giá", "tổng giá trị", "tổng trị giá"})  # fmt: skip
_REACHING = frozenset({"đạt", "với", "ước đạt", "đã đạt", "đạt được", "có"})
_TRADES = frozenset({"xuất khẩu", "nhập khẩu", "tiêu thụ", "sản xuất", "xk", "nk", "xuất cảng"})
"""Verbs that name what is measured, as nouns do: xuất khẩu tôm | có mức tăng trưởng 65,5%."""
_RANKED = frozenset({"đứng thứ", "xếp thứ", "đứng hàng", "đứng vị trí thứ", "xếp vị trí thứ"})
_TOLD_OF = frozenset(
    {"đạt", "ước đạt", "đạt khoảng", "đạt trên", "đạt gần", "đạt hơn", "chiếm", "là", "có"}
)
_SHORT = 5
"""So many words no longer are the bare name of a body or place."""
_LEADERS = ("đứng đầu", "dẫn đầu", "đi đầu", "đứng đầu cả nước", "dẫn đầu cả nước", "dẫn đầu toàn tỉnh", "đứng đầu toàn tỉnh")  # fmt: skip


_SUMS = frozenset({"số vốn", "trị giá", "giá trị", "kim ngạch", "số tiền", "tổng vốn", "tổng số vốn"})  # fmt: skip
_QUANTITIES = frozenset({"lượng", "số lượng", "khối lượng"})
"""With these and no more it is told of which of the figures before a rate is: giảm 8% về | lượng."""
_SOME = frozenset({"nhiều", "một vài", "không ít", "hầu hết", "đa số"})
_NUMBERS_OF = frozenset({"số", "tổng số", "số lượng"})


class MeasureRoute(ShareRoute, AmountRoute, RepeatedMeasures):
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
        named = named and not self._meets_plan(left)
        if draft.headed and draft.kind == "change" and self._changes_rate(draft):
            return
        if (
            named
            and "base" in self.tokens[left.start].entry.cues
            and draft.unit in SHARES
            and not left.verbal
            and not self._plans_amount(left)
            and not self._sums_up(left)
        ):
            draft.base, named = (
                draft.base or self._source(left.start, left.end),
                self._antecedent(draft) is None,
            )
        if named and (self._compares_rate(draft, left) or self._leads_others(left)):
            named = False
        if named and self._grows(draft, left):
            return
        if self._earns(draft):
            return
        alone = left.end - left.start == 1 and draft.unit == "lần"
        named = named and not (alone and self.tokens[left.start].low in TIMES_AS)
        if named and (
            self._recalls_earlier(draft, left)
            or self._is_of_listed(draft, left)
            or self._tells_length(draft, left)
        ):
            return
        if named and (grown := self._grows_by(draft, left, floor)):
            left = grown
        if self._about(draft) or self._goes_with(draft) or self._is_of_level(draft, left):
            return
        if named and self._tells_of_place(draft, left):
            return
        if self._averages(draft, left) or self._plans(draft, left):
            return
        named = named and not self._only_averages(draft, left)
        if not named and draft.kind == "change" and self._changes_rate(draft):
            return
        if not named and draft.kind == "change" and self._extends(draft, left):
            self._amount(draft, None, floor)
        elif not named and (draft.unit == "lần" or draft.kind == "change"):
            self._rate_of(draft, floor)
            draft.behind = max(draft.behind, base_end)
        elif draft.unit in SHARES and draft.kind != "change":
            self._share(draft, left if named else None, floor, base_end)
        else:
            self._amount(draft, left if named else None, floor)
            draft.behind = max(draft.behind, base_end)

    def _earns(self, draft: Draft) -> bool:
        """Whether a profit is told as a predicate: công ty có lãi | 1,6 tỷ đồng, có lãi trở lại hơn 15 tỷ đồng."""
        tokens, at = self.tokens, draft.at - 1
        while at > 0 and (tokens[at].tags & lx.HEDGE or tokens[at].low == "trở lại"):
            at -= 1
        if at < 0 or tokens[at].low != "có lãi" or draft.unit not in MONEY:
            return False
        self._take(draft, at, at + 1, "elsewhere")
        draft.indicator = draft.indicator.partition(" ")[2]
        draft.head, draft.rule = "lãi", "measure-left"
        return True

    def _meets_plan(self, left: Before) -> bool:
        """Whether only verbs and a plan stand there: để thực hiện đạt chỉ tiêu | 82,5% dân số có thẻ."""
        words = self.tokens[left.start : left.end]
        plans = [word for word in words if "plan" in word.entry.cues]
        acts = lx.VERB | lx.PREDICATE | lx.LINK | lx.ADVERB
        led = (w.tags & acts or "done" in w.entry.cues or w in plans for w in words)
        return len(words) > 1 and bool(plans) and all(led)

    def _extends(self, draft: Draft, left: Before) -> bool:
        """Whether somebody changed the amount of what follows: HTX mở rộng thêm 10 ha | rau."""
        if not left or draft.unit in SHARES or draft.unit == "lần" or draft.depth:
            return False
        return self._only_actor(left) and bool(self._thing_after(draft))

    def _gives_part(self, draft: Draft, left: Before) -> bool:
        """Whether a body gave a part of a sum, or places have it: trong đó ngân sách tỉnh 8 tỷ đồng, huyện | 3 tỷ đồng; các xã vùng cao đạt | 40 ha."""
        if self._reaches_part(draft, left):
            return True
        words = self.tokens[left.start : left.end]
        placed = any(t.entry.noun == "place" for t in words)
        several = words[0].low in ("các", "những")
        placed = placed or (several and any(t.entry.noun == "group" for t in words))
        linked = left.joint <= (_TOLD_OF if several and placed else frozenset())
        alone = linked and not left.verbal and len(words) < _SHORT
        listed = self._in_parts(draft) or self._lists_givers(draft, left)
        return alone and (draft.unit in MONEY or placed) and listed

    def _reaches_part(self, draft: Draft, left: Before) -> bool:
        """Whether places have parts of an amount: 812 ha, trong đó các xã phía Bắc đạt | 512 ha; các xã phía Nam đạt 300 ha."""
        words = self.tokens[left.start : left.end]
        whole = self.drafts[0] if self.drafts else None
        if left.verbal or draft.kind == "change" or draft.unit in SHARES or whole is None:
            return False
        placed = any(word.entry.noun == "place" for word in words[:2]) and len(words) > 1
        alike = whole.unit == draft.unit and not left.joint.isdisjoint(_REACHING)
        return placed and alike and self._in_parts(draft)

    def _lists_givers(self, draft: Draft, left: Before) -> bool:
        """Whether a list tells of one body after the other: Dư nợ ủy thác qua các hội: Hội Phụ nữ | 201 tỷ đồng; …."""
        before = self.tokens[left.start - 1].low if left.start else ""
        if before == ":":
            return self._opening_topic(left.start - 1) is not None and not self.drafts
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.behind != left.start - 1 or before not in (";", ","):
            return False
        given = last.rule == "measure-left" and last.noun in ("actor", "group", "place")
        return given and ":" in self.words and last.unit == draft.unit

    def _is_of_level(self, draft: Draft, left: Before) -> bool:
        """Whether a level alone names a part of the sum before: trong đó cấp huyện 1 tỷ, | cấp xã 2 tỷ."""
        if left or left.level is None or not self._in_parts(draft):
            return False
        whole = next((d for d in self.drafts if d.unit == draft.unit and d.kind != "change"), None)
        if whole is None:
            return False
        draft.level = self._level(left.level)
        self._copy(draft, whole)
        return True

    def _plans_amount(self, left: Before) -> bool:
        """Whether a plan says of what it is: kế hoạch cổ tức | 15%."""
        named = left.end - left.start > 1
        return named and bool(self.tokens[left.start + 1].tags & lx.AMOUNTS)

    def _sums_up(self, left: Before) -> bool:
        """Whether a sum is what the rate is of: tổng số học sinh khá, giỏi đạt | 80%."""
        told = not left.joint.isdisjoint(("đạt", "chỉ đạt", "ước đạt"))
        return told and left.end - left.start > 1 and self.tokens[left.start].low.startswith("tổng")

    def _leads_others(self, left: Before) -> bool:
        """Whether only who leads stands there: Đông Lĩnh dẫn đầu với tỷ lệ | 96,5% hộ; Lào đứng thứ hai với | 4 tỷ USD."""
        words = self.tokens[left.start : left.end]
        if left.joint.isdisjoint(SHARE_OF):
            return "với" in left.joint and any(word.low in _RANKED for word in words)
        return " ".join([word.low for word in words]).endswith(_LEADERS)

    def _changes_rate(self, draft: Draft) -> bool:
        """Whether the rate that changes follows: giảm 1,5% tỷ lệ hộ nghèo."""
        tokens, at = self.tokens, draft.behind
        if draft.unit not in SHARES or at >= len(tokens):
            return False
        rate = tokens[at].tags & lx.AMOUNTS
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

    def _grows(self, draft: Draft, left: Before) -> bool:
        """Whether what was told right before grew so: vốn đạt 7 tỷ USD, với mức tăng ấn tượng | 37%."""
        words = self.tokens[left.start : left.end]
        said = words[0].low in _LEVELS_OF_GROWTH and all(
            _STRIKING.issuperset(word.low.split()) for word in words[1:]
        )
        told = self.drafts[-1] if self.drafts else None
        if not said or told is None or draft.unit not in SHARES or told.share:
            return False
        between = self.tokens[told.behind : left.start]
        if any(token.kind != WORD and token.low not in _LEADS_ON for token in between):
            return False
        self._copy(draft, told)
        draft.kind, draft.direction = "change", "down" if "giảm" in words[0].low else "up"
        draft.ref = told
        return True

    def _grows_by(self, draft: Draft, left: Before, floor: int) -> Before | None:
        """What has the growth that is only named: ngành dệt | với mức tăng 12,4%."""
        low = self.tokens[left.start].low
        alone = left.end - left.start == 1 and left.start > 0
        worth = low in _WORTH and draft.unit in MONEY
        joint = _REACHING if worth else _GROWING if low in _GROWTHS else frozenset()
        if not alone or self.tokens[left.start - 1].low not in joint:
            return None
        end = left.start - 1
        if low in _GROWTHS and self._tells_some(end, floor):
            return None
        for at in range(end - 2, floor, -1):
            if self.tokens[at].low == "là" and self.tokens[at + 1].kind == WORD:
                return replace(left, start=at + 1, end=end, verbal=False)
        named = left_phrase(self.tokens, end, floor)
        if named and self.tokens[named.start].low in _TRADES:
            return replace(named, end=before_predicate(self.tokens, named), verbal=False)
        if worth:
            return None
        return named if named and not named.verbal and not self._only_actor(named) else None

    def _tells_some(self, end: int, floor: int) -> bool:
        """Whether it is not told who grows, but only that some do: một số mặt hàng | đều có mức tăng 15%."""
        tokens, begin = self.tokens, clause_begin(self.tokens, end, floor)
        while begin < end and tokens[begin].kind == PERIOD_TOKEN:
            begin += 1
        named = [token.low for token in tokens[begin:end]]
        return named[:2] == ["một", "số"] or (bool(named) and named[0] in _SOME)

    def _about(self, draft: Draft) -> bool:
        """R8: `về số lớp` names the indicator of a rate: lớp."""
        tokens, at = self.tokens, draft.behind
        if at + 1 >= len(tokens) or draft.unit not in SHARES | {"lần"}:
            return False
        if tokens[at].low == "về" and (told := self._amount_meant(at + 1)) is not None:
            self._copy(draft, told)
            draft.behind, draft.rule, draft.ref = at + 2, "rate-about", told
            return True
        if tokens[at].low == "về" or self._lists_counts(draft):
            start = at + (tokens[at].low == "về")
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

    def _amount_meant(self, at: int) -> Draft | None:
        """The amount that a bare word for one means: vốn đăng ký đạt 3 tỷ USD, giảm 8% về | số vốn."""
        tokens, low = self.tokens, self.tokens[at].low
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        said = lx.STOP | lx.CHANGE | lx.CUE
        alone = follower is None or follower.kind != WORD or bool(follower.tags & said)
        if not alone or low not in _SUMS | _QUANTITIES:
            return None
        told = [d for d in self.drafts if not d.share and d.kind != "change" and d.indicator]
        paid = (d for d in reversed(told) if (d.unit in MONEY) == (low in _SUMS))
        return next(paid, None)

    def _lists_counts(self, draft: Draft) -> bool:
        """Whether a list goes on by what has changed: tăng 10% về số vụ, 12% | số đối tượng."""
        last = self.drafts[-1] if self.drafts else None
        listed = last is not None and last.rule == "rate-about" and draft.kind == "change"
        return listed and self.tokens[draft.behind].low in _NUMBERS_OF

    def _matching(self, draft: Draft) -> Draft | None:
        for candidate in reversed(self.drafts):
            if candidate.head == draft.head and candidate.kind != "change" and not candidate.share:
                return candidate
        return None
