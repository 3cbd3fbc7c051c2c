"""The index after an edit, begun before the archive is loaded.

What the index shows of all articles is known from the last build, and what was edited is read
first: so a process beside puts the index together while the others are loaded, checked and
arranged. Once they are, it is seen whether it was right; only then it makes files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from pictures.store import BuildPictures
from press.archive.content import NewsArticle
from press.archive.far import FarDocuments, FarRoom
from press.archive.indexed import Indexed, in_order, indexed, indexed_from
from press.archive.remembered import Remembered, from_light
from press.cache.bodies import CODING
from press.cache.outline import Outline
from press.cache.published import Published
from press.cache.store import Store
from press.edits.ahead import Edits, read_ahead
from press.edits.noting import index_answers
from press.pages.searching import SearchGenerator
from press.pages.templates import generators_of
from press.pages.writer import PressWriter
from press.pages.yearbook import ARTICLES, YearbookGenerator
from press.reader.examined import Examined
from press.site import read_site
from press.site_state import SiteState, page_environment
from press.staging.stage import Stage
from press.workers import Answers
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.steps import Build


class Early(Answers):
    """What is read of edited documents, then the index as it will be; leaving the block ends it."""

    def __init__(
        self,
        build: Build,
        store: Store,
        outline: Outline,
        edits: Edits,
        stage: Stage,
        known: Mapping[str, Published],
    ) -> None:
        self._build, self._store, self._outline = build, store, outline
        self._edits, self._stage, self._known = edits, stage, known
        self._documents: list[Examined] | None = None
        self._gate, self._key = os.pipe()
        self._owner = os.getpid()
        super().__init__(self._answers, build.workers)

    def __exit__(self, *rest: object) -> None:
        super().__exit__(*rest)
        os.close(self._gate)
        os.close(self._key)

    @property
    def documents(self) -> list[Examined]:
        """What there is to know of edited documents; nothing where the other process gave up."""
        if self._documents is None:
            self._documents = self.heard() or []
        return self._documents

    def is_index(self, digest: str) -> bool:
        """Whether the index with that digest is the one that was put together; it goes on then."""
        assert self.documents is not None
        right = self.heard() == digest
        if right:
            os.write(self._key, b"!")
        else:
            self.give_up()
        return right

    def _answers(self) -> Iterator[Any]:
        examined = read_ahead(self._build, self._store, self._outline, self._edits.changed)
        yield examined
        context = self._context()
        context["indexed"] = self._indexed(examined, context)
        both = [YearbookGenerator, SearchGenerator]
        index, search = generators_of(both, self._build.pelican, context, "")
        index.generate_context()
        if index.is_kept:
            return
        yield index.digest
        writer = partial(PressWriter, "", self._build.settings)
        yield from index_answers(index, search, writer, self._wait)

    def _wait(self) -> None:
        """Until the files may be made: what is put on the stage cannot be taken back."""
        if os.getpid() != self._owner:
            os.read(self._gate, 1)

    def _context(self) -> dict[str, Any]:
        build = self._build
        registry, _ = load_registry(build.content / "so-lieu")
        pictures = BuildPictures(build.content, build.cache / "pictures")
        context = build.context((), read_site(build.settings), registry, pictures)
        frame = context["frame"] = self._outline.frame
        environment = page_environment(build.settings, build.pelican.theme, frame, context["SITE"])
        known = self._known
        context["press"] = SiteState(
            build.content, self._store, self._stage, lambda: known, environment, build.workers
        )
        return context

    def _indexed(self, examined: Sequence[Examined], context: dict[str, Any]) -> list[Indexed]:
        """The articles of the index as it was published, with the `examined` as they are now."""
        edited = _remembered(examined, self._store)
        known = FarDocuments(self._outline, self._store, edited)
        room = FarRoom(self._outline, known, {}, context, self._build.now)
        text = self._store.get("part", ARTICLES)
        kept = indexed_from(json.loads(text) if text else (), room.article)
        others = (one for one in kept if one.name in self._edits.others)
        new = (indexed(one) for one in map(room.alone, edited) if isinstance(one, NewsArticle))
        return in_order([*others, *filter(None, new)])


class _Fresh:
    """The store as it will be when it has what was just `examined`."""

    def __init__(self, examined: Sequence[Examined], store: Store) -> None:
        self._own = {one.name: one for one in examined}
        self._store = store

    def get(self, kind: str, name: str) -> str | None:
        """The text of that kind and name."""
        if kind == "figures" and name in self._own:
            return self._own[name].figures.decode(*CODING)
        return self._store.get(kind, name)

    def data(self, kind: str, name: str) -> bytes | None:
        """Its bytes."""
        if kind == "body" and name in self._own:
            return self._own[name].body
        return self._store.data(kind, name)


def _remembered(examined: Sequence[Examined], store: Store) -> dict[str, Remembered]:
    """The documents that could be read, by name."""
    fresh = _Fresh(examined, store)
    found = {one.name: from_light(json.loads(one.light), fresh) for one in examined}
    return {name: one for name, one in found.items() if one.record}
