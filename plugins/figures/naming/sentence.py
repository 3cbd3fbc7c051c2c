"""What every route to an indicator needs: the sentence, its drafts, and ways to name one.

Guideline section 3.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from dataclasses import replace

from figures.before import Before
from figures.draft import Draft
from figures.naming.left_phrases import SHARE_OF
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import PERIOD_TOKEN, SIGN, Token

_WORKS = frozenset({"ngành", "khối", "hệ thống", "trạm", "mỏ", "nhà máy", "xưởng", "nông trường", "lâm trường", "đồn", "hạt", "đài", "cảng", "kho", "vườn quốc gia"})  # fmt: skip
"""What acts though it may be counted."""
SHARES = frozenset({"%", "‰", "điểm %"})
MONEY = frozenset({"đồng", "USD", "euro"})
_PARTS = mark(lx.cue_words("part"))


_BODIES = frozenset({"trường", "đơn vị", "huyện", "tỉnh", "xã", "hội", "đoàn", "thị xã", "thành phố", "phường", "khoa", "công ty", "ngành", "địa phương", "bệnh viện", "trung tâm", "hợp tác xã", "htx", "tổ hợp tác", "thư viện", "cơ quan"})  # fmt: skip
"""Bodies that act without being named."""


_LIGHT = frozenset({"tổ chức", "tiến hành", "triển khai", "tham mưu", "phối hợp", "chỉ đạo"})
"""Verbs that say nothing of what is measured."""


def befalls(tokens: list[Token], at: int) -> bool:
    """Whether what befell somebody is told there: vi phạm vùng khai thác | bị xử phạt."""
    return tokens[at].low in ("bị xử phạt", "bị phạt", "bị truy thu", "bị phạt tiền")


_BULLETS = frozenset("-–•+*")
_MARKED = 8
"""As many letters as the number of an item has at most: 1.10.2."""
_OPENS_ITEM = frozenset({"(", ",", ";", "và", "gồm", "trong đó"})
TRIES = frozenset({"thụ lý", "giải quyết", "xét xử", "đưa ra xét xử", "khởi tố", "truy tố"})
"""What is done with cases, whose name ends before it: án hình sự | thụ lý 702 vụ."""


_WHEREIN = frozenset({"trong", "về"})
"""Before a verb they tell wherein: tặng quà học sinh vượt khó trong | học tập."""


_SPENDS = frozenset({"trích", "chi", "hỗ trợ", "dành", "tặng", "trao", "trao tặng", "cho vay"})
"""What a fund does with its money; what it takes in is the fund's."""


_EARNED = ("lãi", "lỗ")
"""With these a company tells what it earned, no word between: SHB | lãi sau thuế 646 tỷ đồng."""
_TRADES = frozenset({"xuất khẩu", "nhập khẩu"})
"""What is done with goods, and tells which: hàng container | nhập khẩu."""
_HAVING = frozenset({"đã", "cũng đã"})
"""Between who paid and the verb: Các cấp công đoàn | đã | chi trợ cấp 1,2 tỷ đồng."""
_JOINS = frozenset({"và", ",", "-", "–"})


_ACTS = lx.VERB | lx.PREDICATE
_DONE_TO = frozenset({"huy động", "tiêm", "tiêm chủng", "phổ cập", "khám", "quản lý", "điều trị", "tuyển", "tuyển sinh"})  # fmt: skip
"""What bodies do to people."""
_DANGLING = frozenset(
    {
        "trong",
        "của",
        "tại",
        "ở",
        "vào",
        "đến cuối",
        "đến hết",
        "so với",
        "do",
        "để",
        "vì",
        "bởi",
        "qua",
    }
)
"""Prepositions that end no name."""


