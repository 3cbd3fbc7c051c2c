"""Whether a number tells a change, a level that was reached, or a plan.

Guideline section 4.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.naming.clause_edges import bracket_start, is_change
from figures.naming.hedges import Hedges
from figures.naming.left_phrases import EFFECTS
from figures.naming.recalled_levels import compared_before
from figures.naming.sentence import MONEY, SHARES
from figures.naming.units import times_as
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_REACHES = frozenset(
    {"đạt", "ước đạt", "số tiền", "tổng số tiền", "kinh phí", "trị giá", "tổng trị giá"}
)
"""Behind a verb of change these lead to an amount of its own: vốn cấp mới và tăng thêm đạt 3 tỷ."""

_LEVELS = frozenset({"lên", "xuống", "còn", "xuống còn", "lên tới", "lên đến"})
_LEVEL_NAMES = frozenset({"mức", "tỷ lệ", "tỉ lệ", "con số"})
_AGAINST = frozenset({"so với", "so"})
"""Together they name what is compared with: giảm so với mức | 2,9% của năm 2020."""

_CONTRASTS = frozenset({"nhưng", "song"})
"""Behind these something else is told: lượng khách tăng song | doanh thu chỉ đạt 5 tỷ đồng."""
_COUNTED = frozenset({"", "back_reference"})
"""What is said of numbers that are counted, were it for the second time."""
_LEADS_ON = frozenset({"cho", "với", "ở", "tại"})
"""Behind a verb of change these lead to whom or where it is counted: tăng ở | 61 địa phương."""
_NEAR = 40
"""So many tokens a bracket may be long to tell of each by how much it changed."""
_SIGNED = frozenset("+-–−")
_ARROWS = {"↑": "up", "↓": "down", "▲": "up", "▼": "down"}
_CHANGES = mark(_SIGNED, _ARROWS, lx.words_with(lx.CHANGE))


class Changes(Hedges):
    """Reads whether a number tells a change, and of a plan."""

    def __init__(self, line: Line, before: list[Draft], *, item: bool = False) -> None:
        super().__init__(line, before, item=item)
        self._may_change = bool(line.marks & _CHANGES)
        """Whether any word or sign of a change is there."""

    def _change(self, draft: Draft, floor: int) -> None:
        tokens, at = self.tokens, draft.at
        if draft.token.denominator is not None:
            return
        previous = self.drafts[-1] if self.drafts else None
        if self._beats_plan(draft):
            draft.kind, draft.direction = "change", "up"
            return
        if draft.unit == "lần" and (led := times_as(tokens, at)) in ("bằng", "cao"):
            draft.kind = "ratio" if led == "bằng" else "change"
            draft.direction = None if led == "bằng" else "up"
            return
        if not self._may_change and (previous is None or previous.kind != "change"):
            draft.target = self._tells_plan(draft)
            return
        position = at - 1
        steps = 0
        while position >= floor and steps < 12:
            token = tokens[position]
            if token.low == ")" and (opened := bracket_start(tokens, position + 1, floor)):
                position = min(opened, position) - 1
                continue
            if token.kind == SIGN:
                if token.low in _ARROWS:
                    draft.kind, draft.direction = "change", _ARROWS[token.low]
                    return
                if token.low in ",;:.(":
                    break
                if token.low in _SIGNED and self._signed(position):
                    draft.kind, draft.direction = "change", "up" if token.low == "+" else "down"
                    return
            elif (
                token.tags & lx.NEW_LEVEL
                or token.low in _LEVELS
                or (draft.unit in MONEY and (token.low in _REACHES or token.low.startswith("đạt ")))
                or (
                    token.low in ("từ", "từ mức") and position == at - 1 and self._reaches_level(at)
                )
            ):
                return
            elif token.tags & lx.CHANGE and not token.tags & lx.NOUN:
                if token.low == "tăng thêm" and tokens[position - 1].low == "và":
                    # vốn đăng ký mới và tăng thêm 186 triệu USD
                    return
                if tokens[at - 1].low == "là" and (
                    (token.low in ("thấp hơn", "cao hơn") and draft.unit != "điểm %")
                    or tokens[position + 1].low == "mức"
                ):
                    return
                if token.low.startswith("có sự ") and tokens[at - 1].tags & lx.LINK:
                    return
                if at > 1 and tokens[at - 1].low in _LEVEL_NAMES and tokens[at - 2].low in _AGAINST:
                    return
                if token.low == "vượt" and self._passes(draft, position):
                    draft.qualifier = "over"
                    return
                between = {t.low for t in tokens[position + 1 : at]}
                if draft.measure and draft.unit not in SHARES and "với" in between:
                    return
                if not draft.measure and not between.isdisjoint(_LEADS_ON):
                    return
                draft.kind = "change"
                draft.direction = "up" if token.tags & lx.UP else "down"
                return
            elif (
                (token.kind == NUMBER and token.reason in _COUNTED)
                or (token.low in _CONTRASTS and tokens[position + 1].tags & lx.AMOUNTS)
                or token.low in EFFECTS
            ):
                break
            position -= 1
            steps += 1
        if draft.headed and at > 1 and tokens[at - 1].low == ":" and is_change(tokens, at - 2):
            draft.kind = "change"
            draft.direction = "up" if tokens[at - 2].tags & lx.UP else "down"
            return
        if draft.depth and (verb := self._changed_before_bracket(draft)) is not None:
            draft.kind, draft.direction = "change", "up" if verb.tags & lx.UP else "down"
            return
        if previous is None or previous.kind != "change":
            draft.target = self._tells_plan(draft)
            return
        if self._says_again(draft, previous):
            draft.kind, draft.direction = "change", previous.direction
            return
        if self._tells_plan(draft):
            draft.target = True
            return
        if draft.depth > previous.depth and (
            at - previous.behind - sum(t.tags & lx.HEDGE != 0 for t in tokens[previous.behind : at])
            == 1
            or (draft.unit == "%" != previous.unit and compared_before(tokens, at) is not None)
        ):
            draft.target = bool(previous.base) and not draft.measure and self._plans_base(previous)
            if not draft.target:
                draft.kind, draft.direction = "change", previous.direction
            return
        if self._lists_rates(draft, previous):
            draft.kind, draft.direction = "change", previous.direction
            return
        again = draft.unit == "%" != previous.unit and draft.behind < len(tokens)
        again = again and tokens[draft.behind].low in _AGAINST
        if (
            (again or not previous.measure)
            and previous.depth == draft.depth
            and tokens[at - 1].low != ";"
            and at - previous.behind <= 1 + (tokens[at - 1].low in (",", "và"))
        ):
            draft.kind, draft.direction = "change", previous.direction

    def _changed_before_bracket(self, draft: Draft) -> Token | None:
        """The change by which a bracket tells each rate: đàn vật nuôi đều | tăng (trâu 0,3%, bò 0,9%)."""
        tokens, at = self.tokens, draft.at
        near = range(at - 1, max(0, at - _NEAR), -1)
        opened = next((i for i in near if tokens[i].low in ("(", ")")), 0)
        verb = tokens[opened - 1]
        if draft.unit != "%" or tokens[opened].low != "(" or not is_change(tokens, opened - 1):
            return None
        said = tokens[opened + 1 : at]
        told = (t.kind == PERIOD_TOKEN or t.tags & (lx.LINK | lx.CHANGE | lx.STOP) for t in said)
        return verb if said and said[-1].kind == WORD and not any(told) else None

    def _beats_plan(self, draft: Draft) -> bool:
        """Whether a hedge holds the verb of a rate beyond its plan: vượt trên | 17% kế hoạch."""
        tokens, behind = self.tokens, draft.behind
        led = draft.unit == "%" and draft.at > 0 and tokens[draft.at - 1].low.startswith("vượt ")
        return led and behind < len(tokens) and "plan" in tokens[behind].entry.cues

    def _passes(self, draft: Draft, verb: int) -> bool:
        """Whether a level was passed, not a plan: số tiền xử phạt vượt 32 tỷ đồng."""
        tokens = self.tokens
        if draft.unit == "%" or verb < 1 or verb != draft.at - 1 or draft.qualifier != "exact":
            return False
        behind = tokens[draft.at + 1 : draft.at + 7]
        planned = any({"plan", "base"} & set(token.entry.cues) for token in behind)
        told = any(earlier.unit == draft.unit for earlier in self.drafts)
        return tokens[verb - 1].kind == WORD and not planned and not told

    def _reaches_level(self, at: int) -> bool:
        return any(
            token.low in _LEVELS or token.low == "đến" for token in self.tokens[at + 1 : at + 10]
        )

    def _says_again(self, draft: Draft, previous: Draft) -> bool:
        """Whether a rate repeats the change before it: giảm 514 hộ, tương ứng 1,1%."""
        if (draft.unit == "%") == (previous.unit == "%") or not draft.measure:
            return False
        between = self.tokens[previous.behind : draft.at]
        same = any(t.low.startswith(("tương ứng", "tương đương", "tức")) for t in between)
        named = any(t.tags & lx.AMOUNTS for t in between)
        return same and len(between) <= 4 and not named

    def _lists_rates(self, draft: Draft, previous: Draft) -> bool:
        """Whether what changed is told one after the other: giảm 12% số vụ, 8% số người chết.

        So is by what it is: tăng 8% về lượng và 12% về giá trị.
        """
        between = self.tokens[previous.behind : draft.at]
        listed = len(between) == 1 and between[0].low in (",", "và")
        if not listed or not previous.unit == draft.unit == "%":
            return False
        behind = self.tokens[draft.behind].low if draft.behind < len(self.tokens) else ""
        about = behind in ("về", "số", "tổng số") and previous.rule == "rate-about"
        return about or (behind != "về" and previous.rule == "share-right")

    def _tells_plan(self, draft: Draft) -> bool:
        """Whether a bracket tells the plan that was just named: vượt mục tiêu (1,2%)."""
        tokens, at = self.tokens, draft.at - 1
        if at < 1 or tokens[at].low != "(":
            return False
        for token in reversed(tokens[max(0, at - 14) : at]):
            if token.kind in (NUMBER, SIGN) or token.tags & lx.MEASURE:
                return False
            if "plan" in token.entry.cues or token.low in ("mục tiêu", "yêu cầu"):
                return True
        return False

    def _plans_base(self, rate: Draft) -> bool:
        """Whether the rate is of a plan, which a bracket then tells: vượt 13% chỉ tiêu (3.000)."""
        return (rate.base or "").lower().startswith(("kế hoạch", "chỉ tiêu", "dự toán"))
