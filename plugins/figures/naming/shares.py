"""Percentages: of what follows, of what stands before, or of the figure before.

Guideline section 3 d, R7.
"""

from __future__ import annotations

from figures.before import Before
from figures.draft import Draft
from figures.naming.bases import Bases
from figures.naming.grades import run_grade
from figures.naming.left_phrases import SHARE_OF
from figures.naming.phrase_words import TOTALS
from figures.naming.phrases import Phrase, right_phrase
from figures.text import lexicon as lx

_EQUALS = frozenset(
    {
        "chiếm",
        "chiếm tỷ lệ",
        "chiếm tỉ lệ",
        "chiếm tỷ trọng",
        "đóng góp",
        "đóng góp tới",
        "bằng",
        "=",
        "tương đương",
        "tương ứng",
        "tức",
        "tức là",
    }
)
_SHARES = frozenset({"chiếm tới", "chiếm đến"})
_REACHED = frozenset({"đạt", "ước đạt", "ước thực hiện đạt"})
_PEOPLE = frozenset({"người", "hội viên", "lao động"})
_SAYS = frozenset({"có", "là", "được", "đạt", "đã"})
_LEADS_ON = SHARE_OF | {"có"}
"""Links behind which what a share is of is told: với tỷ lệ 96,5% | số hộ dùng nước sạch."""
_WHOLES = frozenset({"tổng số", "tổng", "tổng lượng", "tổng diện tích", "số lượng", "tổng số lượt"})


