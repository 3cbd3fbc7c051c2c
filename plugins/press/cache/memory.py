"""What earlier builds know of the documents, and which of it still holds."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from desk.rule import Survey
from desk.site import Document, Site
from press.archive.remembered import Remembered, document_digest, from_light, to_light
from press.cache.store import Damaged, Store
from press.reader.examined import SETTLED, Examined, FileHashes

_BATCH = 200
#: So many documents are decoded together.
_CHUNK = 100


def load_documents(store: Store) -> dict[str, Remembered]:
    """All documents of `store`, by name.

    Raises Damaged: when one is not as it was written.
    """
    return _loaded(store.texts("light"), store)


def documents_after(
    before: Mapping[str, Remembered], changed: Iterable[str], store: Store
) -> dict[str, Remembered]:
    """The documents of `store`, which are those of `before` where they are not `changed`.

    Raises Damaged: when one is not as it was written.
    """
    texts = {name: store.get("light", name) for name in changed}
    kept = {name: one for name, one in before.items() if name not in texts}
    there = [text.encode("utf-8", "surrogatepass") for text in texts.values() if text is not None]
    return kept | _loaded(there, store)


def _loaded(texts: Sequence[bytes], store: Store) -> dict[str, Remembered]:
    try:
        # Joined, they are decoded at once; all of an archive at once would fill the memory.
        chunks = (texts[at : at + _CHUNK] for at in range(0, len(texts), _CHUNK))
        parsed = (json.loads(b"[%b]" % b",".join(chunk)) for chunk in chunks)
        every = (from_light(items, store) for items in chain.from_iterable(parsed))
        return {remembered.document.name: remembered for remembered in every}
    except (ValueError, TypeError, IndexError) as problem:
        raise Damaged(str(problem)) from None


class Memory:
    """The documents of the last build, by name."""

    def __init__(self, store: Store, content: Path, documents: Mapping[str, Remembered]) -> None:
        self.store = store
        self.content = content
        self.documents = documents
        self._digests: dict[str, str] = {}

    def previous(self, shown: str) -> Site:
        """The documents whose stamps can be believed, as a site to read on from."""
        settled = [
            remembered.document
            for remembered in self.documents.values()
            if remembered.document.stamp[3] < remembered.seen - SETTLED
        ]
        return Site(self.content, shown, tuple(settled), frozenset(), ())

    def digest(self, document: Document) -> str:
        """Of what the document says now."""
        found = self._digests.get(document.name)
        if found is None:
            kept = self.documents.get(document.name)
            same = kept is not None and kept.document is document
            found = kept.digest if kept and same else document_digest(document)
            self._digests[document.name] = found
        return found

    def states(self, survey: Survey) -> Callable[[str], str]:
        """What checks of one document may see of another: its content and whether it is public."""
        by_name = survey.site.by_name

        def state(name: str) -> str:
            document = by_name.get(name)
            if document is None:
                return ""
            return f"{self.digest(document)} {document.path} {survey.is_public(document)}"

        return state

    def still_true(
        self,
        documents: Iterable[Document],
        environment: str,
        survey: Survey,
        hashes: FileHashes,
        remembered: Mapping[str, Remembered] | None = None,
    ) -> dict[str, Remembered]:
        """What is `remembered` of `documents`, by the last build without, and holds today, by name."""
        state = self.states(survey)
        remembered = self.documents if remembered is None else remembered
        found = {}
        for document in documents:
            kept = remembered.get(document.name)
            if (
                kept is not None
                and kept.environment == environment
                and kept.digest == self.digest(document)
                and all(state(name) == was for name, was in kept.outside.documents)
                and all(hashes.of(name) == was for name, was in kept.outside.files)
            ):
                found[document.name] = kept
        return found

    def refresh(
        self, found: Mapping[str, Remembered], documents: Iterable[Document], seen: int
    ) -> None:
        """Notes that files written anew say what they said, so that their stamps are believed."""
        rows = [
            (document.name, to_light(replace(found[document.name], document=document, seen=seen)))
            for document in documents
            if document.name in found and found[document.name].document is not document
        ]
        self.store.put("light", rows)

    def take(self, examined: Iterable[Examined]) -> dict[str, Remembered]:
        """The examined documents, kept in the store as they come, so that bodies do not pile up."""
        found: dict[str, Remembered] = {}
        batch: list[Examined] = []
        for one in examined:
            batch.append(one)
            found[one.name] = from_light(json.loads(one.light), self.store)
            if len(batch) == _BATCH:
                self._put(batch)
                batch = []
        self._put(batch)
        return found

    def _put(self, batch: list[Examined]) -> None:
        # The light part last: a build killed in between finds no document without a body.
        self.store.put("body", [(one.name, one.body) for one in batch])
        self.store.put("figures", [(one.name, one.figures) for one in batch])
        self.store.put("told", [(one.name, one.told) for one in batch])
        self.store.put("light", [(one.name, one.light) for one in batch if one.keep])
        self.store.remove("light", [one.name for one in batch if not one.keep])

    def forget(self, names: Iterable[str]) -> None:
        """Drops documents that are no more."""
        there = set(names)
        gone = [name for name in self.documents if name not in there]
        for kind in ("light", "body", "figures", "told"):
            self.store.remove(kind, gone)


class RememberedHashes(FileHashes):
    """Hashes of files that are read again only when their stamps say that they changed."""

    def __init__(self, root: Path, store: Store, seen: int) -> None:
        super().__init__(root, {})
        self._store = store
        self._seen = seen
        self._kept = {name: json.loads(text) for name, text in store.all("file")}
        self._new: dict[str, str] = {}

    def _read(self, name: str) -> str:
        try:
            status = os.stat(self.root / name)
        except (OSError, ValueError):
            return ""
        stamp = [status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        kept = self._kept.get(name)
        if kept and kept[0] == stamp and stamp[3] < kept[1] - SETTLED:
            return str(kept[2])
        found = super()._read(name)
        if found:
            self._new[name] = json.dumps([stamp, self._seen, found])
        return found

    def save(self) -> None:
        """Keeps what was read."""
        self._store.put("file", self._new.items())
