"""Time, memory and size of the index: from stored figures to pages and downloads.

    python -m benchmarks.index.bench [FIGURES …]

Three archives of each size. *Yearbooks*: each series runs over 25 years with one report a
year, so 50,000 figures are 2,000 series. *News*: thousands of articles state a few of five
hundred indicators, each of its own year. *Repeats*: thousands of articles state the same
five indicators of twenty years, and disagree. Each is built from nothing and again after
one figure of one article changed. Every step is timed by processor seconds; the last
column compares the time a figure takes with that of the smallest archive: 1 is linear.
"""

from __future__ import annotations

import gc
import gzip
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.index.archives import news, repeats, yearbooks
from benchmarks.index.rendering import SITE, html_of
from stat_index.downloads import FileSet, download_sets
from stat_index.index import ArticleRecord, arranged
from stat_index.keeping.archive import Archive, Stated
from stat_index.keeping.observation_json import dumps, loads
from stat_index.pages.all_pages import index_pages
from stat_index.pages.page import Page
from stat_index.registry import Registry

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of `work`, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a build hands it over: its figures are stored, and read when asked for."""

    record: ArticleRecord
    text: str

    def stated(self) -> Stated:
        """What the archive is told."""
        source = self.record.source
        place = source.date, source.id
        mark = f"{source} {hash(self.text)}"
        return Stated(source.id, mark, place, partial(replace, source), partial(loads, self.text))


class Memory(dict[str, str]):
    """What is kept from build to build, here in memory."""

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps texts by name."""
        self.update(rows)

    def remove(self, names: Iterable[str]) -> None:
        """Forgets them."""
        for name in names:
            self.pop(name, None)


def edited(articles: list[Article]) -> list[Article]:
    """The same archive after one figure of the newest article changed."""
    newest = articles[-1]
    first, *others = newest.record.observations
    more = replace(first, value_min=first.value_min + 1, value_max=first.value_max + 1)
    return [*articles[:-1], replace(newest, text=dumps((more, *others)))]


def compressed(pages: Iterable[Page]) -> dict[str, int]:
    """Bytes of every page, compressed."""
    return {at: len(gzip.compress(text.encode(), 6)) for at, text in html_of(pages)}


@dataclass(slots=True)
class Build:
    """What one build took and made."""

    seconds: dict[str, float]
    shown: dict[str, str]
    """What each page and set of files shows."""
    pages: dict[str, int]
    files: int
    size: int


def build(articles: Iterable[Article], kept: Memory, before: dict[str, str]) -> Build:
    """Makes whatever shows something else than `before`."""
    told = [article.stated() for article in articles]
    seconds: dict[str, float] = {}
    seconds["series"], archive = timed(lambda: Archive(told, kept, ""))
    index = arranged(archive.series, Registry())
    pages = {page.address: page for page in index_pages(index, SITE, archive)}
    sets = {str(n): one for n, one in enumerate(download_sets(index, SITE, archive))}
    seconds["marks"], shown = timed(
        lambda: {name: one.shows() for name, one in (*pages.items(), *sets.items())}
    )
    new = [name for name, text in shown.items() if before.get(name) != text]
    seconds["pages"], sizes = timed(lambda: compressed(pages[n] for n in new if n in pages))
    seconds["downloads"], files = timed(lambda: made(sets[n] for n in new if n in sets))
    return Build(seconds, shown, sizes, *files)


def made(sets: Iterable[object]) -> tuple[int, int]:
    """Makes the files that hold rows, descriptions and charts; their number and bytes."""
    count = size = 0
    for one in sets:
        for data in one.files().values() if isinstance(one, FileSet) else ():
            count, size = count + 1, size + len(data)
    return count, size


def measure(kind: Callable[[int], Iterator[ArticleRecord]], figures: int) -> dict[str, float]:
    """Seconds of each step for an archive of `figures`."""
    articles = [Article(record, dumps(record.observations)) for record in kind(figures)]
    # As a build has it: what stands for the articles is no work of the collector.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    kept = Memory()
    first = build(articles, kept, {})
    again = build(edited(articles), kept, first.shown)
    report(kind.__name__, figures, first, again)
    steps = {f"from nothing: {step}": spent for step, spent in first.seconds.items()}
    steps["from nothing: all"] = sum(first.seconds.values())
    steps |= {f"one edit: {step}": spent for step, spent in again.seconds.items()}
    return steps | {"one edit: all": sum(again.seconds.values())}


def report(kind: str, figures: int, first: Build, again: Build) -> None:
    """What was made, how big its largest page is, and how much memory it took."""
    largest = max(first.pages, key=lambda address: first.pages[address])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{kind}, {figures} figures: {len(first.pages)} pages, {first.files} files of "
        f"{first.size / 1e6:.0f} MB; /so-lieu/ {first.pages['so-lieu/'] / 1000:.0f} kB compressed, "
        f"largest /{largest} {first.pages[largest] / 1000:.0f} kB; after one edit "
        f"{len(again.pages)} pages, {again.files} files of {again.size / 1e6:.1f} MB; "
        f"{memory:.0f} MB of memory so far"
    )


def main() -> None:
    """Measures each size; the smallest is what the others are compared with."""
    sizes = [int(text) for text in sys.argv[1:]] or [12_500, 25_000, 50_000]
    for kind in (yearbooks, news, repeats):
        base: dict[str, float] = {}
        for figures in sizes:
            seconds = measure(kind, figures)
            base = base or {step: spent / figures for step, spent in seconds.items()}
            for step, spent in seconds.items():
                growth = spent / figures / base[step] if base[step] else 1
                print(f"  {step:24} {spent:7.2f} s  × {growth:.2f}")


if __name__ == "__main__":
    main()
