"""All downloads of the index, written in one pass over its series."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path

from stat_index.charts import standalone_svg
from stat_index.downloads import csv_files, json_file, xlsx
from stat_index.downloads.csvw import csvw_metadata
from stat_index.downloads.dataset import Dataset, Site, dataset_of_index, dataset_of_series
from stat_index.downloads.editions import BY_KEY, download_links
from stat_index.downloads.events import Event, Key, events_of_index
from stat_index.downloads.feeds import FEED, figure_feed, figure_json_feed
from stat_index.downloads.package import data_package
from stat_index.downloads.rows import rows_of_series
from stat_index.downloads.table import Row
from stat_index.model import Index, Series


@dataclass(slots=True)
class Lines:
    """The same rows as lines of each edition: a series' lines serve the whole as well."""

    csv: list[str] = field(default_factory=list)
    excel_csv: list[str] = field(default_factory=list)
    json: list[str] = field(default_factory=list)
    xlsx: list[str] = field(default_factory=list)

    def extend(self, other: Lines) -> None:
        """Add the lines of `other` at the end."""
        self.csv += other.csv
        self.excel_csv += other.excel_csv
        self.json += other.json
        self.xlsx += other.xlsx


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


class _Maker:
    """Makes the sets of one index; what a series needed serves the whole as well."""

    def __init__(self, index: Index, site: Site) -> None:
        self.index, self.site = index, site
        self.book = xlsx.empty_book()
        self.lines = cache(self._lines)
        self.series_shows = cache(self._series_shows)

    def series_files(self, slug: str) -> dict[str, bytes]:
        """Of one series."""
        return _series_files(self._by_slug[slug], self.lines(slug), self.site, self.book)

    def whole_files(self) -> dict[str, bytes]:
        """Of all figures."""
        together = Lines()
        for series in self.index.series:
            together.extend(self.lines(series.slug))
        dataset = dataset_of_index(self.index, self.site)
        return dataset_files(dataset, lines_files(dataset, together, self.book))

    def whole_shows(self) -> str:
        """Hash of all figures."""
        parts = [self.series_shows(series.slug) for series in self.index.series]
        return _digest(dataset_of_index(self.index, self.site), parts)

    @cached_property
    def _by_slug(self) -> dict[str, Series]:
        return {series.slug: series for series in self.index.series}

    def _lines(self, slug: str) -> Lines:
        return lines_of(rows_of_series(self._by_slug[slug], self.site.url), self.book)

    def _series_shows(self, slug: str) -> str:
        series = self._by_slug[slug]
        rows = rows_of_series(series, self.site.url)
        return _digest(dataset_of_series(series, self.site), rows)


def download_sets(
    index: Index,
    site: Site,
    first_days: Mapping[Key, str] | None = None,
    changes: Mapping[Key, tuple[str, str]] | None = None,
) -> Iterator[FileSet]:
    """A set for each series, one for all figures, one for the feeds: for builds that only
    make what changed."""
    maker = _Maker(index, site)
    for series in index.series:
        yield FileSet(
            series.address,
            _names(series),
            partial(maker.series_shows, series.slug),
            partial(maker.series_files, series.slug),
        )
    yield FileSet("so-lieu/", _names(None), maker.whole_shows, maker.whole_files)
    events = partial(events_of_index, index, first_days, changes)
    yield FileSet(
        "feed/",
        (f"{FEED}.xml", f"{FEED}.json"),
        lambda: _digest(site.name, site.organisation, site.lang, site.url, events()),
        lambda: _feeds(events(), site),
    )


def write_downloads(
    index: Index, folder: Path, site: Site, first_days: Mapping[Key, str] | None = None
) -> tuple[str, ...]:
    """Addresses, from the root of the site, of the files written under its root `folder`.

    All figures lie in `so-lieu/`, those of a series in `so-lieu/<series>/`, the feeds of
    figures in `feed/`. `first_days` are the days of the ledger (see `events_of_index`).
    """
    return tuple(
        address
        for one in download_sets(index, site, first_days)
        for address in _write(one.files(), one.folder, folder)
    )


def _names(series: Series | None) -> tuple[str, ...]:
    return tuple(link.address.rpartition("/")[2] for link in download_links(series))


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _feeds(events: Sequence[Event], site: Site) -> dict[str, bytes]:
    return {
        f"{FEED}.xml": figure_feed(events, site).encode(),
        f"{FEED}.json": figure_json_feed(events, site).encode(),
    }


def series_files(series: Series, site: Site, book: xlsx.Book) -> dict[str, bytes]:
    """Content by file name of all editions of one series: pure, for caches."""
    return _series_files(series, lines_of(rows_of_series(series, site.url), book), site, book)


def _series_files(series: Series, lines: Lines, site: Site, book: xlsx.Book) -> dict[str, bytes]:
    dataset = dataset_of_series(series, site)
    contents = lines_files(dataset, lines, book)
    contents["svg"] = standalone_svg(series, dataset.publisher, dataset.address).encode()
    return dataset_files(dataset, contents)


def lines_of(rows: Iterable[Row], book: xlsx.Book) -> Lines:
    """Each row once in every edition."""
    rows = list(rows)
    return Lines(
        [csv_files.csv_line(row) for row in rows],
        [csv_files.excel_csv_line(row) for row in rows],
        [json_file.json_line(row) for row in rows],
        [xlsx.xlsx_line(row, book) for row in rows],
    )


def lines_files(dataset: Dataset, lines: Lines, book: xlsx.Book) -> dict[str, bytes]:
    """Content by edition of the files that hold the rows, and of their CSVW description."""
    return {
        "csv": (csv_files.HEADER + "".join(lines.csv)).encode(),
        "excel_csv": (csv_files.EXCEL_HEADER + "".join(lines.excel_csv)).encode(),
        "json": _json(dataset, lines.json).encode(),
        "xlsx": xlsx.xlsx_file(dataset, lines.xlsx, book),
        "csvw": csvw_metadata(dataset).encode(),
    }


def dataset_files(dataset: Dataset, contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Content by file name of all editions, the package that lists them among them."""
    whole = {**contents, "package": data_package(dataset, contents).encode()}
    return {BY_KEY[key].file(dataset.id): content for key, content in whole.items()}


def _json(dataset: Dataset, lines: list[str]) -> str:
    return json_file.json_head(dataset) + ",\n".join(lines) + json_file.TAIL


def _write(files: Mapping[str, bytes], address: str, root: Path) -> list[str]:
    folder = root / address
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [address + name for name in files]
