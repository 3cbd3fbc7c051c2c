"""All files of a site are noted by their generators; those of index and search perhaps beside.

After an edit, half of what is left to do is theirs: another process finds out which of
their files change, and makes these, while the rest of the site is noted here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from typing import Any

from press.doubted import kept_doubts
from press.searching import SearchGenerator
from press.site_state import SiteState
from press.workers import Answers
from press.writer import Made, PressWriter
from press.yearbook import IndexFacts, YearbookGenerator


class Noting:
    """Generators that have been told what they are to show."""

    def __init__(
        self,
        generators: Sequence[Any],
        context: dict[str, Any],
        new_writer: Callable[[], PressWriter],
        beside: ExitStack | None,
    ) -> None:
        """With `beside`, another process may begin with index and search, and end with it."""
        self._generators, self._context, self._new_writer = generators, context, new_writer
        self.annex: Annex | None = None
        """Who notes and makes those of index and search, if somebody else does."""
        found = {type(generator): generator for generator in generators}
        index, search = found[YearbookGenerator], found[SearchGenerator]
        for generator in generators:
            if hasattr(generator, "generate_context") and (not beside or generator is not search):
                generator.generate_context()
        if beside and index.is_kept:
            search.generate_context()
        elif beside:
            self.annex = beside.enter_context(Annex(index, search, new_writer))
            context["index_facts"] = cache(self.annex.facts)
            self._generators = [g for g in generators if g not in (index, search)]

    def writer(self) -> PressWriter:
        """A writer with all files of the site noted, but for those of the annex."""
        writer = self._new_writer()
        for generator in self._generators:
            if hasattr(generator, "generate_output"):
                generator.generate_output(writer)
        writer.adopt()
        # Every page shows whether there is an index, the front page shows some of it.
        facts = self._context["index_facts"]()
        self._context |= {"index_years": facts.years, "band": facts.band}
        return writer


class Annex(Answers):
    """What is written by these two generators; leaving the block gives it up.

    It answers three times: what the rest of the site shows of the index, whose files are
    whose, what became of them.
    """

    def __init__(
        self,
        index: YearbookGenerator,
        search: SearchGenerator,
        new_writer: Callable[[], PressWriter],
    ) -> None:
        self._index, self._search, self._new_writer = index, search, new_writer
        self._state: SiteState = index.context["press"]
        super().__init__(self._answers, self._state.workers)

    def _answers(self) -> Iterator[Any]:
        # The process that does this has none of its own.
        self._state.workers = 1
        yield self._index.facts, kept_doubts(self._state.store)
        context, writer = self._index.context, self._new_writer()
        self._search.generate_context()
        for generator in (self._search, self._index):
            generator.generate_output(writer)
        yield writer.claims
        context["index_years"] = self._index.facts.years
        made = writer.make(context, self._state.stage, self._state.known, self._state.environment)
        made.files = {name: made.files[name] for name in made.why}
        yield made

    def facts(self) -> IndexFacts:
        """What the rest of the site shows of the index."""
        facts: IndexFacts
        facts, doubts = next(self)
        # The other process may have been unable to write.
        self._state.store.put("part", doubts)
        return facts

    def claim(self, writer: PressWriter) -> None:
        """Tells `writer` which files it need not make."""
        writer.claim(next(self))

    def made(self) -> Made:
        """What became of those that changed."""
        found: Made = next(self)
        return found
