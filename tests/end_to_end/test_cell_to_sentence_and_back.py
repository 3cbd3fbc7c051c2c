"""The main job, in a real browser: from a cell to its sentence and back to the row."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

REPORT = "dbsh-2023"
OWNER = "cum-dong-bang-song-hong"
TWELVE = {
    ("lop", "439"),
    ("hoc-vien", "trên 40.000"),
    ("de-tai-va-de-an--cap-tinh", "7"),
    ("de-tai--cap-truong", "50"),
    ("de-tai--cap-khoa", "3"),
    ("sang-kien", "14"),
    ("hoi-thao--cap-tinh", "8"),
    ("hoi-thao--cap-truong", "25"),
    ("toa-dam--cap-cum", "1"),
    ("toa-dam--cap-tinh", "2"),
    ("toa-dam--cap-truong", "10"),
    ("toa-dam--cap-khoa", "3"),
}
_BACKGROUND = "element => getComputedStyle(element).backgroundColor"


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def page(request: pytest.FixtureRequest, browser: Browser, sample_address: str):
    context = browser.new_context(
        java_script_enabled=request.param, base_url=f"{sample_address}/", locale="vi-VN"
    )
    opened = context.new_page()
    yield opened
    context.close()


def cells(page: Page) -> list[tuple[str, str]]:
    """Row (without its organisation) and text of each cell of the cluster's table."""
    rows = page.locator(f"section#don-vi-{OWNER} tr.sl-row")
    found = []
    for row in rows.all():
        name = (row.get_attribute("id") or "").removeprefix(f"{OWNER}--")
        found += [(name, cell.inner_text().strip()) for cell in row.locator("td a").all()]
    return found


def test_the_report_gives_its_twelve_figures_and_no_other(page: Page) -> None:
    """Neither the resolution, nor a date, nor the schools that came stand in the index."""
    page.goto("so-lieu/")
    found = cells(page)
    assert len(found) == 12
    assert set(found) == TWELVE


@pytest.mark.parametrize("width", [360, 1280])
def test_a_cell_leads_to_its_sentence_and_the_figure_back_to_its_row(
    page: Page, width: int
) -> None:
    """One click each way, on a phone and on a desk, with and without JavaScript."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("so-lieu/")
    row = f"{OWNER}--hoi-thao--cap-truong"
    cell = page.locator(f"tr#{row} td a")
    assert urlsplit(cell.get_attribute("href") or "").path.startswith("../2023/11/")
    cell.click()
    figure = page.locator("data:target")
    assert figure.inner_text() == "25\u00a0hội thảo cấp trường"
    assert figure.get_attribute("value") == "25"
    sentence = page.locator(".sl-cau:has(:target)")
    assert "Toàn cụm tổ chức" in sentence.inner_text()
    other = page.locator(".sl-cau:not(:has(:target))").first
    assert sentence.evaluate(_BACKGROUND) != other.evaluate(_BACKGROUND)

    figure.locator("a").click()
    assert urlsplit(page.url).path == f"/so-lieu/{row}/"
    assert "25" in page.locator(":target").inner_text()
    page.locator(f'a[href$="#{row}"]').first.click()
    assert urlsplit(page.url).path == "/so-lieu/"
    assert page.locator(":target").get_attribute("id") == row
