"""Old addresses (`URL cũ`) and where they lead today."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from desk.site import Document
from vntext.unicode import nfc


@dataclass(frozen=True, slots=True)
class Redirect:
    """One old address. Hosting rules and redirect pages are written from these."""

    path: str
    """From the root of the site, without a slash in front: `ArticleDetail.aspx`."""
    query: str
    """Without the question mark; empty for none."""
    target: str
    """Today's address, from the root: `2023/11/<slug>/`."""


def old_address(alias: str) -> str | None:
    """`alias` as `path` or `path?query` from the root; None if it cannot be one of ours.

    A full address is taken for one of the former site, whatever its host was.
    """
    parts = urlsplit(nfc(alias.strip()))
    if parts.scheme not in ("", "http", "https") or "\\" in alias:
        return None
    path = unquote(parts.path).lstrip("/")
    if posixpath.normpath(f"/{path}").lstrip("/") != path.rstrip("/") or not (path or parts.query):
        return None
    return f"{path}?{parts.query}" if parts.query else path


def redirects(documents: Iterable[Document], now: datetime.datetime) -> list[Redirect]:
    """Every old address of a document that is public at `now`, sorted.

    Where two documents claim one (the check refuses that), the first keeps it.
    """
    found: dict[str, Redirect] = {}
    for document in documents:
        if document.status == "draft" or document.is_scheduled(now) or not document.address:
            continue
        for alias in document.names("aliases"):
            old = old_address(alias)
            if old is not None:
                path, _, query = old.partition("?")
                found.setdefault(old, Redirect(path, query, document.address))
    return [found[old] for old in sorted(found)]
