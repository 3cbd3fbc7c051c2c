"""The generators that make up a site beside articles and pages, in order."""

from __future__ import annotations

from pelican.generators import Generator

from press.assets import AssetsGenerator
from press.feeds import FeedsGenerator
from press.files import FilesGenerator
from press.redirects import RedirectsGenerator
from press.searching import SearchGenerator
from press.whole_site import WholeSiteGenerator
from press.yearbook import YearbookGenerator


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
