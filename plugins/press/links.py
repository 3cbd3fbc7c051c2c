"""Links between sources: `{filename}ban.md` and plain `ban.md` lead to the page made of it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from press.content import NewsArticle, SitePage
from press.reading import source_of_link
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
