"""Time to index an article and bytes that a query fetches, on synthetic archives.

    python benchmarks/search/bench.py [COUNT …]

Queries are asked of the real page in a browser. "whole" opens the page with
the query in its address; "typed" adds what all steps of typing it fetch.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Response

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.search.corpus import documents
from site_search import SearchDocument, SearchSeries, analyse, build_index
from tests.browser import open_browser
from tests.serving import serve
from tests.site_search.pages import write_site
from tests.site_search.reader import Reader

QUERIES = (
    "học viên", "thi đua", "đề tài cấp tỉnh", "tổng kết năm 2023", "lớp trong năm 2019",
    "đào tạo bồi dưỡng cán bộ", "nghiên cứu khoa học cấp trường", "hội nghị tổng kết thi đua khen thưởng",
    "chuyển đổi số trong nhà trường chính trị", "kế hoạch đào tạo bồi dưỡng cán bộ công chức",
    "th", "tha", "than", "hoc", "nghie", "truong chinh tri", "nong thon moi", "439 lớp",
)  # fmt: skip


def series(count: int) -> list[SearchSeries]:
    """As many series as an archive of twenty years has."""
    return [
        SearchSeries(f"so-lieu/chi-tieu-{n}/", f"Chỉ tiêu đào tạo, bồi dưỡng số {n}", "2005–2024: 439 lớp", ("Trường Chính trị Mẫu",))
        for n in range(count)
    ]  # fmt: skip


def index_times(archive: list[SearchDocument]) -> tuple[float, float, float]:
    """Milliseconds of processor an article: analysing, packing, packing once terms are known."""
    start = time.process_time()
    terms = {document.address: analyse(document) for document in archive}
    analysed = time.process_time()
    files = build_index(archive, series(300), terms)
    packed = time.process_time()
    size = sum(len(data) for name, data in files.items() if not name.startswith("bai/"))
    return (
        (analysed - start) * 1000 / len(archive),
        (packed - analysed) * 1000 / len(archive),
        size / 1e6,
    )


def fetched(browser: Browser, address: str, query: str) -> tuple[int, int, int]:
    """Bytes and files that the query as a whole fetches, and bytes of typing it."""
    sizes: list[int] = []

    def note(response: Response) -> None:
        if "/tim-kiem/" in response.url and not response.url.split("?")[0].endswith("/tim-kiem/"):
            sizes.append(int(response.headers["content-length"]))

    with browser.new_page() as page:
        page.on("response", note)
        Reader(page, address).asks(query)
        whole, count = sum(sizes), len(sizes)
    sizes.clear()
    with browser.new_page() as page:
        page.on("response", note)
        reader = Reader(page, address)
        for length in range(2, len(query) + 1):
            reader.asks(query[:length])
    return whole, count, sum(sizes)


def main() -> None:
    for count in [int(text) for text in sys.argv[1:]] or [1000, 5000]:
        archive = list(documents(count))
        analysing, packing, size = index_times(archive)
        print(
            f"{count} articles: analyse {analysing:.2f} ms, pack {packing:.2f} ms an article, index {size:.2f} MB"
        )
        with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
            write_site(Path(folder), archive, series(300))
            with serve(Path(folder)) as address:
                rows = [(query, *fetched(browser, address, query)) for query in QUERIES]
        for query, whole, files, typed in rows:
            print(
                f"  {whole / 1000:7.1f} kB in {files:3} files; typed {typed / 1000:7.1f} kB  {query}"
            )
        wholes = [row[1] for row in rows]
        print(
            f"  median {statistics.median(wholes) / 1000:.1f} kB, most {max(wholes) / 1000:.1f} kB, not compressed"
        )


if __name__ == "__main__":
    main()
