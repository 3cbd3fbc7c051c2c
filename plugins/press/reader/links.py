"""Links between sources: `{filename}ban.md` and plain `ban.md` lead to the page made of it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from press.archive.content import NewsArticle, SitePage
from vntext.unicode import nfc


def resolve_links(content: NewsArticle | SitePage, addresses: Mapping[str, str]) -> None:
    """Sets `content.links`: for each marked path of its body, the address of its page.

    A path that leads nowhere is left out; the checks have told it with its line.
    """
    paths = content.record.links
    targets = {path: nfc(unquote(source_of_link(path, content.record.path))) for path in paths}
    content.links = {
        path: addresses[target] for path, target in targets.items() if target in addresses
    }


def source_of_link(path: str, document_name: str) -> str:
    """The name, from the content folder, of the source that `{filename}path` means."""
    if path.startswith("/"):
        return path.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(document_name), path))
