"""The generators that make up a site beside articles and pages, in order."""

from __future__ import annotations

from pelican.generators import Generator

from press.pages.assets import AssetsGenerator
from press.pages.feeds import FeedsGenerator
from press.pages.files import FilesGenerator
from press.pages.redirects import RedirectsGenerator
from press.pages.searching import SearchGenerator
from press.pages.whole_site import WholeSiteGenerator
from press.pages.yearbook import YearbookGenerator


def part_generators() -> list[type[Generator]]:
    """Each writes one kind of files; none depends on what another wrote."""
    return [
        # First, since other processes gather its words while the index is put together here.
        SearchGenerator,
        YearbookGenerator,
        FeedsGenerator,
        FilesGenerator,
        RedirectsGenerator,
        WholeSiteGenerator,
        AssetsGenerator,
    ]
