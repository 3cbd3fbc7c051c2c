"""The pages of the sample site, in a real browser: whole without script, better with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Locator, Page, expect

KINDS = {
    "index": "so-lieu/",
    "series": "so-lieu/truong-mau--lop/",
    "year": "so-lieu/nam/2023/",
    "organisation": "so-lieu/don-vi/truong-mau/",
    "comparison": "so-lieu/so-sanh/2023/",
    "corrections": "dinh-chinh/",
}
_TABLES = ("don-vi", "nam", "so-sanh")
_VALUES = ".sl-row > td:not(.sl-trend, .sl-notes) a:not([href^='#'])"
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def soup_of(path: Path) -> BeautifulSoup:
    """A page of the built site."""
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


@cache
def named(path: Path) -> dict[str, Tag]:
    """The elements of a page of the built site that have an id; many links lead to each page."""
    return {str(element["id"]): element for element in soup_of(path).find_all(id=True)}


def name_heard(page: Page, place: Locator) -> str:
    """What a screen reader is told of one element, once the browser has come to it."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    place.scroll_into_view_if_needed()
    place.evaluate("element => { window.asked = element }")
    for _ in range(40):
        asked = session.send("Runtime.evaluate", {"expression": "asked"})["result"]["objectId"]
        question = {"objectId": asked, "fetchRelatives": False}
        (node,) = session.send("Accessibility.getPartialAXTree", question)["nodes"]
        if "name" in node:
            return str(node["name"]["value"])
        page.wait_for_timeout(50)
    raise AssertionError(f"nothing is told of {place}")


@pytest.fixture
def page(browser: Browser, sample_address: str) -> Iterator[Page]:
    """A page on a desk, with script."""
    context = browser.new_context(
        base_url=f"{sample_address}/", viewport={"width": 1280, "height": 900}
    )
    yield context.new_page()
    context.close()


def test_every_value_of_the_index_leads_to_an_element_that_holds_it(sample_site: Path) -> None:
    """No link of any table is dead, and the number stands, as written, where it leads."""
    written = {
        row["OBS_ID"]: row["AS_WRITTEN"]
        for row in json.loads((sample_site / "so-lieu/so-lieu.json").read_text("utf-8"))[
            "observations"
        ]
    }
    checked = 0
    index = sample_site / "so-lieu"
    tables = [index, *(folder for kind in _TABLES for folder in sorted((index / kind).iterdir()))]
    for folder in tables:
        links = soup_of(folder / "index.html").select(_VALUES)
        assert links, folder
        for link in links:
            address, _, anchor = unquote(str(link["href"])).partition("#")
            element = named((folder / address / "index.html").resolve()).get(anchor)
            assert element is not None, link["href"]
            values = {Decimal(v) for v in str(element["value"]).split("..")}
            assert values <= set(_numbers(link.get_text())), link["href"]
            assert _spaced(written[anchor]) in _spaced(element.get_text()), link["href"]
            checked += 1
    assert checked > 200


def _numbers(text: str) -> Iterator[Decimal]:
    """Those that a cell shows; amounts of money may be in short."""
    for digits, scale in re.findall(r"([\d.]+(?:,\d+)?)(?: (tỷ|triệu))?", text):
        value = Decimal(digits.replace(".", "").replace(",", "."))
        yield value * {"": 1, "triệu": 10**6, "tỷ": 10**9}[scale]


def _spaced(text: str) -> str:
    """With plain spaces."""
    return " ".join(text.split())


def test_every_figure_of_an_article_leads_to_its_row_and_back(sample_site: Path) -> None:
    """The row has the same id and quotes the sentence."""
    checked = 0
    for path in sorted(sample_site.glob("20*/*/*/index.html")):
        for link in soup_of(path).select("data.sl > a"):
            address, _, anchor = str(link["href"]).partition("#")
            row = named((path.parent / address / "index.html").resolve()).get(anchor)
            assert row is not None, (path, link["href"])
            back = row.select_one(".sl-source a")
            assert back is not None
            assert str(back["href"]).endswith(f"#{anchor}")
            checked += 1
            if checked == 60:
                return
    raise AssertionError("the sample has too few figures")


def test_the_article_lists_its_figures(sample_site: Path) -> None:
    """Each leads to its sentence above and to its row."""
    path = next(sample_site.glob("2023/11/*dong-bang-song-hong*/index.html"))
    soup = soup_of(path)
    rows = soup.select(".sl-in-article tbody tr")
    assert len(rows) == 12
    for row in rows:
        assert soup.find(id=str(row.select_one("td a")["href"]).removeprefix("#")) is not None


