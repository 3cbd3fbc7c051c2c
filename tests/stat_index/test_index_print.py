"""A year printed is a booklet: numbered pages, every figure, its sources as notes."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

YEAR = 2023
Booklet = tuple[list[str], list[str], list[str]]
"""Text of each printed page without spaces, values on screen, addresses of the sources."""


@pytest.fixture(scope="module")
def booklet(browser: Browser, sample_address: str) -> Booklet:
    """A year of the sample, printed."""
    page = browser.new_page()
    page.goto(f"{sample_address}/so-lieu/nam/{YEAR}/")
    values = page.locator(".sl-year-table td:nth-child(2) > a").all_inner_texts()
    sources = page.locator(".sl-note-list .sl-address").all_text_contents()
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.close()
    return [bare(sheet.extract_text()) for sheet in printed.pages], values, sources


def bare(text: str) -> str:
    """Without spaces, which a PDF does not keep."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def test_every_page_bears_its_number(booklet: Booklet) -> None:
    """And how many there are, so that a lost sheet is noticed."""
    pages, _, _ = booklet
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in text


def test_a_table_goes_on_where_the_sheet_ends(browser: Browser, sample_address: str) -> None:
    """Groups kept whole left every other sheet half white. Heads stand above a row of theirs."""
    page = browser.new_page()
    page.goto(f"{sample_address}/so-lieu/don-vi/truong-mau/")
    rows = page.locator(".sl-table tbody tr").count()
    head = bare(page.locator(".sl-change-head").first.text_content() or "")
    foot = bare(page.locator(".site-footer h2").first.text_content() or "")
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    page.close()
    sheets = [bare(sheet.extract_text()) for sheet in printed.pages]
    tables = [text for text in sheets if not text.startswith(foot)]
    assert len(tables) <= rows / 10
    assert [text for text in tables if head not in text or text.endswith(head)] == []


def test_the_first_page_already_holds_figures(booklet: Booklet) -> None:
    """The head of the site takes no sheet of its own."""
    pages, values, _ = booklet
    assert bare("Chỉ tiêu") in pages[0]
    assert bare(values[0]) in pages[0]


def test_every_figure_of_the_year_is_printed(booklet: Booklet) -> None:
    """Nothing is cut off at an edge or left on screen."""
    pages, values, _ = booklet
    whole = "".join(pages)
    assert values
    assert [value for value in values if bare(value) not in whole] == []


def test_a_table_of_many_years_is_not_cut_off(browser: Browser, sample_address: str) -> None:
    """It lies across its sheets, and every column is on them."""
    page = browser.new_page()
    page.goto(f"{sample_address}/so-lieu/")
    owner = page.locator(".sl-owner--long").first
    years = owner.locator("thead .sl-year").all_inner_texts()
    assert len(years) > 6
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    page.close()
    across = [sheet for sheet in printed.pages if sheet.mediabox.width > sheet.mediabox.height]
    text = "".join(bare(sheet.extract_text()) for sheet in across)
    assert across
    assert "".join(map(bare, years)) in text
    assert all(max(places(sheet)) < float(sheet.mediabox.width) for sheet in across)


def places(sheet: PageObject) -> list[float]:
    """Where, from the left, each piece of text begins."""
    found: list[float] = []

    def note(text: str, page: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            found.append(page[0] * line[4] + page[4])

    sheet.extract_text(visitor_text=note)
    return found


def test_sources_are_numbered_notes(booklet: Booklet) -> None:
    """Each number in brackets has its note at the end."""
    pages, _, sources = booklet
    whole = "".join(pages)
    notes = whole[whole.rindex(bare("Nguồn1.")) :]
    referred = {int(number) for number in re.findall(r"\[(\d+)\]", whole)}
    assert referred == set(range(1, len(sources) + 1))
    assert all(f"{number}." in notes for number in referred)


def test_each_note_says_where_its_article_is(booklet: Booklet) -> None:
    """On paper nobody can follow a link."""
    pages, _, sources = booklet
    whole = "".join(pages)
    notes = whole[whole.rindex(bare("Nguồn1.")) :]
    assert sources
    assert [address for address in sources if bare(address) not in notes] == []


def test_furniture_of_the_screen_stays_off_paper(
    booklet: Booklet,
) -> None:
    """Ways to other pages are of no use there."""
    whole = "".join(booklet[0])
    assert bare("Số liệu của mọi năm") not in whole
    assert f"←{YEAR - 1}" not in whole
