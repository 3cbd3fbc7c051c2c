"""Labels that say the counted noun themselves, or an amount of which it is the measure.

Guideline section 3 a: số hộ nghèo còn 1.023 hộ, sản lượng trứng 92 triệu quả.
"""

from __future__ import annotations

from dataclasses import replace

from figures.before import Before
from figures.naming.changed_subjects import UP_TO
from figures.naming.counters import CLASSIFIERS, PACKS, Counters
from figures.naming.phrases import Phrase
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER

WHO = frozenset({"person", "group", "place", "event"})
"""Classes of nouns that act rather than are counted in pieces."""


_SAYS_WHICH = 2
"""A total of more words says which things a fraction is of: nâng số xã về đích lên 12/15 xã."""
_RAISED = UP_TO
"""Behind these a sum is told, whatever it is counted in: nâng tổng số khách hàng lên 18.200 hộ."""


class OwnLabels(Counters):
    """Tells whether what stands before a number says its noun, and more."""

    def _names_own(self, left: Before, phrase: Phrase) -> Before | None:
        """The noun in a clause that the number repeats: trồng | cây phân tán | đạt 61.250 cây."""
        if not left or not left.joint & {"đạt", "ước đạt"} or not left.verbal:
            return None
        low = self.tokens[phrase.start].low
        for at in range(left.start + 1, left.end - 1):
            if self.tokens[at].low == low or self.tokens[at].low.startswith(low + " "):
                return replace(left, start=at, verbal=False)
        return None

    def _names_itself(self, left: Before, phrase: Phrase) -> bool:
        """`Số hộ nghèo còn 1.023 hộ`: the label before says the bare noun behind, and more."""
        if not left or left.verbal:
            return False
        if left.level and self.tokens[left.level[1]].low != ":":
            return False
        words = self.tokens[left.start : left.end]
        if len(words) > _SAYS_WHICH and words[1].low in ("các", "những"):
            words = [words[0], *words[2:]]
        low = self.tokens[phrase.start].low
        if (len(words) < 2 and words[0].low == low) or self._is_doing(left):
            return False
        led = left.linked or left.changed or bool(left.joint & {"lên", "xuống", "xuống còn"})
        total = bool(words[0].tags & lx.AMOUNT) and led
        counted = words[0].low in ("số", "tổng số", "số lượng") and len(words) > 1
        same = (
            (counted and words[1].low.startswith(low))
            or (words[0].low.startswith(low) and words[0].low != low)
            or words[0].low == low
        )
        near = not left.joint & {"có", "với", "cho", "được"}
        return near and any(low in w.low for w in words[:3]) and (total or same)

    def _measures_amount(self, left: Before, phrase: Phrase) -> bool:
        """Whether a bare word only is the measure of an amount: sản lượng trứng 92 triệu quả, đội tàu 120 chiếc."""
        if not left or left.verbal:
            return False
        if self.tokens[phrase.start - 2].low in ("của", "tại", "ở"):
            return False
        head, word = self.tokens[left.start], self.tokens[phrase.start]
        after = self.tokens[phrase.end].low if phrase.end < len(self.tokens) else ""
        rated = head.tags & lx.AMOUNTS and head.low not in ("số", "tổng số", "số lượng")
        if after == "/" and rated and not left.joint & {"với", "cho"}:
            per = self.tokens[phrase.end + 1] if phrase.end + 1 < len(self.tokens) else None
            return per is not None and (per.kind != NUMBER or per.reason == "base")
        named = bool(head.tags & lx.AMOUNT) and head.low not in ("số", "tổng số", "số lượng", "mức")
        if head.low in ("số", "tổng số", "số lượng") and left.end - left.start > 1:
            fraction = self.tokens[phrase.start - 1].denominator is not None
            if left.joint & _RAISED and (not fraction or left.end - left.start > _SAYS_WHICH):
                return True
            told = left.linked or left.changed
            named = word.low in CLASSIFIERS or (told and word.low in PACKS)
        if head.entry.noun == "collection" and word.low in CLASSIFIERS:
            return not left.joint & {"với", "cho"}
        return (
            named and (word.low in PACKS or not word.tags) and not left.joint & {"với", "cho", "có"}
        )

    def _is_visited(self, left: Before, phrase: Phrase) -> bool:
        """Whether people are the measure: vận tải hành khách đạt 1,4 triệu lượt khách."""
        if not left or left.verbal or phrase.level:
            return False
        if not (left.linked or any(word.startswith(("ước đạt", "đạt")) for word in left.joint)):
            return False
        head = self.tokens[left.start]
        visitors = head.low.startswith(("khách", "du khách"))
        if not self.tokens[phrase.start].low.startswith("lượt"):
            return False
        if head.entry.noun in WHO and not visitors:
            return False
        return not head.tags & lx.ACTOR and not self._is_doing(left) and not self._only_actor(left)
