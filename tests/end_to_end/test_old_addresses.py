"""An address of the former site leads to its article, on a host that knows no rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.serving import Quiet, serve


class _PlainHost(Quiet):
    """A host that shows 404.html for what it does not have, and knows no rules."""

    def send_error(self, code: int, *_: object) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture
def host(sample_site: Path) -> Iterator[str]:
    with serve(sample_site, _PlainHost) as address:
        yield address


@pytest.mark.parametrize(
    "old", ["ArticleDetail.aspx?_Article_ID=543", "tin-tuc/tong-ket-2016.html"]
)
def test_old_addresses_lead_on(old: str, host: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{host}/{old}")
    expect(page).to_have_url(re.compile(rf"{host}/2016/12/[\w-]+/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("tổng kết công tác năm 2016")
    page.close()


def test_what_never_was_stays_missing(host: str, browser: Browser) -> None:
    page = browser.new_page()
    with page.expect_response("**/may-chu/dia-chi-cu.json"):
        page.goto(f"{host}/ArticleDetail.aspx?_Article_ID=1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")
    page.close()
