"""Time to index an article, time to follow an edit, bytes that a query fetches.

    python benchmarks/search/bench.py [COUNT …]

The archives are synthetic. Queries are asked of the real page in a browser.
"whole" opens the page with the query in its address; "typed" adds what all
steps of typing it fetch. Times are of the processor, without reading articles
and writing files.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Response

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.search.corpus import documents
from site_search import (
    Edit,
    SearchDocument,
    SearchSeries,
    analyse,
    build_index,
    newest_from,
    update_index,
)
from site_search.seats import seats_of
from tests.browser import open_browser
from tests.serving import serve
from tests.site_search.pages import write_files, write_site
from tests.site_search.reader import Reader

QUERIES = (
    "học viên", "thi đua", "đề tài cấp tỉnh", "tổng kết năm 2023", "lớp trong năm 2019",
    "đào tạo bồi dưỡng cán bộ", "nghiên cứu khoa học cấp trường", "hội nghị tổng kết thi đua khen thưởng",
    "chuyển đổi số trong nhà trường chính trị", "kế hoạch đào tạo bồi dưỡng cán bộ công chức",
    "báo cáo kết quả công tác đào tạo bồi dưỡng cán bộ năm", "th", "tha", "than", "thanh", "ng", "ngh", "nghi", "hoc", "nghie", "20", "2023", "truong chinh tri", "nong thon moi", "439 lớp",
)  # fmt: skip


def series(count: int) -> list[SearchSeries]:
    """As many series as an archive of twenty years has."""
    return [
        SearchSeries(f"so-lieu/chi-tieu-{n}/", f"Chỉ tiêu đào tạo, bồi dưỡng số {n}", "2005–2024: 439 lớp", ("Trường Chính trị Mẫu",))
        for n in range(count)
    ]  # fmt: skip


def milliseconds(start: float, count: int) -> float:
    """Of processor an article since `start`."""
    return (time.process_time() - start) * 1000 / count


def index_times(archive: Sequence[SearchDocument]) -> tuple[float, float, float]:
    """Milliseconds of processor an article: analysing, the whole index; megabytes of its lists."""
    start = time.process_time()
    for document in archive:
        analyse(document)
    analysing = milliseconds(start, len(archive))
    start = time.process_time()
    files = build_index(archive, series(300))
    whole = milliseconds(start, len(archive))
    size = sum(len(data) for name, data in files.items() if not name.startswith("bai/"))
    return analysing, whole, size / 1e6


def edits_of(
    old: Sequence[SearchDocument], new: Sequence[SearchDocument]
) -> tuple[list[Edit], int, int]:
    """What lies between two archives, where the newest begin in the new one, and its seats."""
    sides: dict[int, list[SearchDocument | None]] = defaultdict(lambda: [None, None])
    newest = []
    for side, held in enumerate((old, new)):
        seats = seats_of((one.date, one.address) for one in held)
        newest.append(newest_from(seats.values()))
        for one in held:
            sides[seats[one.address]][side] = one
    moved = min(newest) if newest[0] != newest[1] else max(sides) + 1
    edits = [
        Edit(seat, *pair) for seat, pair in sides.items() if pair[0] != pair[1] or seat >= moved
    ]
    return edits, newest[1], max(seats.values()) + 1


def update_times(archive: Sequence[SearchDocument], more: Sequence[SearchDocument]) -> None:
    """Prints what following an edit of `archive` costs; `more` is newer."""
    *old, newest = archive
    middle = len(old) // 2
    one = old[middle]
    longer = replace(one, text=f"{one.text} Thêm một câu mới tinh vào đây.")
    older = replace(newest, date=one.date, address=f"{one.address}khac/")
    cases = {
        "a sentence": [*old[:middle], longer, *old[middle + 1 :]],
        "a title": [*old[:middle], replace(one, title="Tiêu đề khác"), *old[middle + 1 :]],
        "a newest article": archive,
        "a hundred more": [*archive, *more],
        "an old article": [*old, older],
        "one less": [*old[:middle], *old[middle + 1 :]],
    }
    files = build_index(old, [])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, files)
        for case, new in cases.items():
            start = time.process_time()
            edits, newest_seat, seats = edits_of(old, new)
            found = time.process_time()
            made = update_index(
                lambda file: (folder / file).read_bytes(), edits, newest_seat, seats
            )
            took = time.process_time() - found
            print(
                f"  {case}: {took:.3f} s, {len(made)} files of"
                f" {sum(len(data or b'') for data in made.values()) / 1e3:.0f} kB,"
                f" {len(edits)} seats (found in {found - start:.3f} s)"
            )


def fetched(browser: Browser, address: str, query: str) -> tuple[int, int]:
    """Bytes and files that the query as a whole fetches."""
    return _fetched(browser, address, [query])


def fetched_while_typing(browser: Browser, address: str, query: str) -> int:
    """Bytes that all steps of typing the query fetch."""
    steps = [query[:length] for length in range(2, len(query) + 1)]
    return _fetched(browser, address, steps)[0]


def _fetched(browser: Browser, address: str, steps: Sequence[str]) -> tuple[int, int]:
    sizes: list[int] = []

    def note(response: Response) -> None:
        if "/tim-kiem/" in response.url and not response.url.split("?")[0].endswith("/tim-kiem/"):
            sizes.append(int(response.headers["content-length"]))

    with browser.new_page() as page:
        page.on("response", note)
        reader = Reader(page, address)
        for step in steps:
            reader.asks(step)
    return sum(sizes), len(sizes)


def main() -> None:
    for count in [int(text) for text in sys.argv[1:]] or [1000, 5000]:
        archive = list(documents(count))
        analysing, whole, size = index_times(archive)
        print(
            f"{count} articles: analyse {analysing:.2f} ms, whole {whole:.2f} ms an article,"
            f" lists {size:.2f} MB"
        )
        longer = list(documents(count + 100))
        update_times(longer[: count + 1], longer[count + 1 :])
        with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
            write_site(Path(folder), archive, series(300))
            with serve(Path(folder)) as address:
                rows = [
                    (
                        query,
                        *fetched(browser, address, query),
                        fetched_while_typing(browser, address, query),
                    )
                    for query in QUERIES
                ]
        for query, fetch, files, typed in rows:
            print(
                f"  {fetch / 1000:7.1f} kB in {files:3} files; typed {typed / 1000:7.1f} kB  {query}"
            )
        wholes = [row[1] for row in rows]
        print(
            f"  median {statistics.median(wholes) / 1000:.1f} kB, most {max(wholes) / 1000:.1f} kB, not compressed"
        )


if __name__ == "__main__":
    main()