def test_demonstrations_say_so_on_every_page_that_shows_them(sample_site: Path) -> None:
    """Index, series, year, organisation, comparison and corrections."""
    for address in KINDS.values():
        text = soup_of(sample_site / address / "index.html").get_text().lower()
        assert "minh họa" in text, address


def test_the_disagreement_and_the_correction_of_the_sample_are_shown(sample_site: Path) -> None:
    """With their marks and words, in the table."""
    soup = soup_of(sample_site / "so-lieu" / "don-vi" / "truong-mau" / "index.html")
    assert soup.select(".sl-row .sl-mark--sua")
    assert soup.select(".sl-row .sl-mark--khac")
    notes = soup_of(sample_site / "dinh-chinh" / "index.html").select(".sl-corrections > li")
    assert notes
    assert notes[0].find("del")
    assert notes[0].find("ins")


def test_a_chart_is_drawn_where_there_is_something_to_compare(sample_site: Path) -> None:
    """One column alone filled half a phone and said no more than its number."""
    pages = [soup_of(file) for file in sample_site.glob("so-lieu/*/index.html")]
    drawn = {
        (len(page.select(".sl-sources tbody th")) > 1, bool(page.select("figure.chart")))
        for page in pages
        if page.select(".sl-sources")
    }
    assert drawn == {(True, True), (False, False)}


