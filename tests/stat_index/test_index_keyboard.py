"""The whole way by keyboard alone: index, sentence, series, index again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

ROW = "cum-dong-bang-song-hong--hoi-thao--cap-truong"
_THERE = """selector => {
  const focused = document.activeElement
  if (!focused || !focused.matches(selector)) return null
  const box = focused.getBoundingClientRect()
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2
  const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight)
  const top = document.elementFromPoint(x, y)
  const style = getComputedStyle(focused)
  return { seen: focused.contains(top), ring: style.outlineStyle !== "none" && style.outlineWidth !== "0px" }
}"""
_MOST = 400
"""So many stops are more than any page of the sample has before what is looked for."""


@pytest.fixture(params=[360, 1280])
def width(request: pytest.FixtureRequest) -> int:
    """Of the window: a phone, a desk."""
    return int(request.param)


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def page(
    request: pytest.FixtureRequest, browser: Browser, sample_address: str, width: int
) -> Iterator[Page]:
    """A page that nobody points at."""
    context = browser.new_context(
        java_script_enabled=request.param,
        base_url=f"{sample_address}/",
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def go_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on `selector`, where it must be seen."""
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        if found := page.evaluate(_THERE, selector):
            assert found == {"seen": True, "ring": True}, selector
            return
    pytest.fail(f"no Tab leads to {selector}")


def test_from_a_cell_to_its_sentence_to_the_series_and_back(page: Page) -> None:
    """Only Tab and Enter; the focus is always visible and never under something else."""
    page.goto("so-lieu/")
    go_to(page, f"tr#{ROW} td a")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#sl-"))
    expect(page.locator("data:target")).to_be_in_viewport()

    go_to(page, "data:target a")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/so-lieu/{ROW}/#sl-"))
    expect(page.locator("tr:target")).to_contain_text("25")

    go_to(page, f'a[href$="#{ROW}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/so-lieu/#{ROW}$"))
    expect(page.locator("tr:target")).to_be_in_viewport()


def test_a_download_is_reached_and_begins(page: Page) -> None:
    """From the head of a series page to the file in the hand."""
    page.goto(f"so-lieu/{ROW}/")
    go_to(page, "a[download][href$='.xlsx']")
    with page.expect_download() as begun:
        page.keyboard.press("Enter")
    assert begun.value.suggested_filename == f"{ROW}.xlsx"


def test_a_wide_table_is_scrolled_by_arrows(page: Page, width: int) -> None:
    """Its region is a stop of its own where it is wider than the window."""
    page.goto("so-lieu/don-vi/truong-mau/")
    go_to(page, ".sl-scroll")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    region = page.locator(".sl-scroll").first
    wider = region.evaluate("region => region.scrollWidth - region.clientWidth")
    if width == 360:
        assert wider > 0
    if wider > 0:
        page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_the_filter_works_by_keyboard(page: Page, request: pytest.FixtureRequest) -> None:
    """With script; without it the filter is not there and no stop leads to it."""
    page.goto("so-lieu/")
    box = page.locator("[data-sl-box]")
    if "without-script" in request.node.name:
        expect(box).to_be_hidden()
        return
    if box.get_attribute("open") is None:
        go_to(page, "[data-sl-box] summary")
        page.keyboard.press("Enter")
    go_to(page, "#sl-loc")
    page.keyboard.type("sang kien")
    page.wait_for_url(re.compile("tim=sang"))
    expect(page.locator(f"tr#{ROW}")).to_be_hidden()
    expect(page.locator("tr#cum-dong-bang-song-hong--sang-kien")).to_be_visible()
