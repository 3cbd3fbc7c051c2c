"""All files of a site are noted by their generators; those of the index perhaps beside.

After an edit, half of what is left to do is its: another process finds out which of its
files change, and makes these, while the rest of the site is noted here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from press.pages.generators import NewsGenerator
from press.pages.making import Made, Making
from press.pages.searching import SearchGenerator
from press.pages.writer import PressWriter
from press.pages.yearbook import IndexFacts, YearbookGenerator
from press.site_state import SiteState
from press.workers import Answers

if TYPE_CHECKING:
    from press.edits.early import Early

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
        early: Early | None,
    ) -> None:
        """With `beside`, another process may begin with the index, and end with it.

        Perhaps one has begun with it `early`.
        """
        self._generators, self._context, self.new_writer = generators, context, new_writer
        self.annex: Annex | None = None
        """Who notes and makes those of the index, if somebody else does."""
        found = {type(generator): generator for generator in generators}
        index, search = found[YearbookGenerator], found[SearchGenerator]
        self._index = index
        for generator in generators:
            if hasattr(generator, "generate_context") and (not beside or generator is not search):
                generator.generate_context()
        if early and (not beside or index.is_kept):
            early.give_up()
        elif beside and not index.is_kept:
            answers = early if early and early.is_index(index.digest) else None
            self.annex = Annex(answers or beside.enter_context(self._other(index, search)), search)
            context["index_facts"] = cache(self.annex.facts)
            self._generators = [g for g in generators if g is not index]
        if beside:
            search.generate_context()

    def _other(self, index: YearbookGenerator, search: SearchGenerator) -> Answers:
        state: SiteState = self._context["press"]
        # Both sides ask for them: loaded now, they are not loaded twice.
        assert state.known is not None
        return Answers(partial(index_answers, index, search, self.new_writer), state.workers)

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
        return self.annex.published if self.annex else self._index.published()

    @property
    def doubts(self) -> str | None:
        """What is doubtful of the index; None if that is what it was."""
        return self.annex.doubts if self.annex else self._index.doubts

    def _show_index(self) -> None:
        """Every page shows whether there is an index, the front page shows some of it."""
        facts = self._context["index_facts"]()
        self._context |= {"index_years": facts.years, "band": facts.band}


def index_answers(
    index: YearbookGenerator,
    search: SearchGenerator,
    new_writer: Callable[[], PressWriter],
    may_make: Callable[[], None] = lambda: None,
) -> Iterator[Any]:
    """The index, noted and made: what the rest of the site shows of it, what became of its files.

    `may_make` is called before any is made. At last it leaves what the next build wants to know.
    """
    yield index.facts, search.series_files()
    context, writer = index.context, new_writer()
    index.generate_output(writer)
    context["index_years"] = index.facts.years
    may_make()
    with Making(writer, context, context["press"]) as making:
        made = making.finish(worth_it=_WORTH_OTHERS)
    made.files = {name: made.files[name] for name in made.why}
    yield writer.claims, made, index.published(), index.doubts
    index.keep()


class Annex:
    """The index, noted and made by another process; what it answers is asked for in this order."""

    def __init__(self, answers: Answers, search: SearchGenerator) -> None:
        """`answers` are those of `index_answers`."""
        self._answers, self._search = answers, search
        self.published: list[tuple[str, str]] = []
        """What is to be kept of the index once the site is published, when its files are made."""
        self.doubts: str | None = None

    def facts(self) -> IndexFacts:
        """What the rest of the site shows of the index."""
        facts: IndexFacts
        facts, self._search.made_series = next(self._answers)
        return facts

    def made(self, writer: PressWriter) -> Made:
        """What became of those of its files that changed; `writer` is told which it need not make."""
        made: Made
        claims, made, self.published, self.doubts = next(self._answers)
        writer.claim(claims)
        return made

    def finish(self) -> None:
        """Waits until it has left what the next build wants to know."""
        self._answers.finish()
