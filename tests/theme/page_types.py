"""The types of page of a built site, told by their addresses."""

from __future__ import annotations

import re
from pathlib import Path

#: Name of a type → what its addresses look like; of several that fit, the first.
ADDRESSES = {
    "front": r"",
    "lost": r"404\.html",
    "article": r"20\d\d/\d\d/[^/]+/",
    "month": r"20\d\d/\d\d/",
    "year": r"20\d\d/",
    "archive": r"luu-tru/",
    "numbered page": r"(?:chuyen-muc|the|tac-gia)/[^/]+/trang/\d+/",
    "category": r"chuyen-muc/[^/]+/",
    "tag": r"the/[^/]+/",
    "author": r"tac-gia/[^/]+/",
    "categories": r"chuyen-muc/",
    "tags": r"the/",
    "authors": r"tac-gia/",
    "figures of a year": r"so-lieu/nam/\d+/",
    "organisation": r"so-lieu/don-vi/[^/]+/",
    "comparison": r"so-lieu/so-sanh/\d+/",
    "series": r"so-lieu/[^/]+/",
    "index": r"so-lieu/",
    "corrections": r"dinh-chinh/",
    "search": r"tim-kiem/",
    "site map": r"so-do-trang/",
    "components": r"thanh-phan/",
    "own page": r"[\w-]+/",
}
#: Told by what they say, for they stand where another type stands.
_WITHDRAWN, _MOVED = "Bài này đã được rút", 'http-equiv="refresh"'
#: What a built sample site has not: lists long enough, previews.
NOT_IN_SAMPLE = {"numbered page", "components"}
LEADING_ON = ("moved", "moved series")
TYPES = [*(set(ADDRESSES) - NOT_IN_SAMPLE), "withdrawn", *LEADING_ON]
TYPES.sort()


def type_of(address: str, html: str) -> str:
    """The type of the page at `address`, from the root of the site.

    Raises LookupError: for a page of no known type; name it here, so that it is
    looked at like the others.
    """
    if _MOVED in html:
        return "moved series" if re.fullmatch(ADDRESSES["series"], address) else "moved"
    for name, pattern in ADDRESSES.items():
        if re.fullmatch(pattern, address):
            return "withdrawn" if name == "article" and _WITHDRAWN in html else name
    raise LookupError(f"no type of page has the address {address}")


def one_of_each(site: Path) -> dict[str, str]:
    """Address of the largest page of each type that `site` has."""
    found: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        name = type_of(address, html)
        found[name] = max(found.get(name, (0, "")), (len(html), address))
    return {name: address for name, (_, address) in found.items()}
