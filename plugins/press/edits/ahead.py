"""What a process beside does while files are looked through and the archive is loaded: it reads
what was edited."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from desk.rule import Survey, all_rules
from desk.site import Document, place_of, read_document
from desk.walk import Found
from pictures.store import BuildPictures, PictureStore
from press.archive.far import FarDocuments, FarSite
from press.cache.memory import Memory, RememberedHashes
from press.cache.outline import Outline
from press.cache.store import Store
from press.looking import examiner_of
from press.reader.examined import Examined
from press.workers import Prepared
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.steps import Build

Edits = tuple[Sequence[Found], datetime.datetime, int]
"""Files that seem to be edited, and when the build that saw them began: its `now` and `seen`."""
EarlyReader = Prepared[Edits, list[Examined]]

_USUAL = (
    "Đến tháng 6 năm 2023, trường đã mở 12 lớp cho trên 1.345 học viên, tăng 5% so với quý trước."
)
"""A sentence like those of most reports: what is compiled to read it, most of them need."""


def ready_to_read(build: Build) -> Callable[[Edits], list[Examined]]:
    """What reads edits of documents, once all is loaded that every one of them needs."""
    import press.reader.examine  # noqa: F401
    from figures import read

    all_rules()
    read(_USUAL)
    return partial(_read_ahead, build)


def _read_ahead(build: Build, edits: Edits) -> list[Examined]:
    """What there is to know of files that seem to be edited, the others being as they were.

    What cannot be read is left out; whether the others are as they were is to be seen later.
    """
    changed, build.now, build.seen = edits
    store = Store(build.cache, None)
    outline = Outline.load(store)
    if outline is None:
        return []
    shown = os.path.relpath(build.content).replace(os.sep, "/")
    edited: dict[str, Document] = {}
    for found in changed:
        try:
            source = found.file.read_bytes()
        except OSError:
            continue
        document = read_document(source, found, place_of(found, shown))
        edited[document.name] = document
    registry, _ = load_registry(build.content / "so-lieu")
    pictures = BuildPictures(build.content, build.cache / "pictures")
    hashes = RememberedHashes(build.content, store, build.seen)
    known = FarDocuments(outline, store)
    memory = Memory(store, build.content, known)
    survey = far_survey(build, outline, known, edited)
    try:
        return examined_alone(build, memory, survey, edited, registry, pictures, hashes)
    except KeyError:
        # One of them links to a document that is gone, also from what is remembered: all the
        # others must be at hand to say so.
        return []


def far_survey(
    build: Build, outline: Outline, known: FarDocuments, edited: Mapping[str, Document]
) -> Survey:
    """The archive that the `outline` tells of, but for what was `edited`, as checks see it."""
    shown = os.path.relpath(build.content).replace(os.sep, "/")
    site = FarSite(build.content, shown, outline, known, edited)
    return Survey(site, build.now, build.published_at)


def examined_alone(
    build: Build, memory: Memory, survey: Survey, edited: Mapping[str, Document],
    registry: Registry, pictures: PictureStore, hashes: RememberedHashes,
) -> list[Examined]:  # fmt: skip
    """What there is to know of `edited`, which the `survey` has among its documents."""
    examiner = examiner_of(build, memory, survey, registry, pictures, hashes)
    return [examiner.examine(document) for document in edited.values()]
