"""Pages of the index as the press makes them, without a press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2

from press.fragments import Fragments
from press.pages.template_filters import filters
from press.pages.templates import prepared
from press.site import SiteInfo
from press.site_state import Frame
from stat_index.pages.page import Page

THEME = Path(__file__).resolve().parents[2] / "theme"
SITE = SiteInfo(name="Niên giám", organisation="Trường Mẫu", url="https://nien-giam.example")


def html_of(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Address and HTML of each of `pages`."""
    environment = prepared(
        jinja2.Environment(
            loader=jinja2.FileSystemLoader(THEME / "templates"),
            extensions=[Fragments],
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )
    environment.filters.update(filters())
    environment.globals.update(SITE=SITE, frame=Frame((), ()))
    for page in pages:
        template = environment.get_template(f"{page.template}.html")
        root = "/".join([".."] * page.address.count("/"))
        yield page.address, template.render(page.values, SITEURL=root)
