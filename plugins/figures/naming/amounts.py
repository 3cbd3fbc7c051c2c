"""Amounts: money, land and weights of what stands before, of what follows, or of the verb.

Guideline section 3 b.
"""

from __future__ import annotations

from dataclasses import replace

from figures.before import Before
from figures.draft import Draft
from figures.naming.antecedents import Antecedents
from figures.naming.counters import PACKS
from figures.naming.phrases import Phrase, right_phrase
from figures.naming.sentence import MONEY
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, WORD, Token

_EARNED = ("lương", "mức lương", "tiền lương", "thu nhập", "mức thu nhập")
_MOVES = frozenset({"vận động", "huy động", "kêu gọi", "hướng dẫn", "tuyên truyền", "giúp", "động viên"})  # fmt: skip
"""Verbs of those who make others act."""
_DAMAGES = frozenset({"làm ngập", "ngập úng", "làm ngập úng", "gây ngập úng", "làm hư hỏng", "làm thiệt hại", "gây thiệt hại", "vùi lấp", "cuốn trôi", "làm sạt lở", "gây sạt lở", "làm đổ"})  # fmt: skip
_GIVES = frozenset({"đóng góp", "hỗ trợ", "ủng hộ", "góp", "cấp", "tài trợ", "đầu tư"})
_ALONG = frozenset({"với", "cùng", "cùng với"})
"""Between two verbs, they name with whom something was done."""


_SOWS = frozenset({"gieo", "gieo cấy", "gieo trồng", "gieo sạ", "cấy", "trồng", "xuống giống"})


def _is_somebody(token: Token) -> bool:
    """Whether a word names people or a body of them."""
    named = token.entry.noun in ("person", "group") and token.tags & lx.NOUN
    return bool(named or token.tags & lx.ACTOR)


