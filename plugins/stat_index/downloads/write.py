"""All downloads of an index: which files there are, what each depends on, how it is made."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import itemgetter
from pathlib import Path

from stat_index.book import Index, Series
from stat_index.charts import standalone_svg
from stat_index.downloads import xlsx
from stat_index.downloads.csvw import csvw_metadata
from stat_index.downloads.dataset import Dataset, Site, dataset_of_index, dataset_of_series, part_of
from stat_index.downloads.editions import BY_KEY, TABLES, index_divided, series_divided
from stat_index.downloads.empty_xlsx import PlainBook
from stat_index.downloads.events import Event, Key, events_of_index
from stat_index.downloads.feeds import FEED, figure_feed, figure_json_feed
from stat_index.downloads.former import LastBuild
from stat_index.downloads.package import FileMark, data_package
from stat_index.downloads.row_files import RowFiles
from stat_index.evidence import AtHand, Evidence, Wanted, joined_digest

#: The rows of so many figures cost more to write than to cut out of the last build's files.
_WORTH_PIECES = 100


@dataclass(frozen=True, slots=True)
class FileSet:
    """Files that are made together, and what they depend on."""

    folder: str
    """From the root of the site, with a slash at its end."""
    names: tuple[str, ...]
    shows: Callable[[], str]
    """A hash of all that the files show: equal hash, equal bytes (of one version of the code)."""
    files: Callable[[], dict[str, bytes]]
    """Content by name."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A file that tells of others; it is made when they are there."""

    folder: str
    name: str
    shows: Callable[[], str]
    content: Callable[[Callable[[str], FileMark]], bytes]
    """Its bytes, given what leads from a file's name, in its folder, to size and hash."""


class _Maker:
    """Makes the sets of one index."""

    def __init__(
        self,
        index: Index,
        site: Site,
        evidence: Evidence,
        book: PlainBook | None,
        last: LastBuild | None,
    ) -> None:
        self._index, self._site, self._evidence = index, site, evidence
        self._rows = RowFiles(evidence, site.url, xlsx.empty_book(book), last)
        self._heads = {series.slug: joined_digest(series.home) for series in index.series}

    def sets(self) -> Iterator[FileSet | Catalogue]:
        """All: first what holds rows, year by year, then what tells of it."""
        parts: list[tuple[int, FileSet]] = []
        others: list[FileSet | Catalogue] = []
        every = self._index.series
        whole = dataset_of_index(self._index, self._site)
        own = self._parts(whole, every, divided=index_divided(every))
        parts += own
        others += self._around(whole, own, ())
        for series in every:
            whole = dataset_of_series(series, self._site)
            own = self._parts(whole, [series], divided=series_divided(series))
            parts += own
            others += (self._chart(series, whole), *self._around(whole, own, ("svg",)))
        # What stands in the file of a year stands in those of its series too: see `sheets`.
        yield from (part for _, part in sorted(parts, key=itemgetter(0)))
        yield from others

    def _chart(self, series: Series, whole: Dataset) -> FileSet:
        shown = partial(
            _digest, whole, lambda: (self._heads[series.slug], self._evidence.marks(series).tables)
        )
        name = BY_KEY["svg"].file(whole.id)
        return FileSet(whole.folder, (name,), shown, lambda: {name: _chart(series, whole)})

    def _parts(
        self, whole: Dataset, every: Sequence[Series], *, divided: bool
    ) -> list[tuple[int, FileSet]]:
        """The files that hold the rows: one of each kind, or of each kind and year."""
        if not divided:
            alone = len(every) == 1
            figures = [one for series in every for one in _pieces(series, alone=alone)]
            return [(0, self._part(whole, figures))]
        by_year: dict[int, list[Series]] = defaultdict(list)
        for series in every:
            for year in series.facts.years:
                by_year[year].append(series)
        found = []
        for year, of_year in sorted(by_year.items()):
            days = [self._evidence.marks(series).days[year] for series in of_year]
            part = part_of(whole, year, max(days))
            found.append((year, self._part(part, [(series, (year,)) for series in of_year])))
        return found

    def _part(self, dataset: Dataset, figures: Sequence[Wanted]) -> FileSet:
        # Asked by its own files and by the package that lists them.
        shows = cache(partial(_digest, dataset, partial(self._said, figures)))
        return FileSet(
            dataset.folder,
            tuple(BY_KEY[key].file(dataset.id) for key in TABLES),
            shows,
            partial(self._files, dataset, figures, shows),
        )

    def _around(
        self, whole: Dataset, numbered: Sequence[tuple[int, FileSet]], others: Sequence[str]
    ) -> Iterator[FileSet | Catalogue]:
        """The description of the columns of some parts, and the package that lists all."""
        parts = [part for _, part in numbered]
        name = BY_KEY["csvw"].file(whole.id)
        tables = [part.names[TABLES.index("csv")] for part in parts]
        described = partial(_digest, whole, lambda: tables)
        yield FileSet(
            whole.folder, (name,), described, lambda: {name: csvw_metadata(whole, tables).encode()}
        )
        names = [
            (key, file) for part in parts for key, file in zip(TABLES, part.names, strict=True)
        ]
        names += [(key, BY_KEY[key].file(whole.id)) for key in ("csvw", *others)]
        yield Catalogue(
            whole.folder,
            BY_KEY["package"].file(whole.id),
            lambda: _digest(whole, lambda: [part.shows() for part in parts], lambda: names),
            lambda mark: data_package(whole, [(key, n, mark(n)) for key, n in names]).encode(),
        )

    def _said(self, figures: Iterable[Wanted]) -> list[object]:
        """All that some years of some series state."""
        return [
            (self._heads[series.slug], self._some_said(series, years)) for series, years in figures
        ]

    def _some_said(self, series: Series, years: Sequence[int]) -> list[str]:
        said = self._evidence.marks(series).said
        return [said[year] for year in years]

    def _files(
        self, dataset: Dataset, figures: Sequence[Wanted], shows: Callable[[], str]
    ) -> dict[str, bytes]:
        wanted = {joined_digest(*self._said([one]), *one[1]): one for one in figures}
        return self._rows.files(dataset, wanted, shows)


