"""One page of each type of the sample site, in a real browser, under the security policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tools.screenshots import one_of_each

from tests.theme.conftest import serve_strictly
from tests.theme.test_browser import COLOURS, RULES, WATCH, opened

#: Classes of the body; a type that the sample site loses is noticed.
TYPES = (
    "page-archive", "page-article", "page-front", "page-list", "page-map", "page-own",
    "page-period", "page-search", "page-so-lieu", "page-terms",
)  # fmt: skip


@pytest.fixture(scope="module")
def strict_address(sample_site: Path) -> Iterator[str]:
    with serve_strictly(sample_site) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(sample_site: Path) -> dict[str, str]:
    return one_of_each(sample_site)


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    with opened(browser, viewport={"width": 320, "height": 640}, color_scheme="dark") as page:
        page.add_init_script(WATCH)
        yield page


def test_every_page_type_is_looked_at(addresses: dict[str, str]) -> None:
    assert set(addresses) - {"page-missing", "page-components"} == set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_is_accessible(
    browser: Browser, strict_address: str, addresses: dict[str, str], kind: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{strict_address}/{addresses[kind]}")
        found = Axe().run(page, options=RULES).response["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_is_narrow_dark_and_within_the_policy(
    narrow: Page, strict_address: str, addresses: dict[str, str], kind: str
) -> None:
    narrow.goto(f"{strict_address}/{addresses[kind]}")
    found = Axe().run(narrow, options=COLOURS).response["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == []
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    narrow.reload()
    assert narrow.evaluate("__broken") == []
