"""Looking at a content folder: what it holds, and all there is to say of it.

What still holds of what earlier builds found out is taken from the store.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.check import check_whole
from desk.rule import Survey
from desk.site import load_site
from findings import Finding
from pictures.store import BuildPictures, PictureStore
from press.archive.remembered import Remembered
from press.archive.told import Told
from press.cache.memory import Memory, RememberedHashes
from press.cache.outline import Outline
from press.cache.store import Store
from press.environment import digest
from press.pages.ledger_keeping import LedgerKeeper
from press.pages.old_series import old_series_findings
from press.reader.examined import FileHashes
from press.reader.records import Record
from press.workers import WORTH_IT, as_they_come, begun
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.reader.examine import Examiner
    from press.steps import Build


@dataclass(frozen=True, slots=True)
class Seen:
    """A content folder, looked at."""

    survey: Survey
    registry: Registry
    pictures: PictureStore
    records: list[Record]
    """Of all documents that could be read."""
    examined: Mapping[str, Remembered]
    on_site: Sequence[Finding]
    """What there is to say of no document alone."""
    ledger: LedgerKeeper
    told: Told
    fresh: frozenset[str]
    """Names of the documents that were read in this build."""


def look_at(build: Build, store: Store) -> Seen:
    """What the content folder holds, and all there is to say of it."""
    with build.report.phase(build.LOADING):
        memory = Memory(store, build.content, build.at_hand.documents(store))
        gc.freeze()
        site = load_site(
            build.content,
            previous=memory.previous(build.shown),
            walked=build.walked,
            each=partial(_each, build),
        )
        registry, problems = load_registry(build.content / "so-lieu", f"{site.shown}/so-lieu")
        pictures = BuildPictures(build.content, build.cache / "pictures")
    with build.report.phase(build.READING):
        survey = Survey(site, build.now, build.published_at)
        on_site = [*check_whole(survey), *problems]
        examined = _examined(build, memory, survey, registry, pictures)
    by_name = {name: one.record for name, one in examined.items() if one.record}
    on_site += old_series_findings(build.content, survey, by_name)
    ledger = LedgerKeeper(build.content, site.shown)
    if build.settings.get("PRESS_PUBLISH"):
        from press.reader.reading import DocumentReader

        reader = DocumentReader(build.settings, registry, pictures)
        on_site += ledger.check(survey, by_name, reader.fingerprint)
    told = Told(
        on_site,
        {name: one.told for name, one in examined.items()},
        {document.name: document.path for document in site.documents},
        store,
    )
    records = list(by_name.values())
    fresh = frozenset(name for name, one in examined.items() if one.seen == build.seen)
    return Seen(survey, registry, pictures, records, examined, on_site, ledger, told, fresh)


def _examined(
    build: Build, memory: Memory, survey: Survey, registry: Registry, pictures: PictureStore
) -> dict[str, Remembered]:
    """All documents with their checks and records, in order; what still holds is not redone."""
    hashes = RememberedHashes(build.content, memory.store, build.seen)
    documents = survey.site.documents
    environment = environment_of(build, registry)
    found = memory.still_true(documents, environment, survey, hashes)
    memory.refresh(found, documents, build.seen)
    todo = [document for document in documents if document.name not in found]
    if todo:
        Outline.forget(memory.store)
        # What was read ahead is as good as what was kept, if it holds.
        ahead = memory.take(one for one in build.ahead() if one.keep)
        found |= memory.still_true(todo, environment, survey, hashes, ahead)
        todo = [document for document in todo if document.name not in found]
    hashes.save()
    if todo:
        examiner = examiner_of(build, memory, survey, registry, pictures, hashes)
        fresh = as_they_come(examiner.examine, todo, build.workers)
        found |= memory.take(build.report.counted(fresh, len(todo)))
    memory.forget(document.name for document in documents)
    return {document.name: found[document.name] for document in documents}


def examiner_of(
    build: Build,
    memory: Memory,
    survey: Survey,
    registry: Registry,
    pictures: PictureStore,
    hashes: FileHashes,
) -> Examiner:
    """One that reads with these settings."""
    # The grammar takes a quarter of a second to load.
    from press.reader.examine import Examiner
    from press.reader.reading import DocumentReader

    reader = DocumentReader(build.settings, registry, pictures)
    environment = environment_of(build, registry)
    return Examiner(survey, reader, hashes, memory.states(survey), environment, build.seen)


def environment_of(build: Build, registry: Registry) -> str:
    """Of all that reading a document depends on beside it."""
    return digest(
        registry.digest,
        repr(bool(build.settings.get("SHOW_DRAFTS"))),
        build.published_at,
        *map(
            repr, map(build.settings.get, ("MARKDOWN", "DEFAULT_CATEGORY", "DEFAULT_ORGANISATION"))
        ),
    )


def _each(build: Build, task: Any, items: list[Any]) -> list[Any]:
    found = begun(as_they_come(task, items, build.workers))
    if len(items) >= WORTH_IT:
        # The grammar that will be needed is loaded while others parse.
        import press.reader.examine  # noqa: F401
    return list(found)
