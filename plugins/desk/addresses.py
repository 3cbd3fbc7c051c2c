"""Where things live on the site. All addresses go from its root and end in a slash."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256

from vntext.fold import slug
from vntext.unicode import nfc

#: First parts of addresses that belong to the site itself; no page may be named so.
RESERVED = frozenset(
    [
        "so-lieu",
        "chuyen-muc",
        "the",
        "tac-gia",
        "luu-tru",
        "tim-kiem",
        "dinh-chinh",
        "feed",
        "ban-nhap",
        "hinh-anh",
        "tep",
        "images",
        "theme",
        "static",
        "404",
        "index",
        "trang",
    ]
)

#: Names that Windows gives to devices: a folder of that name cannot be copied there.
DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)

_FAR = datetime.datetime.max


def slug_of(text: str, prefix: str) -> str:
    """The slug of `text`; where nothing of it can stand in an address, one made from its hash."""
    plain = slug(text)
    return plain if plain and plain not in DEVICES else f"{plain or prefix}-{name_mark(text)}"


def name_mark(text: str) -> str:
    """Six characters that tell names apart which fold to one slug."""
    return sha256(nfc(text).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def article_address(date: datetime.datetime, slug: str) -> str:
    """`2023/11/<slug>/`"""
    return f"{date.year:04d}/{date.month:02d}/{slug}/"


def draft_address(slug: str) -> str:
    """`ban-nhap/<slug>/`, which only the preview shows."""
    return f"ban-nhap/{slug}/"


def page_address(slug: str) -> str:
    """`<slug>/`"""
    return f"{slug}/"


def is_reserved(page_slug: str) -> bool:
    """Whether a page of that slug would lie where the site puts its own pages."""
    return page_slug in RESERVED or (len(page_slug) == 4 and page_slug.isdigit())


def term_slugs(
    names: Iterable[str], since: Mapping[str, datetime.datetime] | None = None
) -> dict[str, str]:
    """A slug for each name of one sort (categories, or tags, or authors); no two alike.

    Names that fold to one slug (Lê Văn Hùng and Lê Văn Hưng, C++ and C#) are
    told apart by a mark made from the name. The name that is in use longest,
    by `since`, keeps the plain slug, so that a new name does not move an old
    address; the order of `names` makes no difference.
    """
    used = since or {}
    alike: dict[str, list[str]] = defaultdict(list)
    for name in set(names):
        alike[slug(name)].append(name)
    found: dict[str, str] = {}
    for plain, group in alike.items():
        group.sort(key=lambda name: (used.get(name, _FAR).replace(tzinfo=None), name))
        for position, name in enumerate(group):
            keeps = plain and position == 0 and plain not in DEVICES
            found[name] = plain if keeps else f"{plain or 'ten'}-{name_mark(name)}"
    return found