def download_sets(
    index: Index,
    site: Site,
    evidence: Evidence | None = None,
    book: PlainBook | None = None,
    last: LastBuild | None = None,
) -> Iterator[FileSet | Catalogue]:
    """What is offered of all figures and of each series.

    `book` is a `plain_book` at hand; what the `last` build left is used again where it holds.
    """
    yield from _Maker(index, site, evidence or AtHand(), book, last).sets()


def feed_set(events: Sequence[Event], site: Site) -> FileSet:
    """The feeds of `events`."""
    return FileSet(
        "feed/",
        (f"{FEED}.xml", f"{FEED}.json"),
        partial(_digest, (site.name, site.organisation, site.lang, site.url), lambda: events),
        lambda: {
            f"{FEED}.xml": figure_feed(events, site).encode(),
            f"{FEED}.json": figure_json_feed(events, site).encode(),
        },
    )


def write_downloads(
    index: Index, folder: Path, site: Site, first_days: Mapping[Key, str] | None = None
) -> tuple[str, ...]:
    """Addresses, from the root of the site, of the files written under its root `folder`.

    All figures lie in `so-lieu/`, those of a series in `so-lieu/<series>/`, the feeds of
    figures in `feed/`. `first_days` are the days of the ledger (see `events_of_index`).
    """
    feeds = feed_set(events_of_index(index, first_days), site)
    return tuple(
        address
        for one in (*download_sets(index, site), feeds)
        for address in _write(files_of(one, folder), one.folder, folder)
    )


def files_of(one: FileSet | Catalogue, root: Path) -> dict[str, bytes]:
    """The files of a set by name; what a catalogue tells of lies under `root` already."""
    if isinstance(one, FileSet):
        return one.files()

    def mark(name: str) -> FileMark:
        data = (root / one.folder / name).read_bytes()
        return FileMark(len(data), hashlib.sha256(data).hexdigest())

    return {one.name: one.content(mark)}


def _pieces(series: Series, *, alone: bool) -> Sequence[Wanted]:
    """What of a file of undivided `series` is joined of what the last build left: a long one's years.

    `alone`: it has the file for itself.
    """
    if alone and series.facts.figures >= _WORTH_PIECES:
        return [(series, (year,)) for year in series.facts.years]
    return [(series, series.facts.years)]


def _digest(dataset: object, *parts: Callable[[], object]) -> str:
    return hashlib.sha256(repr((dataset, [part() for part in parts])).encode()).hexdigest()


def _chart(series: Series, dataset: Dataset) -> bytes:
    return standalone_svg(series, dataset.publisher, dataset.address).encode()


def _write(files: Mapping[str, bytes], address: str, root: Path) -> list[str]:
    folder = root / address
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [address + name for name in files]
