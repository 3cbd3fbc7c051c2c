"""Time and size of the index: from observations to pages and downloads.

    python -m benchmarks.index.bench [FIGURES …]

Each series runs over 25 years, as in an archive of that age: 50,000 figures are 2,000
series. Every step is timed by processor seconds; the last column compares the time a
figure takes with that of the smallest archive: 1 is linear.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import jinja2

from press.filters import filters
from press.site import SiteInfo
from stat_index.charts import series_chart, standalone_svg
from stat_index.downloads import write_downloads
from stat_index.index import ArticleRecord, build_index
from stat_index.model import (
    Index,
    Indicator,
    Observation,
    Organisation,
    SeriesKey,
    Source,
)
from stat_index.pages import index_pages
from stat_index.registry import Registry

ROOT = Path(__file__).resolve().parents[2]
YEARS = range(2000, 2025)
A_SCHOOL = 50
"""Series of one organisation."""
GROUPS = ("Lớp", "Học viên", "Nghiên cứu khoa học", "Hội thảo, tọa đàm", "Thi đua")
SITE = SiteInfo(name="Niên giám", organisation="Trường Mẫu", url="https://nien-giam.example")

T = TypeVar("T")


def observation(number: int, year: int) -> Observation:
    """What the report of `year` says in series `number`."""
    school = number // A_SCHOOL
    owner = Organisation(f"truong-{school}", f"Trường Chính trị số {school}", f"Trường {school}")
    which = number % A_SCHOOL
    indicator = Indicator(f"ct-{which}", f"Chỉ tiêu số {which}", "lớp", GROUPS[which % len(GROUPS)])
    value = 100 + number * 7 % 900 + (year - YEARS[0]) * 3 + number * year % 11
    sentence = f"Năm {year}, nhà trường đã mở {value} lớp theo chỉ tiêu số {which} được giao."
    return Observation(
        id=f"sl-{number:05}{year}",
        article=f"bao-cao-{school}-{year}",
        organisation=owner,
        indicator=indicator,
        series=SeriesKey(owner.id, indicator.id, "", "lớp", "result", "A"),
        slug=f"{owner.id}--{indicator.id}",
        value_min=Decimal(value),
        value_max=Decimal(value),
        qualifier=("exact", "exact", "exact", "over", "about")[(number + year) % 5],
        as_written=str(value),
        phrase="lớp",
        level=None,
        unit="lớp",
        period=str(year),
        period_source="stated",
        kind="result",
        direction=None,
        base=None,
        denominator=None,
        parent=None,
        rule="count",
        confidence=0.99,
        sentence=sentence,
        mark_start=25,
        mark_end=25 + len(str(value)),
        line=5,
        published=True,
        marked=False,
    )


def records(figures: int) -> Iterator[ArticleRecord]:
    """One report a school and year."""
    series = figures // len(YEARS)
    for first in range(0, series, A_SCHOOL):
        for year in YEARS:
            name = f"bao-cao-{first // A_SCHOOL}-{year}"
            source = Source(name, f"Tổng kết năm {year}", f"{year}/12/{name}/", f"{year}-12-20")
            said = [observation(n, year) for n in range(first, min(first + A_SCHOOL, series))]
            yield ArticleRecord(source, tuple(said))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of `work`, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def rendered(index: Index) -> dict[str, int]:
    """Compressed size of every page of the index."""
    loader = jinja2.FileSystemLoader(ROOT / "theme/templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(filters())
    environment.globals.update(
        SITE=SITE,
        SITEURL="..",
        NAV_CATEGORIES=(),
        newsroom=SimpleNamespace(by_category={}, pages=()),
    )
    return {
        page.address: len(
            gzip.compress(
                environment.get_template(f"{page.template}.html").render(page.values).encode(), 6
            )
        )
        for page in index_pages(index, SITE)
    }


def written(index: Index) -> tuple[int, int]:
    """Files and bytes of all downloads."""
    with tempfile.TemporaryDirectory() as folder:
        addresses = write_downloads(index, Path(folder), SITE)
        return len(addresses), sum((Path(folder) / a).stat().st_size for a in addresses)


def measure(figures: int) -> dict[str, float]:
    """Seconds of each step for an archive of `figures`."""
    articles = list(records(figures))
    seconds: dict[str, float] = {}
    seconds["series and cells"], index = timed(lambda: build_index(articles, Registry()))
    seconds["charts"], charts = timed(lambda: [series_chart(one) for one in index.series])
    seconds["charts as files"], _ = timed(
        lambda: [standalone_svg(one, "Trường Mẫu", "https://x.example/") for one in index.series]
    )
    seconds["downloads"], (files, size) = timed(lambda: written(index))
    seconds["pages"], pages = timed(lambda: rendered(index))
    report(figures, index, charts, pages, files, size)
    return seconds


def report(
    figures: int,
    index: Index,
    charts: Iterable[str],
    pages: dict[str, int],
    files: int,
    size: int,
) -> None:
    """What was made, and how big its largest page is."""
    largest = max(pages, key=lambda address: pages[address])
    mean = sum(map(len, charts)) / len(index.series)
    print(
        f"{figures} figures, {len(index.series)} series: {len(pages)} pages, {files} files of "
        f"{size / 1e6:.0f} MB; a chart {mean / 1000:.1f} kB; /so-lieu/ "
        f"{pages['so-lieu/'] / 1000:.0f} kB compressed, largest /{largest} "
        f"{pages[largest] / 1000:.0f} kB"
    )


def main() -> None:
    """Measures each size; the smallest is what the others are compared with."""
    sizes = [int(text) for text in sys.argv[1:]] or [12_500, 25_000, 50_000]
    base: dict[str, float] = {}
    for figures in sizes:
        seconds = measure(figures)
        seconds["all"] = sum(seconds.values())
        base = base or {step: spent / figures for step, spent in seconds.items()}
        for step, spent in seconds.items():
            print(f"  {step:17} {spent:7.2f} s  × {spent / figures / base[step]:.2f}")


if __name__ == "__main__":
    main()
