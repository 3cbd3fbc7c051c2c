"""What a bare number or rate talks about: the figure before it, or what the sentence opens with.

Guideline section 3, R7.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.naming.sentence import MONEY, SHARES, Sentence, befalls
from figures.periods.period_tokens import SUMMED
from figures.text import lexicon as lx
from figures.text.marks import mark
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_SAID = lx.PREDICATE | lx.CHANGE | lx.LINK | lx.ADVERB | lx.STOP | lx.HEDGE
_PAIRS = frozenset({"với", "cho", "/", "có", "-", "–"})
"""Between two counts of one thing, of which a rate tells the first (R7): 1.302 vụ - 2.286 bị cáo."""
_OFFENDERS = frozenset({"đối tượng", "bị can", "bị cáo", "người vi phạm"})
_CUMULATED = SUMMED | {"tính đến nay"}
"""Before these, a month and its parts were told."""
_LISTS = frozenset({"như", "gồm", "bao gồm", "gồm có", "là", ":"})
_LISTED = mark(_LISTS)
"""With these several are told one by one."""
_MOSTS = frozenset({"nhiều nhất", "mạnh nhất", "cao nhất", "nhanh nhất", "nhất", "ít nhất"})
_MOST = mark(_MOSTS)
_OPENING = 24
"""Within how many tokens a sentence says what it is about."""
_BARE_RATES = frozenset({"tỷ lệ", "tỉ lệ"})
_PASSIVE = frozenset({"đã", "đã được", "cũng", "được", "sẽ", "vừa"})
_HEADINGS = frozenset({"công tác", "lĩnh vực", "mặt", "số lượng", "chất lượng", "cơ cấu", "kết quả", "tình hình"})  # fmt: skip


_OUT_OF = frozenset({"từ", "thuộc", "của"})
"""Within a topic they say which of it is told: Đối với thu | từ | đất, tháng 4 ước đạt 139 tỷ đồng."""


class Antecedents(Sentence):
    """Finds the figure that a rate talks about."""

    def _copy(self, draft: Draft, source: Draft) -> None:
        draft.indicator, draft.head, draft.noun = source.indicator, source.head, source.noun
        draft.level = draft.level or source.level
        draft.position, draft.rule = "inherited", "inherited"
        draft.ref = source if draft.kind == "change" else None

    def _inherit(self, draft: Draft) -> None:
        """The noun of the last figure that has one of its own."""
        known = [
            source
            for source in (*reversed(self.drafts), *reversed(self.before))
            if not source.share and source.indicator and source.measure == draft.measure
        ]
        alike = [s for s in known if draft.measure and _same_unit(s, draft)]
        if alike and self._is_cumulated(draft):
            alike = [s for s in alike if not self._tells_part(s)] or alike
        if known:
            self._copy(draft, (alike or known)[0])
            return
        if self.drafts and self.drafts[-1].kind == "change":
            self._copy(draft, self.drafts[-1])

    def _tells_part(self, source: Draft) -> bool:
        """Whether a figure told before, in this sentence or an earlier one, is a part of another."""
        return source.parent is not None or (source in self.drafts and self._in_parts_at(source.at))

    def _is_cumulated(self, draft: Draft) -> bool:
        """Whether what a month and its parts told is summed up: …; lũy kế 11 tháng | 4,12 triệu tấn."""
        near = self.tokens[max(0, draft.at - 4) : draft.at]
        return any(token.low in _CUMULATED for token in near)

    @staticmethod
    def _is_rate(draft: Draft) -> bool:
        return draft.position == "inherited" and (draft.kind == "change" or draft.unit in SHARES)

    def _antecedent(self, draft: Draft) -> Draft | None:
        """The figure that a bare rate talks about (R7: in "A với B, đạt …" it is A)."""
        direct = self.drafts[-1] if self.drafts else None
        if direct is not None and draft.depth > direct.depth:
            if direct.kind == "change":
                return direct
            if self._is_rate(direct) and direct.ref is not None:
                return direct.ref
        if direct is not None and self.tokens[draft.at - 1].low == "=":
            return direct.ref or direct
        named = [d for d in self.drafts if not self._is_rate(d) and d.indicator]
        if not named:
            by_topic = (
                d for d in reversed(self.drafts) if d.share and d.ref is None and d.indicator
            )
            known = (d for d in reversed(self.before) if not self._is_rate(d))
            return next(by_topic, None) or next(known, None)
        if not draft.bracketed:
            named = [d for d in named if not d.bracketed] or named
            if draft.unit in MONEY and self._goes_on_with_money(draft):
                named = [d for d in named if d.unit == draft.unit] or named
        last = named[-1]
        if _works_out(draft, last):
            return last
        if draft.bracketed and not last.bracketed and not self._attains(draft):
            return last
        first = last
        for candidate in reversed(named[:-1]):
            along = self._goes_along(candidate, first) or self._tells_offenders(candidate, first)
            if along or self._is_with(candidate, first):
                first = candidate
                continue
            if candidate.clause != last.clause or candidate.depth != last.depth:
                break
            follower = (
                self.tokens[candidate.behind] if candidate.behind < len(self.tokens) else None
            )
            glued = follower is not None and follower.kind == NUMBER
            if not glued and (follower is None or follower.low not in _PAIRS):
                break
            first = candidate
        return first

    def _attains(self, draft: Draft) -> bool:
        """Whether a rate in brackets says how far all was reached: 695 vụ, với 1.408 đối tượng (đạt | 88%)."""
        opened = next(i for i in range(draft.at, -1, -1) if i == 0 or self.tokens[i].low == "(")
        return draft.unit in SHARES and self.tokens[opened + 1].low in ("đạt", "đạt tỷ lệ", "bằng")

    def _goes_along(self, candidate: Draft, last: Draft) -> bool:
        """Whether an amount only goes with what was counted: 1.054 giấy, với diện tích | 111 ha, đạt 95%."""
        tokens = self.tokens
        led = next(
            (i for i in range(last.at - 1, candidate.behind, -1) if tokens[i].low == "với"), 0
        )
        if (
            not led
            or not last.measure
            or last.share
            or candidate.measure
            or candidate.depth != last.depth
        ):
            return False
        named = tokens[led + 1 : last.at]
        between = tokens[candidate.behind : led]
        return (
            bool(named and named[0].tags & lx.AMOUNT)
            and all(t.kind == WORD for t in named)
            and all(t.kind == WORD or t.low == "," for t in between)
        )

    def _is_with(self, candidate: Draft, last: Draft) -> bool:
        """Whether things are counted with others behind a comma: khám phá 695 vụ, với | 1.408 đối tượng."""
        between = self.tokens[candidate.behind : last.at]
        return [token.low for token in between] == [",", "với"] and not last.measure

    def _tells_offenders(self, candidate: Draft, last: Draft) -> bool:
        """Whether cases are told with their offenders: làm rõ 268 vụ, bắt | 493 đối tượng, đạt 85,9%."""
        if candidate.unit != "vụ" or last.head not in _OFFENDERS:
            return False
        between = self.tokens[candidate.behind : last.at]
        listed = 0 < len(between) < 3 and between[0].low == ","
        return listed and all(token.tags & lx.VERB for token in between[1:])

    def _goes_on_with_money(self, draft: Draft) -> bool:
        """Whether a change in people and one in money are told: tăng 12 lượt người và 14 tỷ đồng."""
        joined = draft.at > 0 and self.tokens[draft.at - 1].low in ("và", ",")
        return joined and self.drafts[-1].kind == draft.kind == "change"

    def _own_subject(self, draft: Draft) -> tuple[int, int] | None:
        """The rate with which the sentence begins: Tỷ lệ sinh | đã giảm dần, từ 1,6% năm 2000 …."""
        tokens = self.tokens
        if (topic := self._topic(draft)) is not None:
            return topic
        first = next((i for i, t in enumerate(tokens[: draft.at]) if t.kind == WORD), draft.at)
        if self.drafts or draft.unit not in SHARES or not tokens[first].tags & lx.RATE:
            return None
        end = first + 1 + (tokens[first + 1].tags & lx.CHANGE != 0)
        while end < draft.at and tokens[end].kind == WORD and not tokens[end].tags & _SAID:
            end += 1
        return (first, end) if any(t.low == "," for t in tokens[end : draft.at]) else None

    def _rate_again(self, draft: Draft) -> tuple[int, int] | None:
        """The rate that was named before its bare word: có tỷ lệ đỗ cao gồm: tỉnh A có tỷ lệ | 88%."""
        tokens, at = self.tokens, draft.at - 1
        if at < 1 or not draft.share or tokens[at].low not in _BARE_RATES:
            return None
        for first in range(at - 1, -1, -1):
            if tokens[first].low not in _BARE_RATES or tokens[first + 1].kind != WORD:
                continue
            stop = first + 1
            while stop < at and tokens[stop].kind == WORD and not _ends_topic(tokens[stop]):
                stop += 1
            if stop > first + 1:
                return first, stop
        return None

    def _opens_series(self) -> bool:
        """Whether a colon or "lần lượt" parts what is told from its figures."""
        return ":" in self.words or not self.words.isdisjoint(_ONE_BY_ONE)

    def _lead_topic(self, end: int) -> tuple[int, int] | None:
        """The amount or rate that the sentence opens with, before any figure: Tổng thu các huyện: ….

        None if figures stand before `end`, or nothing of the sort.
        """
        if (topic := self._listed_topic(end)) is not None:
            return topic
        return None if self.drafts else self._opening_topic(end)

    def _opening_topic(self, end: int) -> tuple[int, int] | None:
        """The first amount or rate of the sentence, before `end`."""
        tokens, measured = self.tokens, lx.AMOUNTS
        first = next(
            (
                i
                for i in range(min(end, _OPENING))
                if tokens[i].tags & measured and not _is_some(tokens, i)
            ),
            -1,
        )
        if first < 0:
            return None
        stop = first + 1
        while stop < end and tokens[stop].kind == WORD and not _ends_topic(tokens[stop]):
            stop += 1
        return first, stop

    def _told_by_places(self, draft: Draft) -> tuple[int, int] | None:
        """What changed in the places that a bracket names: chỉ số giảm ở 2 tỉnh (Hòa Lạc giảm | 1,2%)."""
        if draft.kind != "change" or draft.unit != "%":
            return None
        last = next((d for d in reversed(self.drafts) if d.depth < draft.depth), None)
        if last is None or last.rule != "count" or last.noun != "place":
            return None
        first = next(d for d in self.drafts if d.depth < draft.depth)
        led = self.tokens[last.at - 1].low in ("ở", "tại")
        return self._opening_topic(first.at) if led else None

    def _listed_topic(self, end: int) -> tuple[int, int] | None:
        """What several have of which a list tells, one by one.

        Một số thị trường có | kim ngạch xuất khẩu | giảm gồm Nhật Bản (giảm 0,6%), …; một số khu
        vực có | lượng hàng thông qua | cao như: Hà Tĩnh tăng 97%, ….
        """
        tokens = self.tokens
        if not self.line.marks & _LISTED:
            return None
        own = [d for d in self.drafts if not self._is_rate(d)]
        begin = max([1, *(d.behind for d in own)])
        end = min([end, *(d.at for d in self.drafts if d not in own)])
        cue = next((i for i in range(end - 1, begin, -1) if tokens[i].low in _LISTS), 0)
        for at in range(begin, cue):
            if tokens[at].tags & lx.AMOUNTS and tokens[at - 1].low in ("có", "về"):
                stop = at + 1
                while stop < cue and tokens[stop].kind == WORD and not _ends_topic(tokens[stop]):
                    stop += 1
                return at, stop
        return None

    def _most_changed(self, end: int) -> tuple[int, int] | None:
        """What somebody has that changed most, of which the figures behind it tell.

        Tân Lập là xã có | hộ nghèo | giảm nhiều nhất, giảm 87 hộ; kế đến là An Bình giảm 7,7%.
        """
        tokens = self.tokens
        if not self.line.marks & _MOST or any(not self._is_rate(d) for d in self.drafts):
            return None
        most = next((at for at in range(2, end) if tokens[at].low in _MOSTS), 0)
        if not most or not tokens[most - 1].tags & lx.CHANGE:
            return None
        start = next((at + 1 for at in range(most - 2, -1, -1) if tokens[at].low == "có"), most)
        named = start < most - 1 and tokens[start].tags & (lx.NOUN | lx.AMOUNTS)
        return (start, most - 1) if named else None

    def _topic(self, draft: Draft) -> tuple[int, int] | None:
        """What the sentence says it is about: Về dịch vụ lưu trú, 6 tháng đầu năm tăng 17%."""
        tokens = self.tokens
        if self.drafts or tokens[0].low not in ("về", "riêng về", "đối với"):
            return None
        end = next((i for i in range(1, min(9, draft.at)) if tokens[i].kind != WORD), 0)
        words = [t for t in tokens[1:end] if t.low not in _OUT_OF]
        said = any(t.tags & _SAID and not t.tags & lx.NOMINAL for t in words)
        named = end > 1 and tokens[end].low in (",", ":") and not said
        return (1, end) if named and tokens[1].low not in _HEADINGS else None

    def _rate_of(self, draft: Draft, floor: int) -> None:
        subject = self._rate_again(draft) or self._own_subject(draft)
        if subject is not None:
            self._take(draft, *subject, "elsewhere")
            draft.rule = "share-left"
            return
        topic = self._listed_topic(draft.at) or self._most_changed(draft.at)
        if topic is not None:
            self._take(draft, *topic, "inherited")
            draft.rule, draft.doubts = "rate", draft.doubts * 0.9
            return
        antecedent = self._antecedent(draft)
        if antecedent is None:
            if self._opens_series() and (lead := self._lead_topic(draft.at)) is not None:
                self._take(draft, *lead, "inherited")
                draft.rule, draft.doubts = "rate", draft.doubts * 0.8
                return
            self._governing_verb(draft, floor)
            draft.doubts *= 0.7
            return
        draft.indicator, draft.head, draft.noun = (
            antecedent.indicator,
            antecedent.head,
            antecedent.noun,
        )
        draft.level = antecedent.level
        draft.position, draft.ref, draft.rule = "inherited", antecedent, "rate"
        grows = any(word in draft.indicator.lower() for word in ("tăng trưởng", "tốc độ tăng"))
        last = self.drafts[-1] if self.drafts else antecedent
        told = draft.kind == "change"
        if grows and not told and draft.unit in SHARES and antecedent.kind == "change":
            draft.kind, draft.direction = "change", antecedent.direction
        elif self._changes_twice(draft, last):
            draft.kind, draft.direction = "change", last.direction

    def _changes_twice(self, draft: Draft, last: Draft) -> bool:
        """Whether a change is told for two times: công nghiệp tăng 5,6% và 4,2%, cao hơn mức tăng quý I (2%)."""
        tokens, at = self.tokens, draft.at - 1
        if last.kind != "change" or not (last.unit == draft.unit == "%"):
            return False
        if draft.base:
            return self._compares_again(draft, last)
        joined = tokens[at].low == "và" and at - last.behind <= 0 < at
        recalled = tokens[at].low == "(" and any(
            token.low in ("mức tăng", "mức giảm") for token in tokens[max(0, at - 12) : at]
        )
        return joined or recalled

    def _compares_again(self, draft: Draft, last: Draft) -> bool:
        """Whether a change is told against two times: tăng 3,4% so với tháng trước và | 7,1% so với cùng kỳ."""
        tokens, at = self.tokens, draft.at - 1
        if tokens[at].low not in ("và", ",") or draft.behind >= len(tokens):
            return False
        against = tokens[draft.behind].low.startswith("so")
        return against and bool(last.base) and last.behind == at

    def _joined_amount(self, draft: Draft) -> Draft | None:
        """The amount that the same verb governs: góp 9 triệu đồng sửa 2 nhà và 5 triệu đồng mua quà."""
        at = draft.at - 1
        while at > 0 and self.tokens[at].tags & lx.HEDGE:
            at -= 1
        if at < 1 or self.tokens[at].low != "và":
            return None
        if self.drafts and self.drafts[-1].behind == at and self.drafts[-1].unit in MONEY:
            return self.drafts[-1]
        return next(
            (d for d in self.drafts if d.unit == draft.unit and d.clause == draft.clause), None
        )

    def _measured_twice(self, draft: Draft) -> Draft | None:
        """The amount that a bracket tells in another unit: hàng thông qua đạt 5,6 triệu tấn (312.000 TEU)."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or not last.measure or last.share or last.kind == "change":
            return None
        at = draft.at - 1
        while at > last.at and self.tokens[at].tags & lx.HEDGE:
            at -= 1
        alone = last.behind == at and self.tokens[at].low == "("
        closed = draft.behind < len(self.tokens) and self.tokens[draft.behind].low == ")"
        paid = draft.unit in MONEY and last.unit not in MONEY
        return last if alone and closed and not paid else None

    def _governing_verb(self, draft: Draft, floor: int) -> None:
        """Nothing else names the amount: the cue noun or the verb of the clause does."""
        tokens = self.tokens
        if (topic := self._topic(draft)) is not None:
            self._take(draft, *topic, "elsewhere")
            draft.rule = "measure-left"
            return
        source = self._joined_amount(draft) or self._measured_twice(draft)
        if source is None and draft.at and tokens[draft.at - 1].low == "=" and self.drafts:
            # Quà Tết: 50 suất x 500k = 25 triệu.
            source = self.drafts[-1]
        if source is not None:
            self._copy(draft, source)
            return
        for at in range(draft.at - 1, -1, -1):
            token = tokens[at]
            if token.kind == SIGN and token.low in ";.":
                break
            if befalls(tokens, at) or (token.tags & lx.VERB and not token.tags & lx.NOUN):
                self._take(draft, at, at + 1, "elsewhere")
                draft.rule, draft.verb = "measure-verb", token.low
                draft.doubts *= 0.95
                return
        self._inherit(draft)
        if not draft.indicator and self._opens_series() and (lead := self._lead_topic(draft.at)):
            self._take(draft, *lead, "inherited")
        if not draft.indicator and (done := self._done_with(draft)):
            self._take(draft, done, done + 1, "elsewhere")
            draft.rule, draft.verb = "measure-verb", tokens[done].low
        draft.doubts *= 0.8

    def _done_with(self, draft: Draft) -> int:
        """Where it stands what was done with an amount: hơn 5 tỷ đồng đã được | trao cho hộ khó khăn; else 0."""
        tokens, at = self.tokens, draft.behind
        while at < len(tokens) and tokens[at].low in _PASSIVE:
            at += 1
        acts = draft.behind < at < len(tokens) and tokens[at].tags & lx.VERB
        return at if acts and tokens[at - 1].low in ("được", "đã được") else 0


