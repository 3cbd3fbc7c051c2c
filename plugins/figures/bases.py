"""What a rate or a change is measured against: 86% kế hoạch, tăng 12 lớp so với năm 2021.

Guideline R7.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.antecedents import Antecedents
from figures.draft import Draft
from figures.sentence import SHARES
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD


class Bases(Antecedents):
    """Reads the base of a rate."""

    def _base(self, draft: Draft) -> int:
        """Reads what the rate is measured against; returns the position behind it."""
        tokens, at = self.tokens, draft.behind
        if draft.unit not in SHARES and draft.kind != "change":
            return at
        if not self._begins_base(at):
            return self._distant_base(draft)
        end = at + 1
        while end < len(tokens) and self._in_base(end):
            end += 1
        draft.base = self._base_text(at, end)
        return end

    def _begins_base(self, at: int) -> bool:
        if at >= len(self.tokens):
            return False
        return "base" in self.tokens[at].entry.cues

    def _in_base(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == PERIOD_TOKEN:
            return True
        if token.kind != WORD:
            return False
        if token.low == "với":
            return self.tokens[at - 1].low in ("so", "so sánh", "cùng")
        return token.low in (
            "của",
            "cùng",
            "kỳ",
            "trước",
            "cùng kỳ",
            "năm",
            "giao",
            "đề ra",
            "được",
            "tỉnh",
        ) or not token.tags & (lx.PREDICATE | lx.LINK | lx.CHANGE | lx.STOP | lx.HEDGE)

    def _base_text(self, start: int, end: int) -> str:
        while start < end and self.tokens[start].low in ("so với", "so", "với"):
            start += 1
        return self._source(start, end)

    def _distant_base(self, draft: Draft) -> int:
        """`so với …` further behind: tăng 12 lớp so với năm 2021."""
        if draft.kind == "change":
            for at in range(draft.behind, min(draft.behind + 8, len(self.tokens))):
                token = self.tokens[at]
                if token.kind == NUMBER or (token.kind == SIGN and token.low in ";.)"):
                    break
                if token.low in ("so với", "so"):
                    end = at + 1
                    while end < len(self.tokens) and self._in_base(end):
                        end += 1
                    draft.base = self._base_text(at, end)
                    break
        return draft.behind
