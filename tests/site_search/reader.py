"""A reader with a browser: types a query, reads what the page answers."""

from __future__ import annotations

from playwright.sync_api import Page


class Reader:
    """Sits before the search page at `address` (the root of the site)."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.root = address.rstrip("/")
        page.goto(f"{self.root}/tim-kiem/")

    def asks(self, query: str) -> list[str]:
        """Addresses of the results shown, below the root, best first."""
        self.page.evaluate(
            "document.querySelector('[data-search]').removeAttribute('data-answered')"
        )
        self.page.fill("#tu-khoa", query)
        self.page.wait_for_function(
            "query => document.querySelector('[data-search]').dataset.answered === query", arg=query
        )
        return self.results()

    def results(self) -> list[str]:
        """Addresses of the articles that are shown now."""
        return self._links("[data-search-results] a")

    def series(self) -> list[str]:
        """Addresses of the series that are shown now."""
        return self._links("[data-search-series]:not([hidden]) a")

    @property
    def status(self) -> str:
        """What a screen reader is told."""
        return self.page.inner_text("[role=status]")

    def _links(self, selector: str) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            selector, "links => links.map(a => a.href)"
        )
        return [link.removeprefix(f"{self.root}/") for link in found]
