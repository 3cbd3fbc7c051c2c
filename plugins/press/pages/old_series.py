"""Old addresses of series: what there is to say of them, and where they lead today."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from desk.redirects import Redirect
from desk.rule import Survey
from findings import Finding
from press.archive.newsroom import Newsroom
from press.reader.records import Record
from stat_index.ledgers.moved_series import Move, move_findings, where_they_lead
from stat_index.ledgers.moved_series_file import FILE, read_moves


def old_series_findings(
    content: Path, survey: Survey, records: Mapping[str, Record]
) -> list[Finding]:
    """What is wrong in the file of moved series; `records` by name of the document."""
    shown = f"{survey.site.shown}/so-lieu/{FILE}"
    moves, found = read_moves(content / "so-lieu" / FILE, shown)
    if not moves:
        return found
    told = [
        records[document.name]
        for document in survey.site.documents
        if document.name in records and document.kind == "article" and survey.is_public(document)
    ]
    live = {slug for one in told if one.status != "withdrawn" for slug in one.series}
    return [*found, *move_findings(moves, live, shown)]


def old_series(
    content: Path, room: Newsroom, taken: Container[str], new: Iterable[Move] = ()
) -> tuple[list[Redirect], list[str]]:
    """Redirects from old series and their downloads, and addresses of those told no more.

    None at the files `taken`: an article says itself which old addresses are its own. `new` are the
    moves that this publication writes into the file when it is done.
    """
    moves = [*read_moves(content / "so-lieu" / FILE, FILE)[0], *new]
    if not moves:
        return [], []
    told = (*room.articles, *room.hidden)
    ways = where_they_lead(moves, {slug for one in told for slug in one.record.series})
    found = [
        Redirect(f"so-lieu/{old}/{before}", "", f"so-lieu/{end}/{now}")
        for old, end in ways.items()
        if end
        for before, now in [("", ""), *_files(old, end)]
        if f"so-lieu/{old}/{before or 'index.html'}" not in taken
    ]
    ended = [f"so-lieu/{old}/" for old, end in ways.items() if not end]
    return found, [address for address in ended if f"{address}index.html" not in taken]


def _files(old: str, new: str) -> list[tuple[str, str]]:
    """Names of the downloads of both."""
    # Only a site with moved series asks: whatever makes downloads would be loaded with it.
    from stat_index.downloads.editions import CHART, EDITIONS

    return [(edition.file(old), edition.file(new)) for edition in (*EDITIONS, CHART)]
