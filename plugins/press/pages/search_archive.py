"""What readers may look for, beside what the published index has of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from press.archive.content import NewsArticle, SitePage
from press.cache.store import Store
from press.workers import as_they_come
from site_search import (
    Edit,
    Gathered,
    SearchDocument,
    Sheaves,
    analyse,
    newest_from,
    plain_text,
)
from site_search.files import checksum, document_file, document_name
from site_search.seats import seats_of

Content = NewsArticle | SitePage
Rows = Mapping[str, list[Any]]
"""Path of the source → seat, and what differs whenever address, day or words may."""

_CHUNK = 256
#: So many documents are brought up to date one by one, and one in eight of a large archive.
_FEW = 64


class NotKept(Exception):
    """What the published index has of a document is not known any more."""


@dataclass(slots=True)
class Part:
    """Some documents of a whole index, in the order of their seats."""

    lists: tuple[Sheaves, Sheaves]
    kept: list[tuple[str, bytes]]
    """What the store is to have of each."""


class Archive:
    """The documents of the index, each on its seat; texts are kept in the store."""

    def __init__(self, contents: Iterable[Content], store: Store) -> None:
        self._store = store
        self._contents = {content.source_path: content for content in contents}
        seats = seats_of((_day(one), one.url) for one in self._contents.values())
        self.rows: Rows = {
            path: [seats[content.url], content.record.mark]
            for path, content in self._contents.items()
        }
        self._look_at_seats()

    def _look_at_seats(self) -> None:
        taken = [seat for seat, _ in self.rows.values()]
        self.seats, self.newest = max(taken, default=-1) + 1, newest_from(taken)

    @classmethod
    def after(cls, before: Rows, edited: Iterable[Content], store: Store) -> Archive:
        """That of `before`, where `edited` say something else at the same addresses and days."""
        archive = cls((), store)
        archive._contents = {content.source_path: content for content in edited}
        archive.rows = {
            **before,
            **{
                path: [before[path][0], content.record.mark]
                for path, content in archive._contents.items()
            },
        }
        archive._look_at_seats()
        return archive

    def __len__(self) -> int:
        return len(self.rows)

    def edits(self, before: Rows, newest: int) -> list[Edit]:
        """What lies between this archive and the index of `before`, of which `newest` was true.

        Raises NotKept: when a document of that index is not in the store, or most are others now.
        """
        sides: dict[int, list[SearchDocument | None]] = defaultdict(lambda: [None, None])
        old, new = _others(before, self.rows), _others(self.rows, before)
        if len(old) + len(new) > _FEW + len(self) // 8:
            raise NotKept
        for path in old:
            sides[before[path][0]][0] = self._kept(path, before[path][1])
        for path in new:
            sides[self.rows[path][0]][1] = _document(self._contents[path])
        if newest != self.newest:
            # What becomes old, or new again, stands in other files, also if nobody touched it.
            for path, (seat, mark) in self.rows.items():
                if seat >= min(newest, self.newest) and before.get(path) == [seat, mark]:
                    sides[seat] = [self._kept(path, mark)] * 2
        return [Edit(seat, was, now) for seat, (was, now) in sorted(sides.items())]

    def keep(self, edits: Iterable[Edit], before: Rows) -> None:
        """Puts the documents of `edits` into the store, and takes out what is gone since `before`."""
        paths = {content.url: path for path, content in self._contents.items()}
        new = [(paths[edit.after.address], edit.after) for edit in edits if edit.after]
        self._store.put(
            "words", [(path, self._kept_form(path, one.to_json())) for path, one in new]
        )
        self._store.remove("words", [path for path in before if path not in self.rows])

    def parts(self, workers: int) -> Iterator[Part]:
        """The whole archive in parts; they are gathered while somebody waits for the first."""
        ordered = sorted(self.rows, key=lambda path: self.rows[path][0])
        chunks = [ordered[at : at + _CHUNK] for at in range(0, len(ordered), _CHUNK)]
        return as_they_come(self._gather, chunks, workers, worth_it=2)

    def whole(self, parts: Iterable[Part]) -> Gathered:
        """The lists of the whole archive; the documents are put into the store on the way."""
        self._store.remove("words", [path for path, _ in self._store.all("words")])
        whole = Gathered(self.newest)
        for part in parts:
            self._store.put("words", part.kept)
            whole.join(part.lists)
        return whole

    def files(self) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """Of each document the name of the file that shows it, what that shows, and its bytes."""
        for path, (seat, mark) in self.rows.items():
            yield document_name(seat), f"{mark} {path}", partial(self._shown, path)

    def _shown(self, path: str) -> bytes:
        try:
            return document_file(self._kept_line(path, self.rows[path][1]))
        except NotKept:
            return document_file(_document(self._contents[path]).to_json())

    def _gather(self, paths: list[str]) -> Part:
        gathered, kept = Gathered(self.newest), []
        for path in paths:
            document, seat = _document(self._contents[path]), self.rows[path][0]
            line = document.to_json()
            gathered.add(seat, analyse(document), checksum(seat, line))
            kept.append((path, self._kept_form(path, line)))
        return Part(gathered.tied(), kept)

    def _kept_form(self, path: str, line: bytes) -> bytes:
        return b"%b\n%b" % (self.rows[path][1].encode(), line)

    def _kept(self, path: str, mark: str) -> SearchDocument:
        return SearchDocument.from_json(self._kept_line(path, mark))

    def _kept_line(self, path: str, mark: str) -> bytes:
        kept, _, line = (self._store.data("words", path) or b"").partition(b"\n")
        if kept != mark.encode() or not line:
            raise NotKept
        return line


def _others(rows: Rows, than: Rows) -> list[str]:
    """Those of `rows` that are not the same in the other ones."""
    return [path for path, row in rows.items() if than.get(path) != row]


def _day(content: Content) -> str:
    return "" if isinstance(content, SitePage) else content.date.date().isoformat()


def _beside_the_day(article: NewsArticle) -> str:
    """Its category; invented figures are said to be so here as everywhere."""
    record = article.record
    return f"{record.category} · số liệu minh họa" if record.demonstration else record.category


def _document(content: Content) -> SearchDocument:
    record = content.record
    article = content if isinstance(content, NewsArticle) else None
    return SearchDocument(
        address=content.url,
        title=content.title,
        text=plain_text(record.html),
        date=_day(content),
        category=_beside_the_day(article) if article else "",
        summary=content.summary,
        tags=record.tags if article else (),
    )
