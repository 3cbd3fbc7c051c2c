"""What a process beside does while all else is looked at: it reads what was edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from desk.rule import Survey
from desk.site import Document, place_of, read_document
from desk.walk import Found, is_markdown, walk
from pictures.store import BuildPictures, PictureStore
from press.archive.far import FarDocuments, FarSite
from press.cache.memory import Memory, RememberedHashes
from press.cache.outline import Outline
from press.cache.store import Damaged, Store
from press.looking import examiner_of
from press.reader.examined import Examined
from press.workers import Beside
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

if TYPE_CHECKING:
    from press.steps import Build

#: More edits than these go through the whole build, which reads side by side.
FEW = 24


@contextmanager
def reading_ahead(build: Build) -> Iterator[None]:
    """Looks through the content folder, and has what seems to be edited read in a process beside.

    It believes what is remembered, whoever wrote that: what is read is taken only if it holds.
    """
    with closing(Store(build.cache, None)) as store, suppress(Damaged):
        build.outline = Outline.load(store)
    if build.outline is None:
        yield
        return
    build.walked = list(walk(build.content, build.shown))
    found = [one for one in build.walked if isinstance(one, Found)]
    texts = [one for one in seems_edited(build.outline, found) if is_markdown(one.name)]
    if not 0 < len(texts) <= FEW:
        yield
        return
    read = partial(_read_ahead, build, store, build.outline, texts)
    with Beside(read, build.workers, urgent=True) as build.ahead:
        yield


def seems_edited(outline: Outline, found: Iterable[Found]) -> list[Found]:
    """Those that are not as the last build saw them."""
    before = outline.stamps
    return [one for one in found if before.get(one.name) != list(one.stamp)]


def _read_ahead(
    build: Build, store: Store, outline: Outline, changed: Sequence[Found]
) -> list[Examined]:
    """What there is to know of the files that `changed`, the others being as they were.

    What cannot be read is left out; whether the others are as they were is to be seen later.
    """
    edited: dict[str, Document] = {}
    for found in changed:
        try:
            source = found.file.read_bytes()
        except OSError:
            continue
        document = read_document(source, found, place_of(found, build.shown))
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
    site = FarSite(build.content, build.shown, outline, known, edited)
    return Survey(site, build.now, build.published_at)


def examined_alone(
    build: Build, memory: Memory, survey: Survey, edited: Mapping[str, Document],
    registry: Registry, pictures: PictureStore, hashes: RememberedHashes,
) -> list[Examined]:  # fmt: skip
    """What there is to know of `edited`, which the `survey` has among its documents."""
    examiner = examiner_of(build, memory, survey, registry, pictures, hashes)
    return [examiner.examine(document) for document in edited.values()]