class AmountRoute(Antecedents):
    """Names amounts."""

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
            and (left.linked or left.changed or bool(tokens[left.start].tags & lx.AMOUNTS))
        )
        harmed = (
            left is not None
            and left.end - left.start == 1
            and tokens[left.start].low == "thiệt hại"
            and draft.unit not in MONEY
        )
        phrase = None if firm and not harmed else self._thing_after(draft)
        if left is not None and tokens[left.start].low == "nợ":
            phrase = self._owed(draft, left) or phrase
        if phrase is None and left is not None and tokens[left.end - 1].tags & lx.VERB:
            phrase = self._thing_shared(draft)
        if phrase is None and (left is None or left.verbal) and self._is_of_pieces(draft):
            return
        if left is not None and (hit := self._hit(left)):
            left = replace(left, start=hit, verbal=True)
        if phrase:
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.level, draft.behind, draft.rule = (
                self._level(phrase.level),
                max(draft.behind, phrase.after) if phrase.start == draft.behind else draft.behind,
                "measure-right",
            )
            draft.verb = self._verb(draft.at, floor)
        elif left is not None and self._earns_too(draft, left):
            self._copy(draft, self.drafts[-1])
            draft.indicator = draft.indicator.partition(" của ")[0]
        elif left is not None and (same := self._does_again(draft, left)) is not None:
            self._copy(draft, same)
        elif left is not None:
            if left.verbal:
                left = self._crop(left) or replace(left, start=self._behind_cause(left))
            whole = self._in_parts(draft) and not self._is_agent_named(left)
            self._take_left(draft, left, whole=whole)
            draft.verb = tokens[left.start].low if left.verbal else ""
            draft.rule = "measure-verb" if left.verbal else "measure-left"
        elif self._joint_says_again(draft) and self._antecedent_measures(draft):
            same = self._measured_alike(draft) if draft.target or draft.unit not in MONEY else None
            if same is not None:
                self._copy(draft, same)
            else:
                self._rate_of(draft, floor)
        else:
            self._governing_verb(draft, floor)

    def _does_again(self, draft: Draft, left: Before) -> Draft | None:
        """What was told of the same verb with its object: thu nợ thuế đạt 2 tỷ; lũy kế | thu được 56 tỷ đồng."""
        if not left.verbal or left.end - left.start != 1 or draft.headed:
            return None
        if any("đạt" in joint for joint in left.joint):
            return None
        low = self.tokens[left.start].low
        verb = low.removesuffix(" được")
        attained = "được" in left.joint or low != verb
        for told in (*reversed(self.drafts), *reversed(self.before[-6:])):
            if told.unit != draft.unit or told.share or told.kind == "change":
                continue
            said = f"{told.indicator.lower()} ".startswith(f"{verb} ")
            done = attained and draft.unit not in MONEY and told.verb.removesuffix(" được") == verb
            return told if said or done else None
        return None

    def _owed(self, draft: Draft, left: Before) -> Phrase | None:
        """What those owe who stand before: 9 doanh nghiệp nợ 32 tỷ đồng | tiền thuê."""
        at = draft.behind
        owes = left.end - left.start == 1 and left.start > 0
        owes = owes and self.tokens[left.start - 1].kind == WORD and not left.linked
        if not owes or at >= len(self.tokens) or self.tokens[at].low.split()[0] != "tiền":
            return None
        phrase = right_phrase(self.tokens, at) or right_phrase(self.tokens, at + 1)
        return Phrase(at, phrase.end if phrase else at + 1)

    def _thing_shared(self, draft: Draft) -> Phrase | None:
        """The noun that only the next amount tells: sửa chữa | 46 km, làm mới 19 km đường giao thông."""
        tokens, at = self.tokens, draft.behind
        if at >= len(tokens) or tokens[at].low not in (",", "và"):
            return None
        done = at = at + 1
        while at < len(tokens) and tokens[at].kind == WORD:
            if not tokens[at].tags & (lx.VERB | lx.HEDGE) and tokens[at].low != "mới":
                return None
            at += 1
        alike = at + 1 < len(tokens) and tokens[at].kind == NUMBER
        if at == done or not alike or tokens[at + 1].entry.unit != draft.unit:
            return None
        phrase = right_phrase(tokens, at + 2)
        return Phrase(phrase.start, phrase.end) if phrase else None

    def _is_of_pieces(self, draft: Draft) -> bool:
        """Whether only the pieces joined to an amount tell of what it is: 4,2 kg | và 350 viên ma túy."""
        tokens, at = self.tokens, draft.behind
        if at + 2 >= len(tokens) or tokens[at].low != "và" or tokens[at + 1].kind != NUMBER:
            return False
        phrase = right_phrase(tokens, at + 2)
        piece, _, kind = tokens[at + 2].low.partition(" ")
        if piece not in PACKS or not (kind or phrase.end - phrase.start > 1):
            return False
        self._take(draft, phrase.start, phrase.end, "elsewhere")
        draft.indicator = draft.indicator.partition(" ")[2]
        draft.head, draft.rule = draft.indicator.lower(), "measure-right"
        return True

    def _hit(self, left: Before) -> int:
        """Where it stands what a storm or flood did: Mưa lớn | làm ngập úng cục bộ 4,4 nghìn ha; 0 if nothing."""
        at = next((i for i in range(left.start, left.end) if self.tokens[i].low in _DAMAGES), 0)
        return at if at > left.start and not self.tokens[left.start].tags & lx.NOMINAL else 0

    def _earns_too(self, draft: Draft, left: Before) -> bool:
        """Whether the same is told of other people: lương của kỹ sư đạt 9 triệu đồng/tháng, công nhân đạt | 7 triệu đồng/tháng."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or left.verbal or last.rule != "measure-left" or not left.linked:
            return False
        people = self.tokens[left.start].entry.noun == "person"
        earned = last.noun == "amount" or last.head.startswith(_EARNED)
        return people and earned and (last.unit, last.per) == (draft.unit, draft.per)

    def _is_agent_named(self, left: Before) -> bool:
        """Whether a body or place and what it does stand there: gồm: Cục Hải quan Cà Mau | thu được 174 tỷ đồng.

        Who gives belongs to the name of a part: trong đó | nhân dân đóng góp | 2 tỷ đồng.
        """
        first, last = self.tokens[left.start], self.tokens[left.end - 1]
        acts = last.tags & lx.VERB and not last.tags & (lx.NOUN | lx.AMOUNT)
        if not acts or left.end - left.start < 2 or last.low in _GIVES:
            return False
        named = any(self.line.begins_large(at) for at in range(left.start + 1, left.end - 1))
        words = range(left.start, left.end - 1)
        proper = not first.tags and all(self.line.begins_large(at) for at in words)
        place = first.entry.noun == "place" and self.line.begins_large(left.start)
        body = first.tags & lx.ACTOR or first.entry.noun in ("group", "place")
        return (bool(body) and (named or place)) or proper

    def _crop(self, left: Before) -> Before | None:
        """What was sown, which a colon parts from it: Lúa: gieo cấy | 32.150 ha."""
        tokens, colon = self.tokens, left.start - 1
        if tokens[left.start].low not in _SOWS or colon < 1 or tokens[colon].low != ":":
            return None
        start = colon
        while start and tokens[start - 1].kind == WORD:
            start -= 1
        named = 0 < colon - start < 4 and not tokens[start].tags & lx.ACTOR
        return replace(left, start=start, end=colon, verbal=False) if named else None

    def _behind_cause(self, left: Before) -> int:
        """Where that begins which others were moved to do: vận động chị em | tiết kiệm được.

        Or what was done with another body: tín chấp với ngân hàng | giải ngân.
        """
        tokens, at = self.tokens, left.start + 1
        if at + 2 < left.end and tokens[at].low in _ALONG and tokens[at + 1].tags & lx.ACTOR:
            acts = tokens[left.end - 1].tags & lx.VERB and not tokens[left.end - 1].tags & lx.NOUN
            return left.end - 1 if acts else left.start
        if tokens[left.start].low not in _MOVES:
            return left.start
        while at < left.end and _is_somebody(tokens[at]):
            at += 1
        acts = at < left.end and tokens[at].tags & lx.VERB and not tokens[at].tags & lx.NOUN
        return at if acts and at > left.start + 1 else left.start

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
        if "plan" in tokens[at].entry.cues:
            return None
        phrase = right_phrase(tokens, at)
        if tokens[at].low == "hàng" and draft.unit not in MONEY and not phrase:
            phrase = Phrase(at, right_phrase(tokens, at + 1).end)
        if not phrase or (draft.unit in MONEY and not tokens[at].tags & lx.NOUN):
            return None
        return phrase

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

    def _measured_alike(self, draft: Draft) -> Draft | None:
        """What was told in the same measure, where the last figure was not: cả năm đạt | 1.950 tấn."""
        last = (self.drafts or self.before)[-1]
        if last.unit == draft.unit or last.share or last.kind == "change":
            return None
        told = (*reversed(self.drafts), *reversed(self.before[-6:]))
        return next((d for d in told if d.unit == draft.unit and d.kind != "change"), None)

    def _antecedent_measures(self, draft: Draft) -> bool:
        """Whether the figure before is an amount too, not cases: thụ lý 68 việc, tương ứng 1,9 tỷ đồng."""
        matched = self.tokens[draft.at - 1].low in ("tương ứng", "tương đương", "tương ứng với")
        source = self._antecedent(draft)
        return not matched or source is None or source.measure
