"""What a rate or a change is measured against: 86% kế hoạch, tăng 12 lớp so với năm 2021.

Guideline R7.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.naming.antecedents import Antecedents
from figures.naming.sentence import SHARES
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, WORD


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
        """`so với …` further behind: tăng 12 lớp so với năm 2021, giảm 6 vụ (11,3%) so với cùng kỳ."""
        tokens, at = self.tokens, draft.behind
        if draft.kind != "change":
            return at
        end = min(at + _FAR, len(tokens))
        while at < end and not (tokens[at].kind == NUMBER or tokens[at].low in _ENDS):
            if tokens[at].low in ("so với", "so"):
                behind = at + 1
                while behind < len(tokens) and self._in_base(behind):
                    behind += 1
                draft.base = self._base_text(at, behind)
                break
            at = self._behind_aside(at, end) if tokens[at].low == "(" else at + 1
        return draft.behind

    def _behind_aside(self, at: int, end: int) -> int:
        """The position behind the bracket that opens at `at`, if it closes before `end`."""
        closes = (i + 1 for i in range(at, end) if self.tokens[i].low == ")")
        return next(closes, end)


_FAR = 8
"""Within how many words behind a change it is told with what it is compared."""
_ENDS = frozenset(";.)")
