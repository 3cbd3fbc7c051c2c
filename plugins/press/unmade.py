"""What only making a site brings to light, with nothing made and nothing remembered of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from findings import Finding
from press.cache.store import Store
from press.pages.doubted import Doubted
from press.pages.templates import generators_of
from press.pages.writer import DuplicateAddress
from press.pages.yearbook import YearbookGenerator
from press.reader.places import chosen_places, dead_links
from press.reader.twin_files import twin_files
from press.site import read_site
from press.site_state import SiteState
from press.staging.stage import Stage
from press.staging.standing import Standing

if TYPE_CHECKING:
    from press.looking import Seen
    from press.steps import Build


@contextmanager
def unmade(build: Build, seen: Seen, store: Store) -> Iterator[Unmade]:
    """The site of what was `seen`; what comes of it is to be read before it is left."""
    aside = store.aside()
    try:
        with TemporaryDirectory() as folder:
            yield Unmade(build, seen, aside, Path(folder))
    finally:
        aside.close()


class Unmade:
    """A site that is arranged and not made."""

    def __init__(self, build: Build, seen: Seen, aside: Store, folder: Path) -> None:
        """What it keeps goes into the store `aside`, which is thrown away with the `folder`."""
        self._build, self._seen, self._aside, self._folder = build, seen, aside, folder

    @cached_property
    def _context(self) -> dict[str, Any]:
        return self._build.arranged(self._seen, read_site(self._build.settings))

    @cached_property
    def _state(self) -> SiteState:
        stage = Stage(self._folder / "site", self._folder, Standing())
        return self._build.state(self._context, self._aside, stage, dict)

    def doubted(self) -> Doubted:
        """What the index finds doubtful."""
        self._context["press"] = self._state
        (index,) = generators_of([YearbookGenerator], self._build.pelican, self._context, "")
        index.generate_context()
        return Doubted(self._aside, self._seen.survey.site.by_name, index.doubts)

    def dead_links(self) -> list[Finding]:
        """Links to pages that the site would not have, and to files that would not be published."""
        return [*self._to_pages(), *twin_files(self._seen.records, self._seen.survey.site)]

    def _to_pages(self) -> list[Finding]:
        if not any(map(chosen_places, self._seen.records)):
            return []
        scratch = self._folder / "scratch"
        scratch.mkdir()
        try:
            noting = self._build.noting(self._context, self._state, scratch)
            writer = noting.new_writer()
            noting.note(writer)
        except DuplicateAddress:
            if self._seen.told.errors:
                return []  # Which ones share an address is told already.
            raise
        contents, site = self._context["newsroom"].contents, self._seen.survey.site
        unread = len(site.documents) - len(self._seen.records)
        return dead_links(contents, site, writer.names, whole=not unread)
