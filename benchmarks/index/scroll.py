"""How smoothly the longest pages of the index scroll on a cheap phone.

    python -m benchmarks.index.scroll [ADDRESS …]

The pages of two archives just below the limit of a page and of one far above it are opened
in Chromium, 360 px wide, and scrolled to their ends by quick swipes, as a thumb does, while
the browser writes down every task of the page's main thread: the processor time it took,
times four, for a phone is that much slower. (Chromium's own slowing down counts what other
programs on the machine take.) The table says what the reader waits for: the longest task
while the page loads, while it scrolls, and after a letter is typed into the filter, and how
many were longer than 50 and 100 ms.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.index.archives import YEARS, of_one_school, yearbooks
from benchmarks.index.rendering import SITE, THEME, html_of
from press.pages.assets import stylesheet
from stat_index.index import ArticleRecord, build_index
from stat_index.model import Source
from stat_index.pages.all_pages import index_pages
from stat_index.registry import Registry
from tests.browser import open_browser
from tests.serving import serve

SLOWED = 4
"""How often a cheap phone's processor goes into this one."""
A_SWIPE = 2_400
"""Pixels that a swipe moves the page by."""
SPEED = 4_000
"""Pixels a second."""
LEFT = "document.documentElement.scrollHeight - innerHeight - scrollY"
"""Pixels below the window."""
EVENTS = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]


def one_school(lines: int) -> Iterator[ArticleRecord]:
    """One school that states `lines` figures every year."""
    for year in YEARS:
        source = Source(f"bai-{year}", f"Tổng kết năm {year}", f"{year}/12/bai/", f"{year}-12-20")
        yield ArticleRecord(source, tuple(of_one_school(n, year) for n in range(lines)))


ARCHIVES: dict[str, tuple[Iterator[ArticleRecord], tuple[str, ...]]] = {
    "one school, 8,000 figures": (one_school(320), ("so-lieu/", "so-lieu/don-vi/truong-0/")),
    "six schools, 7,500 figures": (yearbooks(7_500), ("so-lieu/",)),
    "forty schools, 50,000 figures": (
        yearbooks(50_000),
        ("so-lieu/don-vi/truong-0/", "so-lieu/nam/2020/", "so-lieu/so-sanh/2020/"),
    ),
}


@dataclass(slots=True)
class Tasks:
    """Milliseconds of the tasks of a page's main thread."""

    lengths: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        longest = max(self.lengths, default=0)
        over = [sum(1 for one in self.lengths if one > limit) for limit in (50, 100)]
        return f"longest {longest:4.0f} ms, {over[0]:2} over 50 ms, {over[1]:2} over 100 ms"


@contextmanager
def traced(session: CDPSession) -> Iterator[Tasks]:
    """Writes the tasks down that run inside the block."""
    events: list[dict[str, Any]] = []
    ended: list[bool] = []
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.append(True))
    config = {"includedCategories": EVENTS, "excludedCategories": ["*"]}
    session.send("Tracing.start", {"traceConfig": config, "transferMode": "ReportEvents"})
    tasks = Tasks()
    yield tasks
    session.send("Tracing.end")
    while not ended:
        session.send("Runtime.evaluate", {"expression": "0"})
    main = {
        (e["pid"], e["tid"])
        for e in events
        if e.get("name") == "thread_name" and e["args"]["name"] == "CrRendererMain"
    }
    tasks.lengths = [
        e["tdur"] / 1000 * SLOWED
        for e in events
        if e.get("name") == "RunTask" and (e["pid"], e["tid"]) in main and "tdur" in e
    ]


def measure(page: Page, address: str) -> None:
    """Opens, scrolls and filters one page, and says what it cost."""
    session = page.context.new_cdp_session(page)
    with traced(session) as loading:
        page.goto(address)
        page.wait_for_timeout(2_500)
    with traced(session) as scrolling:
        swipe_to_the_end(page, session)
    print(f"  loading:   {loading}\n  scrolling: {scrolling}")
    box = page.locator("#sl-loc")
    if box.count():
        page.evaluate("scrollTo(0, 0); document.querySelector('[data-sl-box]').open = true")
        page.wait_for_timeout(1_000)
        with traced(session) as filtering:
            box.type("7")
            page.wait_for_timeout(1_500)
        print(f"  filtering: {filtering}")


def swipe_to_the_end(page: Page, session: CDPSession) -> None:
    """As a thumb that looks for the end of the page."""
    swipes = 0
    while page.evaluate(LEFT) > 1 and swipes < 60:
        swipes += 1
        gesture = {"x": 180, "y": 320, "yDistance": -A_SWIPE, "speed": SPEED}
        session.send("Input.synthesizeScrollGesture", {**gesture, "gestureSourceType": "mouse"})


def write(folder: Path) -> Iterator[tuple[str, str]]:
    """Writes the pages below `folder`; the name and address of each."""
    for number, (name, (records, wanted)) in enumerate(ARCHIVES.items()):
        index = build_index(records, Registry())
        pages = (page for page in index_pages(index, SITE) if page.address in wanted)
        for address, html in html_of(pages):
            target = folder / str(number) / address / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(html, "utf-8")
            yield f"{name}: /{address}", f"{number}/{address}"
        for part in ("js", "fonts", "icons"):
            shutil.copytree(THEME / "static" / part, folder / str(number) / "theme" / part)
        css = folder / str(number) / "theme/css/site.css"
        css.parent.mkdir()
        css.write_text(stylesheet(THEME / "static/css", SITE), "utf-8")


def main(chosen: list[str]) -> None:
    """Measures every page whose name holds one of `chosen`, or all."""
    with tempfile.TemporaryDirectory() as name, open_browser() as browser:
        folder = Path(name)
        pages = list(write(folder))
        with serve(folder) as root:
            for title, address in pages:
                if chosen and not any(word in title for word in chosen):
                    continue
                print(title, flush=True)
                context = browser.new_context(
                    viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
                )
                measure(context.new_page(), f"{root}/{address}")
                context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
