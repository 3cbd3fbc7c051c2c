"""Stretches of a document, and what they told; nobody looks at one before it matters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from figures.draft import Draft
from figures.periods.memory import PASSING, Memory
from figures.periods.period_places import places
from figures.periods.period_tokens import sentence_line
from figures.refusing.instructions import NO_MOOD, Mood, tells_rules
from figures.relations import kinds
from figures.text.line import Line
from figures.text.period_forms import mention
from figures.text.telling import NUMBERED, READ, tells, undated_periods
from vntext.sentences import sentences


@dataclass(slots=True)
class Stretch:
    """Part of a block's text: a piece of it, or one sentence."""

    text: str
    low: str
    """`text` in lower case, every offset kept."""
    start: int
    end: int
    said: int
    """What `tells` says of it."""
    whole: bool = True
    """Whether it has yet to be cut into sentences."""
    begins: int = 0
    """Where `text` begins in the text of the block."""

    def sentences(self) -> list[Stretch]:
        """Its sentences that are worth reading."""
        if not self.whole:
            return [self]
        return self._worth_reading(sentences(self.text[self.start : self.end]))

    def _worth_reading(self, cut: list[tuple[int, int]]) -> list[Stretch]:
        """Those of its sentences that are, by their spans in it."""
        text, low, at = self.text, self.low, self.start
        if cut == [(0, self.end - at)]:
            return [self] if self.said & READ else []
        told = [(at + start, at + end, tells(low, at + start, at + end)) for start, end in cut]
        return [
            Stretch(text, low, start, end, said, whole=False, begins=self.begins)
            for start, end, said in told
            if said & READ
        ]

    @property
    def numbered(self) -> bool:
        """Whether a number may stand there."""
        return bool(self.said & NUMBERED)

    def tell_periods(self, memory: Memory) -> None:
        """Remembers the periods that it names, if it has no number."""
        for sentence in self._naming_periods():
            for place in places(sentence.line(), memory):
                if not place.compared and not place.of_name:
                    memory.remember(place.stated, ahead=place.ahead)

    def _naming_periods(self) -> list[Stretch]:
        """Its sentences that may name a period which is remembered, if it has no number.

        Where no sentence ends at a line break or for its length, one look at
        the whole tells which.
        """
        low, begin = self.low, self.start
        text = self.text[begin : self.end].rstrip()
        if not self.whole or "\n" in text or len(text) > 1000:
            return [told for told in self.sentences() if told._names_period()]
        named = list(undated_periods(low, begin, begin + len(text)))
        if not _tells_period(named, low, begin, begin + len(text)):
            return []
        telling = []
        for start, end in sentences(text):
            own = [period for period in named if start <= period.start() - begin < end]
            if _tells_period(own, low, begin + start, begin + end):
                telling.append((start, end))
        return self._worth_reading(telling)

    def _names_period(self) -> bool:
        """Whether it may name one, if it is one sentence."""
        named = list(undated_periods(self.low, self.start, self.end))
        return _tells_period(named, self.low, self.start, self.end)

    def line(self) -> Line:
        """Its tokens, if it is one sentence."""
        line = sentence_line(self.text, self.low, self.start, self.end)
        line.begins = self.begins
        return line


def _tells_period(named: list[re.Match[str]], low: str, start: int, end: int) -> bool:
    """Whether what may be named there is a period that is remembered.

    Next to "tháng" a numeral or a capital letter may make one that only its tokens tell.
    """
    if not named or low.find("tháng", start, end) >= 0:
        return bool(named)
    said = (mention(period[0]) for period in named)
    return any(period is not None and period.relative not in PASSING for period in said)


@dataclass(slots=True)
class Told:
    """What one piece of text told, for the list that it may introduce."""

    heading: str | None = None
    lead: Told | None = None
    """What introduced this piece."""
    drafts: list[Draft] = field(default_factory=list)
    ahead: bool = False
    """Whether targets were being told after its last number."""
    rest: Stretch | None = None
    """Sentences without numbers behind it, which may tell targets, too."""
    whole: Stretch | None = None
    """The whole piece, if it is text."""
    unread: Stretch | None = None
    """The whole piece, if it has no number and nobody has asked for its mood."""
    mood: Mood = NO_MOOD
    """Whether its last sentence told rules or a life."""

    def begins_ahead(self) -> bool:
        """Whether what stands above announces targets."""
        open_leads, lead = [], self.lead
        while lead is not None and lead.rest is not None:
            open_leads.append(lead)
            lead = lead.lead
        for lead in reversed(open_leads):
            lead.ends_ahead()
        return _announces_targets(self.heading) or (
            self.lead is not None and self.lead.ends_ahead()
        )

    def begins_in_mood(self) -> Mood:
        """The mood of its next sentence's surroundings: the last one's, in a list that of its lead-in."""
        if self.mood is NO_MOOD and self.lead is not None and self.lead.instructs():
            return Mood(normative=True)
        if self.mood is NO_MOOD and self.lead is not None and self.lead.mood.life:
            return Mood(life=True)
        return self.mood

    def instructs(self) -> bool:
        """Whether what it ends with instructs: Nguyên liệu: …"""
        if self.unread is not None:
            start, end = sentences(self.unread.text[self.unread.start : self.unread.end])[-1]
            begin = self.unread.start
            line = sentence_line(self.unread.text, self.unread.low, begin + start, begin + end)
            self.mood = Mood(normative=tells_rules(line, before=False))
            self.unread = None
        return self.mood.normative

    def ends_ahead(self) -> bool:
        """Whether targets are being told where the piece ends."""
        if self.rest is not None:
            for last in self.rest.sentences()[-1:]:
                self.ahead = kinds.mark_targets(last.line(), [], ahead=self.begins_ahead())
            self.rest = None
        return self.ahead


_AIMS = re.compile(
    r"(?:[ivx\d]+[.)] )?(?:các |một số |hệ thống |theo dõi |danh mục )?(?:\d+ )?chỉ tiêu "
    r"(?:chủ yếu|cơ bản|chính|cụ thể|trọng tâm|chuyên môn|phấn đấu)\b"
)
_SETS_AIMS = re.compile(
    r"\b(?:đề ra|đặt ra|đặt|thông qua|xác định|phấn đấu)\b.*\b(?:chỉ tiêu|mục tiêu)\b.*\bphấn đấu\b[^.]*:$"
)
"""A lead-in that sets aims: Nhiệm kỳ 2022-2027, Hội đề ra 9 chỉ tiêu, trong đó phấn đấu:"""
_AHEAD = re.compile(
    r"nhiệm kỳ|giai đoạn|đến năm|phấn đấu|năm 20[3-9]\d|năm học 20\d\d\s*[-–]\s*20\d\d"
)


def lists_aims(title: str | None) -> bool:
    """Whether a title says that nothing but aims are told: Các chỉ tiêu chủ yếu nhiệm kỳ 2025-2030."""
    low = (title or "").lower()
    listed = _AIMS.match(low)
    return listed is not None and _AHEAD.search(low, listed.end()) is not None


@lru_cache(maxsize=64)
def _announces_targets(heading: str | None) -> bool:
    if heading is None:
        return False
    if lists_aims(heading):
        return True
    low = heading.lower()
    if low.endswith(":") and _SETS_AIMS.search(low):
        return True
    return any(
        cue in low for cue in ("phương hướng", "mục tiêu", "chỉ tiêu phấn đấu", "kế hoạch năm")
    )
