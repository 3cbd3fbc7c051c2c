"""One page of each type of the sample site, in a real browser, under the security policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.theme.conftest import serve_strictly
from tests.theme.page_types import LEADING_ON, TYPES, one_of_each
from tests.theme.test_browser import COLOURS, PAINTED, RULES, SHIFT, TWO_FRAMES, WATCH, opened

#: Some lead on before anybody can look at them.
SEEN = [kind for kind in TYPES if kind not in LEADING_ON]
_TABS = 200
#: How far the page sticks out, and what does so.
_OVERFLOW = """
[document.documentElement.scrollWidth - innerWidth,
 [...document.querySelectorAll("main *")]
   .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 99))]
"""
#: What waits below the window has the height that was guessed; its links seem to lie over others.
_LAY_OUT = """
for (const part of document.querySelectorAll("main *")) {
  if (getComputedStyle(part).contentVisibility === "auto") part.style.contentVisibility = "visible";
}
"""
_FOCUSED = """
() => {
  const element = document.activeElement;
  if (element === document.body) { return null; }
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  return {
    html: element.outerHTML.slice(0, 120),
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
  };
}
"""


@pytest.fixture(scope="module")
def strict_address(sample_site: Path) -> Iterator[str]:
    with serve_strictly(sample_site) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(sample_site: Path) -> dict[str, str]:
    return one_of_each(sample_site)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes breaches of the security policy."""
    with opened(browser) as page:
        page.add_init_script(WATCH)
        yield page


def violations(page: Page, rules: dict[str, object]) -> list[object]:
    page.evaluate(_LAY_OUT)
    found = Axe().run(page, options=rules).response["violations"]
    return [(v["id"], [node["html"] for node in v["nodes"]]) for v in found]


def test_every_page_type_is_looked_at(addresses: dict[str, str]) -> None:
    """A type that the sample site loses is noticed, and a new one has no type yet."""
    assert sorted(addresses) == TYPES


@pytest.mark.parametrize("kind", SEEN)
def test_a_page_is_accessible_and_within_the_policy(
    page: Page, strict_address: str, addresses: dict[str, str], kind: str
) -> None:
    """Light and wide, then dark and 320 pixels wide (1,280 at 400 %)."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{strict_address}/{addresses[kind]}")
    assert page.evaluate("__broken") == []
    assert violations(page, RULES) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{strict_address}/{addresses[kind]}")
    assert page.evaluate("__broken") == []
    assert violations(page, COLOURS) == []
    assert page.evaluate(_OVERFLOW)[0] <= 0, page.evaluate(_OVERFLOW)


@pytest.mark.parametrize("kind", SEEN)
def test_letters_twice_as_large_stay_on_the_page(
    page: Page, strict_address: str, addresses: dict[str, str], kind: str
) -> None:
    """A page of 1,280 pixels at 200 %, and one whose letters alone are doubled (WCAG 1.4.4)."""
    page.set_viewport_size({"width": 640, "height": 450})
    page.goto(f"{strict_address}/{addresses[kind]}")
    assert page.evaluate(_OVERFLOW)[0] <= 0, page.evaluate(_OVERFLOW)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(_OVERFLOW)[0] <= 0, page.evaluate(_OVERFLOW)


@pytest.mark.parametrize("kind", ["front", "article", "category", "search", "year", "lost"])
def test_the_keyboard_reaches_everything_and_is_seen_to(
    page: Page, strict_address: str, addresses: dict[str, str], kind: str
) -> None:
    """Every stop of the Tab key shows a ring in the window; the last leads out of the page."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{strict_address}/{addresses[kind]}")
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    reachable = page.locator("a[href]:visible, button:visible, input:visible, summary:visible")
    wanted, stops = reachable.count(), []
    for _ in range(_TABS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) >= wanted > 20
    assert [stop["html"] for stop in stops if not (stop["seen"] and stop["ring"])] == []
    assert len(stops) < _TABS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["hội nghị", "so lop", "xyzxyz"])
def test_results_of_a_search_are_accessible_and_within_the_policy(
    page: Page, strict_address: str, query: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{strict_address}/tim-kiem/?q={query}")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent")
    assert page.evaluate("__broken") == []
    assert violations(page, RULES) == []
    assert page.evaluate(_OVERFLOW)[0] <= 0


def test_a_form_that_cannot_answer_is_not_shown(browser: Browser, strict_address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{strict_address}/tim-kiem/")
        assert page.locator(".search__notice").is_visible()
        assert not page.locator(".search__form").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["đề tài", "xyzxyz"])
def test_results_that_arrive_late_move_nothing(
    browser: Browser, strict_address: str, query: str, width: int
) -> None:
    """A reader who comes from the field of the header has seen the page before its script runs."""
    held: list[Route] = []
    with opened(browser, viewport={"width": width, "height": 740}) as page:
        page.add_init_script(SHIFT)
        page.route("**/search.js", lambda route: held.append(route))
        page.goto(f"{strict_address}/tim-kiem/?q={query}", wait_until="commit")
        page.wait_for_function(PAINTED)
        held[0].continue_()
        page.wait_for_function("() => document.querySelector('[data-search]').dataset.answered")
        page.evaluate(TWO_FRAMES)
        assert page.locator(".search__doors").is_visible()
        assert page.evaluate("__shift") < 0.01


def test_a_filtered_index_is_accessible_and_within_the_policy(
    page: Page, strict_address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{strict_address}/so-lieu/?tim=de+tai&xem=phan-tram")
    page.wait_for_function("() => document.querySelector('[data-sl-count]').textContent")
    assert page.evaluate("__broken") == []
    assert violations(page, RULES) == []


@pytest.mark.parametrize(
    ("kind", "to"),
    [("moved", "**/2016/12/**"), ("moved series", "**/so-lieu/*--tang-giam-so-voi-*/")],
)
def test_a_moved_page_leads_on(
    page: Page, strict_address: str, addresses: dict[str, str], kind: str, to: str
) -> None:
    page.goto(f"{strict_address}/{addresses[kind]}")
    page.wait_for_url(to, wait_until="commit")
    assert page.evaluate("__broken") == []


def test_a_folded_list_of_figures_is_printed(
    page: Page, strict_address: str, addresses: dict[str, str]
) -> None:
    """On the screen it waits until it is asked for."""
    page.goto(f"{strict_address}/{addresses['article']}")
    table = page.locator(".sl-in-article table")
    assert table.locator("tbody tr").count() > 12
    assert not table.is_visible()
    page.emulate_media(media="print")
    try:
        assert table.is_visible()
        assert not page.locator("button:visible").count()
    finally:
        page.emulate_media(media="screen")
