"""The index of a whole archive, of which only what changed since the last time is put together.

An article gives figures to *slots*: a slot is one series in one year. When an article
changes, only the slots that it gave to before or gives to now are made again, of the
figures of all articles that give to them; everything else is as it was kept. What comes
out is the same as if everything had been made anew.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain, starmap

from stat_index.book import Index, Series
from stat_index.cell import Cell
from stat_index.cells import cells_alone
from stat_index.doubts import kept_text
from stat_index.evidence import Marks, Wanted
from stat_index.index import Said
from stat_index.keeping.kept_cells import cells_from
from stat_index.keeping.kept_lines import (
    HEAD,
    Keeper,
    Kept,
    Line,
    Slot,
    cells_name,
    cells_rows,
    head_rows,
    read_kept,
)
from stat_index.keeping.late_cells import KeptCells
from stat_index.keeping.observation_json import Shared
from stat_index.keeping.remade_line import RemadeLine
from stat_index.model import Observation, Source
from stat_index.periods import parse_period
from vntext.values import quickly_made

#: Cells of so many series are put away together: all of an archive would fill the memory.
_AT_ONCE = 100
#: After an edit, who writes files asks for the figures of the same articles again.
_MOST_READ = 1_000


@quickly_made
@dataclass(frozen=True, slots=True)
class Stated:
    """An article that is in the index."""

    name: str
    """Of its source."""
    mark: str
    """Differs whenever anything does that the index shows of it."""
    place: tuple[str, str]
    """ISO day and id: by these, articles follow one another."""
    source: Callable[[], Source]
    """What is shown of it beside its figures."""
    read: Callable[[], Sequence[Observation]]
    """Its figures."""


class Archive:
    """All series, and the statements behind each of them."""

    def __init__(self, articles: Iterable[Stated], keeper: Keeper, environment: str) -> None:
        self.articles = sorted(articles, key=lambda a: a.place, reverse=True)
        """The newest first."""
        self._keeper = keeper
        self._shared: Shared = {}
        self._read: dict[str, Sequence[Observation]] = {}
        self._full: dict[Slot, tuple[Cell, ...]] = {}
        self._texts: dict[str, dict[int, str]] = {}
        """Cells that were made anew, as they are to be kept."""
        self._shown: dict[Slot, Sequence[Cell]] = {}
        """The same as pages show them: a build from nothing need not read what it just wrote."""
        self._marks: dict[str, Marks] = {}
        before = read_kept(keeper, environment, self._shared)
        self._slots: dict[str, Sequence[int]] = {}
        """Numbers of those to which each article gives, by its name."""
        self._numbers = before.numbers
        self._lines = dict(before.lines)
        self._doubts = dict(before.doubts)
        touched = self._look(before)
        if not before.marks:
            # Cells are put away as they are made: a head that tells of others must not stay.
            keeper.remove([HEAD])
        self._remake(touched, at_once=not before.marks)
        self._before, self._environment = before, environment
        if len(self._read) > _MOST_READ:
            self._read.clear()

    @property
    def series(self) -> list[Series]:
        """All, in no order; their cells hold what pages show."""
        return [self._series(line) for line in self._lines.values()]

    @cached_property
    def doubts(self) -> str:
        """What is doubtful, as `doubts_in` takes it."""
        return kept_text(self._doubts)

    def stating(self, _: Index) -> int:
        """How many articles state figures."""
        return sum(1 for slots in self._slots.values() if slots)

    def marks(self, series: Series) -> Marks:
        """What tells whether pages or files of `series` would differ."""
        known = self._marks.get(series.slug)
        if known is None:
            known = self._marks[series.slug] = self._lines[series.slug].marks
        return known

    def cells(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Series, Sequence[Cell]]]:
        """Each wanted series with its cells of those years, all their statements in them.

        Changes since the year before are not among them.
        """
        slots = {(series.slug, year) for series, years in wanted for year in years}
        # Taking all keys away from a few slots would go through all keys.
        missing = {slot for slot in slots if slot not in self._full}
        if missing:
            self._put_together(missing)
        for series, years in wanted:
            yield series, [cell for year in years for cell in self._full[series.slug, year]]
        for slot in missing:
            del self._full[slot]

    def _look(self, before: Kept) -> set[Slot]:
        """Reads the articles that changed; the slots that change with them."""
        touched: set[int] = set()
        gone = before.slots.keys() - {article.name for article in self.articles}
        for name in gone:
            touched.update(before.slots[name])
        changed = []
        for article in self.articles:
            if before.marks.get(article.name) == article.mark:
                self._slots[article.name] = before.slots[article.name]
            else:
                changed.append(article)
        for article, figures in self._figures(changed):
            name, slots = article.name, dict.fromkeys(_slots_of(figures))
            self._slots[name] = [self._numbers.setdefault(s, len(self._numbers)) for s in slots]
            touched.update(before.slots.get(name, ()), self._slots[name])
        wanted = {slot for slot, number in self._numbers.items() if number in touched}
        self._put_together(wanted)
        return wanted

    def _figures(
        self, articles: Iterable[Stated]
    ) -> Iterator[tuple[Stated, Sequence[Observation]]]:
        """Each article with its figures."""
        for article in articles:
            if article.name not in self._read:
                self._read[article.name] = article.read()
            yield article, self._read[article.name]

    def _giving(self, wanted: set[Slot]) -> Iterator[tuple[Stated, list[Slot]]]:
        """Articles that give to a slot of `wanted`, the newest first, and to which."""
        slots = {self._numbers[slot]: slot for slot in wanted}
        for place in sorted(set(chain.from_iterable(self._givers[number] for number in slots))):
            article = self.articles[place]
            numbers = self._slots[article.name]
            yield article, [slots[number] for number in numbers if number in slots]

    @cached_property
    def _givers(self) -> Mapping[int, Sequence[int]]:
        """Places among the articles of those that give to each slot, by its number."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, article in enumerate(self.articles):
            for number in self._slots[article.name]:
                found[number].append(place)
        return found

    def _put_together(self, wanted: set[Slot]) -> None:
        """Makes the cells of `wanted`, of the figures of all articles that give to them."""

        def part(observation: Observation) -> Slot | None:
            slot = _slot_of(observation)
            return slot if slot in wanted else None

        said = Said(part)
        for article, figures in self._figures(article for article, _ in self._giving(wanted)):
            said.add(article.source(), figures)
        for slot, statements in said.by_part.items():
            self._full[slot] = cells_alone(statements, said.children)

    def _remake(self, touched: set[Slot], *, at_once: bool) -> None:
        """Makes the lines anew of which a slot is among `touched`.

        Their texts are put away `at_once`, some lines at a time, or with all else at the end.
        """
        years: dict[str, set[int]] = defaultdict(set)
        for slug, year in touched:
            years[slug].add(year)
        said = self._said(touched)
        newest = self._newest({slot for slot in self._numbers if slot[0] in years})
        names = {article.place[1]: article.name for article in self.articles}
        for slug, changed in years.items():
            before, doubted = self._lines.pop(slug, None), self._doubts.pop(slug, "")
            if slug in newest:
                remade = RemadeLine(self, slug, changed, before, newest[slug])
                self._lines[slug], self._texts[slug] = remade.line(said), remade.texts
                self._doubts[slug] = remade.doubts(doubted, names)
                self._shown |= {(slug, year): cells for year, cells in remade.anew.items()}
            else:
                self._texts[slug] = {}
            if at_once and len(self._texts) >= _AT_ONCE:
                self._put_away()
        if at_once:
            self._put_away()

    def _put_away(self) -> None:
        """Gives the texts of cells to the keeper, which others read them from."""
        self._keeper.put(self._rows())
        self._texts.clear()

    def _rows(self) -> Iterator[tuple[str, str]]:
        """What is to be kept of the cells that were made anew."""
        return chain.from_iterable(cells_rows(*one) for one in self._texts.items())

    def _newest(self, slots: set[Slot]) -> dict[str, int]:
        """For each series among `slots` that is stated: the year of its newest article."""
        found: dict[str, int] = {}
        for _, given in self._giving(slots):
            own: dict[str, int] = {}
            for slug, year in given:
                own[slug] = min(year, own.get(slug, year))
            found = own | found
        return found

    def _said(self, slots: set[Slot]) -> dict[Slot, str]:
        """Digest of all that is stated in each of `slots`: of the articles that give to it."""
        found = {slot: hashlib.blake2b(digest_size=12) for slot in slots}
        for article, given in self._giving(slots):
            mark = f"{article.mark} ".encode()
            for slot in given:
                found[slot].update(mark)
        return {slot: digest.hexdigest() for slot, digest in found.items()}

    def full(self, slug: str, year: int) -> tuple[Cell, ...]:
        """The cells of a slot that was put together, all their statements in them."""
        return self._full.get((slug, year), ())

    def _series(self, line: Line) -> Series:
        """A series whose cells are read when somebody looks."""
        return Series(
            line.key,
            line.slug,
            line.organisation,
            line.indicator,
            KeptCells(line.years, partial(self.shown_cells, line)),
            line.facts,
        )

    def shown_cells(self, line: Line, year: int) -> Sequence[Cell]:
        """The cells of one year, no more of them than pages show."""
        made = self._shown.get((line.slug, year))
        if made is not None:
            return made
        text = self._keeper.get(cells_name(line.slug, year))
        if text is None:
            raise LookupError(f"{line.slug} {year}")
        # What they share with other series is not worth holding all of it.
        return cells_from(text, {}, line.home)

    def keep(self) -> None:
        """Leaves what the next build wants to know, which may wait until this one is made."""
        marks = {article.name: article.mark for article in self.articles}
        if marks == self._before.marks:
            return
        kept = Kept(marks, self._numbers, self._slots, self._lines, self._doubts)
        self._keeper.put([*self._rows(), *head_rows(kept, self._environment)])
        self._keeper.remove(starmap(cells_name, slots_of(self._before) - slots_of(kept)))


def slots_of(kept: Kept) -> set[Slot]:
    """Those of which cells are kept."""
    return {(line.slug, year) for line in kept.lines.values() for year in line.years}


def _slots_of(observations: Iterable[Observation]) -> Iterator[Slot]:
    return (_slot_of(observation) for observation in observations if observation.published)


def _slot_of(observation: Observation) -> Slot:
    return observation.slug, _year_of(observation.period)


@cache
def _year_of(text: str | None) -> int:
    period = parse_period(text) if text else None
    assert period is not None, "only figures with a period are published"
    return period.year