class ShareRoute(Bases):
    """Names shares."""

    def _share(self, draft: Draft, left: Before | None, floor: int, base_end: int) -> None:
        """A percentage: of what follows, of what stands before, or of the figure before."""
        tokens = self.tokens
        if self._is_mark(draft):
            self._take(draft, draft.at - 1, draft.at, "elsewhere")
            draft.rule, draft.noun = "share-left", "label"
            return
        nominal = left is not None and not left.verbal
        if base_end > draft.behind:
            if nominal and left is not None and self._handles(left, draft.behind):
                self._take(draft, draft.behind, base_end, "elsewhere")
                draft.base, draft.rule, draft.behind = None, "share-base", base_end
                return
            unnamed = not nominal or (
                left is not None and not tokens[left.start].tags & (lx.NOMINAL | lx.ACTOR)
            )
            part = self._joint(draft) in _EQUALS
            inside = draft.bracketed and self._antecedent(draft) is not None
            if unnamed and not (part or inside) and self._names_what(draft.behind, base_end):
                self._take(draft, draft.behind, base_end, "elsewhere")
                draft.base, draft.rule, draft.behind = None, "share-base", base_end
                return
            told = (
                left is not None
                and not left.joint.isdisjoint(_REACHED)
                and (left.end - left.start > 1 or not self.drafts)
            )
            if left is not None and (nominal or told):
                self._take_left(draft, left)
                draft.rule = "share-left"
            elif (counted := self._of_total(draft)) is not None:
                self._copy(draft, counted)
                draft.rule = "rate"
            elif self._antecedent(draft) is not None:
                self._rate_of(draft, floor)
            else:
                self._take(draft, draft.behind, base_end, "elsewhere")
                draft.base, draft.rule = None, "share-base"
            draft.behind = base_end
            return
        firm = (
            nominal
            and left is not None
            and (
                left.linked
                or bool(tokens[left.start].tags & lx.RATE)
                or tokens[left.start].low in SHARE_OF
                or self._is_of_all(draft, left)
                or (draft.headed and self._joint(draft) == "chiếm")
            )
        )
        if (start := run_grade(tokens, draft.at, draft.behind, floor)) < draft.at:
            self._take(draft, start, draft.at, "elsewhere")
            draft.rule, draft.noun = "share-left", "label"
            return
        joint = self._joint(draft)
        hedged = draft.behind < len(tokens) and tokens[draft.behind].tags & lx.HEDGE_AFTER
        phrase = right_phrase(tokens, draft.behind + bool(hedged), predicate=True)
        known = phrase or self._antecedent(draft)
        if (
            not phrase
            and (phrase := self._counted_share(draft, alone=left is None and not known))
            and joint == "có"
        ):
            firm = False
        if phrase and left is None and self._is_in_time(phrase) and self._antecedent(draft):
            self._rate_of(draft, floor)
            draft.behind = phrase.after
            return
        if phrase and joint == "đạt" and left is None and self._covers(draft):
            draft.behind = phrase.after
            return
        if phrase and left is not None and self._is_built_up(draft, left, joint):
            return
        if phrase and not firm and not (joint in _EQUALS and self._antecedent(draft)):
            self._take(draft, phrase.start, phrase.end, "elsewhere")
            draft.behind, draft.rule = phrase.after, "share-right"
            draft.level = self._level(phrase.level)
        elif left is not None and (
            nominal
            or not self._antecedent(draft)
            or left.end - left.start > 1
            or self._goes_on(left)
        ):
            self._take_left(draft, left)
            draft.rule = "share-left"
            draft.behind = phrase.after if phrase else draft.behind
            first = tokens[left.start].tags
            if first & lx.RATE and first & lx.CHANGE:
                # Tốc độ tăng giá trị sản xuất nông nghiệp, thủy sản bình quân 2,6%/năm.
                draft.kind, draft.direction = "change", "up" if first & lx.UP else "down"
        elif (
            not phrase
            and (self._is_told_alone(draft) or self._says_own(draft))
            and self._says_of(draft)
        ) or (not phrase and self._consists_of(draft)):
            return
        else:
            self._rate_of(draft, floor)
            draft.behind = phrase.after if phrase else draft.behind

    def _is_built_up(self, draft: Draft, left: Before, joint: str) -> bool:
        """Whether a verb governs what makes up a share of the people: xây dựng | lực lượng dân quân | đạt 3,8% dân số."""
        tokens = self.tokens
        if joint != "đạt" or not left.verbal or tokens[draft.behind].low != "dân số":
            return False
        start = next(
            (at for at in range(left.start + 1, left.end) if not tokens[at].tags & lx.VERB),
            left.end,
        )
        if start == left.end:
            return False
        self._take(draft, start, left.end, "elsewhere")
        draft.rule, draft.behind = "share-left", draft.behind + 1
        return True

    def _covers(self, draft: Draft) -> bool:
        """Whether a share of the inhabitants tells how many of them were just counted."""
        if self.tokens[draft.behind].low not in ("dân số", "lực lượng lao động"):
            return False
        told = (d for d in reversed(self.drafts) if not d.share and d.kind != "change")
        source = next((d for d in told if d.noun == "person" or d.unit in _PEOPLE), None)
        if source is not None:
            self._copy(draft, source)
            draft.rule = "rate"
        return source is not None

    def _joint(self, draft: Draft) -> str:
        """The word that leads to the number, hedges aside: chiếm | trên | 75%."""
        at = draft.at - 1
        while at > 0 and self.tokens[at].tags & lx.HEDGE:
            at -= 1
        low = self.tokens[at].low if at >= 0 else ""
        return "chiếm" if low in _SHARES else low

    def _of_total(self, draft: Draft) -> Draft | None:
        """The count of what the base sums up: 249 đơn vị của 57 tỉnh, chiếm 38,7% tổng số đơn vị."""
        base, last = (draft.base or "").lower(), self.drafts[-1] if self.drafts else None
        if last is not None and last.unit == "vụ" and last.clause == draft.clause - 1:
            return None
        if not base.startswith(("tổng số ", "số ")) or draft.unit != "%":
            return None
        noun = base.split("số ", 1)[1]
        counted = (d for d in reversed(self.drafts) if not d.measure and d.kind != "change")
        return next((d for d in counted if d.head and noun.startswith(d.head)), None)

    def _is_in_time(self, phrase: Phrase) -> bool:
        """Whether a share only tells how punctual the figure before was: 98,9% đúng và trước hạn."""
        words = self.tokens[phrase.start : phrase.end]
        return words[-1].low.endswith("hạn") and all(
            w.low in ("và", "hạn") or w.low.startswith(("đúng", "trước", "quá", "sớm"))
            for w in words
        )

    def _handles(self, left: Before, base: int) -> bool:
        """Whether somebody does a share of the whole: bệnh viện điều trị 45,2% | tổng số ca."""
        tokens = self.tokens
        last = tokens[left.end - 1]
        doing = last.tags & lx.VERB and not last.tags & lx.NOUN and not left.linked
        return (
            bool(doing) and self._is_agent(left.start, left.end - 1) and tokens[base].low in _WHOLES
        )

    def _names_what(self, start: int, end: int) -> bool:
        """Whether a plan says of what it is: 100% chỉ tiêu kết nạp đoàn viên, 97% kế hoạch mở lớp."""
        words = self.tokens[start + 1 : end]
        if not {"plan", "target"} & set(self.tokens[start].entry.cues) or not words:
            return False
        if words[0].tags & lx.AMOUNTS:
            return True
        if len(words) < 2:
            return False
        done = words[0].tags & lx.VERB and not words[0].tags & lx.NOUN
        return bool(done) and words[0].low not in ("giao", "đề ra", "phê duyệt", "đăng ký")

    def _counted_share(self, draft: Draft, *, alone: bool) -> Phrase:
        """`71,4% số trường đạt chuẩn quốc gia`: a share of things of which something is said.

        A link before it leads from something else, unless the share stands `alone`.
        """
        tokens, at = self.tokens, draft.behind
        before = tokens[max(0, draft.at - 2) : draft.at]
        led = any(t.tags & lx.LINK and t.low not in _LEADS_ON for t in before)
        if (led and not alone) or at >= len(tokens) or tokens[at].low not in TOTALS:
            return Phrase(at, at)
        phrase = right_phrase(tokens, at + 1, predicate=True)
        told = lx.PREDICATE | lx.RESTRICTIVE | lx.VERB
        says = any(t.tags & told or t.low in _SAYS for t in tokens[at + 2 : phrase.end])
        return Phrase(at, phrase.end) if phrase and says else Phrase(at, at)

    def _is_of_all(self, draft: Draft, left: Before) -> bool:
        """Whether an amount is told as a share of a whole: số người dùng ước 70% dân số."""
        tokens, at = self.tokens, draft.behind
        if at >= len(tokens) or not tokens[at].tags & lx.AMOUNT:
            return False
        whole = tokens[at].low == "dân số" or tokens[at].low.startswith("tổng ")
        return bool(tokens[left.start].tags & lx.AMOUNT) or (whole and not left.verbal)

    def _is_told_alone(self, draft: Draft) -> bool:
        """Whether no figure is there that the share talks about, or the one before says its own."""
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.share:
            behind = self.tokens[draft.behind : draft.behind + 1]
            if last.rule == "share-right" and behind and behind[0].low.split()[0] == "có":
                return True
            return last.indicator.lower().split()[0] in _SAYS
        return self._antecedent(draft) is None

    def _consists_of(self, draft: Draft) -> bool:
        """`trong đó 61% là nữ`, `97% là từ người hiến máu`, `70% từ nguồn xã hội hóa`: of who or what they are."""
        tokens, at = self.tokens, draft.behind
        if at + 1 >= len(tokens) or tokens[at].low not in ("là", "từ"):
            return False
        at += tokens[at].low == "là" and tokens[at + 1].low == "từ" and at + 2 < len(tokens)
        source = tokens[at].low == "từ" and tokens[at - 1].low != "là"
        if source and not tokens[at + 1].low.startswith("nguồn"):
            return False
        phrase = right_phrase(tokens, at + 1, predicate=True)
        if not phrase and source:
            phrase = Phrase(at + 1, right_phrase(tokens, at + 2).end)
        if not phrase and "activity" in tokens[at + 1].entry.cues:
            # 97% là hiến máu tình nguyện.
            phrase = Phrase(at + 1, max(at + 2, right_phrase(tokens, at + 2).end))
        if not phrase:
            return False
        self._take(draft, phrase.start, phrase.end, "after")
        draft.behind, draft.rule = phrase.after, "share-right"
        draft.doubts *= 0.95
        return True

    def _says_of(self, draft: Draft) -> bool:
        """A share that only its predicate names: …: 92,4% có trình độ đại học trở lên."""
        tokens, at = self.tokens, draft.behind
        if at + 1 >= len(tokens):
            return False
        if tokens[at].low.split()[0] not in _SAYS and not self._says_own(draft):
            return False
        phrase = right_phrase(tokens, at + 1, predicate=True)
        if not phrase and not self._says_own(draft):
            return False
        self._take(draft, at, max(phrase.end, at + 1), "elsewhere")
        draft.behind, draft.rule = phrase.after, "share-right"
        draft.doubts *= 0.85
        return True

    def _says_own(self, draft: Draft) -> bool:
        """Whether a part of a share has a verb of its own: 96% …, trong đó 61% | sử dụng nước sạch."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.rule != "share-right" or draft.behind >= len(self.tokens):
            return False
        tags = self.tokens[draft.behind].tags
        acts = tags & (lx.RESTRICTIVE | lx.VERB | lx.PREDICATE)
        return bool(acts) and not tags & (lx.NOUN | lx.LINK | lx.CHANGE) and self._in_parts(draft)

    def _is_mark(self, draft: Draft) -> bool:
        """Whether "đạt" is a mark in a list of marks: tốt 58%; khá 33%; đạt 9%."""
        tokens, at = self.tokens, draft.at
        last = self.drafts[-1] if self.drafts else None
        alone = at > 1 and tokens[at - 1].low == "đạt" and tokens[at - 2].low in (";", ",")
        return alone and last is not None and last.share and last.noun == "label"

    def _goes_on(self, left: Before) -> bool:
        """Whether shares are listed by what happened: bị hủy 0,3%, bị sửa 0,9%."""
        last = self.drafts[-1] if self.drafts else None
        return last is not None and last.rule == "share-left" and not left.linked
