"""How a long list is cut into pages whose addresses keep their articles.

Pages are numbered from the oldest. A page that is full never changes again
when an article is added; what is newer than the last full page stands on the
overview, which is the list's own address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from press.archive.content import NewsArticle


@dataclass(frozen=True, slots=True)
class ListingPage:
    """One page of a list of articles."""

    articles: tuple[NewsArticle, ...]
    """Newest first."""
    address: str
    """From the root of the site, with a slash at its end."""
    number: int | None
    """1 is the oldest; None for the overview, which holds the newest."""
    newer: str | None
    """Address of the page with the next newer articles."""
    older: str | None
    """Address of the page with the next older articles."""
    total: int | None
    """Articles in the whole list, on its overview; a numbered page does not change with them."""

    @property
    def save_as(self) -> str:
        """File that holds the page."""
        return f"{self.address}index.html"


def cut(articles: Sequence[NewsArticle], address: str, size: int) -> list[ListingPage]:
    """The pages of `articles` (newest first): the overview, then the newest full page first.

    The overview holds between `size` and twice `size` - 1 of the newest
    articles (fewer only when there are no more), so it never looks empty.
    """
    total = len(articles)
    full = max(0, total // size - 1)
    oldest_first = articles[::-1]
    addresses = [f"{address}trang/{number}/" for number in range(1, full + 1)]
    pages = [
        ListingPage(
            tuple(articles[: total - full * size]),
            address,
            None,
            None,
            addresses[-1] if addresses else None,
            total,
        )
    ]
    for number in range(full, 0, -1):
        part = oldest_first[(number - 1) * size : number * size]
        pages.append(
            ListingPage(
                tuple(part[::-1]),
                addresses[number - 1],
                number,
                addresses[number] if number < full else address,
                addresses[number - 2] if number > 1 else None,
                None,
            )
        )
    return pages
