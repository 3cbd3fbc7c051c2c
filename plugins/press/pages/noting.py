"""All files of a site are noted by their generators; those of the index perhaps beside.

After an edit, half of what is left to do is its: another process finds out which of its
files change, and makes these, while the rest of the site is noted here.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from typing import Any

from press.pages.doubted import DOUBTS
from press.pages.generators import NewsGenerator
from press.pages.making import Made, Making
from press.pages.searching import SearchGenerator
from press.pages.writer import PressWriter
from press.pages.yearbook import IndexFacts, YearbookGenerator
from press.site_state import SiteState
from press.workers import Answers

#: From so many files of the index on, two processes more make them.
_WORTH_OTHERS = 24


class Noting:
    """Generators that have been told what they are to show."""

    def __init__(
        self,
        generators: Sequence[Any],
        context: dict[str, Any],
        new_writer: Callable[[], PressWriter],
        beside: ExitStack | None,
    ) -> None:
        """With `beside`, another process may begin with the index, and end with it."""
        self._generators, self._context, self.new_writer = generators, context, new_writer
        self.annex: Annex | None = None
        """Who notes and makes those of the index, if somebody else does."""
        found = {type(generator): generator for generator in generators}
        index, search = found[YearbookGenerator], found[SearchGenerator]
        self._index = index
        for generator in generators:
            if hasattr(generator, "generate_context") and (not beside or generator is not search):
                generator.generate_context()
        if beside and not index.is_kept:
            self.annex = beside.enter_context(Annex(index, search, new_writer))
            context["index_facts"] = cache(self.annex.facts)
            self._generators = [g for g in generators if g is not index]
        if beside:
            search.generate_context()

    def note(self, writer: PressWriter, begin: Callable[[], None] | None = None) -> None:
        """Notes all files of the site, but for those of the annex.

        `begin` is called when those of the articles are noted, and what they show is known.
        """
        for generator in self._generators:
            if hasattr(generator, "generate_output"):
                generator.generate_output(writer)
            if begin and isinstance(generator, NewsGenerator):
                self._show_index()
                begin()
        writer.adopt()
        self._show_index()
        if self.annex is None:
            self._index.keep()

    def published(self) -> list[tuple[str, str]]:
        """What is to be kept of the index once the site is published."""
        kept = self.annex.published if self.annex else self._index.published()
        return kept if self.doubts is None else [*kept, (DOUBTS, self.doubts)]

    @property
    def doubts(self) -> str | None:
        """What is doubtful of the index; None if that is what it was."""
        return self.annex.doubts if self.annex else self._index.doubts

    def _show_index(self) -> None:
        """Every page shows whether there is an index, the front page shows some of it."""
        facts = self._context["index_facts"]()
        self._context |= {"index_years": facts.years, "band": facts.band}


class Annex(Answers):
    """The index, noted and made; leaving the block gives it up.

    It answers three times: what the rest of the site shows of it, which files it has and what is
    doubtful, and what became of the files. Between the last two it leaves what the next build
    wants to know.
    """

    def __init__(
        self,
        index: YearbookGenerator,
        search: SearchGenerator,
        new_writer: Callable[[], PressWriter],
        *,
        urgent: bool = False,
    ) -> None:
        """It is `urgent` where there is little else to do."""
        self._index, self._search, self._new_writer = index, search, new_writer
        self._state: SiteState = index.context["press"]
        # Both sides ask for them: loaded now, they are not loaded twice.
        self._known = self._state.known
        self.published: list[tuple[str, str]] = []
        """What is to be kept of the index once the site is published, when its files are made."""
        self.doubts: str | None = None
        """What is doubtful of it, once its files are noted."""
        super().__init__(self._answers, self._state.workers, urgent=urgent)

    def _answers(self) -> Iterator[Any]:
        yield self._index.facts, self._search.series_files()
        context, writer = self._index.context, self._new_writer()
        self._index.generate_output(writer)
        context["index_years"] = self._index.facts.years
        yield writer.claims, _packed(self._index.doubts)
        # Now: whoever waits for the last answer has nothing to do beside.
        self._index.keep()
        with Making(writer, context, self._state) as making:
            made = making.finish(worth_it=_WORTH_OTHERS)
        made.files = {name: made.files[name] for name in made.why}
        yield made, self._index.published()

    def facts(self) -> IndexFacts:
        """What the rest of the site shows of the index."""
        facts: IndexFacts
        facts, self._search.made_series = next(self)
        return facts

    def noted(self, writer: PressWriter) -> None:
        """Tells `writer` which files it need not make."""
        claims, doubts = next(self)
        self.doubts = None if doubts is None else zlib.decompress(doubts).decode()
        writer.claim(claims)

    def made(self) -> Made:
        """What became of those of its files that changed."""
        made: Made
        made, self.published = next(self)
        return made


def _packed(text: str | None) -> bytes | None:
    """Small enough for the pipe: who must wait until it is taken does nothing meanwhile."""
    return None if text is None else zlib.compress(text.encode(), 1)
