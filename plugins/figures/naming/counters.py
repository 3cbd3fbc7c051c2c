"""The nouns that numbers count in: người, lượt, vụ, bao; what they are an average of, and who acts.

Guideline section 3 a.
"""

from __future__ import annotations

from figures.before import Before
from figures.draft import Draft
from figures.naming.antecedents import Antecedents
from figures.naming.phrases import Phrase
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, Token

CLASSIFIERS = frozenset(
    {"con", "lượt", "căn", "ca", "vụ", "bản", "tờ", "cuộc", "buổi", "suất", "chiếc", "cuốn"}
)
"""Of a phrase that begins with one, it alone is the unit: lượt khách."""

PACKS = CLASSIFIERS | {"bao", "cặp", "hộp", "thùng", "viên", "bộ", "đôi", "mũi", "liều", "khẩu", "quả", "tấm", "đơn vị", "đợt", "cái", "phần", "gói", "túi", "chai", "lít", "cây", "trường hợp", "giờ"}  # fmt: skip
"""What says in what something is counted, not what it is."""


def counting_noun(head: str) -> str:
    """What is counted in, for the head of a phrase: its classifier (lượt of lượt khách), else all of it."""
    first = head.partition(" ")[0]
    return first if first in CLASSIFIERS else head


STAYS = frozenset({"nội trú", "ngoại trú", "bỏ học", "nghỉ học", "nghỉ hưu", "thất nghiệp"})
"""How people live: a label that ends in one says who they are, not what was done."""

_CARRIES = frozenset({"vận chuyển", "luân chuyển", "chuyên chở", "trung chuyển"})
_TAKES_IN = frozenset({"nhận", "tiếp nhận", "thụ lý", "đăng ký", "tiếp"})


class Counters(Antecedents):
    """Knows counting nouns."""

    def _is_counter(self, phrase: Phrase) -> bool:
        first = self.tokens[phrase.start]
        return bool(first.tags & lx.COUNTER) or first.low in ("lượt", "lần", "ca")

    def _counting_noun(self, phrase: Phrase) -> str:
        """What a phrase counts in."""
        return counting_noun(self.tokens[phrase.start].low)

    def _per(self, draft: Draft) -> None:
        """Reads what a count is an average of: 16.500 người/năm, 9 bác sĩ/vạn dân."""
        tokens, at = self.tokens, draft.behind
        if at >= len(tokens) or tokens[at].low != "/":
            return
        if at + 1 < len(tokens) and tokens[at + 1].kind != NUMBER:
            scaled = bool(tokens[at + 1].tags & lx.MULTIPLIER) and at + 2 < len(tokens)
            draft.behind = at + 2 + scaled
            base = " ".join(token.low for token in tokens[at + 1 : draft.behind])
            draft.unit = f"{draft.unit}/{base}"
        elif at + 2 < len(tokens) and tokens[at + 1].reason == "base":
            draft.unit = f"{draft.unit}/{tokens[at + 1].low} {tokens[at + 2].low}"
            draft.behind = at + 3

    def _names_people(self, left: Before, counter: Token) -> bool:
        """Whether the predicate before people is what they are counted for: dạy nghề 4.180 người."""
        words = self.tokens[left.start : left.end]
        active = any("activity" in word.entry.cues for word in words)
        if active and counter.low in ("ca", "trường hợp"):
            return True
        if counter.entry.noun == "person" and active:
            return True
        if counter.low not in ("người", "em", "cháu"):
            return False
        acts = bool(words[0].tags & lx.VERB) or words[0].low == "tham gia"
        return len(words) > 1 and acts and not words[-1].tags & lx.VERB

    def _is_traffic(self, left: Before, counter: Token) -> bool:
        """Whether a branch of transport is measured: vận chuyển hành khách | 4,2 triệu lượt."""
        words = self.tokens[left.start : left.end]
        carried = len(words) > 1 and bool(words[1].tags & lx.NOUN or not words[1].tags)
        return counter.low == "lượt" and words[0].low in _CARRIES and carried

    def _is_of_people(self, draft: Draft, left: Before, phrase: Phrase) -> bool:
        """Whether "có" only says how many a label of people names: Đảng viên hoàn thành tốt nhiệm vụ có | 29 đồng chí."""
        tokens, head = self.tokens, self.tokens[left.start]
        closed = phrase.end >= len(tokens) or tokens[phrase.end].kind == SIGN
        people = head.entry.noun == "person" == tokens[phrase.start].entry.noun
        return closed and people and bool(head.tags & lx.NOUN) and not left.verbal

    def _is_doing(self, left: Before) -> bool:
        """Whether what stands before is who acts, with or without the verb."""
        first, last = self.tokens[left.start], self.tokens[left.end - 1]
        if first.tags & lx.ACTOR and left.end - left.start > 1 and last.tags & lx.VERB:
            return True
        if self._only_actor(left) and not self._in_parts_at(left.start):
            return True
        acts = bool(last.tags & lx.VERB) or last.low in _TAKES_IN
        if not acts or last.tags & lx.NOUN or first.entry.noun in ("case", "document"):
            return False
        if first.entry.noun == "person" and last.low in STAYS:
            return False
        return not first.tags & lx.AMOUNTS and not self._in_parts_at(left.start)
