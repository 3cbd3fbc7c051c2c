"""Where new titles and figures are shown beside their pages: by neighbours, lists and the index."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache

from press.archive.far import FarRoom
from press.archive.roll import Roll
from press.cache.outline import Outline
from press.pages.doubted import DOUBTS
from press.pages.generators import NewsGenerator
from press.pages.making import Made
from press.pages.noting import Annex
from press.pages.searching import SearchGenerator
from press.pages.whole_site import WholeSiteGenerator
from press.pages.writer import PressWriter
from press.pages.yearbook import YearbookGenerator


class More(Exception):
    """More has changed than can be made so: a whole build is needed."""


@dataclass(slots=True)
class Elsewhere:
    """The files that show articles away from their pages, where these stand as they stood.

    All of them raise `More` where the site would have other files than it has.
    """

    outline: Outline
    roll: Roll
    retitled: Collection[str]
    """Names of articles with another title."""
    index: YearbookGenerator
    whole: WholeSiteGenerator
    annex: Annex | None = None
    """Who makes the index, if anything of it changes."""

    def begin(
        self, search: SearchGenerator, new_writer: Callable[[], PressWriter], beside: ExitStack
    ) -> None:
        """Begins with the index, in a process of its own."""
        if not {one.path for one in self.roll.entries}.issuperset(self.retitled):
            # The footer of every page names pages, and who waits for its day is told of by title.
            raise More
        context = self.index.context
        context["roll"] = self.roll
        self.index.generate_context()
        if not self.index.is_kept:
            annex = Annex(self.index, search, new_writer, urgent=True)
            self.annex = beside.enter_context(annex)
            context["index_facts"] = cache(self.annex.facts)

    def note(
        self, writer: PressWriter, room: FarRoom, news: NewsGenerator, noted: Collection[str]
    ) -> None:
        """Notes all but the index; the pages of the articles `noted` are so already."""
        for name in self.outline.beside(self.retitled):
            if name not in noted:
                news.write_article(writer, room[name])
        context = self.index.context
        context["newsroom"] = room.lists(self.roll)
        news.generate_context()
        news.write_lists(writer, self.retitled)
        self.whole.write_news(writer, news.room)
        facts, before = context["index_facts"](), self.index.before
        shown = [list(facts.years), list(facts.series)]
        if not before or shown != [before["years"], before["series"]]:
            # Site maps and the head of every page tell of them.
            raise More
        context |= {"index_years": facts.years, "band": facts.band}

    def made(self, writer: PressWriter) -> list[Made]:
        """What became of the index's files that changed, once all others are made."""
        if self.annex is None:
            return []
        own = writer.names
        self.annex.noted(writer)
        if writer.names - own != set(self.index.before["files"]):
            raise More
        made = self.annex.made()
        self.annex.finish()
        return [made]

    def published(self) -> list[tuple[str, str]]:
        """What is to be kept of the index once the site is published."""
        if self.annex is None:
            return []
        doubts = self.annex.doubts
        return self.annex.published + ([] if doubts is None else [(DOUBTS, doubts)])