def _is_some(tokens: list[Token], at: int) -> bool:
    """Whether "số" only says that there are some: một số xã có tỷ lệ …."""
    return tokens[at].low == "số" and at > 0 and tokens[at - 1].low == "một"


def _ends_topic(token: Token) -> bool:
    """Whether places, a time or what is said begin behind the topic of a sentence."""
    said = token.tags & _SAID and not token.tags & lx.NOMINAL
    return bool(said) or token.low in _PLACES or token.entry.noun == "place"


_ONE_BY_ONE = lx.cue_words("respectively")


_PLACES = frozenset({"nhiều", "một số", "các", "những", "của", "ở", "tại", "một", "cao", "thấp"})


def _same_unit(source: Draft, draft: Draft) -> bool:
    unit = f"{draft.unit}{draft.per}"
    return unit in (source.unit, f"{source.unit}{source.per}")


def _works_out(rate: Draft, fraction: Draft) -> bool:
    """Whether a rate is what a fraction makes: 8.120/8.340 đảng viên, đạt | 97,36%."""
    whole, part, told = fraction.token.denominator, fraction.token.minimum, rate.token.minimum
    if not whole or part is None or told is None or rate.unit != "%" or rate.kind == "change":
        return False
    return abs(part / whole * 100 - told) < _ROUNDED


_ROUNDED = 0.5
"""By how much a rate may differ from the fraction it is rounded from."""
