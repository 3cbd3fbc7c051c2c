"""What a process that builds one site again and again need not load each time.

A preview of ten thousand articles spent a fifth of each rebuild on loading what
it had written itself a moment before.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press.archive.remembered import Remembered
from press.cache.memory import documents_after, load_documents
from press.cache.store import Store


class AtHand:
    """The store of one cache folder, and the documents that it holds."""

    def __init__(self) -> None:
        self._store: Store | None = None
        self._documents: dict[str, Remembered] = {}

    def store(self, cache: Path | None, environment: str) -> Store:
        """The store of the last build where that still is what it was, else a new one."""
        store = self._store
        if store is None or not store.is_of(cache, environment):
            store = self._store = Store(cache, environment)
        return store

    def documents(self, store: Store) -> Mapping[str, Remembered]:
        """All documents of `store`, by name."""
        if store is not self._store or (changed := store.take_changed()) is None:
            self._documents = load_documents(store)
        else:
            self._documents = documents_after(self._documents, changed, store)
        return self._documents
