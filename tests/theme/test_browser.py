"""Pages in a real browser: accessible, self-contained, fit for a narrow screen and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

PAGES = {
    "front": "",
    "empty front": "trang-chu-trong/",
    "article": "2023/11/day-du/",
    "bare article": "2023/10/toi-thieu/",
    "draft": "2023/09/ban-nhap/",
    "demonstration": "2023/07/minh-hoa/",
    "unwieldy article": "2023/06/kho-xep/",
    "category": "chuyen-muc/dao-tao-boi-duong/",
    "older page": "chuyen-muc/dao-tao-boi-duong/trang/1/",
    "tag": "the/de-tai-khoa-hoc/",
    "author": "tac-gia/ban-bien-tap/",
    "categories": "chuyen-muc/",
    "archives": "luu-tru/",
    "year": "2023/",
    "month": "2023/11/",
    "site map": "so-do-trang/",
    "own page": "gioi-thieu/",
    "components": "thanh-phan/",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
#: Nothing else differs between the schemes.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
WATCH = """
window.__broken = [];
addEventListener("securitypolicyviolation", event => __broken.push(event.violatedDirective));
"""
SHIFT = """
window.__shift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) { window.__shift += entry.value; }
}).observe({type: "layout-shift", buffered: true});
"""
#: Whether the letters of main headings have come.
_HEADING = """
wanted => {
  const faces = [...document.fonts].filter(face => face.family.includes("Be Vietnam Pro")
    && face.weight == "700" && face.unicodeRange.includes("U+20"));
  const there = faces.filter(face => face.status == "loaded").length;
  return wanted == "loaded" ? there > 0 : faces.length > 0 && there == 0;
}
"""
PAINTED = "() => performance.getEntriesByType('paint').length > 1"
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@contextmanager
def opened(browser: Browser, **options: object) -> Iterator[Page]:
    """A page of a fresh browser context."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    """One page, 320 pixels wide, that notes breaches of the security policy."""
    with opened(browser, viewport={"width": 320, "height": 640}) as page:
        page.add_init_script(WATCH)
        yield page


@pytest.fixture(scope="module", params=["light", "dark"])
def coloured(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, Page]]:
    """One page for each scheme of colours, and its name."""
    with opened(browser, color_scheme=request.param) as page:
        yield request.param, page


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(coloured: tuple[str, Page], gallery_address: str, kind: str) -> None:
    scheme, page = coloured
    page.goto(f"{gallery_address}/{PAGES[kind]}")
    # Two examples of one landmark share its name on the component page only.
    off = {"landmark-unique": {"enabled": kind != "components"}}
    options = {**RULES, "rules": off} if scheme == "light" else COLOURS
    found = Axe().run(page, options=options).response["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_keeps_the_security_policy_and_asks_no_other_host(
    narrow: Page, gallery_address: str, kind: str
) -> None:
    asked: list[str] = []
    narrow.on("request", lambda request: asked.append(request.url))
    narrow.goto(f"{gallery_address}/{PAGES[kind]}")
    assert narrow.evaluate("__broken") == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(gallery_address).netloc}


def test_the_policy_is_in_force(narrow: Page, gallery_address: str) -> None:
    """The test above can fail."""
    narrow.goto(gallery_address)
    narrow.evaluate("document.body.setAttribute('style', 'color: red')")
    narrow.wait_for_function("__broken.length == 1")


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_sticks_out_at_320_pixels(narrow: Page, gallery_address: str, kind: str) -> None:
    """As wide as a page of 1,280 pixels at 400 % (WCAG 1.4.10)."""
    narrow.goto(f"{gallery_address}/{PAGES[kind]}")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", ["front", "article", "category", "year"])
def test_nothing_moves_while_a_page_loads(
    browser: Browser, gallery_address: str, kind: str
) -> None:
    """Though the letters of headings arrive when the page has long been shown."""
    held: list[Route] = []
    with opened(browser, viewport={"width": 412, "height": 823}) as page:
        page.add_init_script(SHIFT)
        page.route("**/*.woff2", lambda route: held.append(route))
        page.goto(f"{gallery_address}/{PAGES[kind]}", wait_until="commit")
        page.wait_for_function(PAINTED)
        page.wait_for_function(_HEADING, arg="unloaded")
        assert held
        for route in held:
            route.continue_()
        page.unroute("**/*.woff2")
        page.wait_for_function(_HEADING, arg="loaded")
        page.evaluate(TWO_FRAMES)
        assert page.evaluate("__shift") < 0.01


def test_the_first_tab_stop_leads_past_the_header(browser: Browser, gallery_address: str) -> None:
    with opened(browser) as page:
        page.goto(gallery_address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Chuyển đến nội dung chính"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')")


def test_an_article_prints_and_cites_with_a_script_and_reads_without(
    browser: Browser, gallery_address: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{gallery_address}/{PAGES['article']}")
        assert page.locator("[data-print]").is_visible()
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{gallery_address}/{PAGES['article']}")
        assert not page.locator("[data-print]").is_visible()
        assert page.locator(".prose table").is_visible()
        assert page.locator(".citation summary").is_visible()


def test_a_wide_table_scrolls_by_itself_and_by_keyboard(
    browser: Browser, gallery_address: str
) -> None:
    with opened(browser, viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{gallery_address}/{PAGES['article']}")
        table = page.locator(".prose table")
        assert table.evaluate("node => node.scrollWidth > node.clientWidth")
        assert table.get_attribute("tabindex") == "0"


#: How high a line is, and how much of it a mark below one line and two above the next take.
_MARKS = """
async heading => {
  const style = getComputedStyle(heading);
  // Large, for measures are rounded; without fallbacks, for the machine may have none of them.
  const font = `${style.fontWeight} 1000px "Be Vietnam Pro"`;
  await document.fonts.load(font, "ẶỂ");
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const below = pen.measureText("Ặ").actualBoundingBoxDescent;
  const both = below + pen.measureText("Ể").actualBoundingBoxAscent;
  return [parseFloat(style.lineHeight) / parseFloat(style.fontSize), both / 1000];
}
"""


@pytest.mark.parametrize("level", ["h1", "h2", "h3"])
def test_marks_of_two_lines_of_capitals_do_not_meet(
    browser: Browser, gallery_address: str, level: str
) -> None:
    """Institutions like to write their headings so."""
    with opened(browser) as page:
        page.goto(f"{gallery_address}/{PAGES['article']}")
        line, marks = page.locator(f"main {level}").first.evaluate(_MARKS)
        assert 0 < marks <= line


_NAMES, _ORDER = ".prose td:nth-child(2)", ".prose td:first-child"


def test_names_stay_while_a_table_scrolls(browser: Browser, gallery_address: str) -> None:
    """The column of names is the second where the first counts rows; its words do not touch the number."""
    with opened(browser, viewport={"width": 360, "height": 640}) as page:
        page.goto(f"{gallery_address}/{PAGES['unwieldy article']}")
        order, names = (page.locator(cell).bounding_box() for cell in (_ORDER, _NAMES))
        assert order
        assert names
        assert order["width"] < 60 < 100 <= names["width"] < 180
        assert (
            page.locator(_NAMES).evaluate(
                "cell => parseFloat(getComputedStyle(cell).paddingInlineStart)"
            )
            >= 8
        )
        page.locator(".prose table").evaluate("table => { table.scrollLeft = 400; }")
        kept = page.locator(_NAMES).bounding_box()
        assert kept
        assert 0 <= kept["x"] < names["x"]


@pytest.mark.parametrize(("letters", "way"), [("16px", "sticky"), ("32px", "static")])
def test_names_stay_only_where_there_is_room_for_more(
    browser: Browser, gallery_address: str, letters: str, way: str
) -> None:
    """With letters of twice the size they would cover what is scrolled to."""
    width = int(320 / float(letters.removesuffix("px")) * 16)
    with opened(browser, viewport={"width": width, "height": 640}) as page:
        page.goto(f"{gallery_address}/{PAGES['unwieldy article']}")
        assert page.locator(_NAMES).evaluate("cell => getComputedStyle(cell).position") == way


def test_a_wide_table_goes_on_beside_the_text(browser: Browser, gallery_address: str) -> None:
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(f"{gallery_address}/{PAGES['unwieldy article']}")
        table, text = (page.locator(part).bounding_box() for part in (".prose table", ".prose"))
        assert table
        assert text
        assert table["x"] == text["x"]
        assert text["width"] + 100 < table["width"] <= 1280 - table["x"]


def test_only_the_current_link_is_marked_in_colours_that_a_reader_chose(
    browser: Browser, gallery_address: str
) -> None:
    with opened(browser, forced_colors="active") as page:
        page.goto(f"{gallery_address}/{PAGES['archives']}")
        drawn = page.eval_on_selector_all(
            ".site-nav__link",
            "links => links.map(a => [a.ariaCurrent, getComputedStyle(a).borderBlockEndColor])",
        )
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert [current for current, colour in drawn if colour != ground] == ["page"]
        assert len(drawn) > 2


def test_nothing_is_cut_off_on_paper(browser: Browser, gallery_address: str) -> None:
    """A4 without its margins: 178 mm at 96 dots an inch."""
    with opened(browser, viewport={"width": 673, "height": 1000}) as page:
        page.emulate_media(media="print")
        page.goto(f"{gallery_address}/{PAGES['unwieldy article']}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 673
        assert page.locator(_NAMES).evaluate("cell => getComputedStyle(cell).position") == "static"


def test_paper_says_where_it_comes_from(browser: Browser, gallery_address: str) -> None:
    """Once: an article has its citation."""
    with opened(browser) as page:
        for kind in ("archives", "article"):
            page.goto(f"{gallery_address}/{PAGES[kind]}")
            assert "https://truongmau.example" not in page.inner_text("body")
            page.emulate_media(media="print")
            assert (
                page.inner_text("body").count("https://truongmau.example/tin/" + PAGES[kind]) == 1
            )
            page.emulate_media(media="screen")


def test_paper_shows_the_text_and_not_the_furniture(browser: Browser, gallery_address: str) -> None:
    with opened(browser) as page:
        page.emulate_media(media="print")
        page.goto(f"{gallery_address}/{PAGES['article']}")
        assert page.locator("h1").is_visible()
        assert page.locator(".sources").is_visible()
        for furniture in (".site-nav", ".search-box", ".breadcrumbs", ".related"):
            assert not page.locator(furniture).first.is_visible()


@pytest.mark.parametrize(("wish", "way"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_glides_for_those_who_do_not_want_it(
    browser: Browser, gallery_address: str, wish: str, way: str
) -> None:
    with opened(browser, reduced_motion=wish) as page:
        page.goto(gallery_address)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == way
