"""Stretches of a document, and what they told; nobody looks at one before it matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from figures import kinds
from figures.draft import Draft
from figures.instructions import NO_MOOD, Mood, tells_rules
from figures.line import Line
from figures.memory import Memory
from figures.period_places import places
from figures.period_tokens import sentence_line
from figures.telling import NUMBERED, READ, names_period, tells
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

    def sentences(self) -> list[Stretch]:
        """Its sentences that are worth reading."""
        text, low, at = self.text, self.low, self.start
        if not self.whole:
            return [self]
        cut = sentences(text[at : self.end])
        if len(cut) == 1 and cut[0] == (0, self.end - at):
            return [self] if self.said & READ else []
        told = [(at + start, at + end, tells(low, at + start, at + end)) for start, end in cut]
        return [
            Stretch(text, low, start, end, said, whole=False)
            for start, end, said in told
            if said & READ
        ]

    @property
    def numbered(self) -> bool:
        """Whether a number may stand there."""
        return bool(self.said & NUMBERED)

    def may_name_period(self) -> bool:
        """Whether to look for a period sentence by sentence.

        Where no sentence ends at a line break or for its length, one look at
        the whole is enough.
        """
        text = self.text[self.start : self.end].rstrip()
        if "\n" in text or len(text) > 1000:
            return True
        return names_period(self.low, self.start, self.start + len(text))

    def tell_periods(self, memory: Memory) -> None:
        """Remembers the periods that it names, if it has no number."""
        for sentence in self.sentences() if self.may_name_period() else ():
            if names_period(self.low, sentence.start, sentence.end):
                for place in places(sentence.line(), memory):
                    if not place.compared:
                        memory.remember(place.stated)

    def line(self) -> Line:
        """Its tokens, if it is one sentence."""
        return sentence_line(self.text, self.low, self.start, self.end)


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


@lru_cache(maxsize=64)
def _announces_targets(heading: str | None) -> bool:
    if heading is None:
        return False
    low = heading.lower()
    return any(
        cue in low for cue in ("phương hướng", "mục tiêu", "chỉ tiêu phấn đấu", "kế hoạch năm")
    )
