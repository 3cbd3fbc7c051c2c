"""The whole of an import: from sources to articles in a folder, and the report."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from legacy_import.model import Found, Note, Outcome, Refused, Report, SavedPage, Status
from legacy_import.page.article import Article
from legacy_import.reading import read_page
from legacy_import.saying import level
from legacy_import.sources import pages
from legacy_import.sources.addresses import key
from legacy_import.writing.drafts import Draft, Writer, address_of, fingerprint, id_of, resolved
from legacy_import.writing.existing import existing
from legacy_import.writing.files import Files
from legacy_import.writing.head import alias_of, head
from vntext.fold import slug

_LEAST = 40


def import_sources(
    sources: Iterable[Path], into: Path, *, site: str = "", date: datetime.date | None = None
) -> Report:
    """Reads every source and writes what is new into the content folder `into`.

    `site` is the address of the old site, for pages that do not know their
    own; `date` is given to pages that state none. An article that is there
    already (by its id) is left as it is.
    """
    return _Import(into, site, date).run(list(sources))


class _Import:
    def __init__(self, into: Path, site: str, date: datetime.date | None) -> None:
        self._into, self._site, self._date = into, site, date
        self._prefix = _prefix(into)
        self._writer = Writer(Files(into, self._prefix), site)
        self._there = existing(into)
        self._drafts: dict[str, Draft] = {}
        self._prints: dict[str, Draft] = {}
        self._paths: set[str] = set()
        self._order: list[Outcome | Draft] = []

    def run(self, sources: list[Path]) -> Report:
        barren: list[str] = []
        for source in sources:
            before = len(self._order)
            for found in pages(source):
                self._take(found)
            if not any(self._yields(one) for one in self._order[before:]):
                barren.append(str(source))
        places = {
            key(d.address): f"{self._prefix}/{d.path}" for d in self._drafts.values() if d.address
        }
        places |= {
            key(a): f"{self._prefix}/{d.path}" for d in self._drafts.values() for a in d.aliases
        }
        self._drop_taken_aliases()
        outcomes = [
            self._written(one, places) if isinstance(one, Draft) else one for one in self._order
        ]
        return Report(tuple(outcomes), tuple(barren))

    def _yields(self, one: Outcome | Draft) -> bool:
        return isinstance(one, Draft) or one.status is Status.EXISTING

    def _take(self, found: Found) -> None:
        if isinstance(found, Refused):
            self._order.append(Outcome(found.name, Status.REFUSED, notes=(found.note,)))
            return
        try:
            article = read_page(found)
        except RecursionError:
            self._refuse(found, Note("too-deep"))
            return
        except (ValueError, AssertionError, AttributeError, LookupError, TypeError) as error:
            # One odd page must not cost the others; it is told like any refusal.
            self._refuse(found, Note("unforeseen", f"{type(error).__name__}: {error}"[:160]))
            return
        self._order.append(self._judged(found, article))

    def _refuse(self, page: SavedPage, note: Note) -> None:
        self._order.append(Outcome(page.name, Status.REFUSED, notes=(note,)))

    def _judged(self, page: SavedPage, article: Article) -> Outcome | Draft:
        """The draft of an article, or why there is none."""
        # A broken tag may have become text; no title is made of tags.
        title = " ".join(re.sub(r"<[^<>]*>?", " ", article.title).split())
        article = replace(article, title=title)
        if note := self._problem(article, page):
            return Outcome(page.name, Status.REFUSED, article.title, notes=(note,))
        if article.date is None and self._date is not None:
            given = Note("date-given", f"{self._date:%d/%m/%Y}")
            article = replace(article, date=self._date, notes=(*article.notes, given))
        old = address_of(page, article, self._site)
        ident = id_of(page, old)
        printed = fingerprint(article)
        if (same := self._prints.get(printed)) is not None:
            self._add_alias(same, old)
            return Outcome(
                page.name,
                Status.EXISTING,
                article.title,
                same.path,
                (Note("same-article", same.path),),
            )
        there = self._there.by_id.get(ident) or self._there.by_print.get(printed)
        if there is not None:
            return Outcome(page.name, Status.EXISTING, article.title, there, (Note("existing"),))
        notes: list[Note] = []
        if ident in self._drafts:
            notes, old = [Note("address-shared", old)], ""
            ident = id_of(page, "")
        return self._drafted(page, article, old, ident, notes)

    def _problem(self, article: Article, page: SavedPage) -> Note | None:
        size = sum(len(i.block.text) for i in article.items)
        figures = sum(i.kind == "figure" for i in article.items)
        least = _LEAST if page.known is None else 1
        if size < least and not (figures and article.title):
            return Note("no-article")
        if article.is_listing:
            return Note("listing")
        is_page = page.known is not None and page.known.is_page
        if article.date is None and self._date is None and not is_page:
            return Note("no-date", article.title)
        return None

    def _drafted(
        self, page: SavedPage, article: Article, old: str, ident: str, notes: list[Note]
    ) -> Draft:
        if not article.title:
            first = next((i.block.text for i in article.items if i.block.text), page.name)
            article = replace(article, title=first[:90].rpartition(" ")[0] or first[:90])
            notes.append(Note("title-guessed", article.title))
        is_page = page.known is not None and page.known.is_page
        year = str(article.date.year) if article.date else "khac"
        folder = "trang" if is_page else f"bai-viet/{year}"
        stays = page.known.slug if page.known else ""
        stem = self._free(folder, stays or slug(article.title) or "bai")
        draft = Draft(
            page, article, old, ident, f"{folder}/{stem}.md", stem, notes=[*article.notes, *notes]
        )
        self._writer.fill(draft, f"hinh-anh/{'trang' if is_page else year}/{stem}")
        self._drafts[ident] = draft
        self._prints[fingerprint(article)] = draft
        draft.forget_page()
        if not stays:
            self._add_alias(draft, old)
        return draft

    def _free(self, folder: str, stem: str) -> str:
        """A name that no file and no other draft has."""
        number = 1
        while True:
            name = stem if number == 1 else f"{stem}-{number}"
            path = f"{folder}/{name}.md"
            if path not in self._paths and not (self._into / path).exists():
                self._paths.add(path)
                return name
            number += 1

    def _add_alias(self, draft: Draft, old: str) -> None:
        if not old:
            return
        alias = alias_of(old)
        if not alias:
            draft.notes.append(Note("alias-unusable", old))
        elif alias not in draft.aliases:
            draft.aliases.append(alias)

    def _drop_taken_aliases(self) -> None:
        """No alias may be today's address of an article, nor belong to two."""
        live = {f"{d.article.date:%Y/%m}/{d.stem}" for d in self._drafts.values() if d.article.date}
        claimed: set[str] = set()
        for draft in self._drafts.values():
            for alias in list(draft.aliases):
                own = (
                    draft.article.date
                    and alias.strip("/") == f"{draft.article.date:%Y/%m}/{draft.stem}"
                )
                if alias.strip("/") in live or alias in claimed:
                    draft.aliases.remove(alias)
                    if not own:
                        draft.notes.append(Note("address-shared", alias))
                claimed.add(alias)

    def _written(self, draft: Draft, places: dict[str, str]) -> Outcome:
        """Writes the file of a draft."""
        body = resolved(draft, places)
        doubtful = any(level(note.code) == "doubt" for note in draft.notes)
        stated = draft.page.known.status if draft.page.known else ""
        status = stated or ("bản nháp" if doubtful else "")
        path = self._into / draft.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(f"{head(draft, status=status)}\n\n{body}\n")
        outcome = Status.DOUBTFUL if doubtful else Status.IMPORTED
        return Outcome(
            draft.page.name,
            outcome,
            draft.article.title,
            draft.path,
            tuple(dict.fromkeys(draft.notes)),
        )


def _prefix(into: Path) -> str:
    """What leads from the content folder to `into`: empty if it is the content folder itself."""
    marks = ("bai-viet", "so-lieu", "trang")
    full = into.resolve()
    if any((full / mark).is_dir() for mark in marks):
        return ""
    for depth, folder in enumerate(list(full.parents)[:3]):
        if (folder / "bai-viet").is_dir() or (folder / "so-lieu").is_dir():
            return "/" + full.relative_to(folder).as_posix() if depth < 3 else ""
    return ""
