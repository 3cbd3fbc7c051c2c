"""What a document has said about periods so far (guideline section 5).

A sentence that names none takes the last one named, else the date of publication tells.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from figures.periods.meanings import last_year, meaning
from figures.text.mentions import Mention
from vntext.values import quickly_made

_TERM = re.compile(r"nhiệm\s+k[ỳì]\s*\(?(20\d\d)\s*[-–]\s*(20\d\d)")
_NOTED = re.compile(
    r"(?:^|\n)\s*\((?:nguồn:\s*)?(?:theo\s+)?(?:số\s+liệu|niên\s+giám)(?:\s+[^\W\d]+){0,4}\s+(?:năm\s+)?((?:19|20)\d\d)\)"
)
"""A note from which year all numbers are: (Theo số liệu thống kê năm 2021)."""
PASSING = frozenset({"now", "next", "new", "ago"})
"""A period that is told so is of its own sentence alone."""

_DAYS = frozenset({"event", "this_day", "today"})


@lru_cache(maxsize=4)
def _noted_year(document: str) -> str:
    """The year from which a note says that all numbers of a document are; empty for none or several."""
    if "số liệu" not in document and "niên giám" not in document:
        return ""
    years = set(_NOTED.findall(document))
    return years.pop() if len(years) == 1 else ""


@quickly_made
@dataclass(frozen=True, slots=True)
class Stated:
    """A period and how it is known."""

    period: str
    source: str
    mention: Mention | None = None


class Memory:
    """What the document has said about periods so far.

    Much that names periods is never asked for, such as all behind the last
    figure; it waits unread until something of what was said matters.
    """

    def __init__(self, date: datetime.date | None) -> None:
        self.date = date
        self.document = self.headed = ""
        """The whole text, and title with institution, in lower case."""
        self._meant: dict[Mention, Stated] = {}
        """The months of this year that were told without their year."""
        self._past: Stated | None = None
        self._future: Stated | None = None
        self._moment: Stated | None = None
        self._event: Stated | None = None
        self._term: Mention | None = None
        self._year: int | None = None
        self._origin: Stated | None = None
        self._handed = Stated("", "none")
        """What was handed on last, and what it was where it was said."""
        self._unread: list[Callable[[Memory], None]] = []

    def next_term(self) -> tuple[int, int] | None:
        """The years of the first term that the document names anywhere, for one told before it."""
        found = _TERM.search(self.document) or _TERM.search(self.headed)
        years = (int(found[1]), int(found[2])) if found else None
        return years if years and years[0] < years[1] else None

    def aside(self) -> Memory:
        """What is known so far, for text whose own times the rest does not take up."""
        self._catch_up()
        branch = copy(self)
        branch._unread = []
        return branch

    def tell_later(self, tell: Callable[[Memory], None]) -> None:
        """Keeps `tell`, which remembers periods, until one is asked for."""
        self._unread.append(tell)

    def _catch_up(self) -> None:
        """Reads what waits, in order."""
        unread, self._unread = self._unread, []
        for tell in unread:
            tell(self)

    @property
    def past(self) -> Stated | None:
        """The last period named, for results."""
        if self._unread:
            self._catch_up()
        return self._past

    @property
    def future(self) -> Stated | None:
        """The last period named that is yet to come, for targets."""
        if self._unread:
            self._catch_up()
        return self._future

    @property
    def moment(self) -> Stated | None:
        """The last day named up to which something was told."""
        if self._unread:
            self._catch_up()
        return self._moment

    @property
    def event(self) -> Stated | None:
        """The day of which alone the last time was told, with what was done on it."""
        if self._unread:
            self._catch_up()
        return self._event

    @property
    def term(self) -> Mention | None:
        """The last range of years named."""
        if self._unread:
            self._catch_up()
        return self._term

    @term.setter
    def term(self, mention: Mention) -> None:
        self._catch_up()
        self._term = mention

    @property
    def year(self) -> int | None:
        """A year seen in a date, for want of a date of publication."""
        if self._unread:
            self._catch_up()
        return self._year

    @year.setter
    def year(self, year: int) -> None:
        self._catch_up()
        self._year = year

    @property
    def now(self) -> int | None:
        """The year of the article."""
        return self.date.year if self.date else self.year

    def resolved(self, mention: Mention) -> Stated | None:
        """The period that `mention` means in this document: what it meant before, if it names no year."""
        if mention in self._meant:
            return self._meant[mention]
        period, explicit = meaning(mention, self)
        if period is None:
            return None
        stated = Stated(period, "stated" if explicit else "article_date", mention)
        if mention.form == "months" and not explicit and period[:4] == str(self.now):
            self._meant[mention] = stated
        return stated

    def remember(self, stated: Stated, *, ahead: bool = False) -> None:
        """Keeps `stated` for the sentences that name no period; `ahead` for targets alone."""
        if self._unread:
            self._unread.append(lambda memory: memory.remember(stated, ahead=ahead))
            return
        if ahead:
            self._future = stated
            return
        mention = stated.mention
        self._event = stated if mention and mention.form in _DAYS else None
        if mention and mention.form == "range":
            self._term = mention
        if mention and mention.form in ("as_of", "as_of_month") and stated.period.count("-") == 2:
            self._moment = stated
        if mention and mention.relative in PASSING:
            return
        if self.is_to_come(stated.period):
            self._future = stated
        elif not self._has_semester_of(stated.period):
            self._past = stated

    def _has_semester_of(self, years: str) -> bool:
        """Whether a semester was told of without its years, which follow: Sơ kết học kỳ I. Năm học 2023-2024, …."""
        past = self._past
        if past is None or past.mention is None or past.mention.form != "semester":
            return False
        return past.mention.year is None and past.period.startswith(f"{years}-")

    def come_to_now(self) -> None:
        """Leaves the time told before: what follows is of the year of the document."""
        if self._unread:
            self._unread.append(Memory.come_to_now)
        else:
            self._past = None

    def is_to_come(self, period: str) -> bool:
        """Whether a period begins after the year of the document, or a term of years with it."""
        now = self.now
        if now is None or last_year(period) <= now:
            return False
        # A term that begins now is to come; of a school year that does much was done.
        return period[:4] > str(now) or (period[:4] == str(now) and last_year(period) > now + 1)

    def look_back(self) -> None:
        """After a title of the first weeks that names the year ahead, results are of the year before."""
        ahead = self.past
        if self.date is None or self.date.month > 1 or ahead is None:
            return
        if ahead.period == str(self.date.year):
            self._future = ahead
            self._past = Stated(str(self.date.year - 1), "article_date")

    def carried(self, *, target: bool) -> Stated:
        """The period of a figure whose sentence names none."""
        if self._unread:
            self._catch_up()
        found = (self._future or self._past) if target else self._past
        if found is not None and not target and self.only_begins(found):
            found = None
        if found is not None:
            return self._handed_on(found) if found.source == "stated" else found
        if noted := _noted_year(self.document):
            return Stated(noted, "carried")
        if self.now is None:
            return Stated("", "none")
        return Stated(str(self.now), "article_date")

    def only_begins(self, stated: Stated) -> bool:
        """Whether a term has yet to be filled: nothing but targets is carried from it."""
        mention = stated.mention
        if mention is None or mention.form != "range" or not mention.year or not mention.last_year:
            return False
        return mention.year == self.now and mention.last_year > mention.year + 1

    def _handed_on(self, stated: Stated) -> Stated:
        """What one sentence said, for the figures behind it."""
        if self._origin is not stated:
            self._origin = stated
            self._handed = Stated(stated.period, "carried", stated.mention)
        return self._handed
