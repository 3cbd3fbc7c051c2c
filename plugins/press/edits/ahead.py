"""What a process beside does while the archive is loaded: it reads what was edited."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desk.rule import Survey
from desk.site import Document, place_of, read_document
from desk.walk import Found
from pictures.store import BuildPictures, PictureStore
from press.archive.far import FarDocuments, FarSite
from press.cache.memory import Memory, RememberedHashes
from press.cache.outline import Outline
from press.cache.store import Store
from press.looking import examiner_of
from press.reader.examined import Examined
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.steps import Build


def read_ahead(
    build: Build, store: Store, outline: Outline, changed: Sequence[Found]
) -> list[Examined]:
    """What there is to know of the files that `changed`, the others being as they were.

    What cannot be read is left out; whether the others are as they were is to be seen later.
    """
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
    try:
        return examined_alone(build, store, outline, known, edited, registry, pictures, hashes)
    except KeyError:
        # One of them links to a document that is gone, also from what is remembered: all the
        # others must be at hand to say so.
        return []


def examined_alone(
    build: Build, store: Store, outline: Outline, known: FarDocuments,
    edited: Mapping[str, Document], registry: Registry, pictures: PictureStore,
    hashes: RememberedHashes,
) -> list[Examined]:  # fmt: skip
    """What there is to know of `edited`, seen in the archive that the `outline` tells of."""
    shown = os.path.relpath(build.content).replace(os.sep, "/")
    survey = Survey(
        FarSite(build.content, shown, outline, known, edited), build.now, build.published_at
    )
    memory = Memory(store, build.content, known)
    examiner = examiner_of(build, memory, survey, registry, pictures, hashes)
    return [examiner.examine(document) for document in edited.values()]
