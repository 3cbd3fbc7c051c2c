"""Lists are cut so that a page, once full, never changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from press.archive.listing import cut


@given(total=st.integers(0, 200), size=st.integers(1, 20))
def test_every_article_stands_on_exactly_one_page(total: int, size: int) -> None:
    """Newest first over all pages, none lost, none twice."""
    articles = list(range(total, 0, -1))
    pages = cut(articles, "the/x/", size)  # type: ignore[arg-type]
    assert [article for page in pages for article in page.articles] == articles


@given(total=st.integers(0, 200), size=st.integers(1, 20))
def test_a_new_article_changes_no_full_page(total: int, size: int) -> None:
    """Numbered pages of the shorter list stand unchanged in the longer one.

    Where a new one splits off, the one before it leads there and not to the overview.
    """
    before, after = (
        {
            page.number: page
            for page in cut(list(range(count, 0, -1)), "the/x/", size)  # type: ignore[arg-type]
            if page.number
        }
        for count in (total, total + 1)
    )
    if len(after) > len(before) > 0:
        last = len(before)
        before[last] = replace(before[last], newer=f"the/x/trang/{last + 1}/")
    assert before.items() <= after.items()


@given(total=st.integers(0, 200), size=st.integers(1, 20))
def test_pages_lead_to_each_other(total: int, size: int) -> None:
    """`older` and `newer` go through all pages, there and back."""
    pages = cut(list(range(total, 0, -1)), "the/x/", size)  # type: ignore[arg-type]
    addresses = [page.address for page in pages]
    assert [page.older for page in pages] == [*addresses[1:], None]
    assert [page.newer for page in pages] == [None, *addresses[:-1]]


@given(total=st.integers(40, 200), size=st.integers(1, 20))
def test_the_overview_is_never_nearly_empty(total: int, size: int) -> None:
    """It holds at least a page's worth and less than two."""
    overview = cut(list(range(total, 0, -1)), "the/x/", size)[0]  # type: ignore[arg-type]
    assert size <= len(overview.articles) < 2 * size