def test_pages_carry_no_inline_style_or_script(sample_site: Path) -> None:
    """The content security policy forbids both."""
    for address in KINDS.values():
        soup = soup_of(sample_site / address / "index.html")
        assert not soup.select("[style], style, [onclick]"), address
        assert all(
            tag.get("src") or tag["type"] == "application/ld+json" for tag in soup.select("script")
        )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_and_none_has_barriers(
    browser: Browser, sample_address: str, kind: str, width: int
) -> None:
    """Tables scroll within themselves; axe finds nothing."""
    context = browser.new_context(
        base_url=f"{sample_address}/", viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(KINDS[kind])
    assert page.evaluate(_OVERFLOW) <= 0
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.response["violations"] == [], found.generate_report()
    context.close()


def test_on_a_phone_the_newest_year_is_in_view_first(browser: Browser, sample_address: str) -> None:
    """Beside the name of the row, without scrolling."""
    context = browser.new_context(
        base_url=f"{sample_address}/", viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(KINDS["organisation"])
    head = page.locator(".sl-table thead [data-year]").first
    box = head.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 360
    context.close()


def test_without_script_there_are_no_controls_that_do_nothing(
    browser: Browser, sample_address: str
) -> None:
    """The table is there, the form is not."""
    context = browser.new_context(base_url=f"{sample_address}/", java_script_enabled=False)
    page = context.new_page()
    page.goto(KINDS["index"])
    expect(page.locator("[data-sl-box]")).to_be_hidden()
    expect(page.locator(".sl-row").first).to_be_visible()
    context.close()


def test_a_filter_works_typed_without_marks_and_stays_in_the_address(page: Page) -> None:
    """The address gives the same view to somebody else."""
    page.goto(KINDS["organisation"])
    page.get_by_label("Tìm chỉ tiêu").fill("de tai cap tinh")
    page.wait_for_url(re.compile(r"tim=de"))
    rows = page.locator(".sl-row:visible")
    expect(rows.first).to_be_visible()
    assert all("tỉnh" in text.lower() for text in rows.locator("th").all_text_contents())
    count = rows.count()
    page.goto(page.url)
    expect(page.locator(".sl-row:visible")).to_have_count(count)
    page.get_by_role("button", name="Bỏ chọn").click()
    expect(page).not_to_have_url(re.compile(r"tim="))


def test_years_can_be_chosen_and_changes_shown(page: Page) -> None:
    """Columns go; values give way to changes, and come back."""
    page.goto(KINDS["series"].replace("truong-mau--lop", "don-vi/truong-mau"))
    page.get_by_label("Từ năm").select_option("2022")
    heads = page.locator(".sl-table").first.locator("thead [data-year]:visible")
    expect(heads.last).to_have_text("2022")
    row = page.locator("#truong-mau--lop")
    page.get_by_label("Hiện").select_option("thay-doi")
    expect(page.locator(".sl-changes").first).to_be_visible()
    cell = row.locator("td[data-change]").first
    shown = "cell => getComputedStyle(cell, '::after').content"
    assert cell.evaluate(shown) == f'"{cell.get_attribute("data-change")}"'
    expect(row.locator("td[data-value] a").first).to_be_hidden()
    page.get_by_label("Hiện").select_option("")
    expect(row.locator("td[data-value] a").first).to_be_visible()


def test_where_there_is_no_change_every_reader_is_told_why(page: Page) -> None:
    """In the cell itself: for a finger, the keyboard, paper, and whoever listens."""
    page.goto(f"{KINDS['index']}?xem=phan-tram")
    values = page.locator(".sl-part td[data-value]")
    assert values.count() > 0
    assert values.and_(page.locator(":not([data-percent], [data-why])")).count() == 0
    cell = page.locator("#truong-mau--luot-ban-doc td[data-why^='2022']").first
    assert name_heard(page, cell) == "2022 nêu khác nhau"
    assert cell.evaluate("cell => cell.scrollWidth <= cell.clientWidth")


@pytest.mark.parametrize("width", [360, 1280])
def test_marks_are_heard_too(page: Page, width: int) -> None:
    """In words: few screen readers tell a sign, or the title of an abbreviation."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(KINDS["organisation"])
    name = name_heard(page, page.locator("#truong-mau--luot-ban-doc td:has(.sl-mark)"))
    assert name == "5.912 hoặc 5.876 Các bài nêu khác nhau"
    name = name_heard(page, page.locator("#truong-mau--sang-kien td:has(.sl-mark)"))
    assert name == "12 Đã đính chính"


@pytest.mark.parametrize("width", [360, 1280])
def test_no_value_of_a_table_overflows_its_column(
    browser: Browser, sample_address: str, width: int
) -> None:
    """Be it an amount of money that no word can shorten: `sl-long` makes room for it."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{sample_address}/{KINDS['organisation']}")
    torn = """cells => cells.filter(cell => {
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const own = cell.getBoundingClientRect();
        const range = document.createRange();
        while (text.nextNode()) {
            range.selectNodeContents(text.currentNode);
            const {left, right, width} = range.getBoundingClientRect();
            if (width && (left < own.left || right > own.right)) return true;
        }
        return false;
    }).map(cell => cell.textContent)"""
    cells = page.locator(".sl-part td[data-value]")
    assert cells.evaluate_all(torn) == []
    value = cells.first.locator("a")
    value.evaluate("link => { link.textContent = '111.234.567.890' }")
    assert cells.evaluate_all(torn) == ["111.234.567.890"]
    cells.first.evaluate("cell => cell.classList.add('sl-long')")
    assert cells.evaluate_all(torn) == []
    page.close()


def test_a_phone_shows_all_years_to_whoever_asks_without_script_too(
    browser: Browser, sample_address: str
) -> None:
    """The newest come first; a box brings the others."""
    for script in (True, False):
        context = browser.new_context(
            viewport={"width": 360, "height": 800}, java_script_enabled=script
        )
        page = context.new_page()
        page.goto(f"{sample_address}/{KINDS['organisation']}")
        cells = page.locator("#truong-mau--lop > td[data-value]")
        few = cells.and_(page.locator(":visible")).count()
        page.get_by_label("Xem cả").first.check()
        assert few < cells.and_(page.locator(":visible")).count() == cells.count()
        context.close()


def test_rows_can_be_sorted_and_put_back(page: Page) -> None:
    """Within their groups."""
    page.goto(KINDS["organisation"])
    body = page.locator(".sl-table tbody").first
    ids = "rows => rows.map(row => row.id)"
    before = body.locator(".sl-row").evaluate_all(ids)
    page.get_by_label("Sắp xếp").select_option("nho")
    page.wait_for_url(re.compile("xep=nho"))
    sorted_ids = body.locator(".sl-row").evaluate_all(ids)
    assert sorted(sorted_ids) == sorted(before)
    assert sorted_ids != before
    page.get_by_label("Sắp xếp").select_option("")
    page.wait_for_url(lambda url: "xep" not in url)
    assert body.locator(".sl-row").evaluate_all(ids) == before


def test_the_table_can_be_read_with_the_keyboard_alone(page: Page) -> None:
    """Its scrolling region takes focus, and Enter on a value goes to the sentence."""
    page.goto(KINDS["organisation"])
    region = page.locator(".sl-scroll").first
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("Tab")
    value = page.locator("#truong-mau--lop td a").first
    value.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#sl-"))
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_an_address_of_a_row_far_below_brings_that_row_into_view(
    browser: Browser, sample_address: str, width: int, script: bool
) -> None:
    """Although tables below the fold are laid out only when they come near."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=script,
    )
    page = context.new_page()
    page.goto(f"{sample_address}/so-lieu/#truong-mau--de-tai--cap-khoa")
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


def test_the_way_of_reading_is_said_in_vietnamese(sample_site: Path) -> None:
    """No id of a rule stands on a series page."""
    texts = [
        reading.get_text()
        for path in (sample_site / "so-lieu").glob("*/index.html")
        for reading in soup_of(path).select(".sl-reading")
    ]
    named = [re.match(r"cách đọc: ([^;]+);", text) for text in texts]
    assert any(named)
    assert [match[1] for match in named if match and re.fullmatch("[a-z-]+", match[1])] == []
