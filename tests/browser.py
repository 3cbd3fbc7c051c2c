"""The real browser that page tests use."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: Milliseconds that a page is waited for. What is tested is that something comes, not how soon:
#: where many machines share one processor, a page takes half a minute to open.
_PATIENCE = 180_000

_Opened = TypeVar("_Opened", BrowserContext, Page)

expect.set_options(timeout=_PATIENCE)


def system_browser() -> str | None:
    """Path of an installed Chromium; None means Playwright's own.

    The shell is the same engine without the windows, menus and services around it: a page takes a
    third of the processor's time.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    return None


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium that looks for nothing on the network by itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=_QUIET)
        browser.new_context = _patient(browser.new_context)  # type: ignore[method-assign]
        browser.new_page = _patient(browser.new_page)  # type: ignore[method-assign]
        try:
            yield browser
        finally:
            browser.close()


def _patient(opened: Callable[..., _Opened]) -> Callable[..., _Opened]:
    """`opened`, with pages that are waited for."""

    def patiently(**options: object) -> _Opened:
        made = opened(**options)
        made.set_default_timeout(_PATIENCE)
        return made

    return patiently