class Sentence(ABC):
    """One sentence; `before` are the drafts of earlier ones, for what is inherited.

    `item` says that it is of a list's item, whose mark may be gone.
    """

    def __init__(self, line: Line, before: list[Draft], *, item: bool = False) -> None:
        self.line = line
        self.item = item
        self.tokens = line.tokens
        self.words = line.words
        self.before = before
        self.drafts: list[Draft] = []

    @abstractmethod
    def _left(self, draft: Draft, floor: int) -> Before:
        """What stands before the number in its clause, not reaching below `floor`."""

    def _item_begin(self) -> int | None:
        """Where the item of a list begins behind its mark, None for what is none."""
        first = self.tokens[0].low
        if first in _BULLETS:
            return 1
        marked = len(self.tokens) > 2 and self.tokens[1].low in (".", ")")
        if marked and len(first) <= _MARKED:
            return 2
        return 0 if self.item else None

    def _source(self, start: int, end: int) -> str:
        return self.line.source(start, end) if start < end else ""

    def _take(self, draft: Draft, start: int, end: int, position: str) -> None:
        draft.position = position
        while end - start > 1 and position != "after" and self._dangles(end - 1):
            end -= 1
        words = self.tokens[start:end]
        draft.indicator = self._source(start, end)
        periods = self.line.periods
        if bisect_left(periods, start) < bisect_left(periods, end):
            named = [at for at in range(start, end) if self.tokens[at].kind != PERIOD_TOKEN]
            words = [self.tokens[at] for at in named]
            draft.indicator = " ".join([self._source(at, at + 1) for at in named])
        if words:
            head = words[0]
            if head.low in SHARE_OF:
                draft.indicator = draft.indicator[4:]
            if len(words) > 1 and head.low in ("số", "tổng số", "tổng", "số lượng"):
                head = words[1]
            draft.head, draft.noun = head.low, head.entry.noun

    def _dangles(self, at: int) -> bool:
        token = self.tokens[at]
        return token.kind == PERIOD_TOKEN or token.low in _DANGLING

    def _take_left(self, draft: Draft, left: Before, *, whole: bool = False) -> None:
        start, end = left.start, self._without_owner(left)
        tokens = self.tokens
        if not tokens[start].tags and self.line.begins_large(start):
            named = (i for i in range(start + 1, end) if tokens[i].low.startswith(_EARNED))
            start = next(named, start)
        end -= self._is_patient(draft, left, end)
        if draft.unit in MONEY and not left.linked:
            start = next((i for i in range(start, end) if befalls(tokens, i)), start)
        fund = tokens[start].low == "quỹ" or tokens[start].low.startswith("quỹ ")
        acting = fund and draft.unit in MONEY and tokens[end - 1].low in _SPENDS
        # - Nhân dân đóng góp: 36,6 tỷ đồng: an item's label is all that stands before its colon.
        labels = draft.headed and tokens[end].low == ":" and start == self._item_begin()
        whole = whole or (labels and not fund)
        if acting or not (left.verbal or whole or tokens[start].tags & lx.AMOUNTS):
            for at in range(start + 1, end):
                if tokens[at].low == "xảy ra":
                    end = at
                    break
                if tokens[start].low.startswith("án") and tokens[at].low in TRIES:
                    end = at
                    break
                if tokens[start].low == "án" and not draft.measure:
                    continue
                if self._is_in_name(at) or self._tells_goods(start, at):
                    continue
                if tokens[at].tags & lx.VERB and not tokens[at].tags & (lx.NOUN | lx.AMOUNT):
                    if tokens[start].low == "nhóm" and draft.unit in SHARES:
                        break
                    branch = tokens[start].low in ("ngành", "lĩnh vực")
                    if branch and (left.changed or at == start + 1 == end - 1):
                        break
                    kept = (
                        tokens[at - 1].low in ("được", "đi")
                        or tokens[start].entry.noun == "document"
                    )
                    timely = tokens[start].entry.noun == "document" and any(
                        token.low.endswith("hạn") for token in tokens[at:end]
                    )
                    kept = kept or any(token.low == "," for token in tokens[start:at])
                    if draft.unit in SHARES and ((kept and left.linked) or timely):
                        break
                    if tokens[at - 1].low == "bị" and draft.unit not in SHARES:
                        break
                    paid = draft.unit in MONEY and not left.linked
                    paid = paid and not any("đạt" in joint for joint in left.joint)
                    if draft.unit in SHARES and self._is_done_to(start, at):
                        break
                    agent = self._is_agent(start, at) or self._is_acronym(start)
                    agent = agent or (paid and tokens[at - 1].low in _HAVING)
                    plain = tokens[start].entry.noun == "plain"
                    if plain and at == start + 1 == end - 1:
                        break
                    known = plain or tokens[start].tags
                    if acting or agent or (paid and not known):
                        start = self._last_verbs(at, end)
                    elif not left.linked and draft.unit not in SHARES:
                        end = at
                    break
        self._take(draft, start, end, "elsewhere")
        draft.level = draft.level or self._level(left.level)
        draft.rule = "measure-left"
        draft.doubts *= 0.97 if left.linked or left.changed else 0.95

    def _is_done_to(self, start: int, verb: int) -> bool:
        """Whether a rate tells to how many something was done: trẻ mẫu giáo | huy động được 91%."""
        people = self.tokens[start].entry.noun == "person"
        return people and self.tokens[verb].low.removesuffix(" được") in _DONE_TO

    def _is_patient(self, draft: Draft, left: Before, end: int) -> bool:
        """Whether a verb ends the clause about what it is done to: cây ngô | trồng được 57 ha."""
        tokens = self.tokens
        last, head = tokens[end - 1], tokens[left.start]
        doing = last.tags & lx.VERB and not last.tags & (lx.NOUN | lx.AMOUNT)
        if not doing or end - left.start < 2 or "được" not in left.joint or left.verbal:
            return False
        thing = head.entry.noun in ("thing", "document") or not head.tags
        thing = thing and not self._is_acronym(left.start)
        return draft.measure and thing and tokens[end - 2].low not in ("và", ",", "đã")

    def _is_in_name(self, at: int) -> bool:
        """Whether a verb begins a name: Quỹ | Hỗ trợ | nông dân, Ngân hàng | Phát triển."""
        named = self.tokens[at - 1].low in ("quỹ", "ngân hàng", "trung tâm", "ban", "bộ", "viện")
        return named and self.line.begins_large(at) and not self.line.text.isupper()

    def _is_acronym(self, at: int) -> bool:
        """Whether somebody stands there by letters: PVN | khai thác được 16 triệu tấn."""
        token = self.tokens[at]
        return not token.tags and len(token.low) > 1 and self._source(at, at + 1).isupper()

    def _tells_goods(self, start: int, at: int) -> bool:
        """Whether a verb says which goods or which industry: thủy sản | chế biến."""
        if self.tokens[at].low == "xây dựng" and self.tokens[at - 1].low in _JOINS:
            return self.tokens[at - 2].low.endswith("công nghiệp")
        if self.tokens[at].low in _TRADES and at <= start + 2:
            if start and all(self.line.begins_large(i) for i in range(start, at)):
                return False
            return self.tokens[start].entry.noun in ("", "thing")
        if self.tokens[at].low not in ("chế biến", "chế tạo"):
            return False
        industry = self.tokens[at - 1].low in ("công nghiệp", ",")
        return industry or not (self._is_agent(start, at) or self.tokens[start].tags & lx.VERB)

    def _without_owner(self, left: Before) -> int:
        """The end of a subject before whose it is: Sản lượng điện | của Nhà máy Suối Ngần."""
        tokens = self.tokens
        for at in range(left.start + 1, left.end - 1):
            named = self.line.begins_large(at + 1) and not self.line.begins_large(at)
            owned = tokens[at].low == "của" or tokens[at].entry.noun == "place"
            listed = tokens[at].low == "sang" and tokens[at - 2].low == ","
            owned = owned or (listed and at - left.start > 2)
            if owned and named and not tokens[left.start].tags & lx.ACTOR:
                acts = lx.VERB | lx.AMOUNTS
                return left.end if any(t.tags & acts for t in tokens[at + 1 : left.end]) else at
        return left.end

    def _last_verbs(self, start: int, end: int) -> int:
        """Where the last verbs in a row begin: Các tổ | huy động tiết kiệm."""
        tokens = self.tokens
        verbs = [i for i in range(start, end) if tokens[i].tags & lx.VERB]
        verbs = [i for i in verbs if i == start or tokens[i - 1].low not in _WHEREIN] or verbs
        # An activity may be named by a noun.
        at = max([i for i in verbs if not self._is_in_name(i)] or verbs or [end - 1])
        while at > start and tokens[at - 1].tags & lx.VERB and tokens[at - 1].low not in _LIGHT:
            if self.line.begins_large(at - 1):
                break
            at -= 1
        return at

    def _is_agent(self, start: int, verb: int) -> bool:
        first = self.tokens[start]
        if self.tokens[verb - 1].low == "đã" and "bodies" in first.entry.cues:
            return True
        return (
            bool(first.tags & lx.ACTOR)
            or first.low in _WORKS
            or (
                first.entry.noun in ("person", "group", "place", "event", "document")
                and bool(first.tags & lx.NOUN)
            )
        )

    def _behind_copula(self, left: Before) -> Before:
        """What a bracket is of, behind "là": đóng góp lớn nhất là khu vực FDI (742 tỷ đồng)."""
        for at in range(left.end - 2, left.start - 1, -1):
            if self.tokens[at].low == "là" or self.tokens[at].low.endswith(" là"):
                return replace(left, start=at + 1, verbal=False)
        return left

    def _level(self, span: tuple[int, int] | None) -> str | None:
        return self._source(*span) if span else None

    def _level_in_bracket(self, at: int) -> tuple[int, int] | None:
        """The level that opens an item of a bracket: (cấp tỉnh | 4 sáng kiến, cấp xã: 26 sáng kiến)."""
        tokens = self.tokens
        at -= tokens[at - 1].low == ":"
        told = at > 1 and tokens[at - 1].tags & lx.LEVEL and tokens[at - 2].low in _OPENS_ITEM
        return (at - 1, at) if told else None

    def _verb(self, at: int, floor: int) -> str:
        tokens = self.tokens
        for place in range(at - 1, floor - 1, -1):
            token = tokens[place]
            if token.tags & _ACTS and not token.tags & lx.NOUN:
                return token.low
            if token.kind == SIGN:
                break
        return ""

    def _only_actor(self, left: Before) -> bool:
        words = self.tokens[left.start : left.end]
        if left.level is not None or not words:
            return False
        first = words[0]
        if not first.tags & lx.ACTOR and first.low not in _BODIES:
            return False
        if first.low in ("lực lượng", "đội ngũ") and len(words) > 1 and words[1].tags & lx.NOUN:
            return False
        things = ("thing", "document", "case", "event")
        sorts = len(words) > 1 and (words[1].entry.noun in things or words[1].low == "loại")
        if first.low in ("các", "những") and sorts:
            return False
        if first.tags & lx.ACTOR and any(w.low == "là" for w in words):
            # Học viện là một hệ thống bao gồm 38 đơn vị.
            return True
        if first.low == "ngành" and self._source(left.start + 1, left.end)[:1].islower():
            return False
        acts = lx.VERB | lx.PREDICATE | lx.RESTRICTIVE
        if any(w.tags & acts and not w.tags & lx.NOUN for w in words[1:]):
            return False
        if first.tags & lx.ACTOR and len(words) <= 5:
            return not any(w.tags & lx.AMOUNTS for w in words)
        return first.low in _BODIES and (
            len(words) == 1 or self.line.begins_large(left.start) or words[1].low in ("ta",)
        )

    def _is_pronoun(self, left: Before) -> bool:
        if not 0 < left.end - left.start <= 2:
            return False
        words = self.tokens[left.start : left.end]
        return all("pronoun" in word.entry.cues or "pointing" in word.entry.cues for word in words)

    def _in_parts(self, draft: Draft) -> bool:
        return self._in_parts_at(draft.at)

    def _in_parts_at(self, at: int) -> bool:
        """Whether a cue of parts stands before in the sentence, after some figure."""
        if not self.drafts or not self.line.marks & _PARTS:
            return False
        first = self.drafts[0].at
        return any("part" in token.entry.cues for token in self.tokens[first:at])

    def _opens_with_part(self) -> bool:
        """Whether the sentence tells a part of what was told before: Riêng khách quốc tế có …."""
        opens = "part" in self.tokens[0].entry.cues
        return opens and bool(self.before) and not self.drafts

    def _goes_on_with_parts(self) -> bool:
        """Whether the sentence only lists parts of what was told before: Gồm: xoan 370 cây, keo 120 cây."""
        return "part" in self.tokens[0].entry.cues and bool(self.before)
