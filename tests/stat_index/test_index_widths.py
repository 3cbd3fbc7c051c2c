"""Tables of the index where there is much room or little, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser


def test_the_last_change_stays_in_view_beside_many_years(
    browser: Browser, sample_address: str
) -> None:
    """On a desk of 1,280 px nine years reach over the edge; what the newest did does not."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{sample_address}/so-lieu/don-vi/truong-mau/")
    table = page.locator(".sl-scroll").first
    assert table.evaluate("e => e.scrollWidth > e.clientWidth")
    edge = table.evaluate("e => e.getBoundingClientRect().right")
    for cell in (".sl-change-head", ".sl-latest"):
        right = table.locator(cell).first.evaluate("e => e.getBoundingClientRect().right")
        assert right <= edge + 1
    page.close()


def test_a_printed_value_stands_beside_its_name(browser: Browser, sample_address: str) -> None:
    """One year alone was set at the far edge of the sheet."""
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.emulate_media(media="print")
    page.goto(f"{sample_address}/so-lieu/")
    alone = page.locator(".sl-table:not(:has(.sl-change-head))").first
    name = alone.locator("tbody th").first.evaluate("e => e.getBoundingClientRect().right")
    value = alone.locator("tbody td").first.evaluate("e => e.getBoundingClientRect().right")
    assert value - name < 200
    page.close()
